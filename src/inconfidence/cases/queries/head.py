"""What stands at the head of every page of a case: safe contact, who we may talk to, what is due.

Who we may talk to is known in a room above this one, which says so once, when the program starts.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from inconfidence.audit.acts import Act
from inconfidence.cases.queries.beginning import in_short, said_of
from inconfidence.cases.queries.door import NeedsReason, OpenCase, open_case_for, the_card
from inconfidence.cases.queries.due_words import in_its_words
from inconfidence.cases.queries.involved import holders_of, involved
from inconfidence.cases.queries.values import InvolvedView
from inconfidence.duties.queries import DutyView, due_about
from inconfidence.people.queries import CardView
from inconfidence.team.actor import Actor
from inconfidence.web.parts import IdentityBar, MayTalk
from inconfidence.web.wording import plain_date

Talking = Callable[[OpenCase, date], Sequence[MayTalk]]
_talking: list[Talking] = []


@dataclass(frozen=True, slots=True)
class CaseHead:
    """A case's head, and who is on it: what its forms need."""

    reference: str
    identity: IdentityBar
    card: CardView
    involved: tuple[InvolvedView, ...]
    allocated: bool
    reason_until: datetime | None


def say_who_we_may_talk_to(words: Talking) -> None:
    """Called once by the room that keeps consents."""
    _talking[:] = [words]


def identity(actor: Actor, door: OpenCase, card: CardView | None = None) -> IdentityBar:
    """The head of a case that has been opened."""
    shown = card or the_card(actor, door)
    talking = [line for words in _talking for line in words(door, actor.today())]
    return IdentityBar(
        reference=door.reference,
        name=f"{shown.name} ({shown.known_as})" if shown.known_as else shown.name,
        safe_contact=shown.safe_sentence,
        may_talk=tuple(talking),
        due=due_lines(actor, door),
        status=in_short(actor, door) if door.state == "open" else "Closed",
        access_needs=shown.access_needs,
        worker=_worker(actor, door),
        child=_first_name(said_of(door)["child"]),
        card=str(door.card_id),
        waits=bool(shown.waiting),
    )


def due_lines(actor: Actor, door: OpenCase, *, but: UUID | None = None, most: int = 3) -> tuple[str, ...]:
    """What is due on an opened case, the soonest `most`, a line each. What is due about the item `but` is left out."""
    owed = [
        duty
        for duty in due_about(actor, door.case_id, door.reference)
        if duty.about != but and not duty.ahead
    ]
    return tuple(_due(actor, door, duty) for duty in owed[:most])


def _due(actor: Actor, door: OpenCase, duty: DutyView) -> str:
    """What is due, in the words of the note it came from where this person may read that; its day is said once."""
    words, day = in_its_words(actor, door, duty), plain_date(duty.due_on) if duty.due_on else ""
    when = "" if day in words else f", by {day}"
    return f"{words}{when}{' (late)' if duty.overdue else ''}"


def _first_name(child: dict[str, Any]) -> str:
    """The child's first name; empty when nobody gave it, or when it is the child who asks."""
    names = str(child["name"]).split()
    return names[0] if names and not child["is_the_person"] else ""


def _worker(actor: Actor, door: OpenCase) -> str:
    found = [holder.name for holder in holders_of(actor, door)]
    return f"With {' and '.join(found)}" if found else "With nobody yet"


def case_head(
    actor: Actor, reference: str, *, look: Act | None = Act.case_seen
) -> CaseHead | NeedsReason | None:
    """Open a case for one of its smaller pages. One event is recorded."""
    door = open_case_for(actor, reference, look=look)
    return head_of(actor, door) if isinstance(door, OpenCase) else door


def head_of(actor: Actor, door: OpenCase) -> CaseHead:
    """The head of a case that has been opened already, for one of its smaller pages."""
    card = the_card(actor, door)
    return CaseHead(
        reference=door.reference,
        identity=identity(actor, door, card),
        card=card,
        involved=involved(door),
        allocated=door.allocated,
        reason_until=door.reason_until,
    )
