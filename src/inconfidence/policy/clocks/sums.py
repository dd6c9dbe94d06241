"""The sum behind a request: when its time begins, what stops it, what makes it longer, and its last day."""

from dataclasses import dataclass
from datetime import date

from inconfidence.policy.clocks.answers import BadClock
from inconfidence.policy.clocks.days import (
    DAY,
    Days,
    months_after,
    spelt,
    working_days_after,
    working_from,
)
from inconfidence.policy.clocks.events import EXTENDED, SAID, Events, Wait, waits
from inconfidence.policy.clocks.holidays import Holidays
from inconfidence.policy.clocks.rows import Row


@dataclass(frozen=True, slots=True)
class Period:
    """A length in the measure of its row, beside the days off that count for it."""

    row: Row
    number: int
    off: Days

    def unmoved(self, start: date, left_out: Days = frozenset()) -> date:
        """Where it ends, before it is moved off weekends and holidays."""
        if self.row.working_days:
            return working_days_after(start, self.number, self.off | left_out)
        end = months_after(start, self.number) if self.row.months else start + self.number * DAY
        return end + len(left_out) * DAY

    def last(self, start: date, left_out: Days = frozenset()) -> date:
        """Its last day."""
        return working_from(self.unmoved(start, left_out), self.off)


@dataclass(frozen=True, slots=True)
class Course:
    """How a time ran: the waiting that stopped it, the waiting that came too late, the last day."""

    stopped: tuple[Wait, ...]
    late: tuple[Wait, ...]
    left_out: Days
    due: date


@dataclass(frozen=True, slots=True)
class Begun:
    """When a time began: for what it waited, and what was asked for too late to move it."""

    start: date
    waited: tuple[Wait, ...]
    late: tuple[Wait, ...]


@dataclass(frozen=True, slots=True)
class Sum:
    """Everything that a date and its sentences are made of.

    `first` is the course before any extension; `latest` the last day on the later of two readings; `idle`: something
    was asked for that moves nothing.
    """

    row: Row
    received: date
    happened: Events
    period: Period
    begun: Begun
    first: Course
    course: Course
    latest: date | None
    idle: bool

    @property
    def longer(self) -> bool:
        """Whether the longer length counts."""
        return self.period.number == self.row.longer

    @property
    def open(self) -> tuple[Wait, ...]:
        """What was asked for in time and has not come."""
        return tuple(wait for wait in (*self.begun.waited, *self.course.stopped) if wait.came is None)


def add_up(name: str, row: Row, received: date, happened: Events, holidays: Holidays) -> Sum:
    """The whole sum for one request or complaint. Raises BadClock when an extension was told too late."""
    off = holidays.of(row.off)
    short = Period(row, row.length, off)
    pauses = waits(row.pauses, received, happened)
    begun = _begun(short, received, waits(row.starts, received, happened), pauses)
    first = _run(short, begun.start, pauses, answer_too=row.answer_too)
    _told_in_time(happened, begun, first)
    full = Period(row, row.longer, off) if name != row.name or EXTENDED in happened else short
    course = _run(full, begun.start, pauses, answer_too=row.answer_too)
    later = _run(full, begun.start, pauses, answer_too=True)
    latest = later.due if course.stopped and not row.answer_too else None
    idle = bool(waits(row.idle, received, happened))
    return Sum(row, received, happened, full, begun, first, course, latest, idle)


def _begun(period: Period, received: date, starts: list[Wait], pauses: list[Wait]) -> Begun:
    """The latest answer begins the time; but what we ask for after the last day cannot give us another."""
    start, waited, late = received, [], []
    for wait in starts:
        if wait.asked > _run(period, start, pauses, answer_too=period.row.answer_too).due:
            late.append(wait)
        else:
            waited.append(wait)
            start = max(start, wait.until)
    return Begun(start, tuple(waited), tuple(late))


def _run(period: Period, start: date, pauses: list[Wait], *, answer_too: bool) -> Course:
    """Leave out each day on which we waited, from the day of the question; days that overlap are left out once.

    With `answer_too` the day of the answer is left out as well. What is asked after the last day stops nothing, unless
    an earlier question was open until then: the two are one time of waiting.
    """
    left_out: Days = frozenset()
    stopped, late, until = [], [], start
    for wait in pauses:
        if wait.came is not None and wait.came < start:
            continue
        if wait.asked > max(until, period.last(start, left_out)):
            late.append(wait)
            continue
        stopped.append(wait)
        until = max(until, wait.until)
        left_out |= _days(max(wait.asked, start), wait.until + answer_too * DAY)
    return Course(tuple(stopped), tuple(late), left_out, period.last(start, left_out))


def _days(first: date, end: date) -> Days:
    """Every day from the first on, up to the end and without it."""
    return frozenset(first + many * DAY for many in range((end - first).days))


def _told_in_time(happened: Events, begun: Begun, first: Course) -> None:
    """The notice belongs inside the first length; while this stands still, nobody can say that it was late."""
    if EXTENDED not in happened or any(wait.came is None for wait in (*begun.waited, *first.stopped)):
        return
    told = happened[EXTENDED][0]
    if told > first.due:
        raise BadClock(
            f"{SAID[EXTENDED]} on {spelt(told)}, too late: expected a day up to {spelt(first.due)}, the last of the"
            " first time."
        )
