"""What `may_move_paper` takes, in plain words."""

from inconfidence.policy.telling.shared import Clauses

CLAUSES: Clauses = {
    "to": {
        "staff": "a member of staff would have it",
        "volunteer": "a volunteer would have it",
        "outsider": "somebody from outside would have it",
    },
    "what": {
        "case_file": "it is the case file",
        "parent_supplied_copies": "it is only copies of what the person gave us",
    },
    "purpose": {"yes": "why it leaves is recorded", "no": "why it leaves is not recorded"},
    "secure": {
        "yes": "how it is carried securely is recorded",
        "no": "how it is carried securely is not recorded",
    },
    "due_back": {"yes": "when it comes back is recorded", "no": "when it comes back is not recorded"},
    "as_keyholder": {
        "yes": "they would hold the keys of the cabinet",
        "no": "they would hold one file and not the keys of the cabinet",
    },
}
