"""What a worker's day begins with, and ticking off what is done. Everything is done by the rooms below."""

from uuid import UUID

from inconfidence.desk.queries import Day, my_day
from inconfidence.duties.actions import discharge
from inconfidence.safeguarding.actions import deliver_waiting
from inconfidence.team.actor import Actor


def begin_day(actor: Actor) -> Day:
    """My day; for a lead, after the concerns that waited in the spool have been delivered."""
    deliver_waiting(actor)
    return my_day(actor)


def tick_off(actor: Actor, duty_id: UUID) -> bool:
    """Mark one of this person's duties done; False when it is not theirs, or done already."""
    return discharge(actor, duty_id)
