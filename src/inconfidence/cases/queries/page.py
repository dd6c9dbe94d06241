"""The case page: everything one opened case holds, as frozen values."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import QuerySet

from inconfidence import codes
from inconfidence.cases.facts import Doing, about_item
from inconfidence.cases.models import Item, ItemKind
from inconfidence.cases.queries import places
from inconfidence.cases.queries.door import NeedsReason, OpenCase, open_case_for, permitted, staff, the_card
from inconfidence.cases.queries.head import identity
from inconfidence.cases.queries.involved import holders_of, involved
from inconfidence.cases.queries.values import (
    CaseView,
    ChildView,
    DocumentLine,
    TimelineEntry,
)
from inconfidence.team.actor import Actor
from inconfidence.vault.sealed import Sealed


def case_page(actor: Actor, reference: str) -> CaseView | NeedsReason | None:
    """Open a case and show all of it. One event is recorded."""
    door = open_case_for(actor, reference)
    return case_view(actor, door) if isinstance(door, OpenCase) else door


def case_view(actor: Actor, door: OpenCase) -> CaseView:
    """All of a case that has been opened already."""
    said = door.key.open(places.case_record(door.case_id, door.version), door.record)
    card = the_card(actor, door)
    people = staff(actor, door)
    return CaseView(
        id=door.case_id,
        reference=door.reference,
        state=door.state,
        opened_on=door.opened_on,
        opened_by=people.get(door.opened_by, ""),
        card=card,
        identity=identity(actor, door, card),
        child=_child(said["child"]),
        relationship=codes.label("relationship_to_child", said["relationship"]),
        responsibility=codes.label("parental_responsibility", said["responsibility"]),
        issues=tuple(codes.label("issue", issue) for issue in said["issues"]),
        origin=codes.label("origin", said["origin"]),
        statement_given_on=day(said["statement_given_on"]),
        notice_given_on=day(said["notice_given_on"]),
        form_given_on=day(said["form_given_on"]),
        involved=involved(door),
        timeline=timeline(actor, door, Item.objects.filter(case_id=door.case_id), people),
        holders=holders_of(actor, door),
        allocated=door.allocated,
        reason_until=door.reason_until,
    )


def day(written: str | None) -> date | None:
    """A date as a sealed record writes it."""
    return date.fromisoformat(written) if written else None


def _child(said: dict[str, Any]) -> ChildView | None:
    if not said["name"] and not said["is_the_person"]:
        return None
    return ChildView(
        name=said["name"],
        year_of_birth=said["year_of_birth"],
        age_band=codes.label("age_band", said["age_band"]),
        school=said["school"],
        setting_type=codes.label("setting_type", said["setting_type"]),
        is_the_person=said["is_the_person"],
    )


def items(actor: Actor, door: OpenCase, ids: Iterable[UUID]) -> tuple[TimelineEntry, ...]:
    """These notes and documents of an opened case, newest first; others are silently left out."""
    rows = Item.objects.filter(case_id=door.case_id, id__in=list(ids))
    return timeline(actor, door, rows, staff(actor, door))


COLUMNS = ("id", "version", "record", "kind", "size", "happened_on", "recorded_at", "recorded_by_id")


class Line(NamedTuple):
    """One note or document as the database gives its `COLUMNS`: a timeline of years needs no model for each."""

    id: UUID
    version: int
    record: Sealed
    kind: str
    size: int
    happened_on: date
    recorded_at: datetime
    recorded_by_id: UUID


def timeline(
    actor: Actor, door: OpenCase, rows: QuerySet[Item], people: dict[UUID, str]
) -> tuple[TimelineEntry, ...]:
    """These rows opened, newest first, each asked of `may_see`."""
    ordered = rows.order_by("-happened_on", "-recorded_at", "id").values_list(*COLUMNS)
    lines = (Line(*values) for values in ordered)
    opened = ((row, door.key.open(places.item(row.id, row.version), row.record)) for row in lines)
    return tuple(
        _entry(row, said, people) for row, said in opened if may_read(actor, door, said, item_id=row.id)
    )


def may_read(
    actor: Actor, door: OpenCase, said: dict[str, Any], *, item_id: UUID, act: Doing = "view"
) -> bool:
    """Whether the policy lets this person read this very item."""
    facts = about_item(
        actor,
        assigned=door.allocated,
        reason=door.reason_id is not None,
        document_type=said.get("document_type", ""),
        provided_by=said["provided_by"],
        act=act,
    )
    return permitted(door.edition, facts)


def _entry(row: Line, said: dict[str, Any], people: dict[UUID, str]) -> TimelineEntry:
    document = row.kind == ItemKind.DOCUMENT
    method = codes.label("contact_method", said.get("method", "")) if not document else ""
    with_whom = codes.label("contact_with", said.get("with_whom", "")) if not document else ""
    return TimelineEntry(
        id=row.id,
        kind=row.kind,
        happened_on=row.happened_on,
        recorded_at=row.recorded_at,
        by=people.get(row.recorded_by_id, ""),
        heading=said["title"] if document else note_heading(said),
        text=said.get("text", ""),
        method=method,
        minutes=said.get("minutes"),
        with_whom=with_whom,
        provided_by=said["provided_by"],
        provided_by_label=codes.label("provided_by", said["provided_by"]),
        in_confidence=said["in_confidence"],
        document=_document(row, said) if document else None,
    )


def note_heading(said: dict[str, Any]) -> str:
    """What a note is called: how it came about, and with whom."""
    method = codes.label("contact_method", said.get("method", ""))
    with_whom = codes.label("contact_with", said.get("with_whom", ""))
    if not with_whom:
        return method
    joint = {"in": "from", "out": "to", "attempted": "tried:"}.get(said.get("direction", ""), "with")
    return f"{method} {joint} {with_whom.lower()}"


def _document(row: Line, said: dict[str, Any]) -> DocumentLine:
    return DocumentLine(said["title"], codes.label("document_type", said["document_type"]), row.size)


def provenance(provided_by: str) -> str:
    """The core's word for who gave us something: the person themselves (or we), or somebody else in confidence."""
    group = {row.code: row.group for row in codes.rows("provided_by")}
    return group.get(provided_by, "other_in_confidence")
