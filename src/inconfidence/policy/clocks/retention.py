"""When the periods of keeping end: a date for each period and child, of which the latest counts (X-13).

A birthday of 29 February is 1 March in a common year; every other period is cut to the month's last day; a file may be
destroyed from the day after its date (D-30).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from inconfidence.policy.clocks.days import DAY, birthday, months_after

Since = Literal["birth", "birthday_18", "closure", "care_record"]
SetBy = Literal["policy", "schedule", "law"]

ADULT = 18
YEARS_AFTER_DEATH = 15
REVIEW_AFTER = 6
REVIEW_AGE = 25


@dataclass(frozen=True, slots=True)
class Period:
    """How long files of one category are kept. `care_record` counts from birth, or from a death under eighteen."""

    category: str
    since: Since
    years: int
    clause: str
    set_by: SetBy


@dataclass(frozen=True, slots=True)
class Child:
    """A child on the file, as far as dates are known."""

    born: date | None
    died: date | None = None


@dataclass(frozen=True, slots=True)
class File:
    """A closed file: when it was last closed, who is on it, and every category it ever fell in."""

    closed_on: date
    children: tuple[Child, ...]
    categories: frozenset[str]


@dataclass(frozen=True, slots=True)
class End:
    """The day on which one period ends for one child, or for the file as a whole."""

    category: str
    day: date
    clause: str
    set_by: SetBy


def care_records(clause: str) -> Period:
    """Seventy-five years from birth, or fifteen from a death under eighteen.

    Care Planning, Placement and Case Review (England) Regulations 2010, reg. 50; `clause` is whoever lays it over.
    """
    return Period("in_care", "care_record", 75, clause, "law")


def ends(periods: Iterable[Period], file: File) -> tuple[End, ...]:
    """Every date that can be worked out, each once; a child whose birth is not known gives none."""
    found = (
        End(period.category, day, period.clause, period.set_by)
        for period in periods
        if period.category in file.categories
        for day in _days(period, file)
    )
    return tuple(dict.fromkeys(found))


def latest(found: Iterable[End]) -> End | None:
    """The end that governs: the latest day, compared as days and never as lengths."""
    return max(found, key=lambda end: end.day, default=None)


def without_birth(periods: Iterable[Period], file: File) -> tuple[Period, ...]:
    """The periods that count from a birth which is not known."""
    known = bool(file.children) and all(child.born for child in file.children)
    return tuple(
        period
        for period in periods
        if period.category in file.categories and period.since != "closure" and not known
    )


def without_period(periods: Iterable[Period], file: File) -> tuple[str, ...]:
    """The categories of the file for which nobody has set a period."""
    return tuple(sorted(file.categories - {period.category for period in periods}))


def review_on(file: File) -> date:
    """Where no period is set: six years after closing, or a twenty-fifth birthday if that is later (D-18)."""
    birthdays = [birthday(child.born, REVIEW_AGE) for child in file.children if child.born]
    return max([years_after(file.closed_on, REVIEW_AFTER), *birthdays])


def eligible_from(day: date) -> date:
    """The first day on which a file may go: the day after its date."""
    return day + DAY


def years_after(day: date, years: int) -> date:
    """So many years from an event, cut to the month's last day."""
    return months_after(day, 12 * years)


def _days(period: Period, file: File) -> list[date]:
    if period.since == "closure":
        return [years_after(file.closed_on, period.years)]
    return [_for_child(period, child.born, child.died) for child in file.children if child.born]


def _for_child(period: Period, born: date, died: date | None) -> date:
    grown = birthday(born, ADULT)
    if period.since == "birthday_18":
        return years_after(grown, period.years)
    if period.since == "care_record" and died and died < grown:
        return years_after(died, YEARS_AFTER_DEATH)
    return birthday(born, period.years)
