"""Keeping a document: looked at before it is sealed, sealed before it is written."""

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.db import transaction

from inconfidence.audit.acts import Act
from inconfidence.audit.record import record
from inconfidence.cases.actions.content import check_code, check_line, check_past, content_type
from inconfidence.cases.models import Item, ItemKind
from inconfidence.cases.queries import places
from inconfidence.cases.queries.door import NeedsReason, OpenCase, open_case_for
from inconfidence.team.actor import Actor
from inconfidence.vault import files
from inconfidence.vault.ids import new_id
from inconfidence.vault.subjects import SubjectKey


@dataclass(frozen=True, slots=True)
class UploadDetails:
    """A file, what it is, and who gave it to us. Its own name is not kept."""

    data: bytes = field(repr=False)
    title: str
    document_type: str = "other"
    provided_by: str = "parent"
    in_confidence: bool = False
    happened_on: date | None = None


def add_document(
    actor: Actor, reference: str, details: UploadDetails, *, once: UUID | None = None
) -> UUID | NeedsReason | None:
    """Put a document on a case; answers its id. NotAccepted for anything but a PDF, PNG or JPEG of up to 10 MB."""
    kind = check_upload(actor, details)
    with transaction.atomic():
        door = open_case_for(actor, reference, look=None, lock=True)
        if not isinstance(door, OpenCase):
            return door
        return write_document(actor, door.case_id, door.key, details, kind, once=once)


def check_upload(actor: Actor, details: UploadDetails) -> str:
    """The type of the file by its content, once everything about it fits; NotAccepted otherwise."""
    check_line("title", details.title, needed=True)
    check_code("document_type", "document_type", details.document_type)
    check_code("provided_by", "provided_by", details.provided_by)
    check_past("happened_on", actor, details.happened_on)
    return content_type(details.data)


def write_document(
    actor: Actor,
    case_id: UUID,
    key: SubjectKey,
    details: UploadDetails,
    kind: str,
    *,
    once: UUID | None = None,
) -> UUID:
    """Seal and write a checked file inside the caller's transaction.

    Recorded first: a form sent twice then leaves no file.
    """
    item_id = new_id()
    sealed = key.seal(places.item(item_id, 1), _payload(details, kind))
    file = files.seal(key, places.file(item_id), details.data)
    record(
        service_id=actor.service_id,
        actor_id=actor.person_id,
        act=Act.document_added,
        at=actor.now(),
        about=case_id,
        words={"item": str(item_id)},
        rows={places.item(item_id, 1).name: sealed, **file.rows},
        once=once,
    )
    Item.objects.create(
        id=item_id,
        case_id=case_id,
        kind=ItemKind.DOCUMENT,
        record=sealed,
        size=files.keep(file),
        happened_on=details.happened_on or actor.today(),
        recorded_at=actor.now(),
        recorded_by_id=actor.person_id,
    )
    return item_id


def _payload(details: UploadDetails, kind: str) -> dict[str, object]:
    return {
        "form": 1,
        "title": details.title,
        "document_type": details.document_type,
        "provided_by": details.provided_by,
        "in_confidence": details.in_confidence,
        "content_type": kind,
    }
