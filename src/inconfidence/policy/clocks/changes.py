"""Which dates change when the list of bank holidays does."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from inconfidence.policy.clocks.answers import Reckoned, Waiting
from inconfidence.policy.clocks.events import Events
from inconfidence.policy.clocks.holidays import HOLIDAYS, Holidays
from inconfidence.policy.clocks.reckoning import reckon


@dataclass(frozen=True, slots=True)
class Asked:
    """What a date was worked out from: the clock, the day, and what has happened since."""

    name: str
    received: date
    events: Events = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Moved:
    """A date that is another by the new list."""

    asked: Asked
    was: Reckoned | Waiting
    now: Reckoned | Waiting


def moved(dates: Iterable[Asked], old: Holidays, new: Holidays = HOLIDAYS) -> list[Moved]:
    """Those of these dates that are others by the new list than by the old, in the same order."""
    both = ((asked, _by(asked, old), _by(asked, new)) for asked in dates)
    return [Moved(*each) for each in both if _days(each[1]) != _days(each[2])]


def _by(asked: Asked, holidays: Holidays) -> Reckoned | Waiting:
    return reckon(asked.name, asked.received, asked.events, holidays)


def _days(found: Reckoned | Waiting) -> tuple[date | None, ...]:
    if isinstance(found, Waiting):
        return (found.not_before,)
    return found.target, found.legal_due, found.legal_due_latest
