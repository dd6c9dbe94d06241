"""Saying something else about a document, and looking through a held one again. Its bytes never change."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction

from inconfidence.audit.acts import Act
from inconfidence.audit.record import record
from inconfidence.cases.actions.changing import ClosedMeanwhile, closed_meanwhile
from inconfidence.cases.actions.content import NotAccepted, check_line
from inconfidence.cases.actions.documents import UploadDetails, check_words, looked_at, searched, secrets
from inconfidence.cases.actions.documents_obtaining import ask_whether_agreed
from inconfidence.cases.actions.out_of_date import out_of_date
from inconfidence.cases.models import Earlier, Item
from inconfidence.cases.queries import places
from inconfidence.cases.queries.documents import Found, bytes_of, document_row, find, opened, typed
from inconfidence.cases.queries.door import NeedsReason, OpenCase, open_case_for
from inconfidence.cases.queries.marks import read_back, written_down
from inconfidence.quarantine.kinds import NAMED_LETTERS, SAYS, SORTS, Trouble
from inconfidence.team.actor import Actor
from inconfidence.vault.ids import new_id


@dataclass(frozen=True, slots=True)
class FasterThanYou:
    """Somebody changed what is said meanwhile: what is said now, and what was said when the page was drawn."""

    now: dict[str, Any] = field(repr=False)
    then: dict[str, Any] = field(repr=False)


def change_document(
    actor: Actor,
    reference: str,
    item_id: UUID,
    details: UploadDetails,
    *,
    version: int,
    once: UUID | None = None,
) -> UUID | FasterThanYou | ClosedMeanwhile | NeedsReason | None:
    """Say something else about a document: title, kind, day, marks. What was said before is kept.

    That it names a secret address stays said. NotAccepted when something does not fit; nothing is written when
    somebody was faster than the page that showed this `version`, or marked it so that it is closed.
    """
    check_words(actor, details)
    check_line("title", details.title, needed=True)
    with transaction.atomic():
        door = open_case_for(actor, reference, look=None, lock=True)
        if not isinstance(door, OpenCase):
            return door
        row = document_row(door, item_id)
        if row is None:
            return None
        found = opened(actor, door, row)
        if found is None:
            return closed_meanwhile(actor, door, row)
        if row.version != version:
            out_of_date(actor, door.case_id, once, item=row.id)
            return _both(found, version)
        _replace(actor, found, _said_now(actor, found, details), once)
        ask_whether_agreed(actor, found.door, item_id, details.provided_by)
        if details.happened_on:
            Item.objects.filter(id=found.row.id).update(happened_on=details.happened_on)
        return found.row.id


def _said_now(actor: Actor, found: Found, details: UploadDetails) -> dict[str, Any]:
    """The record with this change; a secret once named stays named."""
    named = [*found.said.get("secrets", ()), *secrets(actor, found.door.case_id, details.title)]
    protected = read_back(found.said).protected_address or bool(named)
    return (
        found.said
        | written_down(details.marks(protected=protected))
        | {
            "secrets": sorted(set(named)),
            "title": details.title.strip(),
            "document_type": details.document_type or found.said["document_type"],
        }
    )


def _both(found: Found, version: int) -> FasterThanYou:
    """What is said now beside what the page showed; the same twice where that version never was."""
    now = typed(found.said, found.row.happened_on, found.row.version)
    older = Earlier.objects.filter(item_id=found.row.id, version=version).first()
    if older is None:
        return FasterThanYou(now, now)
    said = found.door.key.open(places.earlier(older.id, older.version), older.record)
    return FasterThanYou(now, typed(said, date.fromisoformat(said["happened_on"]), version))


def look_again(
    actor: Actor, reference: str, item_id: UUID, *, once: UUID | None = None
) -> UUID | NeedsReason | None:
    """Look through a held document once more; NotAccepted, saying why, when it stays held."""
    with transaction.atomic():
        found = find(actor, reference, item_id)
        if not isinstance(found, Found) or not found.said.get("held"):
            return found if isinstance(found, NeedsReason) else None
        data = bytes_of(found)
    # A name is not kept; that it was an e-mail's is.
    named = NAMED_LETTERS[0] if found.said["held"] == Trouble.NO_MESSAGE else ""
    seen = looked_at(UploadDetails(data, name=named))
    if seen.trouble or seen.kind is None:
        raise NotAccepted(
            "", f"It is still held. {SAYS[seen.trouble]}" if seen.trouble else "It is still held"
        )
    with transaction.atomic():
        found = find(actor, reference, item_id, lock=True)
        if not isinstance(found, Found):
            return found
        title = found.said["title"]
        search = searched(actor, found.door.case_id, UploadDetails(b"", title=title), seen)
        opened = {
            "held": "",
            "content_type": SORTS[seen.kind].content_type,
            "pages": seen.pages,
            "unread": seen.unread,
            "secrets": list(search.named),
            "sought": search.sought,
            "protected_address": bool(search.named),
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
