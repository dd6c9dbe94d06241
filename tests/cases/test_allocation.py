"""Allocating gives the keys, ending takes them; a reason opens a case for one day; every look is listed."""

from collections.abc import Callable
from uuid import uuid4

import pytest

from inconfidence.audit.record import AlreadyDone
from inconfidence.cases import actions, queries
from inconfidence.cases.actions import NotAccepted, NoteDetails
from inconfidence.cases.models import Allocation, Case, Reason
from inconfidence.duties.queries import due_for
from inconfidence.people import queries as people
from inconfidence.vault import subjects
from tests.cases.family import a_case
from tests.cast import Cast, Person
from tests.conftest import Clock

pytestmark = pytest.mark.django_db
Gather = Callable[[str], Cast]


def opens(who: Person, reference: str) -> bool:
    """Whether this person reads the case."""
    return isinstance(queries.case_page(who.actor, reference), queries.CaseView)


def test_allocating_gives_case_and_card(cast: Cast) -> None:
    reference = a_case(cast.tom, take_myself=False)
    assert actions.allocate(cast.maryam.actor, reference, cast.ewa.id) is True
    assert opens(cast.ewa, reference)
    assert people.card(cast.ewa.actor, Case.objects.get().card_id) is not None
    assert due_for(cast.maryam.actor) == []


def test_ending_takes_the_keys_and_asks_the_leads(cast: Cast) -> None:
    reference = a_case(cast.tom)
    assert actions.end_allocation(cast.maryam.actor, reference, cast.tom.id) is True
    assert queries.case_page(cast.tom.actor, reference) is None
    held = subjects.held(cast.tom.actor.keyring, subjects.Kind.case)
    assert not held.filter(subject_id=Case.objects.get().id).exists()
    assert people.card(cast.tom.actor, Case.objects.get().card_id) is not None  # Tom answers the phone, too
    assert [duty.kind for duty in due_for(cast.maryam.actor)] == ["allocate_case"]


def test_what_was_written_before_an_allocation_ended_still_opens_for_the_next(cast: Cast) -> None:
    reference = a_case(cast.tom)
    actions.add_note(cast.tom.actor, reference, NoteDetails(text="Before."))
    actions.allocate(cast.maryam.actor, reference, cast.ewa.id)
    actions.end_allocation(cast.maryam.actor, reference, cast.tom.id)
    actions.add_note(cast.ewa.actor, reference, NoteDetails(text="After."))
    page = queries.case_page(cast.ewa.actor, reference)
    assert isinstance(page, queries.CaseView)
    assert {entry.text for entry in page.timeline} == {"Before.", "After."}


def test_what_was_owed_passes_to_the_leads(gather: Gather) -> None:
    rotherham = gather("rotherham")
    reference = a_case(rotherham.tom)
    actions.end_allocation(rotherham.maryam.actor, reference, rotherham.tom.id)
    assert due_for(rotherham.tom.actor) == []
    assert {duty.kind for duty in due_for(rotherham.maryam.actor)} == {"permission_form", "allocate_case"}


def test_only_a_lead_of_the_service_allocates(cast: Cast, gather: Gather) -> None:
    reference = a_case(cast.tom)
    other = gather("rotherham")
    for who in (cast.tom, cast.ewa, cast.joan, cast.vik, other.maryam):
        assert actions.allocate(who.actor, reference, cast.ewa.id) is None
        assert actions.end_allocation(who.actor, reference, cast.tom.id) is None
        assert queries.holders(who.actor, reference) is None
    assert Allocation.objects.filter(ended_at__isnull=True).count() == 1


@pytest.mark.parametrize("who", ["joan", "vik"])
def test_only_a_caseworker_is_given_a_case(cast: Cast, who: str) -> None:
    reference = a_case(cast.tom)
    with pytest.raises(NotAccepted):
        actions.allocate(cast.maryam.actor, reference, getattr(cast, who).id)


def test_nobody_of_another_service_is_given_a_case(cast: Cast, gather: Gather) -> None:
    reference = a_case(cast.tom)
    with pytest.raises(NotAccepted):
        actions.allocate(cast.maryam.actor, reference, gather("rotherham").tom.id)


def test_allocating_twice_changes_nothing(cast: Cast) -> None:
    reference = a_case(cast.tom)
    assert actions.allocate(cast.maryam.actor, reference, cast.tom.id) is False
    assert actions.end_allocation(cast.maryam.actor, reference, cast.ewa.id) is False


def test_an_allocation_sent_twice_is_written_once(cast: Cast) -> None:
    reference, once = a_case(cast.tom), uuid4()
    actions.allocate(cast.maryam.actor, reference, cast.ewa.id, once=once)
    actions.end_allocation(cast.maryam.actor, reference, cast.ewa.id)
    with pytest.raises(AlreadyDone):
        actions.allocate(cast.maryam.actor, reference, cast.ewa.id, once=once)
    assert not opens(cast.ewa, reference)


def test_a_reason_opens_the_case_until_midnight(cast: Cast, clock: Clock) -> None:
    reference = a_case(cast.tom)
    assert actions.give_reason(cast.maryam.actor, reference, "Tom is ill; the mother rang.") is True
    assert opens(cast.maryam, reference)
    clock.forward(hours=13, minutes=59)
    assert opens(cast.maryam, reference)
    clock.forward(minutes=1)
    assert queries.case_page(cast.maryam.actor, reference) == queries.NeedsReason(reference)


@pytest.mark.parametrize("slug", ["cumbria", "rotherham"])
def test_no_reason_opens_a_case_for_who_may_give_none(gather: Gather, slug: str) -> None:
    service = gather(slug)
    reference = a_case(service.tom)
    closed = [service.joan, service.vik] + ([service.ewa] if slug == "cumbria" else [])
    for who in closed:
        assert actions.give_reason(who.actor, reference, "I am curious.") is None
        assert not queries.asks_for_reason(who.actor, reference)
        assert queries.case_page(who.actor, reference) is None
    assert not Reason.objects.exists()


def test_a_lead_of_another_service_is_never_asked_why(cast: Cast, gather: Gather) -> None:
    reference = a_case(cast.tom)
    stranger = gather("rotherham").maryam
    assert actions.give_reason(stranger.actor, reference, "I am curious.") is None
    assert not queries.asks_for_reason(stranger.actor, reference)


def test_who_looked_names_the_person_and_the_reason(cast: Cast) -> None:
    reference = a_case(cast.tom)
    actions.give_reason(cast.maryam.actor, reference, "Tom is ill; the mother rang.")
    queries.case_page(cast.maryam.actor, reference)
    looks = queries.who_looked(cast.tom.actor, reference)
    assert isinstance(looks, list)
    assert ("Maryam Sesay", "Looked at a case", "Tom is ill; the mother rang.") in {
        (look.who, look.wording, look.reason) for look in looks
    }
    assert ("Tom Aldridge", "Opened a case", "") in {(look.who, look.wording, look.reason) for look in looks}


def test_looks_of_one_day_are_one_line_whatever_came_between(cast: Cast, clock: Clock) -> None:
    reference = a_case(cast.tom)
    for _ in range(3):
        queries.case_page(cast.tom.actor, reference)
        clock.forward(minutes=5)
        queries.who_looked(cast.tom.actor, reference)
        clock.forward(minutes=5)
    looks = queries.who_looked(cast.tom.actor, reference)
    assert isinstance(looks, list)
    assert [(look.wording, look.times) for look in looks] == [
        ("Looked at who had looked", 4),
        ("Looked at a case", 3),
        ("Opened a case", 1),
    ]
    assert looks[0].at > looks[1].at > looks[2].at


def test_looks_of_another_day_are_another_line(cast: Cast, clock: Clock) -> None:
    reference = a_case(cast.tom)
    for _ in range(3):
        queries.case_page(cast.tom.actor, reference)
    clock.forward(days=1)
    queries.case_page(cast.tom.actor, reference)
    looks = queries.who_looked(cast.tom.actor, reference)
    assert isinstance(looks, list)
    assert [look.times for look in looks if look.wording == "Looked at a case"] == [1, 3]


def test_a_colleague_who_was_turned_away_is_listed_too(cast: Cast) -> None:
    reference = a_case(cast.tom)
    queries.case_page(cast.ewa.actor, reference)
    looks = queries.who_looked(cast.tom.actor, reference)
    assert isinstance(looks, list)
    assert ("Ewa Zielińska", "Asked for a case and was not shown it") in {
        (look.who, look.wording) for look in looks
    }


def test_who_is_not_on_the_case_does_not_learn_who_looked(cast: Cast) -> None:
    reference = a_case(cast.tom)
    assert queries.who_looked(cast.ewa.actor, reference) is None
    assert queries.who_looked(cast.maryam.actor, reference) == queries.NeedsReason(reference)
