"""What `may_obtain` takes, in plain words."""

from inconfidence.policy.telling import shared

CLAUSES: shared.Clauses = {
    "actor": shared.ACTOR,
    "source": {
        "school": "the records are a school’s",
        "sen_file": "the records are in the council’s SEN case file",
        "council_system": "the records are in a central system of the council",
        "other_professional": "the records are another professional’s",
    },
    "consent": {
        **shared.CONSENT,
        "share_only": "the person agreed to our sharing and not to our asking others",
    },
    "consent_from": shared.CONSENT_FROM,
    "consent_before": shared.CONSENT_BEFORE,
    "consent_record": shared.CONSENT_RECORD,
    "form_back": shared.FORM_BACK,
    "need_stated": shared.NEED_STATED,
    "child_at_risk": {
        "yes": "a believed concern about a child needs them",
        "no": "no concern about a child needs them",
    },
}
