"""What is due. A line names a kind, a date and a random reference; whose case it is, only the case says."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import F, Q, QuerySet

from inconfidence.duties.models import Duty
from inconfidence.duties.words import FROM_ITS_DAY, LEADS, MOVABLE, OWN_ACT, WORDING, About, DutyState
from inconfidence.policy.vocabulary import Role
from inconfidence.team.actor import Actor


@dataclass(frozen=True, slots=True)
class DutyView:
    """One line of a worklist. `by_hand`: whoever owes it may tick it off; all others are settled by their own act.

    `movable`: its day may be put off. `ahead`: nothing is said of it before its day.
    """

    id: UUID
    kind: str
    wording: str
    about_kind: str
    about: UUID
    reference: str
    due_on: date | None
    when: str
    owed_by: UUID | None
    owed_by_role: str
    overdue: bool
    by_hand: bool
    movable: bool
    ahead: bool = False


def mine(actor: Actor) -> QuerySet[Duty]:
    """Open duties this person owes: by name, or by a role they hold."""
    owed = Q(owed_by_id=actor.person_id) | Q(owed_by_id__isnull=True, owed_by_role__in=_roles(actor))
    return Duty.objects.filter(owed, service_id=actor.service_id, state=DutyState.OPEN)


def _roles(actor: Actor) -> list[str]:
    """What is owed by the leads, or by the head, waits for any lead: a head on leave must not hide it."""
    return [actor.role, LEADS, Role.HEAD_OF_SERVICE] if actor.is_lead else [actor.role]


def due_for(actor: Actor, until: date | None = None) -> list[DutyView]:
    """What this person owes, soonest first; with `until`, only what falls due by then or has no date."""
    rows = mine(actor)
    if until:
        rows = rows.filter(Q(due_on__lte=until) | Q(due_on__isnull=True))
    return [_view(row, actor.today()) for row in _soonest(rows)]


def due_one(actor: Actor, duty_id: UUID) -> DutyView | None:
    """One open duty of this person's; None when it is not theirs, done already, or nowhere."""
    row = mine(actor).filter(id=duty_id).first()
    return _view(row, actor.today()) if row else None


def due_about(actor: Actor, about: UUID, reference: str = "") -> list[DutyView]:
    """What is owed about one case, card or enquiry, by anybody. The caller has opened it.

    With a case's `reference`, what is owed about its notes too; never a question or a concern: these are not for all.
    """
    this = Q(about=about) | Q(reference=reference, about_kind=About.ITEM) if reference else Q(about=about)
    rows = Duty.objects.filter(this, service_id=actor.service_id, state=DutyState.OPEN)
    return [_view(row, actor.today()) for row in _soonest(rows)]


def ever_owed(actor: Actor, kind: str, about: UUID, since: date) -> bool:
    """Whether this was ever owed about it by a day from `since` on, done by now or not."""
    rows = Duty.objects.filter(service_id=actor.service_id, kind=kind, about=about, due_on__gte=since)
    return rows.exists()


def soonest(actor: Actor, kind: str, references: Collection[str]) -> dict[str, date]:
    """For each of these cases the soonest day by which something of this kind is owed, by anybody.

    The caller has opened them.
    """
    rows = Duty.objects.filter(
        service_id=actor.service_id, kind=kind, reference__in=list(references), state=DutyState.OPEN
    )
    found = rows.exclude(due_on=None).order_by("-due_on").values_list("reference", "due_on")
    return {reference: due_on for reference, due_on in found if due_on}


def _soonest(rows: QuerySet[Duty]) -> QuerySet[Duty]:
    return rows.order_by(F("due_on").asc(nulls_first=True), "owed_at")


def _view(row: Duty, today: date) -> DutyView:
    return DutyView(
        id=row.id,
        kind=row.kind,
        wording=WORDING.get(row.kind, row.kind.replace("_", " ").capitalize()),
        about_kind=row.about_kind,
        about=row.about,
        reference=row.reference,
        due_on=row.due_on,
        when=row.when,
        owed_by=row.owed_by_id,
        owed_by_role=row.owed_by_role,
        overdue=row.due_on is not None and row.due_on < today,
        by_hand=row.kind not in OWN_ACT,
        movable=row.kind in MOVABLE,
        ahead=row.kind in FROM_ITS_DAY and row.due_on is not None and row.due_on > today,
    )
