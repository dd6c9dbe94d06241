"""The leads' inbox of concerns, and which of them were believed and not passed on that day."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet

from inconfidence.audit.acts import Act
from inconfidence.audit.record import record
from inconfidence.cases.queries.happened import moment_words
from inconfidence.policy.standing.concerns import Believed, not_passed_on
from inconfidence.safeguarding.models import Concern
from inconfidence.safeguarding.words import Kind
from inconfidence.team.actor import Actor
from inconfidence.team.queries import names

READ_DUTY = "read_concern"


@dataclass(frozen=True, slots=True)
class ConcernRow:
    """One line of the inbox: who raised it and when, who has taken it on, what is late. No words.

    `happened`: when it was, where it was written on paper first.
    """

    id: UUID
    incident: bool
    raised_at: datetime
    happened: str
    raised_by: str
    delivered_at: datetime | None
    taken_on_by: str
    taken_on_at: datetime | None
    believed_on: date | None
    passed_on: date | None
    late: bool
    closed_by: str
    closed_at: datetime | None


def find(actor: Actor) -> QuerySet[Concern]:
    """The concerns of this lead's service; none for anybody who leads nothing."""
    rows = Concern.objects.filter(service_id=actor.service_id)
    return rows if actor.is_lead else rows.none()


def reach(actor: Actor) -> QuerySet[Concern]:
    """The concerns that somebody may write about: a lead all of the service's, everybody else those they raised."""
    rows = Concern.objects.filter(service_id=actor.service_id)
    return rows if actor.is_lead else rows.filter(raised_by_id=actor.person_id)


def waiting(actor: Actor) -> int:
    """How many concerns nobody has taken on yet; 0 for whoever is no lead."""
    return find(actor).filter(taken_on_at__isnull=True, closed_at__isnull=True).count()


def late(actor: Actor) -> frozenset[UUID]:
    """Those believed on a day that is over and not passed on; for leads."""
    believed = find(actor).filter(believed_on__isnull=False, passed_on__isnull=True, closed_at__isnull=True)
    days = [
        Believed(concern=str(found), believed_on=day)
        for found, day in believed.values_list("id", "believed_on")
        if day is not None
    ]
    return frozenset(UUID(each.concern) for each in not_passed_on(days, actor.today()))


def concerns(actor: Actor) -> list[ConcernRow]:
    """The inbox: what is late first, then what nobody has taken on, newest first. One event names them all."""
    rows = list(find(actor).order_by("-raised_at")[:500])
    saw(actor, Act.concerns_listed, None, tuple(row.id for row in rows))
    people, overdue = names(actor.service_id), late(actor)
    shown = [row_of(row, people, overdue) for row in rows]
    return sorted(
        shown, key=lambda row: (row.closed_at is not None, not row.late, row.taken_on_at is not None)
    )


def names_of(actor: Actor) -> dict[UUID, str]:
    """The names of everybody who works or worked here."""
    return names(actor.service_id)


def row_of(row: Concern, people: dict[UUID, str], overdue: frozenset[UUID]) -> ConcernRow:
    """A line, with names."""
    return ConcernRow(
        id=row.id,
        incident=row.kind == Kind.INCIDENT,
        raised_at=row.raised_at,
        happened=moment_words(row.happened_at),
        raised_by=people.get(row.raised_by_id, ""),
        delivered_at=row.delivered_at,
        taken_on_by=people.get(row.taken_on_by_id, "") if row.taken_on_by_id else "",
        taken_on_at=row.taken_on_at,
        believed_on=row.believed_on,
        passed_on=row.passed_on,
        late=row.id in overdue,
        closed_by=people.get(row.closed_by_id, "") if row.closed_by_id else "",
        closed_at=row.closed_at,
    )


def saw(actor: Actor, act: Act, about: UUID | None, listed: tuple[UUID, ...] = ()) -> None:
    """Record a look."""
    with transaction.atomic():
        record(
            service_id=actor.service_id,
            actor_id=actor.person_id,
            act=act,
            at=actor.now(),
            about=about,
            listed=listed,
        )
