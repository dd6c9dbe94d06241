"""The answerphone is a way in: staff pick it up, each time is on record, and every message is written down once."""

from uuid import UUID

from django.db import transaction
from django.db.models import F

from inconfidence.audit.acts import Act
from inconfidence.audit.record import record
from inconfidence.cases.actions.content import NotAccepted
from inconfidence.cases.models import PickedUp
from inconfidence.cases.queries.voicemail import may_hear, refused
from inconfidence.team.actor import Actor
from inconfidence.vault.ids import new_id

MOST_MESSAGES = 50


def pick_up(actor: Actor, messages: int, *, once: UUID | None = None) -> UUID | None:
    """Put on record that this person has picked up the answerphone; answers the id under which its messages wait.

    None for whom it is not. NotAccepted for a number that nobody has listened to.
    """
    if not 0 <= messages <= MOST_MESSAGES:
        raise NotAccepted("messages", f"Enter a number from 0 to {MOST_MESSAGES}")
    if not may_hear(actor):
        refused(actor)
        return None
    with transaction.atomic():
        row = PickedUp.objects.create(
            id=new_id(),
            service_id=actor.service_id,
            picked_up_by_id=actor.person_id,
            picked_up_at=actor.now(),
            messages=messages,
        )
        record(
            service_id=actor.service_id,
            actor_id=actor.person_id,
            act=Act.voicemail_picked_up,
            at=actor.now(),
            about=row.id,
            words={"messages": str(messages)},
            once=once,
        )
        return row.id


def written_elsewhere(actor: Actor, picked_up_id: UUID, *, once: UUID | None = None) -> bool | None:
    """One message of this picking up is written down, such as on a case. False when none waits; None: not theirs."""
    if not may_hear(actor):
        refused(actor)
        return None
    with transaction.atomic():
        if not PickedUp.objects.filter(id=picked_up_id, service_id=actor.service_id).exists():
            refused(actor)
            return None
        done = one_written(actor, picked_up_id)
        record(
            service_id=actor.service_id,
            actor_id=actor.person_id,
            act=Act.voicemail_written,
            at=actor.now(),
            about=picked_up_id,
            once=once,
        )
        return done


def one_written(actor: Actor, picked_up_id: UUID) -> bool:
    """Count one message as written down, inside the caller's transaction, whose own event covers it."""
    waiting = PickedUp.objects.filter(id=picked_up_id, service_id=actor.service_id, written__lt=F("messages"))
    return bool(waiting.update(written=F("written") + 1))
