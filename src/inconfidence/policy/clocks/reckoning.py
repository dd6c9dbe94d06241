"""From what came, and when, to the date that counts, with every step said in a sentence."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from inconfidence.policy.clocks.days import (
    KNOWN_FROM,
    KNOWN_UNTIL,
    birthday,
    last_friday_of_june,
    months_after,
    spelt,
    working_before,
    working_from,
)
from inconfidence.policy.clocks.rows import LATER, LATEST, NAMES, ROWS, Row, in_force

CERTIFICATE = "mediation-certificate"
EVENTS = (
    "identity-asked", "identity-received", "authority-received", "clarification-asked", "clarified", "extended",
    "fee-asked", "fee-paid", CERTIFICATE, "closed",
)  # fmt: skip
GUIDANCE = "This is guidance, not legal advice. Check the letter: it may give another date."
NUMBERS = {1: "One month", 2: "Two months"}
LEAVING_AGE = 16
SEPTEMBER = 9

Events = Mapping[str, Sequence[date]]


class BadClock(ValueError):
    """No date can be worked out from this; the message says in one sentence what was expected."""


@dataclass(frozen=True, slots=True)
class Reckoned:
    """A date with its working.

    `target` is our own, never later than `legal_due`; `legal_due_latest` is there only where the law can be read in
    two ways; `provisional`: bank holidays are not known for that day.
    """

    name: str
    target: date
    legal_due: date
    legal_due_latest: date | None
    working: tuple[str, ...]
    provisional: bool


def reckon(name: str, received: date, events: Events | None = None) -> Reckoned:
    """Work out one date. Raises BadClock when the name, a date or an event does not fit."""
    row = _row(name, received)
    happened = _fitting(row, received, events or {})
    due, working = _due(row, received, happened)
    target = max(received, working_before(due - timedelta(days=row.ahead))) if row.ahead else due
    provisional = due > KNOWN_UNTIL or bool(row.months and due < KNOWN_FROM)
    return Reckoned(
        name,
        target,
        due,
        None,
        (
            f"{row.received} {spelt(received)}.",
            *working,
            f"{row.due} {spelt(due)}.",
            *aim(target, due),
            *_unknown(provisional),
            GUIDANCE,
        ),
        provisional,
    )


def _row(name: str, received: date) -> Row:
    if name in LATER:
        raise BadClock(f"{name} is not worked out yet; expected one of {', '.join(NAMES)}.")
    if name not in NAMES:
        raise BadClock(f"{name} is no clock; expected one of {', '.join(NAMES)}.")
    row = in_force(name, received)
    if row is None or received > LATEST:
        first = min(each.in_force_from for each in ROWS if each.name == name)
        raise BadClock(
            f"{name} is worked out for dates from {spelt(first)} to {spelt(LATEST)}, not for {spelt(received)}."
        )
    return row


def _fitting(row: Row, received: date, events: Events) -> date | None:
    """The mediation certificate's day, the latest if there are several."""
    for kind in events:
        if kind not in EVENTS:
            raise BadClock(f"{kind} is no event; expected one of {', '.join(EVENTS)}.")
        if kind not in row.events:
            takes = f"only {', '.join(row.events)}" if row.events else "no events"
            raise BadClock(f"{row.name} takes {takes}, not {kind}.")
    days = sorted(events.get(CERTIFICATE, ()))
    if days and days[0] < received:
        raise BadClock(
            f"The mediation certificate of {spelt(days[0])} is older than the letter of {spelt(received)}: expected a"
            " certificate about this letter."
        )
    if days and days[-1] > LATEST:
        raise BadClock(
            f"The mediation certificate is dated {spelt(days[-1])}: expected a day up to {spelt(LATEST)}."
        )
    return days[-1] if days else None


def _due(row: Row, received: date, certificate: date | None) -> tuple[date, list[str]]:
    if row.months:
        return _appeal(row, received, certificate)
    if row.weeks:
        due = received + timedelta(weeks=row.weeks)
        return due, [
            f"{row.weeks} weeks after that is {spelt(due)}; weekends and bank holidays do not move it."
        ]
    if row.days:
        due = received + timedelta(days=row.days)
        return due, [f"{row.days} days after that is {spelt(due)}; weekends and bank holidays count."]
    return _leaving(received)


def _appeal(row: Row, letter: date, certificate: date | None) -> tuple[date, list[str]]:
    """Each of the two ends moves by itself: a certificate never takes away what the letter alone gives."""
    due, working = _in_term(*_months(letter, row.months, "the letter"))
    if certificate is None:
        return due, [*working, "A mediation certificate can make this later, and never earlier."]
    other, more = _in_term(*_months(certificate, 1, f"the mediation certificate of {spelt(certificate)}"))
    due = max(due, other)
    return due, [*working, *more, f"The later of the two counts: {spelt(due)}."]


def _months(start: date, months: int, what: str) -> tuple[date, list[str]]:
    end = months_after(start, months)
    said = [f"{NUMBERS[months]} after {what} is {spelt(end)}."]
    if end.day != start.day:
        said.append(f"That month has no day {start.day}, so its last day counts.")
    return end, said


def _in_term(due: date, working: list[str]) -> tuple[date, list[str]]:
    """The tribunal's own holidays: August, and 25 December to 1 January."""
    if due.month == 8:
        moved = working_from(date(due.year, SEPTEMBER, 1))
        return moved, [
            *working,
            f"That is in August, so it moves to the first working day of September, {spelt(moved)}.",
        ]
    if (due.month, due.day) >= (12, 25) or (due.month, due.day) == (1, 1):
        moved = working_from(date(due.year + (due.month == 12), 1, 2))
        between = "That is between 25 December and 1 January"
        return moved, [
            *working,
            f"{between}, so it moves to the next working day in January, {spelt(moved)}.",
        ]
    return due, working


def _leaving(born: date) -> tuple[date, list[str]]:
    sixteen = birthday(born, LEAVING_AGE)
    summer = sixteen.year + (sixteen.month >= SEPTEMBER)
    due = last_friday_of_june(summer)
    return due, [
        f"The sixteenth birthday is {spelt(sixteen)}.",
        f"It lies in the school year from 1 September {summer - 1} to 31 August {summer}.",
        f"The last Friday of June in that year is {spelt(due)}.",
    ]


def aim(target: date, due: date) -> tuple[str, ...]:
    """The sentence that names our own earlier day, where there is one."""
    return () if target == due else (f"Aim for {spelt(target)}, so that there is room for what goes wrong.",)


def _unknown(provisional: bool) -> tuple[str, ...]:
    if not provisional:
        return ()
    known = f"{spelt(KNOWN_FROM)} to {spelt(KNOWN_UNTIL)}"
    return (f"Provisional: bank holidays are known from {known}, and the law may change.",)
