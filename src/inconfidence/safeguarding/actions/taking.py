"""A lead says that they have read a concern and act on it."""

from uuid import UUID

from django.db import transaction

from inconfidence.audit.acts import Act
from inconfidence.duties.actions import hand_over, settle
from inconfidence.safeguarding.actions.writing import told
from inconfidence.safeguarding.queries import READ_DUTY, find
from inconfidence.team.actor import Actor


def take_on(actor: Actor, concern_id: UUID, *, once: UUID | None = None) -> bool | None:
    """The reading is done, and what its raiser still owed passes to the lead. None when there is no such concern."""
    with transaction.atomic():
        row = find(actor).select_for_update().filter(id=concern_id).first()
        if row is None:
            return None
        hand_over(actor, concern_id, row.taken_on_by_id or row.raised_by_id, actor.person_id)
        row.taken_on_by_id, row.taken_on_at = actor.person_id, actor.now()
        row.save(update_fields=["taken_on_by", "taken_on_at"])
        settle(actor, READ_DUTY, concern_id)
        told(actor, concern_id, Act.duty_done, once=once)
    return True
