"""Owing and discharging. A duty is written in the transaction of the act that brings it."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from inconfidence.audit.acts import Act
from inconfidence.audit.record import record
from inconfidence.duties.models import Duty
from inconfidence.duties.queries import mine
from inconfidence.duties.words import MOVABLE, OWN_ACT, DutyState
from inconfidence.team.actor import Actor
from inconfidence.vault.ids import new_id


def owe(
    actor: Actor,
    kind: str,
    about_kind: str,
    about: UUID,
    due_on: date | None,
    *,
    owed_by: UUID | None = None,
    owed_by_role: str = "",
    reference: str = "",
    when: str = "within",
) -> UUID:
    """Write down that somebody owes this. Inside the caller's transaction, whose own event covers it.

    Owed by the same already, it stays one duty: the earlier of the two days stands.
    """
    owed = Duty.objects.select_for_update().filter(
        service_id=actor.service_id,
        kind=kind,
        about=about,
        owed_by_id=owed_by,
        owed_by_role=owed_by_role,
        state=DutyState.OPEN,
    )
    already = owed.order_by("owed_at").first()
    if already is not None:
        return _sooner(already, due_on)
    return Duty.objects.create(
        id=new_id(),
        service_id=actor.service_id,
        kind=kind,
        owed_by_id=owed_by,
        owed_by_role=owed_by_role,
        about_kind=about_kind,
        about=about,
        reference=reference,
        due_on=due_on,
        when=when,
        owed_at=actor.now(),
    ).id


def _sooner(already: Duty, due_on: date | None) -> UUID:
    """A day is sooner than no day."""
    days = [day for day in (already.due_on, due_on) if day is not None]
    if days and min(days) != already.due_on:
        already.due_on = min(days)
        already.save(update_fields=["due_on"])
    return already.id


def discharge(actor: Actor, duty_id: UUID) -> bool:
    """Mark one of this person's own duties done; False when it is not theirs, done already, or nowhere.

    False too for a duty that has an act of its own: only that act settles it.
    """
    with transaction.atomic():
        done = mine(actor).filter(id=duty_id).exclude(kind__in=OWN_ACT).update(**_done(actor))
        if done:
            _tell(actor, duty_id)
    return bool(done)


def move(actor: Actor, duties: Iterable[UUID], to: date, *, once: UUID | None = None) -> int:
    """Put these of this person's own reminders off to another day; answers how many. One event names them.

    What the policy or the law has set a day for does not move, and neither does what is not theirs.
    """
    with transaction.atomic():
        rows = mine(actor).select_for_update().filter(id__in=list(duties), kind__in=MOVABLE)
        found = tuple(rows.values_list("id", flat=True))
        if found:
            _tell_moved(actor, found, once)
            Duty.objects.filter(id__in=found).update(due_on=to)
    return len(found)


def settle(actor: Actor, kind: str, about: UUID) -> int:
    """Mark every open duty of this kind about `about` done: what was owed has just been done by anybody."""
    owed = Duty.objects.filter(service_id=actor.service_id, kind=kind, about=about, state=DutyState.OPEN)
    return owed.update(**_done(actor))


def hand_over(
    actor: Actor,
    about: UUID,
    from_person: UUID,
    to_person: UUID | None,
    to_role: str = "leads",
    *,
    reference: str = "",
) -> int:
    """What `from_person` owes about this passes to another, or to a role when nobody is named.

    With a case's `reference`, what is owed about anything on that case too: its notes, its questions.
    """
    owed = Duty.objects.filter(
        Q(about=about) | (Q(reference=reference) if reference else Q()),
        service_id=actor.service_id,
        owed_by_id=from_person,
        state=DutyState.OPEN,
    )
    return owed.update(owed_by_id=to_person, owed_by_role="" if to_person else to_role)


def _done(actor: Actor) -> dict[str, object]:
    return {"state": DutyState.DONE, "done_at": actor.now(), "done_by_id": actor.person_id}


def _tell_moved(actor: Actor, moved: tuple[UUID, ...], once: UUID | None) -> None:
    record(
        service_id=actor.service_id,
        actor_id=actor.person_id,
        act=Act.duties_moved,
        at=actor.now(),
        listed=moved,
        once=once,
    )


def _tell(actor: Actor, duty_id: UUID) -> None:
    record(
        service_id=actor.service_id,
        actor_id=actor.person_id,
        act=Act.duty_done,
        at=actor.now(),
        about=duty_id,
    )
