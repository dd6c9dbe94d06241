"""When a policy must be looked at again: so many months after it was last looked at as a whole.

Months are cut to the month's last day, and a month printed without a day means its last day (D-28, X-21).
"""

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from inconfidence.policy.clocks.days import months_after

Kind = Literal["issued", "revised", "reviewed", "renamed"]
AHEAD = timedelta(days=60)
# A new name changes nothing that anybody looked at.
REVIEWS = frozenset({"issued", "revised", "reviewed"})


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry in a policy's history, by its day."""

    kind: Kind
    day: date


@dataclass(frozen=True, slots=True)
class Review:
    """Where a policy stands today: `unknown` while no date of a review is entered."""

    state: Literal["unknown", "current", "remind", "overdue"]
    last: date | None = None
    due: date | None = None
    remind_on: date | None = None


def month_end(year: int, month: int) -> date:
    """The day that a month printed without a day means: its last."""
    return date(year, month, monthrange(year, month)[1])


def last_review(history: Iterable[Entry]) -> date | None:
    """The day it was last looked at as a whole, when it was issued included; None where no entry says so."""
    return max((each.day for each in history if each.kind in REVIEWS), default=None)


def next_review(last: date | None, months: int, today: date) -> Review:
    """When the next review falls due, when to be reminded of it, and whether it is overdue today."""
    if last is None:
        return Review("unknown")
    due = months_after(last, months)
    remind_on = due - AHEAD
    return Review(_state(due, remind_on, today), last, due, remind_on)


def _state(due: date, remind_on: date, today: date) -> Literal["current", "remind", "overdue"]:
    if today > due:
        return "overdue"
    return "remind" if today >= remind_on else "current"
