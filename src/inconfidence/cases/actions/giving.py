"""An enquiry's rows: sealing it anew for everybody who reads it, and giving it to somebody to take up."""

from collections.abc import Iterable, Iterator
from typing import Any
from uuid import UUID

from django.db import transaction

from inconfidence.audit.acts import Act
from inconfidence.audit.queries import was_written
from inconfidence.audit.record import AlreadyDone, record
from inconfidence.cases.actions.content import NotAccepted
from inconfidence.cases.models import Enquiry, EnquiryState, Given
from inconfidence.cases.queries import places
from inconfidence.cases.queries.eligible import eligible
from inconfidence.cases.queries.enquiries import in_tray, not_to_be_rung, opened
from inconfidence.duties.actions import owe, settle
from inconfidence.duties.words import REMINDER, TAKE_UP, About
from inconfidence.team.actor import Actor
from inconfidence.vault import groups
from inconfidence.vault.ids import new_id
from inconfidence.vault.sealed import Sealed


def open_enquiry(actor: Actor, enquiry_id: UUID, once: UUID | None) -> Enquiry | None:
    """An open enquiry of this person's tray, locked until the transaction ends: one thing comes of it.

    AlreadyDone when this very form was written before: whoever presses twice is not told that it is gone.
    """
    if once and was_written(once):
        raise AlreadyDone("this form was sent before")
    return in_tray(actor).select_for_update().filter(id=enquiry_id, state=EnquiryState.OPEN).first()


def give_enquiries(
    actor: Actor, enquiry_ids: Iterable[UUID], person_id: UUID, *, once: UUID | None = None
) -> int | None:
    """Give enquiries that wait to a worker, who has them on their day from now on; answers how many were given.

    Leads only: None for all others. What somebody has already, and a family that nobody may ring yet, is passed over.
    NotAccepted when the person is no caseworker of this service.
    """
    if not actor.is_lead:
        return None
    if person_id not in eligible(actor):
        raise NotAccepted("person", "Choose a caseworker of this service")
    with transaction.atomic():
        rows: dict[str, Sealed] = {}
        given = []
        for row in _to_give(actor, enquiry_ids, person_id, once):
            rows |= give_to(actor, row, opened(actor, row), person_id)
            given.append(row.id)
        if given:
            _tell_given(actor, tuple(given), person_id, rows, once)
        return len(given)


def _to_give(
    actor: Actor, enquiry_ids: Iterable[UUID], person_id: UUID, once: UUID | None
) -> Iterator[Enquiry]:
    for enquiry_id in enquiry_ids:
        row = open_enquiry(actor, enquiry_id, once)
        theirs = Given.objects.filter(enquiry_id=enquiry_id, person_id=person_id).exists()
        if row is not None and not theirs and not_to_be_rung(actor, row) is None:
            yield row


def _tell_given(
    actor: Actor, given: tuple[UUID, ...], person_id: UUID, rows: dict[str, Sealed], once: UUID | None
) -> None:
    record(
        service_id=actor.service_id,
        actor_id=actor.person_id,
        act=Act.enquiry_given,
        at=actor.now(),
        listed=given,
        rows=rows,
        words={"person": str(person_id)},
        once=once,
    )


def give_to(actor: Actor, row: Enquiry, said: dict[str, Any], person_id: UUID) -> dict[str, Sealed]:
    """Seal the enquiry to whoever is to take it up, who owes it today; answers the rows for the caller's event.

    Whoever had it before loses it: their record is written over, for the audit names that row.
    """
    settle(actor, TAKE_UP, row.id)
    before = Given.objects.filter(enquiry=row).values_list("id", flat=True).first()
    given_id = before or new_id()
    place = places.given(given_id, row.version)
    sealed = groups.seal_to_person(person_id, place, said)
    Given.objects.update_or_create(
        id=given_id,
        enquiry=row,
        defaults={
            "person_id": person_id,
            "record": sealed,
            "version": row.version,
            "given_at": actor.now(),
            "given_by_id": actor.person_id,
        },
    )
    owe(actor, TAKE_UP, About.ENQUIRY, row.id, actor.today(), owed_by=person_id)
    return {place.name: sealed}


def rewrite_enquiry(row: Enquiry, said: dict[str, Any], **columns: object) -> dict[str, Sealed]:
    """Seal this as the record of a locked enquiry, for all who read it; answers the rows for the caller's event.

    What it said before is gone.
    """
    version = row.version + 1
    now = places.enquiry(row.id, version), places.own_enquiry(row.id, version)
    shared = groups.seal_to_group(row.service_id, groups.Group(row.readers), now[0], said)
    own = groups.seal_to_person(row.taken_by_id, now[1], said)
    Enquiry.objects.filter(id=row.id).update(record=shared, own_record=own, version=version, **columns)
    row.refresh_from_db()
    rows = {now[0].name: shared, now[1].name: own}
    for given in Given.objects.filter(enquiry=row):
        place = places.given(given.id, version)
        rows[place.name] = groups.seal_to_person(given.person_id, place, said)
        Given.objects.filter(id=given.id).update(record=rows[place.name], version=version)
    return rows


def left_the_tray(actor: Actor, enquiry_id: UUID) -> None:
    """Nothing waits about this enquiry any more: a case has come of it, or it has ended."""
    for kind in (REMINDER, TAKE_UP):
        settle(actor, kind, enquiry_id)
