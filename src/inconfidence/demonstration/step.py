"""What happened in a demonstration service, one step at a time: when, who did it, to which file."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from typing import Any, Literal

Answer = Literal["given", "limited", "refused", "asked", "withdrawn", "none"]


@dataclass(frozen=True, slots=True)
class Household:
    """The invented people a file speaks of."""

    adult: str
    mother: bool
    child: str
    school: str
    senco: str
    officer: str
    place: str
    year_of_birth: int
    phone: str
    language: str = ""

    @property
    def speaks(self) -> dict[str, Any]:
        """What the adult's card says of their language; nothing where it is ours."""
        return {"language": self.language, "interpreter": True} if self.language else {}


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that happened: when, who did it (sign-in name), to which file, what, in which words.

    `again` is the file of the same person that a file is opened beside.
    """

    when: datetime
    worker: str
    file: str
    act: Literal[
        "call",
        "named",
        "open",
        "involve",
        "note",
        "consent",
        "form",
        "share",
        "meet",
        "close",
        "reopen",
        "concern",
    ]
    text: str = ""
    minutes: int = 0
    method: str = "phone"
    next_step: str = ""
    on: date | None = None
    marks: Mapping[str, str] = field(default_factory=dict)
    outcomes: tuple[str, ...] = ()
    level: int = 1
    answer: Answer = "none"
    by_phone: bool = True
    issue: str = ""
    own_file: bool = False
    again: str = ""
    left_for_a_lead: bool = False
    household: Household | None = None


def weekday(day: date) -> date:
    """This day, or the Monday after it."""
    return day + timedelta(days=max(0, 7 - day.weekday())) if day.weekday() > 4 else day


def moment(day: date, chance: Random) -> datetime:
    """Some time in the working hours of this day, or of the Monday after it."""
    return datetime.combine(weekday(day), time(chance.randrange(9, 16), chance.randrange(60)), tzinfo=UTC)
