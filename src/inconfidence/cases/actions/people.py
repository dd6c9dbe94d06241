"""Putting somebody on a case: a professional, a relative."""

from dataclasses import dataclass
from uuid import UUID

from django.db import transaction

from inconfidence.audit.acts import Act
from inconfidence.audit.record import record
from inconfidence.cases.actions.content import check_code, check_line
from inconfidence.cases.models import Involved
from inconfidence.cases.queries import places
from inconfidence.cases.queries.door import NeedsReason, OpenCase, open_case_for
from inconfidence.team.actor import Actor
from inconfidence.vault.ids import new_id


@dataclass(frozen=True, slots=True)
class InvolvedDetails:
    """Somebody on the case: as what, who, from where, how to reach them."""

    role: str
    name: str = ""
    organisation: str = ""
    reach: str = ""
    relationship: str = ""
    note: str = ""


def add_involved(
    actor: Actor, reference: str, details: InvolvedDetails, *, once: UUID | None = None
) -> UUID | NeedsReason | None:
    """Put somebody on a case; answers the row's id. NotAccepted when something does not fit."""
    _check(details)
    with transaction.atomic():
        door = open_case_for(actor, reference, look=None, lock=True)
        return _write(actor, door, details, once) if isinstance(door, OpenCase) else door


def _check(details: InvolvedDetails) -> None:
    check_code("role", "professional_role", details.role)
    check_code("relationship", "relationship_to_child", details.relationship, empty=True)
    for field in ("name", "organisation", "reach", "note"):
        check_line(field, getattr(details, field))


def _write(actor: Actor, door: OpenCase, details: InvolvedDetails, once: UUID | None) -> UUID:
    row_id = new_id()
    sealed = door.key.seal(places.involved(row_id, 1), _payload(details))
    Involved.objects.create(
        id=row_id,
        case_id=door.case_id,
        record=sealed,
        recorded_at=actor.now(),
        recorded_by_id=actor.person_id,
    )
    record(
        service_id=actor.service_id,
        actor_id=actor.person_id,
        act=Act.people_added,
        at=actor.now(),
        about=door.case_id,
        rows={places.involved(row_id, 1).name: sealed},
        once=once,
    )
    return row_id


def _payload(details: InvolvedDetails) -> dict[str, object]:
    return {
        "form": 1,
        "role": details.role,
        "name": details.name.strip(),
        "organisation": details.organisation.strip(),
        "reach": details.reach.strip(),
        "relationship": details.relationship,
        "note": details.note.strip(),
    }
