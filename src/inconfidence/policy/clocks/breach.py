"""Hours that run through nights, weekends and changes of summer time: elapsed time, shown on the clock of a zone."""

from datetime import UTC, datetime, timedelta, tzinfo

from inconfidence.policy.clocks.answers import ADVICE, BadClock, ReckonedInstant
from inconfidence.policy.clocks.days import spelt
from inconfidence.policy.clocks.rows import HOURS, Row, row_of

WITHOUT_DELAY = "The duty is to tell without undue delay; whoever is later owes reasons."


def reckon_hours(name: str, aware: datetime, zone: tzinfo) -> ReckonedInstant:
    """Work out one moment from another, on the clock of `zone`. Raises BadClock when one of them does not fit."""
    if aware.tzinfo is None:
        raise BadClock(f"{name} counts hours: expected an instant with its offset.")
    row = row_of(name, aware.astimezone(zone).date())
    if not row.hours:
        raise BadClock(f"{name} counts days; expected one of {', '.join(HOURS)}.")
    began, target, due = (_later(aware, hours, zone) for hours in (0, row.hours - row.ahead, row.hours))
    return ReckonedInstant(name, target, due, _working(row, began, target, due))


def _later(aware: datetime, hours: int, zone: tzinfo) -> datetime:
    return (aware.astimezone(UTC) + timedelta(hours=hours)).astimezone(zone)


def _working(row: Row, began: datetime, target: datetime, due: datetime) -> tuple[str, ...]:
    return (
        f"{row.received} {spelt_instant(began)}.",
        f"{row.hours} hours later is {spelt_instant(due)}; nights, weekends and bank holidays count.",
        *_summer_time(began, due),
        f"{row.due} {spelt_instant(due)}.",
        f"Aim for {spelt_instant(target)}, so that there is room for what goes wrong.",
        WITHOUT_DELAY,
        ADVICE,
    )


def _summer_time(began: datetime, due: datetime) -> tuple[str, ...]:
    if began.utcoffset() == due.utcoffset():
        return ()
    return ("The clocks change in between, so the time of day is another; the hours are the same.",)


def spelt_instant(at: datetime) -> str:
    """For example "Friday 20 November 2026, 16:30 GMT"."""
    clock = at.strftime("%H:%M:%S" if at.second else "%H:%M")
    return f"{spelt(at)}, {clock} {at.tzname()}"
