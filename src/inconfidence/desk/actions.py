"""What a worker's day begins with, ticking off what is done, putting off what is not. The rooms below do it all."""

from collections.abc import Collection, Iterable
from datetime import date
from uuid import UUID

from inconfidence.cases.actions.content import check_coming
from inconfidence.cases.actions.dates_again import keep_up_with_holidays
from inconfidence.desk.queries import Day, my_day
from inconfidence.duties.actions import discharge, move
from inconfidence.safeguarding.actions import deliver_waiting
from inconfidence.team.actor import Actor


def begin_day(actor: Actor, *, whole: Collection[str] = ()) -> Day:
    """My day, after the concerns that waited in the spool were delivered and dates caught up with bank holidays."""
    deliver_waiting(actor)
    keep_up_with_holidays(actor)
    return my_day(actor, whole=whole)


def tick_off(actor: Actor, duty_id: UUID) -> bool:
    """Mark one of this person's duties done; False when it is not theirs, or done already."""
    return discharge(actor, duty_id)


def put_off(actor: Actor, duties: Iterable[UUID], to: date, *, once: UUID | None = None) -> int:
    """Move these of one's own reminders to another day; answers how many.

    NotAccepted for a day that has passed, or whose year is a slip of the pen.
    """
    check_coming("on", actor, to)
    return move(actor, duties, to, once=once)
