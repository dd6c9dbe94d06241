"""What `may_disclose` takes, in plain words."""

from inconfidence.policy.telling import shared

CLAUSES: shared.Clauses = {
    "actor": shared.ACTOR,
    "act": {
        "share": "it would be told or sent",
        "confirm_known": "it would be said whether they came to us",
        "raise_pattern": "it is a concern about how things are, for the council",
        "internal": "it is for supervision or training",
        "training_example": "it would be a story told outside",
    },
    "recipient": {
        "professional": "told to a professional",
        "council": "told to the council",
        "referrer": "told to whoever sent the family to us",
        "relative": "told to a relative",
        "other_user": "told to somebody else we help",
        "public": "told to the public",
        "police": "told to the police",
        "emergency_service": "told to an emergency service",
        "safeguarding_body": "told to a safeguarding team",
        "inspector": "told to an inspector",
        "host_staff": "told to staff of the host",
        "service_staff": "told to a colleague in the service",
        "mixed_audience": "told to our staff and others together",
        "user": "told to the person themselves",
    },
    "identifies": shared.IDENTIFIES,
    "extent": {**shared.EXTENT, "existence": "it says only that they are in touch with us"},
    "relevant": {
        "yes": "all of it bears on the matter in hand",
        "no": "some of it does not bear on the matter in hand",
    },
    "need_stated": shared.NEED_STATED,
    "assigned": {"yes": "they are assigned to the case", "no": "they are not assigned to the case"},
    "consent": {
        **shared.CONSENT,
        "asked": "the person was asked and has not answered yet",
        "implied": "the person hinted at a yes without saying it",
    },
    "consent_from": shared.CONSENT_FROM,
    "consent_recipient": {
        "yes": "the yes covers whoever would be told",
        "no": "the yes does not cover whoever would be told",
    },
    "consent_purpose": {
        "yes": "the yes covers what it is for",
        "no": "the yes does not cover what it is for",
    },
    "consent_items": {
        "yes": "the yes covers all that would be told",
        "no": "the yes does not cover all that would be told",
    },
    "consent_record": {
        **shared.CONSENT_RECORD,
        "form_no_recipients": "the form of the yes does not say who may be told",
    },
    "consent_before": shared.CONSENT_BEFORE,
    "consent_review": {
        "current": "the yes is not due to be looked at again",
        "overdue": "the yes should have been looked at again by now",
        "reopened": "the yes is from before the case was opened again",
    },
    "form_back": shared.FORM_BACK,
    "provided_by": {
        "subject": "the person told us themselves",
        "other_in_confidence": "somebody else told us in confidence",
    },
    "risk_to": {
        "nobody": "nobody may come to harm",
        "child": "a child may come to harm",
        "adult_at_risk": "an adult with care and support needs may come to harm",
        "adult": "another adult may come to harm",
        "staff": "a colleague may come to harm",
        "public": "people at large may come to harm",
    },
    "belief": {**shared.BELIEF, "none": "nobody speaks of harm"},
    "emergency": shared.EMERGENCY,
    "spoken_to": shared.SPOKEN_TO,
    "lead_consulted": shared.LEAD_CONSULTED,
    "law": shared.LAW,
    "within_terms": {
        "yes": "nothing goes beyond what the law or the order names",
        "no": "it goes beyond what the law or the order names",
    },
    "inspection": {
        "none": "no inspection is recorded",
        "school": "a school is inspected",
        "authority_open": "the council is being inspected today",
        "authority_closed": "the inspection of the council has ended",
    },
    "head_decided": shared.HEAD_DECIDED,
    "checklist_signed": shared.CHECKLIST_SIGNED,
}
