"""What `may_publish` takes, in plain words."""

from inconfidence.policy.telling import shared

CLAUSES: shared.Clauses = {
    "kind": {
        "return": "figures would go out",
        "story": "a story would go out",
        "user_list": "a list of those we help would go out",
    },
    "level": {
        "suppressed_counts": "small numbers are hidden",
        "unsuppressed_counts": "small numbers are not hidden",
        "case_level": "each case stands by itself",
    },
    "cadence": {
        "own": "it is made at the interval of this policy",
        "other": "it is made at another interval than this policy’s",
    },
    "audience": {
        "local_authority": "it would go to the council",
        "host": "it would go to the host",
        "public": "it would go to the public",
    },
    "by": {
        "head_of_service": "the head of service releases it",
        "worker": "a member of staff releases it",
    },
    "purpose": {
        "performance": "it is to show how the service works",
        "other": "it is for another purpose than to show how the service works",
    },
    "identifies": shared.IDENTIFIES,
    "checklist_signed": shared.CHECKLIST_SIGNED,
}
