"""The answerphone: who picked it up and when, and which messages nobody has written down yet."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import F, Sum

from inconfidence.audit.acts import Act
from inconfidence.cases.facts.seeing import about_voicemail
from inconfidence.cases.models import PickedUp
from inconfidence.cases.queries.door import permitted, saw
from inconfidence.editions import queries as editions
from inconfidence.team.actor import Actor
from inconfidence.team.queries import names

SHOWN = 50


@dataclass(frozen=True, slots=True)
class PickedUpView:
    """One picking up of the answerphone: by whom, when, how many messages, how many of them still wait."""

    id: UUID
    by: str
    at: datetime
    messages: int
    waiting: int


def may_hear(actor: Actor) -> bool:
    """Whether this person may pick up our messages."""
    return permitted(editions.in_force(actor.service_id, actor.today()), about_voicemail(actor))


def refused(actor: Actor) -> None:
    """Somebody asked for messages that are not for them, or not there: recorded, and told as nothing."""
    saw(actor, None, Act.case_refused)


def voicemail(actor: Actor) -> list[PickedUpView] | None:
    """The latest pickings up, the newest first, and before them those with messages that wait. None: not for them."""
    if not may_hear(actor):
        refused(actor)
        return None
    rows = PickedUp.objects.filter(service_id=actor.service_id).order_by("-picked_up_at", "id")
    found = {row.id: row for row in (*rows.filter(written__lt=F("messages")), *rows[:SHOWN])}
    people = names(actor.service_id)
    return [
        PickedUpView(
            id=row.id,
            by=people.get(row.picked_up_by_id, ""),
            at=row.picked_up_at,
            messages=row.messages,
            waiting=row.messages - row.written,
        )
        for row in found.values()
    ]


def messages_waiting(actor: Actor) -> int:
    """How many messages nobody has written down yet; none for whom they are not."""
    if not may_hear(actor):
        return 0
    rows = PickedUp.objects.filter(service_id=actor.service_id)
    found = rows.aggregate(waiting=Sum(F("messages") - F("written")))
    return found["waiting"] or 0
