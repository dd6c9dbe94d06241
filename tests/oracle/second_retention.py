"""How long a file is kept, once more: from the tables of the policies and the law, with days as year, month and day.

Nothing here does sums with dates. A day is three numbers; years are added to the first, and a table says what becomes
of 29 February. The periods are typed from the policies, not read from their files.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

Written = tuple[int, int, int]
LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
LEAP_DAY = (2, 29)
# What 29 February becomes in a common year: of a birthday the next day, of every other period the last of the month.
BECOMES = {"birthday": (3, 1), "period": (2, 28)}

# Category, counted from, years, clause.
PERIODS: Mapping[str, Sequence[tuple[str, str, int, str]]] = {
    "bath-and-north-east-somerset": (
        ("in_care", "birthday_18", 75, "BN-4.4b"),
        ("supervision_order", "birth", 21, "BN-4.4c"),
        ("parent_support", "closure", 12, "BN-4.4d"),
    ),
}
# Where an entered period comes from; elsewhere it fills the blank that the law shows.
SCHEDULES = {"bath-and-north-east-somerset": "BN-4.4a", "blackburn-with-darwen": "BD-DATA-08"}
LAW = "L-10"


class Said(NamedTuple):
    """What is to be said of a file: its date and category, every date, the day of its review."""

    destroy_on: str | None
    eligible_from: str | None
    category: str | None
    all: frozenset[tuple[str, str, str]]
    review_on: str | None


NOTHING = Said(None, None, None, frozenset(), None)


def leap(year: int) -> bool:
    return year % 400 == 0 or (year % 4 == 0 and year % 100 != 0)


def later(day: Written, years: int, kind: str) -> Written:
    year, month, number = day
    if (month, number) == LEAP_DAY and not leap(year + years):
        return (year + years, *BECOMES[kind])
    return year + years, month, number


def morrow(day: Written) -> Written:
    year, month, number = day
    length = 29 if month == 2 and leap(year) else LENGTHS[month - 1]
    if number < length:
        return year, month, number + 1
    return (year, month + 1, 1) if month < 12 else (year + 1, 1, 1)


def read(text: str) -> Written:
    year, month, number = text.split("-")
    return int(year), int(month), int(number)


def written(day: Written) -> str:
    return f"{day[0]:04}-{day[1]:02}-{day[2]:02}"


def second_retention(slug: str, facts: Mapping[str, object]) -> Said:
    """The dates of a file, from facts as a file of JSON states them."""
    closed = facts.get("closed_on")
    if not closed:
        return NOTHING
    births = list(facts.get("births") or ())  # type: ignore[call-overload]
    deaths = list(facts.get("deaths") or ())  # type: ignore[call-overload]
    children = [
        (births[at] if at < len(births) else None, deaths[at] if at < len(deaths) else None)
        for at in range(max(len(births), len(deaths)))
    ]
    children = [child for at, child in enumerate(children) if at < len(births) or child[1]]
    held = {"parent_support", *facts.get("ever", ())}  # type: ignore[misc]
    rows = [row for row in table(slug, facts) if row[0] in held]
    dates = {
        (row[0], written(day), row[3]) for row in rows for day in of_row(row, read(str(closed)), children)
    }
    if held - {row[0] for row in table(slug, facts)}:
        return Said(None, None, None, frozenset(dates), written(review(read(str(closed)), children)))
    nobody_known = not children or any(not born for born, _ in children)
    if nobody_known and any(row[1] != "closure" for row in rows):
        return Said(None, None, None, frozenset(dates), None)
    last = max(day for _, day, _ in dates)
    first_row = next(row[0] for row in rows if any(of == (row[0], last, row[3]) for of in dates))
    return Said(last, written(morrow(read(last))), first_row, frozenset(dates), None)


def table(slug: str, facts: Mapping[str, object]) -> list[tuple[str, str, int, str]]:
    """The policy's own rows, then what somebody entered, then the regulations on care records."""
    entered = [
        (row["category"], row["from"], row["years"], SCHEDULES.get(slug, LAW))
        for row in facts.get("entered_periods", ())  # type: ignore[attr-defined]
    ]
    return [*PERIODS.get(slug, ()), *entered, ("in_care", "care record", 75, LAW)]


def of_row(
    row: tuple[str, str, int, str], closed: Written, children: Sequence[tuple[str | None, str | None]]
) -> list[Written]:
    _, since, years, _ = row
    if since == "closure":
        return [later(closed, years, "period")]
    return [of_child(since, years, read(born), died) for born, died in children if born]


def of_child(since: str, years: int, born: Written, died: str | None) -> Written:
    eighteen = later(born, 18, "birthday")
    if since == "birthday_18":
        return later(eighteen, years, "period")
    if since == "care record" and died and read(died) < eighteen:
        return later(read(died), 15, "period")
    return later(born, years, "birthday")


def review(closed: Written, children: Sequence[tuple[str | None, str | None]]) -> Written:
    grown = [later(read(born), 25, "birthday") for born, _ in children if born]
    return max([later(closed, 6, "period"), *grown])
