"""The notes, documents and meetings of an opened case, newest first, each asked of `may_see`."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import QuerySet

from inconfidence import codes
from inconfidence.cases.models import Item, ItemKind
from inconfidence.cases.queries import places
from inconfidence.cases.queries.documents_naming import before_it_goes, names_address
from inconfidence.cases.queries.door import OpenCase, staff, the_card
from inconfidence.cases.queries.happened import at_time
from inconfidence.cases.queries.marks import as_read, never_chosen, read_back
from inconfidence.cases.queries.needs import CLOSED, reading
from inconfidence.cases.queries.values import DocumentLine, TimelineEntry
from inconfidence.policy.vocabulary import Outcome
from inconfidence.team.actor import Actor
from inconfidence.vault.sealed import Sealed
from inconfidence.web.wording import plain_date

__all__ = ["ALL_KINDS", "ItemKind", "items", "note_heading", "rows_of", "timeline"]
ALL_KINDS = frozenset(ItemKind)
COLUMNS = ("id", "version", "record", "kind", "size", "happened_on", "recorded_at", "recorded_by_id")


class Line(NamedTuple):
    """One entry as the database gives its `COLUMNS`: a timeline of years needs no model for each."""

    id: UUID
    version: int
    record: Sealed
    kind: str
    size: int
    happened_on: date
    recorded_at: datetime
    recorded_by_id: UUID


def items(actor: Actor, door: OpenCase, ids: Iterable[UUID]) -> tuple[TimelineEntry, ...]:
    """These notes and documents of an opened case, newest first; others, and closed ones, are left out."""
    rows = Item.objects.filter(case_id=door.case_id, id__in=list(ids))
    return tuple(found for found in timeline(actor, door, rows) if not found.closed)


def rows_of(door: OpenCase, kinds: Collection[str]) -> QuerySet[Item]:
    """The notes, documents and meetings of an opened case, or only some kinds of them."""
    rows = Item.objects.filter(case_id=door.case_id)
    return rows if set(kinds) == ALL_KINDS else rows.filter(kind__in=list(kinds))


def timeline(
    actor: Actor, door: OpenCase, rows: QuerySet[Item], most: int | None = None
) -> tuple[TimelineEntry, ...]:
    """The newest `most` of these rows opened, newest first, each asked of `may_see`.

    One that names an address which must stay secret by now is marked so, whatever was known when it was written. A
    marked one whose need nobody has written down yet stands there closed; what may not be seen at all does not.
    """
    people, card = staff(actor, door), the_card(actor, door)
    ordered = rows.order_by("-happened_on", "-recorded_at", "id").values_list(*COLUMNS)[:most]
    found: list[TimelineEntry] = []
    brought: dict[UUID, str] = {}
    for row in (Line(*values) for values in ordered):
        said = door.key.open(places.item(row.id, row.version), row.record)
        named = names_address(card, said)
        if named:
            said["protected_address"] = True
        outcome = reading(actor, door, said, item_id=row.id)
        if outcome == Outcome.PERMIT:
            found.append(_entry(row, said, people, named=named, look=before_it_goes(card, said)))
            if said.get("of"):
                brought[row.id] = said["of"]
        elif outcome == Outcome.REFER and said.get("sensitivity") == CLOSED:
            found.append(_closed(row, people))
    return _with_what_brought_them(door, found, brought)


def _with_what_brought_them(
    door: OpenCase, entries: Iterable[TimelineEntry], brought: Mapping[UUID, str]
) -> tuple[TimelineEntry, ...]:
    """The same, where what was sent along says with the e-mail of which day it came."""
    mails = Item.objects.filter(case_id=door.case_id, id__in=set(brought.values()))
    days = {str(mail): day for mail, day in mails.values_list("id", "happened_on")} if brought else {}
    came = {
        item: f"Came with the e-mail of {plain_date(days[of])}" for item, of in brought.items() if of in days
    }
    return tuple(
        replace(entry, marks=(came[entry.id], *entry.marks)) if entry.id in came else entry
        for entry in entries
    )


def _entry(
    row: Line, said: dict[str, Any], people: dict[UUID, str], *, named: bool, look: str
) -> TimelineEntry:
    document = row.kind == ItemKind.DOCUMENT
    marks = read_back(said)
    method = codes.label("contact_method", said.get("method", "")) if not document else ""
    with_whom = codes.label("contact_with", said.get("with_whom", "")) if not document else ""
    return TimelineEntry(
        id=row.id,
        kind=row.kind,
        happened_on=row.happened_on,
        recorded_at=row.recorded_at,
        by=people.get(row.recorded_by_id, ""),
        heading=("Held: " if said.get("held") else "") + (said.get("title") or note_heading(said)),
        text=said.get("text", ""),
        method=method,
        minutes=said.get("minutes"),
        with_whom=with_whom,
        provided_by=marks.provided_by,
        provided_by_label=codes.label("provided_by", marks.provided_by),
        in_confidence=marks.in_confidence,
        document=_document(row, said) if document else None,
        marks=as_read(said),
        never_chosen=never_chosen(marks),
        next_step=said.get("next_step", ""),
        versions=row.version,
        names_address=named,
        look_first=look,
        happened_at=at_time(said),
    )


def _closed(row: Line, people: dict[UUID, str]) -> TimelineEntry:
    """That something marked lies there, and no word of it."""
    return TimelineEntry(
        id=row.id,
        kind=row.kind,
        happened_on=row.happened_on,
        recorded_at=row.recorded_at,
        by=people.get(row.recorded_by_id, ""),
        heading="Closed: about offences or a criminal record",
        text="",
        method="",
        minutes=None,
        with_whom="",
        provided_by="unknown",
        provided_by_label="",
        in_confidence=True,
        document=None,
        closed=True,
    )


def note_heading(said: dict[str, Any]) -> str:
    """What a note is called: how it came about, and with whom."""
    method = codes.label("contact_method", said.get("method", ""))
    with_whom = codes.label("contact_with", said.get("with_whom", ""))
    if said.get("direction") == "attempted":
        return f"Tried, not reached: {method.lower()}{f' to {with_whom.lower()}' if with_whom else ''}"
    if not with_whom:
        return method
    joint = {"in": "from", "out": "to"}.get(said.get("direction", ""), "with")
    return f"{method} {joint} {with_whom.lower()}"


def _document(row: Line, said: dict[str, Any]) -> DocumentLine:
    label = codes.label("document_type", said["document_type"])
    return DocumentLine(said["title"], label, row.size, held=bool(said.get("held")))
