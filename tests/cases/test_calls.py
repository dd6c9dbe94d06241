"""Taking a call: anonymous by default; read later by who took it and those whose tray it lies in."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from uuid import UUID, uuid4

import pytest

from inconfidence.audit.record import AlreadyDone
from inconfidence.cases import actions, queries
from inconfidence.cases.actions import CallDetails, NamedCaller, NotAccepted
from inconfidence.cases.actions.marks import MarkDetails
from inconfidence.cases.models import Enquiry
from inconfidence.duties.queries import due_for
from inconfidence.duties.words import REMINDER
from inconfidence.people.models import Card
from tests.cases.family import SAFE, marta
from tests.cast import Cast, Person

pytestmark = pytest.mark.django_db
ANONYMOUS = CallDetails(issues=("ehcna_request",), note="How does one ask for an assessment?", minutes=10)
NAMED = CallDetails(
    issues=("transport",),
    note="The bus no longer comes.",
    named=NamedCaller(
        name="Marta Oyelaran", phone="07700 900 123", caller="mother", safe=SAFE, statement_given=True
    ),
)


def test_an_anonymous_call_makes_no_person(cast: Cast) -> None:
    actions.take_call(cast.joan.actor, ANONYMOUS)
    assert not Card.objects.exists()
    assert Enquiry.objects.get().state == "ended"


def test_who_took_it_and_the_leads_read_it_where_keys_are_allocated(cast: Cast) -> None:
    taken = actions.take_call(cast.tom.actor, ANONYMOUS)
    assert isinstance(taken, UUID)
    for reader in (cast.tom, cast.maryam):
        found = queries.enquiry(reader.actor, taken)
        assert found is not None
        assert found.note == ANONYMOUS.note
        assert not found.named
    for other in (cast.ewa, cast.joan, cast.vik):
        assert queries.enquiry(other.actor, taken) is None
        assert queries.enquiries(other.actor) == []


def test_all_caseworkers_read_it_where_keys_are_with_staff(gather: Callable[[str], Cast]) -> None:
    coventry = gather("coventry")
    taken = actions.take_call(coventry.joan.actor, ANONYMOUS)
    assert isinstance(taken, UUID)
    for reader in (coventry.joan, coventry.tom, coventry.ewa, coventry.maryam):
        assert queries.enquiry(reader.actor, taken) is not None
    assert queries.enquiry(coventry.vik.actor, taken) is None


def test_nobody_of_another_service_reads_it(cast: Cast, gather: Callable[[str], Cast]) -> None:
    taken = actions.take_call(cast.tom.actor, NAMED)
    assert isinstance(taken, UUID)
    other = gather("coventry")
    for stranger in (other.maryam, other.tom):
        assert queries.enquiry(stranger.actor, taken) is None
        assert queries.enquiries(stranger.actor) == []


def test_a_named_call_becomes_a_case_with_its_note(cast: Cast) -> None:
    taken = actions.take_call(cast.tom.actor, NAMED)
    assert isinstance(taken, UUID)
    reference = actions.open_case(cast.tom.actor, marta(enquiry_id=taken))
    assert isinstance(reference, str)
    page = queries.case_page(cast.tom.actor, reference)
    assert isinstance(page, queries.CaseView)
    assert [entry.text for entry in page.timeline] == ["The bus no longer comes."]
    assert Enquiry.objects.get().state == "case"


def test_a_call_that_became_a_case_leaves_the_leads_tray(cast: Cast) -> None:
    taken = actions.take_call(cast.tom.actor, NAMED)
    assert isinstance(taken, UUID)
    assert [row.name for row in queries.enquiries(cast.maryam.actor)] == ["Marta Oyelaran"]
    actions.open_case(cast.tom.actor, marta(enquiry_id=taken))
    assert queries.enquiries(cast.maryam.actor) == []


def test_an_anonymous_call_never_becomes_a_case(cast: Cast) -> None:
    taken = actions.take_call(cast.tom.actor, ANONYMOUS)
    assert isinstance(taken, UUID)
    assert actions.open_case(cast.tom.actor, marta(enquiry_id=taken)) is None


def test_a_colleagues_enquiry_is_not_opened_by_who_may_not_read_it(cast: Cast) -> None:
    taken = actions.take_call(cast.tom.actor, NAMED)
    assert isinstance(taken, UUID)
    assert actions.open_case(cast.ewa.actor, marta(enquiry_id=taken)) is None


def test_ending_an_enquiry_once_is_enough(cast: Cast) -> None:
    taken = actions.take_call(cast.tom.actor, NAMED)
    assert isinstance(taken, UUID)
    assert actions.end_enquiry(cast.ewa.actor, taken) is None
    assert actions.end_enquiry(cast.tom.actor, taken) is True
    assert actions.end_enquiry(cast.tom.actor, taken) is False


def test_a_call_sent_twice_is_written_once(cast: Cast) -> None:
    once = uuid4()
    actions.take_call(cast.tom.actor, ANONYMOUS, once=once)
    with pytest.raises(AlreadyDone):
        actions.take_call(cast.tom.actor, ANONYMOUS, once=once)
    assert Enquiry.objects.count() == 1


@pytest.mark.parametrize(
    ("field", "call"),
    [
        ("issues", CallDetails(issues=())),
        ("issues", CallDetails(issues=("gossip",))),
        ("note", CallDetails(issues=("transport",), note="x" * 100_001)),
        ("method", CallDetails(issues=("transport",), method="pigeon")),
        ("name", CallDetails(issues=("transport",), named=NamedCaller(name=" ", phone="1"))),
        ("phone", CallDetails(issues=("transport",), named=NamedCaller(name="Marta"))),
        ("next_step", replace(ANONYMOUS, next_step="x" * 301)),
        ("next_step", replace(ANONYMOUS, note="", remind_on=date(2026, 11, 27))),
        ("remind_on", replace(ANONYMOUS, remind_on=date(2026, 11, 19))),
        ("standing", replace(ANONYMOUS, marks=MarkDetails(standing="gossip"))),
    ],
)
def test_what_does_not_fit_is_refused(cast: Cast, field: str, call: CallDetails) -> None:
    with pytest.raises(NotAccepted) as wrong:
        actions.take_call(cast.tom.actor, call)
    assert wrong.value.field == field
    assert not Enquiry.objects.exists()


STEP = replace(
    NAMED,
    next_step="Ring about the bus",
    remind_on=date(2026, 11, 27),
    marks=MarkDetails(provided_by="school", sensitivity="sensitive", standing="opinion", in_confidence=True),
)
MARKS = ("Sensitive", "Told in confidence", "From: Nursery, school or college", "An opinion")


def taken_by(who: Person, call: CallDetails) -> UUID:
    """A call that this person took."""
    taken = actions.take_call(who.actor, call)
    assert isinstance(taken, UUID)
    return taken


def reminders(who: Person) -> list[tuple[str, str, date | None]]:
    """What this person is reminded of: about what, on which case, when."""
    owed = due_for(who.actor)
    return [(duty.about_kind, duty.reference, duty.due_on) for duty in owed if duty.kind == REMINDER]


def test_what_is_next_and_the_marks_stand_on_the_enquiry(cast: Cast) -> None:
    found = queries.enquiry(cast.tom.actor, taken_by(cast.tom, STEP))
    assert found is not None
    assert (found.next_step, found.remind_on, found.marks) == (STEP.next_step, (STEP.remind_on,), MARKS)
    assert reminders(cast.tom) == [("enquiry", "", STEP.remind_on)]


@pytest.mark.parametrize("take", [True, False])
def test_they_go_with_it_into_the_first_note_of_its_case(cast: Cast, take: bool) -> None:
    taken = taken_by(cast.tom, STEP)
    reference = actions.open_case(cast.tom.actor, marta(enquiry_id=taken, take_myself=take))
    assert isinstance(reference, str)
    holder = cast.tom if take else cast.maryam
    assert reminders(holder) == [("item", reference, STEP.remind_on)]
    assert reminders(cast.maryam if take else cast.tom) == []
    if take:
        page = queries.case_page(cast.tom.actor, reference)
        assert isinstance(page, queries.CaseView)
        entry = page.timeline[0]
        assert (entry.text, entry.next_step, entry.marks) == (STEP.note, STEP.next_step, MARKS)


def test_nothing_is_due_of_an_enquiry_that_is_ended(cast: Cast) -> None:
    actions.end_enquiry(cast.tom.actor, taken_by(cast.tom, STEP))
    assert reminders(cast.tom) == []


def test_a_next_step_that_shows_who_rang_is_seen_too(cast: Cast) -> None:
    call = replace(ANONYMOUS, next_step="Ring 07700 900 123")
    assert not isinstance(actions.take_call(cast.tom.actor, call), UUID)
