"""What `may_contact` takes, in plain words."""

from inconfidence.policy.telling import shared

CLAUSES: shared.Clauses = {
    "actor": shared.STAFF,
    "who": {
        "client": "we help them already",
        "self_referred": "they came to us and are not helped yet",
        "referred": "a professional put the family forward",
        "stranger": "they neither came to us nor were put forward",
    },
    "agreement": {
        "none": "the family is not shown to have agreed",
        "before": "the family agreed before their details were passed on",
        "after": "the family agreed only after their details were passed on",
    },
    "exceptional": {
        "yes": "why this is exceptional is recorded",
        "no": "why this is exceptional is not recorded",
    },
    "agreed_by": {
        "yes": "who of our staff agreed to make contact is recorded",
        "no": "who of our staff agreed to make contact is not recorded",
    },
    "channel": {
        "mobile": "by mobile phone",
        "home": "by the telephone at home",
        "work": "by the telephone at work",
        "answerphone": "by a message on an answerphone",
        "via_relative": "by a message left with a relative",
        "via_colleague": "by a message left with a colleague of theirs",
        "letter": "by letter",
        "newsletter": "by the mailing list",
    },
    "preference": {
        "not_asked": "they were not asked about this way",
        "yes": "they agreed to this way",
        "yes_other_number": "they agreed to this way for another number only",
        "no": "they said no to this way",
    },
    "mailing_consent": {
        "yes": "they agreed to be on the mailing list",
        "no": "they have not agreed to be on the mailing list",
    },
    "address": {
        "confirmed": "their address is confirmed",
        "unconfirmed": "their address is not confirmed",
        "returned": "something sent to their address came back",
    },
}
