"""Saying why one marked note or document is needed. It counts for that item, for that day, and the looks show it."""

from uuid import UUID

from django.db import transaction

from inconfidence.audit.acts import Act
from inconfidence.audit.record import record
from inconfidence.cases.actions.content import check_line
from inconfidence.cases.actions.reasons import end_of_day
from inconfidence.cases.models import Reason
from inconfidence.cases.queries import places
from inconfidence.cases.queries.door import NeedsReason, OpenCase, open_case_for
from inconfidence.cases.queries.needs import asks_for_need
from inconfidence.team.actor import Actor
from inconfidence.vault.ids import new_id


def give_need(
    actor: Actor, reference: str, item_id: UUID, words: str, *, once: UUID | None = None
) -> bool | NeedsReason | None:
    """Record why this person needs this very item; it counts until the end of today. None where none would open it."""
    check_line("words", words, needed=True)
    with transaction.atomic():
        door = open_case_for(actor, reference, look=None, lock=True)
        if not isinstance(door, OpenCase):
            return door
        if not asks_for_need(actor, door, item_id):
            return None
        _write(actor, door, item_id, words.strip(), once)
        return True


def _write(actor: Actor, door: OpenCase, item_id: UUID, words: str, once: UUID | None) -> None:
    reason_id = new_id()
    said = {"form": 1, "words": words, "item": str(item_id)}
    sealed = door.key.seal(places.reason(reason_id), said)
    Reason.objects.create(
        id=reason_id,
        case_id=door.case_id,
        person_id=actor.person_id,
        record=sealed,
        given_at=actor.now(),
        until=end_of_day(actor),
    )
    record(
        service_id=actor.service_id,
        actor_id=actor.person_id,
        act=Act.item_need_given,
        at=actor.now(),
        about=door.case_id,
        words={"reason": str(reason_id), "item": str(item_id)},
        rows={places.reason(reason_id).name: sealed},
        once=once,
    )
