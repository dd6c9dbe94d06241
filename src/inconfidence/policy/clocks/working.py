"""The working of a request's or a complaint's date, sentence by sentence."""

from collections.abc import Sequence
from datetime import date

from inconfidence.policy.clocks.answers import ADVICE
from inconfidence.policy.clocks.days import DAY, SATURDAY, spelt
from inconfidence.policy.clocks.events import CLOSED, EXTENDED, SAID, Wait
from inconfidence.policy.clocks.saying import aim, month_sentences
from inconfidence.policy.clocks.sums import Sum

WITHOUT_DELAY = "The duty is to do it without undue delay; this is only the last day."
NO_PAUSE = "By the law of that day a question to the person does not stop the time."


def sentences(done: Sum, target: date, unknown: Sequence[str]) -> tuple[str, ...]:
    """How a last day was worked out, from what was received to what to aim for."""
    return (
        *_beginning(done),
        *_waiting(done),
        *_extending(done),
        *_counting(done),
        *_moving(done),
        f"{done.row.due} {spelt(done.course.due)}.",
        *_two_readings(done),
        *(_closed(done) or aim(target, done.course.due)),
        WITHOUT_DELAY,
        *unknown,
        ADVICE,
    )


def waiting_sentences(done: Sum) -> tuple[str, ...]:
    """Why there is no last day yet."""
    return (
        *_beginning(done),
        *(f"{_asked(wait)} and has not come: there is no last day yet." for wait in done.open),
        f"When it comes, the last day cannot be earlier than {spelt(done.course.due)}.",
        *_closed(done),
        WITHOUT_DELAY,
        ADVICE,
    )


def _beginning(done: Sum) -> list[str]:
    """What was received, and what the time waited for before it began."""
    row, start = done.row, done.begun.start
    said = [f"{row.received} {spelt(done.received)}."]
    began = [wait for wait in done.begun.waited if wait.came == start != done.received]
    said += [f"{SAID[wait.ask.came]} on {spelt(start)}: the time runs from that day." for wait in began[:1]]
    return said + [_too_late(wait) for wait in done.begun.late]


def _waiting(done: Sum) -> list[str]:
    said = [f"{_asked(wait)}; it came on {spelt(wait.until)}." for wait in done.course.stopped]
    said += [NO_PAUSE] if done.idle else []
    return said + [_too_late(wait) for wait in done.course.late]


def _extending(done: Sum) -> list[str]:
    """By when the notice had to be given, and when it was."""
    if not done.longer:
        return []
    told = done.happened.get(EXTENDED, ())[:1]
    return [
        f"{done.row.notice} {spelt(done.first.due)}.",
        *(f"{SAID[EXTENDED]} on {spelt(day)}." for day in told),
    ]


def _counting(done: Sum) -> list[str]:
    """The length from the day on which the time began."""
    row, number, start = done.row, done.period.number, done.begun.start
    if row.working_days:
        return _working_days(done)
    end = done.period.unmoved(start)
    said = (
        month_sentences(start, number, spelt(start), end)
        if row.months
        else [f"{number} days after {spelt(start)} is {spelt(end)}."]
    )
    if done.course.stopped:
        left_out = _left_out(len(done.course.left_out))
        said.append(f"{left_out}, which gives {spelt(done.period.unmoved(start, done.course.left_out))}.")
    return said


def _working_days(done: Sum) -> list[str]:
    start, due = done.begun.start, done.course.due
    passed = (start + many * DAY for many in range(1, (due - start).days))
    holidays = [spelt(day) for day in passed if day in done.period.off and day.weekday() < SATURDAY]
    said = [
        f"The {done.period.number}th working day after {spelt(start)} is {spelt(due)}.",
        "Weekends do not count, nor do bank holidays anywhere in the United Kingdom"
        + (f": here {', '.join(holidays)}." if holidays else "."),
    ]
    if done.course.stopped:
        said.append(
            "The days of waiting do not count either, from the day of the question to that of the answer."
        )
    return said


def _left_out(days: int) -> str:
    if not days:
        return "The answer came the same day and no day is left out"
    return "1 day of waiting is left out" if days == 1 else f"{days} days of waiting are left out"


def _moving(done: Sum) -> list[str]:
    """Off a weekend or a holiday."""
    unmoved = done.period.unmoved(done.begun.start, done.course.left_out)
    if unmoved == done.course.due:
        return []
    return [f"{spelt(unmoved)} is no working day, so it moves to {spelt(done.course.due)}."]


def _two_readings(done: Sum) -> list[str]:
    if done.latest in (None, done.course.due):
        return []
    return [
        f"The law can be read to leave out the day of the answer as well; then the last day is {spelt(done.latest)}.",
        "Keep to the earlier day.",
    ]


def _closed(done: Sum) -> list[str]:
    """Whether it was in time."""
    closed = done.happened.get(CLOSED, ())[-1:]
    return [f"{SAID[CLOSED]} on {spelt(day)}{_in_time(done, day)}." for day in closed]


def _in_time(done: Sum, closed: date) -> str:
    if done.open:
        return ""
    if closed <= done.course.due:
        return ", in time"
    if done.latest and closed <= done.latest:
        return ", in time on the later reading only"
    days = (closed - done.course.due).days
    return f", {days} {'day' if days == 1 else 'days'} late"


def _asked(wait: Wait) -> str:
    return f"{SAID[wait.ask.asked]} on {spelt(wait.asked)}"


def _too_late(wait: Wait) -> str:
    return f"{_asked(wait)}, after the last day: it moves nothing."
