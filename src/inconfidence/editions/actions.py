"""Writes about services and their policies: begin, adopt, enter an inspection."""

import hashlib
from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.utils.text import slugify

from inconfidence import policies
from inconfidence.audit.acts import Act
from inconfidence.audit.record import record
from inconfidence.editions.models import Adoption, Inspection, Service
from inconfidence.editions.queries import forget_adoptions
from inconfidence.policy.edition import Edition
from inconfidence.policy.loading import Fault, Faulty, load
from inconfidence.vault.ids import new_id


def check(text: str, file: str) -> Edition | tuple[Fault, ...]:
    """Compile a policy file: the edition, or every one of its faults."""
    try:
        return load(text, policies.default_text(), file)
    except Faulty as found:
        return tuple(found.faults)


def any_service() -> bool:
    """Whether this installation holds a service."""
    return Service.objects.exists()


def create_service(name: str, now: datetime, *, demonstration: bool = False, accent: str = "") -> UUID:
    """A new service; its short name is made from its name and never used twice."""
    stem = slugify(name)[:70] or "service"
    taken = set(Service.objects.filter(slug__startswith=stem).values_list("slug", flat=True))
    slug = next(s for s in (stem, *(f"{stem}-{n}" for n in range(2, len(taken) + 3))) if s not in taken)
    service = Service.objects.create(
        id=new_id(), slug=slug, name=name.strip(), accent=accent, created_at=now, demonstration=demonstration
    )
    return service.id


@transaction.atomic
def adopt(
    service_id: UUID, by: UUID, text: str, in_force_from: date, minute_reference: str, now: datetime
) -> UUID:
    """Adopt a checked policy text from a day on. The caller has called `check` and found no fault."""
    adoption = Adoption.objects.create(
        id=new_id(),
        service_id=service_id,
        text=text,
        sha256=hashlib.sha256(text.encode("utf-8")).hexdigest(),
        minute_reference=minute_reference.strip(),
        in_force_from=in_force_from,
        adopted_at=now,
        adopted_by=by,
    )
    record(service_id=service_id, actor_id=by, act=Act.policy_adopted, at=now, about=adoption.id)
    forget_adoptions()
    return adoption.id


@transaction.atomic
def set_letterhead(
    service_id: UUID, by: UUID, lines: tuple[str, str, str], now: datetime, *, once: UUID | None = None
) -> None:
    """Set what stands beside the service's name on everything it prints: address (a line each), phone, e-mail.

    AlreadyDone for a form sent twice.
    """
    address, phone, email = (line.strip().replace("\r\n", "\n") for line in lines)
    Service.objects.filter(id=service_id).update(address=address, phone=phone, email=email)
    record(service_id=service_id, actor_id=by, act=Act.letterhead_set, at=now, about=service_id, once=once)


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
