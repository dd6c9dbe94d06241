"""The dated files on which two policies are asked when a file may go, and the periods they set side by side.

What the dates of a file come to, each policy works out for itself; so both are asked about the same dates, never about
what these came to. Between the days taken here neither policy's answer can change.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import product
from typing import get_args

from inconfidence.policy.clocks.days import DAY
from inconfidence.policy.edition import Edition, Row
from inconfidence.policy.facts.keeping import Category, EnteredPeriod, Hold, HowLongToKeep
from inconfidence.policy.standing.keeping import kept
from inconfidence.policy.wording import CATEGORIES, SINCE

CLOSED_ON = date(2026, 11, 20)
BORN, DIED = date(2012, 9, 14), date(2024, 3, 2)
ENTERED = tuple(
    EnteredPeriod(category=category, from_="closure", years=6, source="the schedule of our host")
    for category in get_args(Category)
)
# No child whose birth is known, one child, and one who died.
CHILDREN: tuple[dict[str, tuple[date, ...]], ...] = (
    {},
    {"births": (BORN,)},
    {"births": (BORN,), "deaths": (DIED,)},
)
EVER: tuple[tuple[Category, ...], ...] = (
    (),
    ("supervision_order",),
    ("in_care",),
    ("supervision_order", "in_care"),
)
HOLDS: tuple[tuple[Hold, ...], ...] = ((), ("request",), ("csa_marker",), ("clock_untrusted",))
PERIODS: tuple[tuple[EnteredPeriod, ...], ...] = ((), ENTERED)
SOURCES = ("retention-source", "retention-review", "latest-date-wins")


def dated_files(first: Edition, second: Edition) -> Iterator[HowLongToKeep]:
    """Open files, and closed ones around every day on which an answer of either policy can change."""
    for closed_on, children, ever, holds, entered in product(
        (None, CLOSED_ON), CHILDREN, EVER, HOLDS, PERIODS
    ):
        file = HowLongToKeep(
            today=CLOSED_ON,
            closed_on=closed_on,
            ever=frozenset(ever),
            holds=frozenset(holds),
            entered_periods=entered,
            **children,
        )
        for today in _days(file, (first, second)):
            yield replace(file, today=today)


def periods_beside(first: Edition, second: Edition, called: tuple[str, str]) -> str:
    """How long each policy itself keeps a file, in one sentence."""
    told = "; ".join(
        f"{name}: {_periods(edition)}" for name, edition in zip(called, (first, second), strict=True)
    )
    return f"How long a file is kept {told}."


def _days(file: HowLongToKeep, editions: Sequence[Edition]) -> list[date]:
    """The day of closing; and the day before, the day, and the day after each last day and each review."""
    turning = {day for edition in editions for day in _last_days(edition, file)}
    around = {day + by * DAY for day in turning for by in (-1, 0, 1)}
    return sorted({CLOSED_ON, *(day for day in around if day > CLOSED_ON)})


def _last_days(edition: Edition, file: HowLongToKeep) -> set[date]:
    found = kept(edition, file)
    review = {found.review_on} if found.review_on else set()
    return {end.day for end in found.ends} | review


def _periods(edition: Edition) -> str:
    rows = edition.rows.get("retention-period", ())
    if not rows:
        said = next(edition.naming(slug).cites for slug in SOURCES if edition.names(slug))
        return f"no period of its own ({', '.join(said)})"
    return ", ".join(map(_period, rows))


def _period(row: Row) -> str:
    category, since = CATEGORIES[str(row.values["category"])], SINCE[str(row.values["from"])]
    return f"{category} {row.values['years']} years from {since} ({row.clause})"
