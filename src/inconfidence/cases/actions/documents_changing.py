"""Saying something else about a document, and looking through a held one again. Its bytes never change."""

from typing import Any
from uuid import UUID

from django.db import transaction

from inconfidence.audit.acts import Act
from inconfidence.audit.record import record
from inconfidence.cases.actions.content import NotAccepted, check_line
from inconfidence.cases.actions.documents import UploadDetails, check_words, looked_at, secrets
from inconfidence.cases.models import Earlier, Item
from inconfidence.cases.queries import places
from inconfidence.cases.queries.documents import Found, bytes_of, find
from inconfidence.cases.queries.door import NeedsReason
from inconfidence.cases.queries.marks import read_back, written_down
from inconfidence.quarantine.kinds import SAYS, SORTS
from inconfidence.team.actor import Actor
from inconfidence.vault.ids import new_id


def change_document(
    actor: Actor,
    reference: str,
    item_id: UUID,
    details: UploadDetails,
    *,
    version: int,
    once: UUID | None = None,
) -> UUID | NeedsReason | None:
    """Say something else about a document: title, kind, day, marks. What was said before is kept.

    That it names a secret address stays said. NotAccepted when something does not fit, or somebody was faster.
    """
    check_words(actor, details)
    check_line("title", details.title, needed=True)
    with transaction.atomic():
        found = find(actor, reference, item_id, lock=True)
        if not isinstance(found, Found):
            return found
        if found.row.version != version:
            raise NotAccepted(
                "title",
                "Somebody changed this meanwhile. Open the document again, compare, and save your change",
            )
        protected = read_back(found.said).protected_address
        now = (
            found.said
            | written_down(details.marks(protected=protected))
            | {
                "title": details.title.strip(),
                "document_type": details.document_type or found.said["document_type"],
            }
        )
        _replace(actor, found, now, once)
        if details.happened_on:
            Item.objects.filter(id=found.row.id).update(happened_on=details.happened_on)
        return found.row.id


def look_again(
    actor: Actor, reference: str, item_id: UUID, *, once: UUID | None = None
) -> UUID | NeedsReason | None:
    """Look through a held document once more; NotAccepted, saying why, when it stays held."""
    with transaction.atomic():
        found = find(actor, reference, item_id)
        if not isinstance(found, Found) or not found.said.get("held"):
            return found if isinstance(found, NeedsReason) else None
        data = bytes_of(found)
    seen = looked_at(UploadDetails(data))
    if seen.trouble or seen.kind is None:
        raise NotAccepted(
            "", f"It is still held. {SAYS[seen.trouble]}" if seen.trouble else "It is still held"
        )
    with transaction.atomic():
        found = find(actor, reference, item_id, lock=True)
        if not isinstance(found, Found):
            return found
        named = secrets(actor, found.door.case_id, seen.text)
        opened = {
            "held": "",
            "content_type": SORTS[seen.kind].content_type,
            "pages": seen.pages,
            "secrets": list(named),
            "protected_address": bool(named),
        }
        _replace(actor, found, found.said | opened, once)
        return found.row.id


def _replace(actor: Actor, found: Found, now: dict[str, Any], once: UUID | None) -> None:
    """What was said moves aside; what is said now takes its place. Recorded with both."""
    row, key, old_id = found.row, found.door.key, new_id()
    was = found.said | {"happened_on": row.happened_on.isoformat()}
    before = key.seal(places.earlier(old_id, row.version), was)
    sealed = key.seal(places.item(row.id, row.version + 1), now)
    record(
        service_id=actor.service_id,
        actor_id=actor.person_id,
        act=Act.document_changed,
        at=actor.now(),
        about=found.door.case_id,
        words={"item": str(row.id)},
        rows={
            places.item(row.id, row.version + 1).name: sealed,
            places.earlier(old_id, row.version).name: before,
        },
        once=once,
    )
    Earlier.objects.create(
        id=old_id,
        item_id=row.id,
        version=row.version,
        record=before,
        replaced_at=actor.now(),
        replaced_by_id=actor.person_id,
    )
    Item.objects.filter(id=row.id).update(record=sealed, version=row.version + 1)
