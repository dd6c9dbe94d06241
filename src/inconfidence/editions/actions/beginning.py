"""A service begins, and what stands at the head of its letters."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.text import slugify

from inconfidence.audit.acts import Act
from inconfidence.audit.record import record
from inconfidence.editions.models import Service
from inconfidence.vault.ids import new_id


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
def set_concern_numbers(
    service_id: UUID, by: UUID, numbers: Mapping[str, str], now: datetime, *, once: UUID | None = None
) -> None:
    """Set how to reach those who hear of concerns, by their code; one left empty goes.

    AlreadyDone for a form sent twice.
    """
    kept = {code: number.strip() for code, number in numbers.items() if number.strip()}
    Service.objects.filter(id=service_id).update(concern_numbers=kept)
    record(
        service_id=service_id, actor_id=by, act=Act.concern_numbers_set, at=now, about=service_id, once=once
    )
