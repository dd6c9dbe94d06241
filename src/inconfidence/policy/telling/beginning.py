"""What `may_begin_casework` takes, in plain words."""

from inconfidence.policy.telling import shared

CLAUSES: shared.Clauses = {
    "relation": {
        "parent": "a parent comes to us",
        "child": "the child comes to us",
        "young_person": "a young person comes to us",
        "carer": "a carer comes to us",
        "responsibility_holder": "somebody with parental responsibility who is no parent comes to us",
        "relative": "a relative or somebody else comes to us",
    },
    "responsibility": {
        "yes": "they hold parental responsibility",
        "no": "they have not shown parental responsibility",
    },
    "act": {
        "casework": "we would work in depth for them",
        "open_enquiry": "we would take down that they came",
        "general_information": "we would give general information",
        "close_first_contact": "we would finish the first contact",
        "decline": "we would send them away",
    },
    "anonymous": {"yes": "they have not said who they are", "no": "they have said who they are"},
    "names_child": {"yes": "it is about a particular child", "no": "it is about no particular child"},
    "origin": {
        "self": "they came to us themselves",
        "professional_present": "a professional got in touch with them present",
        "professional_absent": "a professional got in touch without them",
        "referral": "somebody put the family forward",
    },
    "confirmed": {
        "yes": "they have told us themselves that they want our help",
        "no": "they have not told us themselves that they want our help",
    },
    "absence_reason": {
        "yes": "why they were not present is noted",
        "no": "why they were not present is not noted",
    },
    "statement": {
        "yes": "they have heard what confidentiality means here",
        "no": "they have not heard what confidentiality means here",
    },
    "pack": {
        "yes": "they were given the privacy notice with any permission form",
        "no": "they were not given the privacy notice with any permission form",
    },
    "form_back": shared.FORM_BACK,
    "consent_question": {
        "answered": "they have said whether they agree to sharing",
        "not_needed": "they were not asked about sharing and the reason is noted",
        "untouched": "they were not asked about sharing and no reason is noted",
    },
    "refused": {"yes": "they refused sharing", "no": "they have not refused sharing"},
    "limits_explained": {
        "yes": "they have heard how far help goes after a refusal",
        "no": "they have not heard how far help goes after a refusal",
    },
    "reason_declined": {
        "none": "no reason for sending them away is noted",
        "age_or_capacity": "the reason is their age or understanding",
        "optional_detail": "the reason is that they said no more than how to reach them",
        "no_responsibility": "the reason is that they hold no parental responsibility",
        "other": "the reason is another one",
    },
}
