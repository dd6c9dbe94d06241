"""What `may_work` takes, in plain words."""

from inconfidence.policy.telling import shared

CLAUSES: shared.Clauses = {
    "actor": shared.STAFF,
    "agreement": {
        "signed": "the volunteer agreement is signed",
        "signed_later": "the volunteer agreement was signed only later",
        "none": "the volunteer agreement is not signed",
    },
    "inducted": shared.INDUCTED,
    "trained": shared.TRAINED,
    "remote_policy": {
        "yes": "they have acknowledged the policy on working elsewhere",
        "no": "they have not acknowledged the policy on working elsewhere",
    },
    "asked_for": shared.ASKED_FOR,
    "enabled": shared.ENABLED,
}
