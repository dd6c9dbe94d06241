"""Which policy is in force for a service, and what the shell shows of the service."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import lru_cache
from time import monotonic
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db import transaction
from django.db.models import Q, QuerySet

from inconfidence import policies
from inconfidence.audit.acts import Act
from inconfidence.audit.queries import events_about
from inconfidence.audit.record import record
from inconfidence.editions.models import Adoption, Defaults, Inspection, Service
from inconfidence.editions.writing import hash_of
from inconfidence.policy.edition import Edition
from inconfidence.policy.loading import load

UNDATED = "undated"
LONDON = ZoneInfo("Europe/London")


class NoPolicyInForce(LookupError):
    """The service has adopted no policy that is in force on this day."""


THE_PROGRAM = "the program itself, for law and defaults,"


class SwappedText(RuntimeError):
    """The text of an adopted policy was changed behind the program's back: nothing is decided by it."""


@dataclass(frozen=True, slots=True)
class ServiceView:
    """A service as pages show it; `words` are its own terms (word → its word)."""

    id: UUID
    slug: str
    name: str
    accent: str
    demonstration: bool
    words: Mapping[str, str]
    policy_title: str
    policy_label: str
    address: str = ""
    phone: str = ""
    email: str = ""
    concern_numbers: Mapping[str, str] = field(default_factory=dict)

    @property
    def letterhead(self) -> tuple[str, ...]:
        """The lines beside its name on everything it prints; none until a lead has set them."""
        lines = (*self.address.splitlines(), self.phone, self.email)
        return tuple(line.strip() for line in lines if line.strip())


@dataclass(frozen=True, slots=True)
class InspectionView:
    """An inspection of the council: from which day, until which (None: still running)."""

    opened_on: date
    closed_on: date | None


@lru_cache(maxsize=64)
def _compiled(sha256: str, default: str, adoption_id: UUID) -> Edition:
    adoption = Adoption.objects.get(id=adoption_id)
    if hash_of(adoption.text) != sha256:
        raise SwappedText("the text of an adopted policy is not the one that was adopted")
    return _named(load(adoption.text, default, "the adopted policy"), adoption)


def _named(edition: Edition, adoption: Adoption) -> Edition:
    """Named by its document; one that came from a draft, or that has no date, by the day it came into force.

    Of several for one day the second is called 2026-11-20.2.
    """
    day = adoption.in_force_from
    if adoption.draft_id is not None:
        same_day = Adoption.objects.filter(
            service_id=adoption.service_id,
            in_force_from=day,
            draft__isnull=False,
            adopted_at__lt=adoption.adopted_at,
        )
        before = same_day.count()
        label = f"{day.isoformat()}.{before + 1}" if before else day.isoformat()
        return replace(edition, label=label, in_force_from=day)
    if edition.label != UNDATED or not adoption.minute_reference:
        return edition
    return replace(edition, label=f"{day:%Y-%m}", in_force_from=day)


def standing(service_id: UUID) -> QuerySet[Adoption]:
    """Every version that was adopted and not withdrawn before its day."""
    return Adoption.objects.filter(service_id=service_id, withdrawn_at=None)


def last_adopted(service_id: UUID) -> Adoption:
    """The version that a change would take the place of: the last one, in force or to come."""
    return standing(service_id).latest("in_force_from", "adopted_at")


@lru_cache(maxsize=256)
def _adopted(service_id: UUID, on: date, _second: int) -> tuple[str, UUID]:
    found = (
        standing(service_id)
        .filter(in_force_from__lte=on)
        .order_by("-in_force_from", "-adopted_at")
        .values_list("sha256", "id")
        .first()
    )
    if found is None:
        raise NoPolicyInForce("no policy of this service was in force on that day")
    return found


def forget_adoptions() -> None:
    """Look again at once which text is in force: called when this process adopts one."""
    _adopted.cache_clear()


def in_force(service_id: UUID, on: date) -> Edition:
    """The compiled policy of a service on a day. Raises NoPolicyInForce when none was in force yet.

    Compiled once per process and text. Which text it is gets asked once a second, since one page asks many
    times and versions change by the day (D-32).
    """
    sha256, adoption_id = _adopted(service_id, on, int(monotonic()))
    return edition_of(sha256, adoption_id)


def edition_of(sha256: str, adoption_id: UUID, defaults: str = "") -> Edition:
    """An adopted version, compiled once: over today's defaults, or over those of that hash.

    SwappedText where a text is not the one of its hash.
    """
    return _compiled(sha256, _kept(defaults) if defaults else policies.default_text(), adoption_id)


def _kept(sha256: str) -> str:
    text = Defaults.objects.get(sha256=sha256).text
    if hash_of(text) != sha256:
        raise SwappedText("the law and the defaults are not those that were kept")
    return text


def adoption_in_force(service_id: UUID, on: date) -> UUID:
    """Which adopted version is in force on a day. Raises NoPolicyInForce."""
    return _adopted(service_id, on, int(monotonic()))[1]


def changed_here(service_id: UUID, on: date) -> bool:
    """Whether what is in force came from a draft: whoever works here has to read it. Raises NoPolicyInForce."""
    return Adoption.objects.filter(id=adoption_in_force(service_id, on), draft__isnull=False).exists()


def text_in_force(service_id: UUID, on: date) -> str:
    """The hash of the text that is in force on a day. Raises NoPolicyInForce."""
    return _adopted(service_id, on, int(monotonic()))[0]


def policy_seen(service_id: UUID, reader: UUID, now: datetime) -> Edition:
    """The policy in force, for somebody who reads its page; the reading is recorded."""
    edition = in_force(service_id, now.astimezone(LONDON).date())
    with transaction.atomic():
        record(service_id=service_id, actor_id=reader, act=Act.policy_seen, at=now, about=service_id)
    return edition


def service_of(row: Service, on: date) -> ServiceView:
    """What the shell shows of a service whose row is at hand."""
    edition = in_force(row.id, on)
    return ServiceView(
        row.id,
        row.slug,
        row.name,
        row.accent,
        row.demonstration,
        edition.terms,
        edition.title,
        edition.label,
        row.address,
        row.phone,
        row.email,
        row.concern_numbers,
    )


def service(service_id: UUID, on: date) -> ServiceView:
    """What the shell shows of a service on a day. Raises Service.DoesNotExist for an unknown id."""
    return service_of(Service.objects.get(id=service_id), on)


def service_called(slug: str, on: date) -> ServiceView | None:
    """The service of a short name with what is in force; None for none."""
    row = Service.objects.filter(slug=slug).first()
    return service_of(row, on) if row else None


def services() -> list[UUID]:
    """Every service of this installation, oldest first."""
    return list(Service.objects.order_by("created_at").values_list("id", flat=True))


def any_real_service() -> bool:
    """Whether this installation holds a service that is no demonstration."""
    return Service.objects.filter(demonstration=False).exists()


def inspection_open(service_id: UUID, on: date) -> bool:
    """Whether an inspection of the council is recorded as running on this day, its first and last day included."""
    running = Q(closed_on__isnull=True) | Q(closed_on__gte=on)
    return Inspection.objects.filter(running, service_id=service_id, opened_on__lte=on).exists()


def inspections(service_id: UUID) -> list[InspectionView]:
    """Every recorded inspection of the council, newest first."""
    rows = Inspection.objects.filter(service_id=service_id).order_by("-opened_on")
    return [InspectionView(row.opened_on, row.closed_on) for row in rows]


def adopted_texts() -> list[tuple[str, str]]:
    """Every adopted policy as (name of the service, text), for the check at start-up."""
    return list(Adoption.objects.order_by("adopted_at").values_list("service__name", "text"))


def swapped_texts() -> list[str]:
    """The names of services with a version whose text or day is not what was recorded when it was adopted."""
    rows = Adoption.objects.order_by("adopted_at").select_related("service")
    swapped = [row.service.name for row in rows if not _as_adopted(row)]
    return swapped + [THE_PROGRAM for row in Defaults.objects.all() if hash_of(row.text) != row.sha256]


def _as_adopted(row: Adoption) -> bool:
    now = {"sha256": hash_of(row.text), "from": row.in_force_from.isoformat()}
    events = events_about(row.service_id, row.id, [Act.policy_adopted, Act.policy_withdrawn])
    withdrawn = any(event.act == Act.policy_withdrawn for event in events)
    return (
        row.sha256 == now["sha256"]
        and withdrawn == (row.withdrawn_at is not None)
        and all(not event.words or now.items() <= event.words.items() for event in events)
    )
