"""Who is on the line: the card, how they can show who they are, and what the policy lets us say until they have."""

from dataclasses import dataclass
from uuid import UUID

from inconfidence.cases.queries import Ringing, called, ringing
from inconfidence.disclosure.queries import to_a_stranger
from inconfidence.people.queries import CardView
from inconfidence.people.words import How
from inconfidence.policy.explain import Answer
from inconfidence.policy.replies import UNTIL_WE_KNOW
from inconfidence.team.actor import Actor

BUTTONS = {
    How.WORD_AGREED: "They gave the word agreed",
    How.RANG_BACK: "I rang back on the number on the card",
}


@dataclass(frozen=True, slots=True)
class Line:
    """The page of somebody on the line. `ways` are the buttons this card has; `answer` stands until one is pressed.

    `numbers` are those to ring back on; `no_number` says why there is none.
    """

    ringing: Ringing
    name: str
    ways: tuple[tuple[str, str], ...]
    numbers: tuple[str, ...]
    no_number: str
    helps: tuple[str, ...]
    meanwhile: str
    answer: Answer


def line(actor: Actor, card_id: UUID) -> Line | None:
    """The card of somebody who may be on the line; None for a card that is nowhere or not for this person."""
    found = ringing(actor, card_id)
    if found is None:
        return None
    ringable = How.RANG_BACK in found.ways
    return Line(
        ringing=found,
        name=called(found.card),
        ways=tuple((how.value, BUTTONS[how]) for how in found.ways),
        numbers=found.card.phones if ringable else (),
        no_number=_why_not(found.card),
        helps=_helps(found.card),
        meanwhile=UNTIL_WE_KNOW,
        answer=to_a_stranger(actor),
    )


def _why_not(card: CardView) -> str:
    if card.safe.number_of_another:
        return "Nothing: the number on the card is somebody else's"
    return "They asked us not to ring" if card.safe.ok_to_ring == "no" else "No number is on the card"


def _helps(card: CardView) -> tuple[str, ...]:
    speaks = (card.language, "an interpreter" if card.interpreter else "")
    return (*card.access_needs, *(part for part in speaks if part))
