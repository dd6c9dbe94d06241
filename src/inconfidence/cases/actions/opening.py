"""Opening a case: a card, a case and their keys, in one transaction."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from uuid import UUID

from django.db import transaction

from inconfidence.audit.acts import Act
from inconfidence.audit.record import record
from inconfidence.cases.actions.begin import NotBegun, not_begun_yet
from inconfidence.cases.actions.carrying_over import carry_over
from inconfidence.cases.actions.case_details import CaseDetails, check_case
from inconfidence.cases.actions.form_given import owe_from_the_start
from inconfidence.cases.actions.giving import open_enquiry
from inconfidence.cases.actions.passing import owe_the_day
from inconfidence.cases.actions.registers import count_referral, notice_offered
from inconfidence.cases.facts import CASE_ROLES
from inconfidence.cases.facts.beginning import Agreed, Begun, begin_facts
from inconfidence.cases.models import Allocation, Case, Enquiry
from inconfidence.cases.queries import places
from inconfidence.cases.queries.beginning import asked, said_of
from inconfidence.cases.queries.door import NeedsReason, OpenCase, open_case_for, the_card
from inconfidence.cases.queries.enquiries import not_to_be_rung
from inconfidence.cases.queries.page import day
from inconfidence.duties.actions import owe
from inconfidence.duties.words import LEADS, About
from inconfidence.editions import queries as editions
from inconfidence.people.actions import CardDetails, create_card
from inconfidence.policy.edition import Edition
from inconfidence.policy.explain import Answer
from inconfidence.policy.vocabulary import Outcome
from inconfidence.team.actor import Actor
from inconfidence.vault import subjects
from inconfidence.vault.groups import Group
from inconfidence.vault.ids import new_id, new_reference
from inconfidence.vault.sealed import Sealed


def open_case(
    actor: Actor, details: CaseDetails, *, once: UUID | None = None
) -> str | NotBegun | NeedsReason | None:
    """Open a case; answers its reference. None when this person does no casework, or the enquiry is not theirs.

    `again` is the reference of a case this person can open: its card is this case's too, and what they were told and
    given once stays said. None when it is missing or not for them, told apart by nobody.

    Asks whether we may work in depth for them: where the policy refuses, no case is opened, and the enquiry stays.
    The keys go where the policy says (`case_keys`): to the one who takes it and the leads, or to all staff too.
    The card's key goes to the front desk as well. Left to nobody, the leads owe a decision today.
    """
    check_case(actor, details)
    if actor.role not in CASE_ROLES:
        return None
    with transaction.atomic():
        enquiry = None
        if details.enquiry_id:
            enquiry = open_enquiry(actor, details.enquiry_id, once)
            if enquiry is None:
                return None
            if no := not_to_be_rung(actor, enquiry):
                return not_begun_yet(actor, no, enquiry.id, About.ENQUIRY)
        first = open_case_for(actor, details.again, look=None, lock=True) if details.again else None
        if isinstance(first, NeedsReason) or (first is None and details.again):
            return first
        if first:
            details = _known(actor, first, details)
        edition = editions.in_force(actor.service_id, actor.today())
        found = may_open(actor, edition, details)
        if found.outcome == Outcome.REFUSE:
            return not_begun_yet(actor, found, details.enquiry_id, About.ENQUIRY)
        return _open(actor, details, enquiry, first, once)


def _known(actor: Actor, first: OpenCase, details: CaseDetails) -> CaseDetails:
    """The case with what their first one says already: who they are, and what they were told and given."""
    said = said_of(first)
    return replace(
        details,
        card=CardDetails(name=the_card(actor, first).name),
        statement_given_on=details.statement_given_on or day(said["statement_given_on"]),
        notice_given_on=details.notice_given_on or day(said["notice_given_on"]),
    )


def may_open(actor: Actor, edition: Edition, details: CaseDetails) -> Answer:
    """Whether a case may be opened for somebody of whom this is known.

    That their permission form is not back is no bar: it has no file yet to come back to, and first contact goes on
    while we wait for it (X-17).
    """
    begun = Begun(
        relationship=details.relationship,
        responsibility=details.responsibility,
        order=details.order,
        is_the_person=details.child.is_the_person,
        year_of_birth=details.child.year_of_birth,
        age_band=details.child.age_band,
        names_child=bool(details.child.name),
        origin=details.origin,
        statement_on=details.statement_given_on,
        notice_on=details.notice_given_on,
        form_on=details.form_given_on,
        absence_reason=details.absence_reason,
    )
    facts = begin_facts(actor.role, begun, Agreed(form_back=True), edition, actor.today())
    return asked(actor, edition, facts)


def key_groups(actor: Actor) -> tuple[Group, ...]:
    """The groups that get a new case's key, as this service's policy has it."""
    edition = editions.in_force(actor.service_id, actor.today())
    staff = edition.value("only-the-service", "case_keys") == "staff"
    return (Group.leads, Group.staff) if staff else (Group.leads,)


def _open(
    actor: Actor, details: CaseDetails, enquiry: Enquiry | None, first: OpenCase | None, once: UUID | None
) -> str:
    people = [actor.person_id] if details.take_myself else []
    given = key_groups(actor)
    card_id = _card(actor, details, first, people, (Group.front_desk, *given))
    case_id = new_id()
    key = subjects.begin(subjects.Kind.case, case_id, actor.service_id, people=people, groups=given)
    row = _row(actor, details, case_id, card_id, key)
    _take_or_leave(actor, row, take=details.take_myself)
    edition = editions.in_force(actor.service_id, actor.today())
    given_on = details.form_given_on
    owe_from_the_start(actor, edition, case_id, row.reference, given_on, mine=details.take_myself)
    _tell(actor, row, once)
    count_referral(actor, edition, case_id, details.origin, wanted=False)
    said = _payload(actor, details)
    owe_the_day(actor, case_id, row.reference, said, row.opened_on, mine=details.take_myself)
    if enquiry:
        carry_over(actor, row, key, enquiry, details)
    return row.reference


def _card(
    actor: Actor,
    details: CaseDetails,
    first: OpenCase | None,
    people: Iterable[UUID],
    given: tuple[Group, ...],
) -> UUID:
    """A new card; or the one of their first case, its key given to whoever takes this one, where it is not yet."""
    if first is None:
        return create_card(actor, details.card, people=people, groups=given)
    key = subjects.open_key(actor.keyring, subjects.Kind.card, first.card_id)
    for person in people:
        subjects.give(key, person=person)
    for group in given:
        subjects.give(key, group=group)
    return first.card_id


def _row(actor: Actor, details: CaseDetails, case_id: UUID, card_id: UUID, key: subjects.SubjectKey) -> Case:
    return Case.objects.create(
        id=case_id,
        service_id=actor.service_id,
        reference=new_reference(),
        card_id=card_id,
        heading=key.seal(places.heading(case_id, 1), heading(details)),
        record=key.seal(places.case_record(case_id, 1), _payload(actor, details)),
        opened_on=details.opened_on or actor.today(),
        opened_by_id=actor.person_id,
        recorded_at=actor.now(),
    )


def heading(details: CaseDetails) -> dict[str, object]:
    """What lists show: who asked, for which child, about what."""
    return {
        "form": 1,
        "name": details.card.name,
        "child": "" if details.child.is_the_person else details.child.name,
        "issue": details.issues[0] if details.issues else "",
    }


def _payload(actor: Actor, details: CaseDetails) -> dict[str, object]:
    child = details.child
    return {
        "form": 1,
        "relationship": details.relationship,
        "responsibility": details.responsibility,
        "order": details.order,
        "issues": list(details.issues),
        "origin": details.origin,
        "statement_given_on": _written(details.statement_given_on),
        "notice_given_on": _written(details.notice_given_on),
        "notice_version": notice_offered(actor, details.notice_given_on),
        "form_given_on": _written(details.form_given_on),
        "absence_reason": details.absence_reason.strip(),
        "enquiry": str(details.enquiry_id) if details.enquiry_id else None,
        "child": {
            "name": child.name,
            "year_of_birth": child.year_of_birth,
            "age_band": child.age_band,
            "school": child.school,
            "setting_type": child.setting_type,
            "is_the_person": child.is_the_person,
        },
    }


def _written(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _take_or_leave(actor: Actor, row: Case, *, take: bool) -> None:
    if take:
        Allocation.objects.create(
            id=new_id(),
            case=row,
            person_id=actor.person_id,
            began_at=actor.now(),
            began_by_id=actor.person_id,
        )
    else:
        ask_leads_to_allocate(actor, row)


def ask_leads_to_allocate(actor: Actor, row: Case) -> None:
    """Nobody is on this case: the leads owe a decision today."""
    owe(
        actor,
        "allocate_case",
        "case",
        row.id,
        actor.today(),
        owed_by_role=LEADS,
        reference=row.reference,
        when="same_day",
    )


def _tell(actor: Actor, row: Case, once: UUID | None) -> None:
    rows: dict[str, Sealed] = {
        places.heading(row.id, 1).name: row.heading,
        places.case_record(row.id, 1).name: row.record,
    }
    record(
        service_id=actor.service_id,
        actor_id=actor.person_id,
        act=Act.case_opened,
        at=actor.now(),
        about=row.id,
        rows=rows,
        once=once,
    )
