"""The case page: everything one opened case holds, as frozen values."""

from collections.abc import Collection
from datetime import date
from typing import Any

from inconfidence import codes
from inconfidence.cases.queries import places
from inconfidence.cases.queries.door import NeedsReason, OpenCase, open_case_for, staff, the_card
from inconfidence.cases.queries.head import identity
from inconfidence.cases.queries.involved import holders_of, involved
from inconfidence.cases.queries.speaking import order_in_words
from inconfidence.cases.queries.timeline import ALL_KINDS, rows_of, timeline
from inconfidence.cases.queries.values import CaseView, ChildView
from inconfidence.team.actor import Actor


def case_page(actor: Actor, reference: str) -> CaseView | NeedsReason | None:
    """Open a case and show all of it. One event is recorded."""
    door = open_case_for(actor, reference)
    return case_view(actor, door) if isinstance(door, OpenCase) else door


def case_view(
    actor: Actor, door: OpenCase, *, kinds: Collection[str] = ALL_KINDS, most: int | None = None
) -> CaseView:
    """All of a case that has been opened already; of its timeline the newest `most` entries of these kinds."""
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
        order=order_in_words(said.get("order", "not_asked")),
        issues=tuple(codes.label("issue", issue) for issue in said["issues"]),
        origin=codes.label("origin", said["origin"]),
        statement_given_on=day(said["statement_given_on"]),
        notice_given_on=day(said["notice_given_on"]),
        notice_version=said.get("notice_version", ""),
        form_given_on=day(said["form_given_on"]),
        involved=involved(door),
        timeline=timeline(actor, door, rows_of(door, kinds), most) if kinds else (),
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
        born_on=date.fromisoformat(said["born_on"]) if said.get("born_on") else None,
    )


def provenance(provided_by: str) -> str:
    """The core's word for who gave us something: the person themselves (or we), or somebody else in confidence."""
    group = {row.code: row.group for row in codes.rows("provided_by")}
    return group.get(provided_by, "other_in_confidence")
