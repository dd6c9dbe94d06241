"""What `where_to_raise` takes, in plain words."""

from inconfidence.policy.telling import shared

CLAUSES: shared.Clauses = {
    "about": {
        "child": "a child may come to harm",
        "young_person_poses": "a young person may harm somebody",
        "employee": "it concerns somebody the council employs",
        "class_teacher": "it concerns a class teacher",
        "head_teacher": "it concerns a head teacher",
        "adult": "an adult may come to harm",
    },
    "belief": shared.BELIEF,
    "checked": {"yes": "what was meant has been checked", "no": "what was meant has not been checked"},
    "spoken_to": shared.SPOKEN_TO,
    "lead_consulted": shared.LEAD_CONSULTED,
    "emergency": shared.EMERGENCY,
    "child_hurt": {"yes": "a child is at risk besides", "no": "no child is at risk besides"},
    "to": {
        "social_care": "told to children’s social care",
        "adult_care": "told to adult social care",
        "police": "told to the police",
        "line_manager": "told to their line manager",
        "head": "told to the head teacher",
        "chair_of_governors": "told to the chair of governors",
        "schools_hr": "told to the schools’ human resources team",
        "designated_officer": "told to the designated officer for allegations",
    },
    "extent": shared.EXTENT,
    "stage": {"pass_on": "the concern would be passed on", "close": "the concern would be closed"},
    "violence_procedure": {
        "yes": "the procedure about violence at work has been started",
        "no": "the procedure about violence at work has not been started",
    },
    "mending": {
        "yes": "what was done to mend things is recorded",
        "no": "what was done to mend things is not recorded",
    },
}
