"""The leads' inbox of concerns. Nobody else's key opens one, and nobody else is answered."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet

from inconfidence.audit.acts import Act
from inconfidence.audit.record import record
from inconfidence.safeguarding.models import Concern
from inconfidence.team.actor import Actor
from inconfidence.team.queries import names
from inconfidence.vault.groups import Group, open_from_group
from inconfidence.vault.sealed import Place

READ_DUTY = "read_concern"


@dataclass(frozen=True, slots=True)
class ConcernRow:
    """One line of the inbox: who raised it and when, who has taken it on. No words."""

    id: UUID
    raised_at: datetime
    raised_by: str
    delivered_at: datetime | None
    taken_on_by: str
    taken_on_at: datetime | None


@dataclass(frozen=True, slots=True)
class ConcernView:
    """One concern, opened. `about` is a case's reference, or empty."""

    row: ConcernRow
    words: str
    about: str


def place(concern_id: UUID) -> Place:
    """Where the words of a concern are sealed."""
    return Place("safeguarding_concern", "record", concern_id, 1)


def find(actor: Actor) -> QuerySet[Concern]:
    """The concerns of this lead's service; none for anybody who leads nothing."""
    rows = Concern.objects.filter(service_id=actor.service_id)
    return rows if actor.is_lead else rows.none()


def waiting(actor: Actor) -> int:
    """How many concerns nobody has taken on yet; 0 for whoever is no lead."""
    return find(actor).filter(taken_on_at__isnull=True).count()


def concerns(actor: Actor) -> list[ConcernRow]:
    """The inbox, those nobody has taken on first, newest first. One event names them all."""
    rows = list(find(actor).order_by("-raised_at")[:500])
    _saw(actor, Act.concerns_listed, None, tuple(row.id for row in rows))
    people = names(actor.service_id)
    return sorted((_row(row, people) for row in rows), key=lambda row: row.taken_on_at is not None)


def concern(actor: Actor, concern_id: UUID) -> ConcernView | None:
    """One concern in its own words. None: missing, another service's, or not for this person."""
    row = find(actor).filter(id=concern_id).first()
    if row is None:
        return None
    said = open_from_group(actor.keyring, actor.service_id, Group.leads, place(row.id), row.record)
    _saw(actor, Act.concern_seen, row.id)
    return ConcernView(_row(row, names(actor.service_id)), said["words"], said["about"])


def _row(row: Concern, people: dict[UUID, str]) -> ConcernRow:
    return ConcernRow(
        id=row.id,
        raised_at=row.raised_at,
        raised_by=people.get(row.raised_by_id, ""),
        delivered_at=row.delivered_at,
        taken_on_by=people.get(row.taken_on_by_id, "") if row.taken_on_by_id else "",
        taken_on_at=row.taken_on_at,
    )


def _saw(actor: Actor, act: Act, about: UUID | None, listed: tuple[UUID, ...] = ()) -> None:
    with transaction.atomic():
        record(
            service_id=actor.service_id,
            actor_id=actor.person_id,
            act=act,
            at=actor.now(),
            about=about,
            listed=listed,
        )
