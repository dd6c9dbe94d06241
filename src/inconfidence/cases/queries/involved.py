"""Who is on a case beside the person we help and the child; and who of us works on it."""

from typing import Any

from inconfidence import codes
from inconfidence.cases.models import Involved
from inconfidence.cases.queries import places
from inconfidence.cases.queries.door import OpenCase, staff
from inconfidence.cases.queries.values import HolderView, InvolvedView
from inconfidence.team.actor import Actor


def involved(door: OpenCase) -> tuple[InvolvedView, ...]:
    """Everybody on an opened case, in the order they were added."""
    return door.once("involved", lambda: _read(door))


def _read(door: OpenCase) -> tuple[InvolvedView, ...]:
    rows = Involved.objects.filter(case_id=door.case_id).order_by("recorded_at", "id")
    return tuple(
        _involved(row, door.key.open(places.involved(row.id, row.version), row.record)) for row in rows
    )


def _involved(row: Involved, said: dict[str, Any]) -> InvolvedView:
    role = said["role"]
    label = codes.label("professional_role", role)
    who = ", ".join(part for part in (said["name"], said["organisation"]) if part)
    return InvolvedView(
        id=row.id,
        role=role,
        role_label=label,
        body=codes.body(role),
        recipient=codes.recipient(role),
        name=said["name"],
        organisation=said["organisation"],
        reach=said["reach"],
        relationship=codes.label("relationship_to_child", said["relationship"])
        if said["relationship"]
        else "",
        note=said["note"],
        title=f"{label} – {who}" if who else label,
    )


def holders_of(actor: Actor, door: OpenCase) -> tuple[HolderView, ...]:
    """Who works on an opened case, the longest first."""
    people = staff(actor, door)
    return tuple(HolderView(person, people.get(person, ""), since) for person, since in door.working)
