"""Which dates that were shown are others by a new list of bank holidays."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from inconfidence.policy.clocks.answers import Reckoned, Waiting
from inconfidence.policy.clocks.events import Events
from inconfidence.policy.clocks.holidays import HOLIDAYS, Holidays
from inconfidence.policy.clocks.reckoning import reckon


@dataclass(frozen=True, slots=True)
class Shown:
    """A date as it was shown, and what it was worked out from; no days where something was still waited for."""

    name: str
    received: date
    target: date | None
    legal_due: date | None
    legal_due_latest: date | None = None
    events: Events = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Changed:
    """A date that was shown, and what it is now."""

    was: Shown
    now: Reckoned | Waiting


def changed(shown: Iterable[Shown], holidays: Holidays = HOLIDAYS) -> list[Changed]:
    """Those of these dates that are others by this list, in the same order."""
    again = (Changed(was, reckon(was.name, was.received, was.events, holidays)) for was in shown)
    return [each for each in again if _days(each.was) != _days(each.now)]


def _days(found: Shown | Reckoned | Waiting) -> tuple[date | None, ...]:
    if isinstance(found, Waiting):
        return None, None, None
    return found.target, found.legal_due, found.legal_due_latest
