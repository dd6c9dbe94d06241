"""Asking somebody for records they hold: only on a yes to that, and never on a yes to talk."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest
from django.db import transaction
from django.test import Client

from inconfidence.audit.models import Event
from inconfidence.audit.record import AlreadyDone
from inconfidence.cases import actions as cases
from inconfidence.cases import queries as case_queries
from inconfidence.cases.actions import InvolvedDetails, NotAccepted
from inconfidence.consent import actions, queries
from inconfidence.consent.actions import (
    ConsentDetails,
    FormReturned,
    NotAsked,
    RecordsAsked,
    RecordsDetails,
    ask_for_records,
    record_consent,
    record_form_returned,
)
from inconfidence.disclosure.actions.asking import enter_danger
from inconfidence.disclosure.facts import Sharing
from inconfidence.duties.queries import due_for
from tests.cases.browser import send, text
from tests.cases.family import a_case, first_contact_done
from tests.cases.test_beginning import door
from tests.cast import Cast, Person
from tests.conftest import Clock
from tests.disclosure.family import SERVICES

pytestmark = pytest.mark.django_db
Gather = Callable[[str], Cast]
SignIn = Callable[[Person], Client]
SCHOOL = RecordsDetails(source="school", purpose="annual_review", need="For the review", which="Attendance")
YES = ConsentDetails(
    kind="obtain",
    answer="limited",
    words="Yes, ask the school.",
    purposes=frozenset({"annual_review"}),
    recipients=frozenset({"body:setting"}),
)
NOT_YET = {
    "bath-and-north-east-somerset": [],
    "blackburn-with-darwen": ["give_statement"],
    "coventry": ["give_statement"],
    "cumbria": ["ask_consent_question"],
    "rotherham": ["chase_form"],
}
FIELDS = {"source": "school", "purpose": "annual_review", "which": "Attendance", "method": "letter"}


def asked(who: Person, reference: str, details: RecordsDetails = SCHOOL) -> NotAsked | RecordsAsked:
    """What asking for these records comes to."""
    came = ask_for_records(who.actor, reference, details, sure=True)
    assert isinstance(came, NotAsked | RecordsAsked), came
    return came


def agreed(who: Person, clock: Clock, details: ConsentDetails = YES) -> str:
    """A case on which they said this an hour ago, and sent their form back."""
    reference = a_case(who)
    first_contact_done(who, reference)
    record_form_returned(who.actor, reference, FormReturned())
    record_consent(who.actor, reference, details)
    clock.forward(hours=1)
    return reference


@pytest.mark.parametrize("slug", ["blackburn-with-darwen", "coventry", "cumbria", "rotherham"])
def test_on_a_yes_that_we_asked_is_on_the_timeline_with_a_reminder(
    gather: Gather, clock: Clock, slug: str
) -> None:
    service = gather(slug)
    reference = agreed(service.tom, clock)
    came = asked(service.tom, reference)
    assert isinstance(came, RecordsAsked)
    page = case_queries.case_page(service.tom.actor, reference)
    assert isinstance(page, case_queries.CaseView)
    (entry,) = [entry for entry in page.timeline if entry.id == came.item]
    assert "We asked for records: Attendance" in entry.text
    assert "Why they are needed: For the review" in entry.text
    assert Event.objects.filter(act="records_asked").count() == 1
    due = [duty for duty in due_for(service.tom.actor) if duty.about == came.item]
    assert [(duty.kind, duty.due_on) for duty in due] == [("reminder", date(2026, 12, 11))]


@pytest.mark.parametrize("slug", ["bath-and-north-east-somerset", "coventry", "cumbria"])
@pytest.mark.parametrize(
    "said",
    [
        replace(YES, kind="share"),
        replace(YES, answer="refused", purposes=frozenset()),
        replace(YES, recipients=frozenset({"body:la"})),
        replace(YES, purposes=frozenset({"transport"})),
        replace(YES, giver="someone_else"),
    ],
    ids=["to talk", "a no", "of the council", "another matter", "somebody else's"],
)
def test_on_anything_less_nothing_is_written(
    gather: Gather, clock: Clock, slug: str, said: ConsentDetails
) -> None:
    service = gather(slug)
    reference = agreed(service.tom, clock, said)
    came = asked(service.tom, reference)
    assert isinstance(came, NotAsked)
    assert came.answer.outcome == "refuse"
    assert Event.objects.filter(act="records_refused").count() == 1
    assert not Event.objects.filter(act="records_asked").exists()


@pytest.mark.parametrize("slug", SERVICES)
def test_asking_waits_for_first_contact_where_the_letter_that_asks_does(
    gather: Gather, clock: Clock, sign_in: SignIn, slug: str
) -> None:
    tom = gather(slug).tom
    reference = a_case(tom)
    record_consent(tom.actor, reference, replace(YES, method="letter"))
    clock.forward(hours=1)
    first = NOT_YET[slug]
    came = asked(tom, reference)
    if not first:
        assert isinstance(came, RecordsAsked)
        return
    assert isinstance(came, NotAsked)
    assert [step.kind for step in came.answer.steps] == first
    page = text(send(sign_in(tom), f"/cases/{reference}/records/new/", **FIELDS | {"need": "For it"}))
    assert f'data-step="{first[0]}"' in page
    assert "We asked: record it" not in page
    assert "For it" in page
    assert not Event.objects.filter(act="records_asked").exists()


def test_a_child_in_danger_does_not_wait_for_first_contact(gather: Gather, clock: Clock) -> None:
    coventry = gather("coventry")
    reference = a_case(coventry.tom)
    danger = Sharing(who="role:social_worker", risk_to="child", belief="believed", grounds="Marks on his arm")
    with transaction.atomic():
        enter_danger(coventry.tom.actor, door(coventry.tom, reference), danger)
    clock.forward(hours=1)
    assert isinstance(asked(coventry.tom, reference), RecordsAsked)


def test_the_sen_file_comes_from_the_parents_hand_in_one_service(gather: Gather, clock: Clock) -> None:
    bath = gather("bath-and-north-east-somerset")
    council = replace(YES, recipients=frozenset({"body:la"}))
    reference = agreed(bath.tom, clock, council)
    came = asked(bath.tom, reference, replace(SCHOOL, source="sen_file"))
    assert isinstance(came, NotAsked)
    assert "BN-6.1d" in {clause.id for clause in came.answer.clauses}


def test_without_a_reason_the_reason_comes_first(cast: Cast, clock: Clock) -> None:
    came = asked(cast.tom, agreed(cast.tom, clock), replace(SCHOOL, need=" "))
    assert isinstance(came, NotAsked)
    assert [step.kind for step in came.answer.steps] == ["state_need"]


def test_the_form_comes_first_where_the_policy_waits_for_it(gather: Gather, clock: Clock) -> None:
    rotherham = gather("rotherham")
    reference = a_case(rotherham.tom)
    record_consent(rotherham.tom.actor, reference, YES)
    clock.forward(hours=1)
    came = asked(rotherham.tom, reference)
    assert isinstance(came, NotAsked)
    assert "chase_form" in [step.kind for step in came.answer.steps]


def test_a_yes_for_one_person_reaches_that_person(cast: Cast, clock: Clock) -> None:
    reference = a_case(cast.tom)
    first_contact_done(cast.tom, reference)
    senco = cases.add_involved(cast.tom.actor, reference, InvolvedDetails(role="senco", name="Mrs Vale"))
    head = cases.add_involved(cast.tom.actor, reference, InvolvedDetails(role="headteacher"))
    assert isinstance(senco, UUID)
    assert isinstance(head, UUID)
    record_consent(cast.tom.actor, reference, replace(YES, recipients=frozenset({f"person:{senco}"})))
    clock.forward(hours=1)
    assert isinstance(asked(cast.tom, reference, replace(SCHOOL, holder=head)), NotAsked)
    assert isinstance(asked(cast.tom, reference, replace(SCHOOL, holder=senco)), RecordsAsked)


def test_a_yes_from_before_the_case_was_opened_again_has_to_be_given_again(
    gather: Gather, clock: Clock
) -> None:
    bath = gather("bath-and-north-east-somerset")
    reference = agreed(bath.tom, clock)
    done = cases.ClosingDetails(outcomes=("needs_met",), issue="annual_review")
    assert isinstance(cases.close_case(bath.tom.actor, reference, done), UUID)
    clock.forward(hours=1)
    cases.reopen_case(bath.tom.actor, reference)
    clock.forward(hours=1)
    assert isinstance(asked(bath.tom, reference), NotAsked)


def test_whom_we_may_ask_stands_in_words(cast: Cast, clock: Clock) -> None:
    reference = agreed(cast.tom, clock)
    page = queries.consent_page(cast.tom.actor, reference)
    assert isinstance(page, queries.ConsentPage)
    assert page.records == (
        "get records from anyone from nursery, school or college, about the annual review",
    )
    assert page.talk.yes == ()
    assert "Get records" in page.identity.may_talk[0].sentence or page.identity.may_talk[0].yes


def test_a_yes_to_talk_never_shows_as_a_yes_to_records(cast: Cast, clock: Clock) -> None:
    reference = agreed(cast.tom, clock, replace(YES, kind="share"))
    page = queries.consent_page(cast.tom.actor, reference)
    assert isinstance(page, queries.ConsentPage)
    assert page.records == ()
    assert len(page.talk.yes) == 1


@pytest.mark.parametrize(
    ("field", "changes"),
    [
        ("source", {"source": "the moon"}),
        ("purpose", {"purpose": ""}),
        ("which", {"which": " "}),
        ("which", {"which": "x" * 301}),
        ("need", {"need": "x" * 100_001}),
        ("method", {"method": "by ship"}),
        ("chase_on", {"chase_on": date(2026, 11, 19)}),
    ],
)
def test_what_does_not_fit_is_said(cast: Cast, field: str, changes: dict[str, object]) -> None:
    reference = a_case(cast.tom)
    with pytest.raises(NotAccepted) as wrong:
        ask_for_records(cast.tom.actor, reference, replace(SCHOOL, **changes), sure=True)  # type: ignore[arg-type]
    assert wrong.value.field == field


def test_sent_twice_we_asked_once(cast: Cast, clock: Clock) -> None:
    reference, once = agreed(cast.tom, clock), uuid4()
    ask_for_records(cast.tom.actor, reference, SCHOOL, sure=True, once=once)
    with pytest.raises(AlreadyDone):
        ask_for_records(cast.tom.actor, reference, SCHOOL, sure=True, once=once)


def test_who_is_not_on_it_asks_nothing(cast: Cast) -> None:
    reference = a_case(cast.tom)
    for other in (cast.ewa, cast.joan, cast.vik):
        assert actions.ask_for_records(other.actor, reference, SCHOOL, sure=True) is None


def test_the_page_answers_first_and_records_on_the_second_press(
    cast: Cast, clock: Clock, sign_in: SignIn
) -> None:
    reference = agreed(cast.tom, clock)
    client = sign_in(cast.tom)
    path = f"/cases/{reference}/records/new/"
    typed = FIELDS | {"need": "For the review of the plan"}
    page = text(send(client, path, **typed, press="ask"))
    assert 'data-outcome="permit"' in page
    assert "For the review of the plan" in page
    assert not Event.objects.filter(act="records_asked").exists()
    answer = send(client, path, **typed, press="asked")
    assert answer["Location"] == f"/cases/{reference}/"
    assert Event.objects.filter(act="records_asked").count() == 1


def test_a_no_shows_what_would_change_it_and_keeps_what_was_typed(cast: Cast, sign_in: SignIn) -> None:
    reference = a_case(cast.tom)
    path = f"/cases/{reference}/records/new/"
    page = text(send(sign_in(cast.tom), path, **FIELDS | {"need": "For the review"}, press="asked"))
    assert 'data-step="obtain_consent"' in page
    assert f'href="/cases/{reference}/consent/new/?next={path}&amp;kind=obtain"' in page
    assert "For the review" in page


def test_the_answer_to_that_starts_as_one_about_records(cast: Cast, sign_in: SignIn) -> None:
    reference = a_case(cast.tom)
    client = sign_in(cast.tom)
    assert 'value="obtain" selected' in text(client.get(f"/cases/{reference}/consent/new/?kind=obtain"))
    assert 'value="share" selected' in text(client.get(f"/cases/{reference}/consent/new/?kind=nonsense"))


def test_a_reminder_can_be_set_for_a_day(cast: Cast, clock: Clock) -> None:
    reference = agreed(cast.tom, clock)
    day = cast.tom.actor.today() + timedelta(days=5)
    asked(cast.tom, reference, replace(SCHOOL, chase_on=day))
    assert day in [duty.due_on for duty in due_for(cast.tom.actor) if duty.kind == "reminder"]
