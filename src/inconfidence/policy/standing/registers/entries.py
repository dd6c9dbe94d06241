"""What a register holds, what it is judged by, and what it comes to: no row of a table, no clock."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from inconfidence.policy.edition import Edition


class State(StrEnum):
    """Where a register or a line of it stands; what comes later weighs more."""

    IN_ORDER = "in_order"
    DUE = "due"
    NEVER = "never"
    OVERDUE = "overdue"
    FLAGGED = "flagged"


WEIGHTS = {state: at for at, state in enumerate(State)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One dated line. `what`: the point, document or kind of data; `name`: which one; `person`: whose it is.

    `found`: what was looked at was as the policy says.
    """

    on: date
    what: str = ""
    name: str = ""
    version: str = ""
    where: str = ""
    purpose: str = ""
    basis: str = ""
    person: str = ""
    found: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """A register with what it is judged by: the policy in force, today, who works here, what we collect."""

    edition: Edition
    today: date
    entries: tuple[Entry, ...] = ()
    staff: tuple[str, ...] = ()
    kinds: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    def until_today(self) -> "Book":
        """Without what is dated later than today, oldest first."""
        known = sorted((each for each in self.entries if each.on <= self.today), key=lambda each: each.on)
        return replace(self, entries=tuple(known))


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that a register says, and where it stands."""

    says: str
    state: State = State.IN_ORDER


@dataclass(frozen=True, slots=True)
class Standing:
    """What a register comes to today."""

    lines: tuple[Line, ...]

    @property
    def state(self) -> State:
        """The state of its heaviest line; in order where it has none."""
        return max((line.state for line in self.lines), key=WEIGHTS.__getitem__, default=State.IN_ORDER)


def flagged(says: str) -> Line:
    """Something that somebody has to look at."""
    return Line(says, State.FLAGGED)


def latest(entries: Iterable[Entry]) -> dict[tuple[str, str], Entry]:
    """The last entry of each thing, by what and which it is. Entries come oldest first."""
    return {(each.what, each.name): each for each in entries}
