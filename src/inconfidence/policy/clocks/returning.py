"""Returns of figures: which periods have ended, and whether one of them is due, overdue or ready to be asked for.

A period is a calendar month or quarter. All days here are days in the United Kingdom, as everywhere in the core: a
month ends at midnight in London, summer time or not, and whoever asks turns moments into days. Where a policy has its
figures sent, the return of a period is due from the day after it, and overdue a month later (BN-2.6a). Where it has
them ready, they are prepared for each period and nobody is chased (CU-2.7a, X-25). On demand nothing is ever due.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from inconfidence.policy.clocks.days import DAY, MONTHS, months_after

Cadence = Literal["monthly", "quarterly", "on_demand"]
Mode = Literal["due", "available", "may"]
LENGTH: dict[str, int] = {"monthly": 1, "quarterly": 3}


@dataclass(frozen=True, slots=True)
class Period:
    """A calendar month, or a calendar quarter, by its first day and its length in months."""

    first: date
    months: int

    @property
    def last(self) -> date:
        """Its last day."""
        return self.next.first - DAY

    @property
    def next(self) -> "Period":
        """The period that follows it."""
        return Period(months_after(self.first, self.months), self.months)

    @property
    def name(self) -> str:
        """For example "March 2026", or "January to March 2026"."""
        first, last = MONTHS[self.first.month - 1], MONTHS[self.last.month - 1]
        return f"{first} {self.first.year}" if self.months == 1 else f"{first} to {last} {self.first.year}"


@dataclass(frozen=True, slots=True)
class Return:
    """The return of one period that has ended and was not released."""

    period: Period
    state: Literal["available", "due", "overdue"]

    @property
    def says(self) -> str:
        """What is shown of it, in one sentence."""
        return {
            "available": f"The figures for {self.period.name} are there to be asked for.",
            "due": f"The return for {self.period.name} is due.",
            "overdue": f"No return for {self.period.name} has been released.",
        }[self.state]


def period_with(cadence: Cadence, day: date) -> Period | None:
    """The period of this policy that a day falls in; none where figures are made on demand."""
    if cadence == "on_demand":
        return None
    months = LENGTH[cadence]
    return Period(date(day.year, day.month - (day.month - 1) % months, 1), months)


def returns(
    cadence: Cadence, mode: Mode, since: date, released: Collection[Period], today: date
) -> tuple[Return, ...]:
    """What is owed today, the oldest first, from the period of `since` on; what was released is owed no more."""
    if mode == "may":
        return ()
    return tuple(
        Return(period, _state(mode, period, today))
        for period in _ended(period_with(cadence, since), today)
        if period not in released
    )


def _ended(period: Period | None, today: date) -> Iterator[Period]:
    while period is not None and period.last < today:
        yield period
        period = period.next


def _state(
    mode: Literal["due", "available"], period: Period, today: date
) -> Literal["available", "due", "overdue"]:
    if mode == "available":
        return "available"
    return "overdue" if today >= months_after(period.next.first, 1) else "due"
