"""The dates families rely on: what the council must do by when, and what the family must."""

from datetime import date, timedelta

from inconfidence.policy.clocks.answers import GUIDANCE, Reckoned
from inconfidence.policy.clocks.days import (
    Days,
    birthday,
    last_friday_of_june,
    months_after,
    spelt,
    working_before,
    working_from,
)
from inconfidence.policy.clocks.events import CERTIFICATE, Events
from inconfidence.policy.clocks.holidays import Holidays
from inconfidence.policy.clocks.rows import Row
from inconfidence.policy.clocks.saying import aim, month_sentences, unknown

LEAVING_AGE = 16
SEPTEMBER = 9


def reckon_for_family(row: Row, received: date, happened: Events, holidays: Holidays) -> Reckoned:
    """One date that a family relies on."""
    off = holidays.of(row.off)
    due, working = _due(row, received, happened, off)
    target = max(received, working_before(due - timedelta(days=row.ahead), off)) if row.ahead else due
    provisional = due > holidays.known_until or bool(row.months and due < holidays.known_from)
    return Reckoned(
        row.name,
        target,
        due,
        None,
        (
            f"{row.received} {spelt(received)}.",
            *working,
            f"{row.due} {spelt(due)}.",
            *aim(target, due),
            *unknown(provisional, holidays),
            GUIDANCE,
        ),
        provisional,
    )


def _due(row: Row, received: date, happened: Events, off: Days) -> tuple[date, list[str]]:
    if row.months:
        certificate = max(happened.get(CERTIFICATE, ()), default=None)
        return _appeal(row, received, certificate, off)
    if row.weeks:
        due = received + timedelta(weeks=row.weeks)
        return due, [
            f"{row.weeks} weeks after that is {spelt(due)}; weekends and bank holidays do not move it."
        ]
    if row.days:
        due = received + timedelta(days=row.days)
        return due, [f"{row.days} days after that is {spelt(due)}; weekends and bank holidays count."]
    return leaving(received)


def _appeal(row: Row, letter: date, certificate: date | None, off: Days) -> tuple[date, list[str]]:
    """Each of the two ends moves by itself: a certificate never takes away what the letter alone gives."""
    due, working = _in_term(*_months(letter, row.months, "the letter"), off)
    if certificate is None:
        return due, [*working, "A mediation certificate can make this later, and never earlier."]
    other, more = _in_term(
        *_months(certificate, 1, f"the mediation certificate of {spelt(certificate)}"), off
    )
    due = max(due, other)
    return due, [*working, *more, f"The later of the two counts: {spelt(due)}."]


def _months(start: date, months: int, what: str) -> tuple[date, list[str]]:
    end = months_after(start, months)
    return end, month_sentences(start, months, what, end)


def _in_term(due: date, working: list[str], off: Days) -> tuple[date, list[str]]:
    """The tribunal's own holidays: August, and 25 December to 1 January."""
    if due.month == 8:
        moved = working_from(date(due.year, SEPTEMBER, 1), off)
        return moved, [
            *working,
            f"That is in August, so it moves to the first working day of September, {spelt(moved)}.",
        ]
    if (due.month, due.day) >= (12, 25) or (due.month, due.day) == (1, 1):
        moved = working_from(date(due.year + (due.month == 12), 1, 2), off)
        between = "That is between 25 December and 1 January"
        return moved, [
            *working,
            f"{between}, so it moves to the next working day in January, {spelt(moved)}.",
        ]
    return due, working


def leaving(born: date) -> tuple[date, list[str]]:
    """The end of compulsory school age of somebody born on this day, and how it is worked out."""
    sixteen = birthday(born, LEAVING_AGE)
    summer = sixteen.year + (sixteen.month >= SEPTEMBER)
    due = last_friday_of_june(summer)
    return due, [
        f"The sixteenth birthday is {spelt(sixteen)}.",
        f"It lies in the school year from 1 September {summer - 1} to 31 August {summer}.",
        f"The last Friday of June in that year is {spelt(due)}.",
    ]
