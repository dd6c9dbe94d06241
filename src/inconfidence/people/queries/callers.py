"""Who is on the line: the ways in which somebody can show that they are the person of a card, and those who did."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from inconfidence.people.models import Caller
from inconfidence.people.queries.cards import CardView
from inconfidence.people.words import ONE_CALL, SAID, How
from inconfidence.team.actor import Actor
from inconfidence.team.queries import names


@dataclass(frozen=True, slots=True)
class CallerView:
    """That somebody rang, wrote or came: how they were known, when, by whom of us."""

    id: UUID
    how: How
    words: str
    at: datetime
    by: str

    @property
    def known(self) -> bool:
        """Whether they showed who they are."""
        return self.how is not How.NOT_KNOWN


def ways(card: CardView) -> tuple[How, ...]:
    """How the person of this card can show who they are: what is not agreed, or not to be rung, is no way.

    Nor is the number of somebody else: a child is never made sure of through a parent's.
    """
    own = not card.safe.number_of_another
    found = {
        How.WORD_AGREED: bool(card.safe.safe_word.strip()),
        How.RANG_BACK: own and bool(card.phones) and card.safe.ok_to_ring != "no",
    }
    return tuple(how for how, there in found.items() if there)


def callers(actor: Actor, card_id: UUID) -> tuple[CallerView, ...]:
    """Everybody who rang, wrote or came as the person of a card, the last first. The card has been opened."""
    people = names(actor.service_id)
    rows = Caller.objects.filter(service_id=actor.service_id, card_id=card_id).order_by("-at", "-id")
    return tuple(_view(row, people) for row in rows)


def on_the_line(actor: Actor, card_id: UUID) -> CallerView | None:
    """Whoever was known in this very call, if anybody was: what was shown an hour ago is shown again."""
    rows = Caller.objects.filter(
        service_id=actor.service_id, card_id=card_id, at__gt=actor.now() - ONE_CALL, at__lte=actor.now()
    )
    last = rows.order_by("-at", "-id").first()
    found = _view(last, names(actor.service_id)) if last else None
    return found if found and found.known else None


def _view(row: Caller, people: dict[UUID, str]) -> CallerView:
    how = How(row.how)
    return CallerView(row.id, how, SAID[how], row.at, people.get(row.by_id, ""))
