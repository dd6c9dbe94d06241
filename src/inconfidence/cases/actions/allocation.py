"""Allocating a case gives its keys; ending an allocation takes them. Leads only."""

from uuid import UUID

from django.db import transaction

from inconfidence.audit.acts import Act
from inconfidence.audit.record import record
from inconfidence.cases.actions.content import NotAccepted
from inconfidence.cases.actions.opening import ask_leads_to_allocate
from inconfidence.cases.models import Allocation, Case, CaseState
from inconfidence.cases.queries.door import saw
from inconfidence.cases.queries.eligible import eligible
from inconfidence.duties.actions import hand_over, settle
from inconfidence.team.actor import Actor
from inconfidence.vault import subjects
from inconfidence.vault.ids import new_id


def allocate(actor: Actor, reference: str, person_id: UUID, *, once: UUID | None = None) -> bool | None:
    """Put a worker on a case and give them its keys. False when they were on it; None for all but leads.

    NotAccepted when the person is no caseworker of this service. A lead needs no reason to allocate: nothing is read.
    """
    with transaction.atomic():
        row = _locked(actor, reference)
        if row is None:
            return None
        if person_id not in eligible(actor):
            raise NotAccepted("person", "Choose a caseworker of this service")
        if Allocation.objects.filter(case=row, person_id=person_id, ended_at__isnull=True).exists():
            return False
        _put_on(actor, row, person_id)
        _tell(actor, row, Act.case_allocated, person_id, once)
        return True


def _locked(actor: Actor, reference: str) -> Case | None:
    """The case, locked until the transaction ends; None for all but a lead of its service who holds its key."""
    rows = Case.objects.select_for_update().filter(
        service_id=actor.service_id, reference=reference.strip().upper()
    )
    row = rows.first() if actor.is_lead else None
    keys = subjects.open_keys(actor.keyring, subjects.Kind.case, [row.id]) if row else {}
    if row is None or row.id not in keys:
        saw(actor, row.id if row else None, Act.case_refused)
        return None
    return row


def _put_on(actor: Actor, row: Case, person_id: UUID) -> None:
    Allocation.objects.create(
        id=new_id(), case=row, person_id=person_id, began_at=actor.now(), began_by_id=actor.person_id
    )
    subjects.give(subjects.open_key(actor.keyring, subjects.Kind.case, row.id), person=person_id)
    subjects.give(subjects.open_key(actor.keyring, subjects.Kind.card, row.card_id), person=person_id)
    settle(actor, "allocate_case", row.id)


def end_allocation(actor: Actor, reference: str, person_id: UUID, *, once: UUID | None = None) -> bool | None:
    """Take a worker off a case, and its keys from them. False when they were not on it; None for all but leads.

    What they owed about it passes to the leads; a case left to nobody waits for the leads' decision.
    """
    with transaction.atomic():
        row = _locked(actor, reference)
        if row is None:
            return None
        ended = Allocation.objects.filter(case=row, person_id=person_id, ended_at__isnull=True).update(
            ended_at=actor.now(), ended_by_id=actor.person_id
        )
        if not ended:
            return False
        _take_keys(actor, row, person_id)
        hand_over(actor, row.id, person_id, None, reference=row.reference)
        _ask_if_left(actor, row)
        _tell(actor, row, Act.allocation_ended, person_id, once)
        return True


def _take_keys(actor: Actor, row: Case, person_id: UUID) -> None:
    subjects.end(subjects.open_key(actor.keyring, subjects.Kind.case, row.id), person=person_id)
    others = Allocation.objects.filter(case__card_id=row.card_id, person_id=person_id, ended_at__isnull=True)
    if not others.exists():
        subjects.end(subjects.open_key(actor.keyring, subjects.Kind.card, row.card_id), person=person_id)


def _ask_if_left(actor: Actor, row: Case) -> None:
    running = Allocation.objects.filter(case=row, ended_at__isnull=True)
    if row.state == CaseState.OPEN and not running.exists():
        ask_leads_to_allocate(actor, row)


def _tell(actor: Actor, row: Case, act: Act, person_id: UUID, once: UUID | None) -> None:
    record(
        service_id=actor.service_id,
        actor_id=actor.person_id,
        act=act,
        at=actor.now(),
        about=row.id,
        words={"person": str(person_id)},
        once=once,
    )
