"""Changing a note. What it said before is kept; two people changing it at once see both texts."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import transaction

from inconfidence.audit.acts import Act
from inconfidence.cases.actions.content import check_since
from inconfidence.cases.actions.notes import (
    NoteDetails,
    as_filed,
    as_record,
    check_bearing,
    check_note,
    tell,
    told_on,
)
from inconfidence.cases.actions.out_of_date import out_of_date
from inconfidence.cases.actions.recording import NotRecorded, ask_to_record
from inconfidence.cases.models import Earlier, Item
from inconfidence.cases.queries import places
from inconfidence.cases.queries.door import NeedsReason, OpenCase, open_case_for, saw
from inconfidence.cases.queries.needs import asks_for_need, may_read
from inconfidence.cases.queries.notes import NoteVersion, current, note_row
from inconfidence.team.actor import Actor
from inconfidence.vault.ids import new_id


@dataclass(frozen=True, slots=True)
class Changed:
    """The note now says what was typed; `version` is the one that says it."""

    version: int


@dataclass(frozen=True, slots=True)
class Theirs:
    """Somebody else changed the note meanwhile: what it says now. Nothing of ours was written."""

    now: NoteVersion


@dataclass(frozen=True, slots=True)
class ClosedMeanwhile:
    """Somebody marked it meanwhile, and it is closed until one says why. Nothing of ours was written."""


def change_note(
    actor: Actor,
    reference: str,
    item_id: UUID,
    details: NoteDetails,
    *,
    version: int,
    once: UUID | None = None,
) -> Changed | Theirs | ClosedMeanwhile | NotRecorded | NeedsReason | None:
    """Replace what a note says, if nobody has since `version`; what it said is kept as an earlier version.

    Without a day it stays on the day it had. None when the note is missing, of another case, or not for this person.
    NotRecorded when the policy says no, NotAccepted when something does not fit.
    """
    check_note(actor, details)
    with transaction.atomic():
        door = open_case_for(actor, reference, look=None, lock=True)
        if not isinstance(door, OpenCase):
            return door
        row = note_row(door, item_id)
        if row is None:
            return None
        said = door.key.open(places.item(row.id, row.version), row.record)
        if not may_read(actor, door, said, item_id=row.id):
            return closed_meanwhile(actor, door, row)
        if details.happened_on != row.happened_on:
            check_since("happened_on", door.opened_on, details.happened_on)
        details = told_on(door, details)
        if _says_so(row, said, details):
            return Changed(row.version)
        if row.version != version:
            out_of_date(actor, door.case_id, once, item=row.id)
            return Theirs(current(actor, door, row))
        check_bearing(door.edition, details)
        if no := ask_to_record(actor, door.edition, details.facts(), door.case_id, left_out=details.left_out):
            return no
        return _replace(actor, door, row, said, details, once)


def closed_meanwhile(actor: Actor, door: OpenCase, row: Item) -> ClosedMeanwhile | None:
    """What a change meets that may not read what it changes: that it is closed, where saying why would open it."""
    if not asks_for_need(actor, door, row.id):
        return None
    saw(actor, door.case_id, Act.stale_form, item=row.id)
    return ClosedMeanwhile()


def _says_so(row: Item, said: dict[str, Any], details: NoteDetails) -> bool:
    """Whether the note says this very thing already: the same form twice, or nothing changed."""
    same_day = details.happened_on in (None, row.happened_on)
    typed, stands = as_record(details) | as_filed(said), {"at": ""} | said
    return same_day and all(stands.get(key) == value for key, value in typed.items())


def _replace(
    actor: Actor,
    door: OpenCase,
    row: Item,
    said: dict[str, Any],
    details: NoteDetails,
    once: UUID | None,
) -> Changed:
    """The version that stood moves aside, under the day it spoke of; the new one takes its place."""
    old_id = new_id()
    before = door.key.seal(
        places.earlier(old_id, row.version), said | {"happened_on": row.happened_on.isoformat()}
    )
    Earlier.objects.create(
        id=old_id,
        item_id=row.id,
        version=row.version,
        record=before,
        replaced_at=actor.now(),
        replaced_by_id=actor.person_id,
    )
    number = row.version + 1
    now = door.key.seal(places.item(row.id, number), as_record(details) | as_filed(said))
    Item.objects.filter(id=row.id).update(
        record=now, version=number, happened_on=details.happened_on or row.happened_on
    )
    rows = {places.item(row.id, number).name: now, places.earlier(old_id, row.version).name: before}
    tell(actor, door.case_id, Act.note_changed, row.id, rows, once)
    return Changed(number)
