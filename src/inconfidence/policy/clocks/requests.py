"""Requests for what we hold, and complaints about it: the last day, and our own days before it."""

from datetime import date

from inconfidence.policy.clocks.answers import Reckoned, Waiting
from inconfidence.policy.clocks.days import DAY
from inconfidence.policy.clocks.events import Events
from inconfidence.policy.clocks.holidays import Holidays
from inconfidence.policy.clocks.rows import Row
from inconfidence.policy.clocks.saying import unknown
from inconfidence.policy.clocks.sums import Sum, add_up
from inconfidence.policy.clocks.working import sentences, waiting_sentences


def reckon_request(
    name: str, row: Row, received: date, happened: Events, holidays: Holidays
) -> Reckoned | Waiting:
    """One date by which a request or a complaint must be answered; or that there is none while we wait."""
    done = add_up(name, row, received, happened, holidays)
    due = done.course.due
    if done.open:
        return Waiting(name, due, waiting_sentences(done))
    provisional = (
        max(due, done.latest or due) > holidays.known_until or done.begun.start < holidays.known_from
    )
    amber, target, red = (_our_own(done, day) for day in (row.amber, row.target, row.red))
    return Reckoned(
        name,
        target or due,
        due,
        done.latest,
        sentences(done, target or due, unknown(provisional, holidays)),
        provisional,
        amber,
        red,
    )


def _our_own(done: Sum, day: int) -> date | None:
    """A day of ours, counted from the beginning: waiting moves it too, and it never lies after the last day."""
    if not day:
        return None
    days = day + (done.row.further if done.longer else 0) + len(done.course.left_out)
    return min(done.begun.start + days * DAY, done.course.due)
