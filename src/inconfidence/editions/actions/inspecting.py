"""An inspection of the council begins and ends."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from inconfidence.audit.acts import Act
from inconfidence.audit.record import record
from inconfidence.editions.models import Inspection, Service
from inconfidence.vault.ids import new_id


@transaction.atomic
def open_inspection(service_id: UUID, by: UUID, opened_on: date, now: datetime) -> bool:
    """Record that an inspection of the council is running from this day. False when one already is."""
    Service.objects.select_for_update().get(id=service_id)
    if Inspection.objects.filter(service_id=service_id, closed_on__isnull=True).exists():
        return False
    found = Inspection.objects.create(id=new_id(), service_id=service_id, opened_on=opened_on, entered_by=by)
    record(service_id=service_id, actor_id=by, act=Act.inspection_entered, at=now, about=found.id)
    return True


@transaction.atomic
def end_inspection(service_id: UUID, by: UUID, closed_on: date, now: datetime) -> bool:
    """Record that the running inspection ended on this day. False when none runs, or it began later."""
    found = (
        Inspection.objects.select_for_update()
        .filter(service_id=service_id, closed_on__isnull=True, opened_on__lte=closed_on)
        .first()
    )
    if found is None:
        return False
    found.closed_on = closed_on
    found.save(update_fields=["closed_on"])
    record(
        service_id=service_id,
        actor_id=by,
        act=Act.inspection_entered,
        at=now,
        about=found.id,
        words={"state": "ended"},
    )
    return True
