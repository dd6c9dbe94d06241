"""What beginning and closing depend on and rooms above this one keep: each says so once, when the program starts."""

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from inconfidence.cases.facts.beginning import Agreed
from inconfidence.cases.queries.door import OpenCase
from inconfidence.policy.explain import Answer
from inconfidence.policy.standing.obtaining import ObtainStanding
from inconfidence.team.actor import Actor

Reader = Callable[[OpenCase, datetime], Agreed]
Records = Callable[[OpenCase, str, datetime], tuple[ObtainStanding, ...]]
_readers: list[Reader] = []
_records: list[Records] = []
_askings: list[Callable[[Actor, OpenCase, UUID], Answer | None]] = []
_went: list[Callable[[OpenCase, UUID, UUID], bool]] = []
_dangers: list[Callable[[OpenCase], str]] = []


def say_what_was_agreed(reader: Reader) -> None:
    """Called once by the room that keeps consents."""
    _readers[:] = [reader]


def agreed_on(actor: Actor, door: OpenCase) -> Agreed:
    """What that room says of an opened case as of now."""
    return next((read(door, actor.now()) for read in _readers), Agreed())


def say_what_records_were_agreed(reader: Records) -> None:
    """Called once by the room that keeps consents: how agreement stands to our having records of a source."""
    _records[:] = [reader]


def records_agreed(door: OpenCase, source: str, moment: datetime) -> tuple[ObtainStanding, ...]:
    """What that room says of an opened case: one standing for each matter, and for each who works there."""
    return next((read(door, source, moment) for read in _records), ())


def say_what_asking_comes_to(reader: Callable[[Actor, OpenCase, UUID], Answer | None]) -> None:
    """Called once by the room that keeps consents: what asking somebody on the case for records comes to now."""
    _askings[:] = [reader]


def asking_now(actor: Actor, door: OpenCase, person: UUID) -> Answer | None:
    """What it says today of the records that were last asked of this person; None where nothing was."""
    return next((read(actor, door, person) for read in _askings), None)


def say_where_danger_is_believed(reader: Callable[[OpenCase], str]) -> None:
    """Called once by the room that keeps what was recorded about danger: who may come to harm, where it is believed."""
    _dangers[:] = [reader]


def danger_believed(door: OpenCase) -> bool:
    """Whether the last word on an opened case is a belief that somebody may come to harm."""
    return any(read(door) for read in _dangers)


def child_in_danger(door: OpenCase) -> bool:
    """The same of a child."""
    return any(read(door) == "child" for read in _dangers)


def say_what_went_out(reader: Callable[[OpenCase, UUID, UUID], bool]) -> None:
    """Called once by the room that keeps the ledger: whether this item of the case was shared with this person."""
    _went[:] = [reader]


def went_out(door: OpenCase, item_id: UUID, person: UUID) -> bool:
    """Whether an item of an opened case was shared with somebody on it, under a yes."""
    return any(read(door, item_id, person) for read in _went)
