"""Adding a note: text first, where it came from beside it."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction

from inconfidence.audit.acts import Act
from inconfidence.audit.record import record
from inconfidence.cases.actions.content import NotAccepted, check_code, check_past, check_text
from inconfidence.cases.models import Item, ItemKind
from inconfidence.cases.queries import places
from inconfidence.cases.queries.door import NeedsReason, OpenCase, open_case_for
from inconfidence.team.actor import Actor
from inconfidence.vault.ids import new_id
from inconfidence.vault.subjects import SubjectKey


@dataclass(frozen=True, slots=True)
class NoteDetails:
    """One note: what happened, how, with whom, who told us, and whether they told us in confidence."""

    text: str
    method: str = "phone"
    direction: str = "in"
    with_whom: str = "parent_carer"
    minutes: int | None = None
    happened_on: date | None = None
    provided_by: str = "parent"
    in_confidence: bool = False
    source: str = "typed"


def add_note(
    actor: Actor, reference: str, details: NoteDetails, *, once: UUID | None = None
) -> UUID | NeedsReason | None:
    """Put a note on a case; answers its id. NotAccepted when something does not fit."""
    _check(actor, details)
    with transaction.atomic():
        door = open_case_for(actor, reference, look=None, lock=True)
        if not isinstance(door, OpenCase):
            return door
        return write_note(actor, door.case_id, door.key, details, once=once)


def _check(actor: Actor, details: NoteDetails) -> None:
    if not details.text.strip():
        raise NotAccepted("text", "Write what happened")
    check_text("text", details.text)
    check_code("method", "contact_method", details.method)
    check_code("direction", "direction", details.direction, empty=True)
    check_code("with_whom", "contact_with", details.with_whom, empty=True)
    check_code("provided_by", "provided_by", details.provided_by)
    check_past("happened_on", actor, details.happened_on)
    if details.minutes is not None and not 0 <= details.minutes <= 1440:
        raise NotAccepted("minutes", "Give the minutes as a number up to 1,440")


def write_note(
    actor: Actor, case_id: UUID, key: SubjectKey, details: NoteDetails, *, once: UUID | None = None
) -> UUID:
    """Seal and write a checked note inside the caller's transaction."""
    item_id = new_id()
    sealed = key.seal(places.item(item_id, 1), _payload(details))
    Item.objects.create(
        id=item_id,
        case_id=case_id,
        kind=ItemKind.NOTE,
        record=sealed,
        happened_on=details.happened_on or actor.today(),
        recorded_at=actor.now(),
        recorded_by_id=actor.person_id,
        source=details.source,
    )
    record(
        service_id=actor.service_id,
        actor_id=actor.person_id,
        act=Act.note_added,
        at=actor.now(),
        about=case_id,
        words={"item": str(item_id)},
        rows={places.item(item_id, 1).name: sealed},
        once=once,
    )
    return item_id


def _payload(details: NoteDetails) -> dict[str, object]:
    return {
        "form": 1,
        "text": details.text,
        "method": details.method,
        "direction": details.direction,
        "with_whom": details.with_whom,
        "minutes": details.minutes,
        "provided_by": details.provided_by,
        "in_confidence": details.in_confidence,
    }
