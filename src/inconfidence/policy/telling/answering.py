"""What `may_answer_request` takes, in plain words."""

from inconfidence.policy.telling import shared

CLAUSES: shared.Clauses = {
    "kind": {
        "subject_access": "somebody asks for their own information",
        "view_notes": "somebody asks to look at the notes",
        "foi": "somebody asks under freedom of information",
        "council": "the council asks for notes for legal reasons",
        "outside": "the police or an agency asks",
        "parents_route": "everything would go to the parents or their solicitor",
    },
    "stage": {
        "release": "it would go out now",
        "log": "the request would be taken down now",
        "close": "the request would be closed now",
    },
    "actor": shared.ACTOR,
    "requester": {
        "subject": "the person asks themselves",
        "parent": "a parent asks",
        "relative": "a relative asks",
        "solicitor": "a solicitor asks",
        "official": "an official asks",
        "public": "a member of the public asks",
    },
    "about": {
        "own": "it is about their own information",
        "child": "it is about a child’s information",
        "other_enquiry": "it is about somebody else’s information",
        "counts": "it is about figures",
        "small_counts": "it is about figures so small that they could point to somebody",
        "case_notes": "it is about case notes",
    },
    "to": {
        "requester": "it would go to whoever asks",
        "named_officer": "it would go to the officer named",
        "mailbox": "it would go to a mailbox that several people read",
        "parent": "it would go to the parent",
        "named_solicitor": "it would go to the solicitor named",
        "someone_else": "it would go to somebody else",
    },
    "child": {
        "not_a_child": "it is about no child",
        "under_12": "the child was under twelve when the request came",
        "from_12": "the child was twelve or over when the request came",
    },
    "capacity": {
        "not_judged": "nobody has judged whether the child understands this right",
        "able": "the child is judged to understand this right",
        "unable": "the child is judged not to understand this right",
    },
    "child_authority": {
        "yes": "the child agrees that this person asks",
        "no": "the child has not agreed that this person asks",
    },
    "turned_12_since": {
        "yes": "the child has turned twelve since the request came",
        "no": "no child has turned twelve since the request came",
    },
    "identity": {"yes": "who asks has been shown", "no": "who asks has not been shown"},
    "responsibility": {
        "shown": "parental responsibility is shown",
        "unproven": "parental responsibility is not shown",
        "limited_by_order": "a court order limits parental responsibility",
    },
    "consent": {
        "none": shared.CONSENT["none"],
        "general": "the person agreed in general",
        "specific": "the person agreed to this very request",
        "refused": shared.CONSENT["refused"],
    },
    "consent_from": shared.CONSENT_FROM,
    "evidence": {
        "none": "nothing shows a yes",
        "telephone": "the yes came by telephone",
        "form_or_letter": "the yes came on a form or in a letter",
    },
    "told": {"yes": "the person knows of the request", "no": "the person does not know of the request"},
    "lead_discussed": {
        "yes": "it was talked through with the head of service",
        "no": "it was not talked through with the head of service",
    },
    "user_discussed": {
        "yes": "it was talked through with the person",
        "no": "it was not talked through with the person",
    },
    "approvals": {
        "none": "nobody has approved it",
        "one": "one person has approved it",
        "same_person": "the same person has approved it in both posts",
        "two": "two people have approved it",
    },
    "extent": {"extract": "only an extract would go", "whole": "all of it would go"},
    "others_decided": {
        "yes": "what other people told us in it has been decided on",
        "no": "what other people told us in it has not been decided on",
    },
    "copy_sent": {"yes": "a copy of the same was sent", "no": "no copy of the same was sent"},
    "copy_to": {"subject": "the copy went to the person", "someone_else": "the copy went to somebody else"},
    "passed_to_parent": {
        "yes": "everything went to the parents or their solicitor before",
        "no": "nothing went to the parents or their solicitor before",
    },
    "law": shared.LAW,
    "head_decided": shared.HEAD_DECIDED,
    "ended": {
        "released": "it ended with what was asked for going out",
        "handed_over": "it ended with everything going to the parents or their solicitor",
        "declined": "it ended with a no",
    },
    "received": {
        shared.DAY: "the request came on {day}",
        shared.NO_DAY: "the day the request came is not known",
    },
}
