"""What `may_adopt` takes, in plain words."""

from inconfidence.policy.telling.shared import Clauses

CLAUSES: Clauses = {
    "act": {
        "record_review": "a review of the whole policy would be noted",
        "adopt_version": "a version would come into force",
    },
    "by": {
        "head_of_service": "the head of service reviewed it",
        "governing_group": "the governing group reviewed it",
        "host_manager": "the manager at the host reviewed it",
    },
    "minute": {
        "yes": "its minute is recorded with the date",
        "no": "its minute is not recorded with the date",
    },
}
