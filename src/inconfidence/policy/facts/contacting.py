"""What `may_contact` takes."""

from dataclasses import dataclass
from typing import Literal

from inconfidence.policy.facts.words import Contradiction, NoYes, fact


@dataclass(frozen=True, slots=True, kw_only=True)
class MayContact:
    """May we reach this person this way, leave a message, put them on the mailing list, follow up a referral?"""

    actor: Literal["worker", "volunteer"] = fact("worker", "who would get in touch")
    who: Literal["client", "self_referred", "referred", "stranger"] = fact(
        "client",
        "client: somebody we help; self_referred: came to us and is not helped yet; referred: a professional put them "
        "forward; stranger: neither came nor was referred",
    )
    agreement: Literal["none", "before", "after"] = fact(
        "none",
        "the family's agreement to the referral, as shown by the referrer, against the day details were passed",
    )
    exceptional: NoYes = fact("no", "why this referral is exceptional is recorded")
    agreed_by: NoYes = fact("no", "the member of staff who agreed to make contact is recorded")
    channel: Literal[
        "mobile", "home", "work", "answerphone", "via_relative", "via_colleague", "letter", "newsletter"
    ] = fact(
        "mobile", "how; via_relative, via_colleague: a message left with them; newsletter: the mailing list"
    )
    preference: Literal["not_asked", "yes", "yes_other_number", "no"] = fact(
        "not_asked",
        "what the person said about this way; yes_other_number: a yes for another number or machine",
    )
    mailing_consent: NoYes = fact("no", "agreed to the mailing list, and has not left it")
    address: Literal["confirmed", "unconfirmed", "returned"] = fact(
        "confirmed", "the address it would go to; returned: something sent there came back"
    )


NOT_REFERRED = ("self_referred", "stranger")
CONTRADICTIONS = (
    Contradiction(
        "who",
        NOT_REFERRED,
        "agreement",
        ("before", "after"),
        "only a family put forward agreed to be put forward",
    ),
    Contradiction("who", NOT_REFERRED, "exceptional", ("yes",), "only a referral is exceptional"),
)
