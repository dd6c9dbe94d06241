"""What `may_see` takes, in plain words."""

from inconfidence.policy.telling import shared

CLAUSES: shared.Clauses = {
    "actor": {
        "worker": "a member of staff would look",
        "head_of_service": "the head of service would look",
        "volunteer": "a volunteer would look",
        "council_officer": "an officer of the council would look",
        "host_staff": "staff of the host would look",
        "other_service": "somebody of another service would look",
        "shared_account": "two people under one name would look",
    },
    "act": {
        "view": "they would open it",
        "search": "they would search for it",
        "download": "they would download it",
        "match": "they would find out who an anonymous caller was",
        "merge": "they would join two enquiries",
    },
    "assigned": {"yes": "they are assigned to the case", "no": "they are not assigned to the case"},
    "reason": {"yes": "their reason for looking is recorded", "no": "no reason for looking is recorded"},
    "item": {
        "case": "it is the case itself",
        "note": "it is a note",
        "letter": "it is a letter",
        "sen_file": "it is from the SEN case file",
        "school_record": "it is a school’s record",
        "voicemail": "it is a voicemail",
        "restricted": "it is about a crime or marked in such a way",
        "hot_words": "it is about hot words that were not meant",
        "other_enquiry": "it belongs to somebody else’s enquiry",
        "anonymous_enquiry": "it belongs to an enquiry without a name",
    },
    "source": {
        "staff": "it comes from our own staff",
        "parent": "it comes from the person we help",
        "professional": "it comes from a professional",
        "other_user": "it comes from somebody else we help",
    },
    "shared": {
        "yes": "staff have shared it with the volunteer",
        "no": "staff have not shared it with the volunteer",
    },
    "head_decided": shared.HEAD_DECIDED,
    "agreement": {
        "yes": "they signed the volunteer agreement before they were assigned",
        "no": "they had not signed the volunteer agreement when they were assigned",
    },
    "inducted": shared.INDUCTED,
    "trained": shared.TRAINED,
    "volunteer_wanted": shared.ASKED_FOR,
    "volunteers_enabled": shared.ENABLED,
    "item_need": {
        "yes": "why they need this very item is recorded",
        "no": "why they need this very item is not recorded",
    },
}
