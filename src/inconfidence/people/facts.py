"""From what somebody said about reaching them to the facts of `may_contact`: one way at a time."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from inconfidence.people.queries import CardView, SafeContact
from inconfidence.policy.facts import MayContact, built
from inconfidence.policy.vocabulary import Question, Role
from inconfidence.team.actor import Actor

YES, NO, NOT_ASKED = "yes", "no", "not_asked"
# What waits on a telephone or in a mailbox is a message that somebody else may read: as on an answerphone.
CHANNELS: Mapping[str, str] = MappingProxyType(
    {"phone": "mobile", "text": "answerphone", "email": "answerphone", "letter": "letter"}
)
PREFERENCES: Mapping[str, Callable[[SafeContact], str]] = MappingProxyType(
    {
        "phone": lambda safe: YES if safe.ok_to_ring == "only_times" else safe.ok_to_ring,
        "text": lambda safe: safe.ok_text,
        "email": lambda safe: safe.ok_email,
        "letter": lambda safe: safe.ok_post,
    }
)
WORKERS = {Role.VOLUNTEER: "volunteer"}


def contact_facts(actor: Actor, card: CardView, method: str) -> MayContact | None:
    """The facts of getting in touch by this method (a code of `contact_method`); None where nobody is reached by it.

    What they were not asked stays not asked, and what they said of another e-mail address than the one that waits. An
    address counts as confirmed where they said that letters are fine, and it is used already.
    """
    if method not in CHANNELS:
        return None
    preference = NOT_ASKED if card.waits(method) else PREFERENCES[method](card.safe)
    said = {
        "actor": WORKERS.get(actor.role, "worker"),
        "channel": CHANNELS[method],
        "preference": preference if preference in (YES, NO) else NOT_ASKED,
        "address": _address(card),
    }
    found = built(Question.MAY_CONTACT, said)
    assert isinstance(found, MayContact)
    return found


def _address(card: CardView) -> str:
    if card.safe.post_came_back:
        return "returned"
    known = card.address.strip() and not card.waits("address")
    return "confirmed" if known and card.safe.ok_post == YES else "unconfirmed"
