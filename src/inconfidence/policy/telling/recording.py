"""What `may_record` takes, in plain words."""

from inconfidence.policy.telling import shared

CLAUSES: shared.Clauses = {
    "kind": {
        "note": "it is a note",
        "observation": "it is something noticed about a family",
        "consent": "it is that consent was asked for, or what came of it",
        "consent_change": "it is a later decision of the person",
        "decision_edit": "it changes a decision that is on the file",
        "paper_note": "it is a note on paper",
        "anonymous_note": "it is about a caller without a name",
        "encouragement": "it is that somebody was urged to share",
    },
    "relevant": {
        "yes": "it bears on an issue of the case",
        "no": "it bears on no issue of the case",
    },
    "necessity_stated": {
        "yes": "why others need to be spoken to is written down",
        "no": "why others need to be spoken to is not written down",
    },
    "recipients": {
        "named": "those who would be told are named",
        "reason_given": "why nobody can be named yet is written down",
        "neither": "nobody who would be told is named and no reason is given",
    },
    "by": {
        "the_person": "it is the person’s own decision",
        "worker": "it is the decision of a member of staff",
        "head_of_service": "it is the decision of the head of service",
    },
    "identifying": {
        "yes": "it would show who an anonymous caller is",
        "no": "it would not show who an anonymous caller is",
    },
    "content": {
        "issues_and_actions": "it holds issues raised and action taken",
        "other": "it holds other things than issues raised and action taken",
    },
    "safeguarding": {
        "yes": "it is part of a safeguarding concern",
        "no": "it is no part of a safeguarding concern",
    },
}
