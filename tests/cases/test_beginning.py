"""May we work in depth? Asked when a case is opened, and again with everything that first contact comes to."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from uuid import UUID, uuid4

import pytest

from inconfidence.audit.models import Event
from inconfidence.audit.record import AlreadyDone
from inconfidence.cases import actions, queries
from inconfidence.cases.actions import (
    FirstContactDetails,
    FirstContactMoved,
    FirstContactSaved,
    NotAccepted,
    NotBegun,
)
from inconfidence.cases.models import Case, Enquiry
from inconfidence.cases.queries import OpenCase, may_begin, open_case_for
from inconfidence.cases.queries.beginning import first_contacts, in_short, level_now, levels
from inconfidence.consent.actions import ConsentDetails, FormReturned, record_consent, record_form_returned
from inconfidence.duties.queries import due_for
from tests.cases.family import MARTA, a_case, marta
from tests.cases.test_calls import NAMED
from tests.cast import Cast, Person

pytestmark = pytest.mark.django_db
Gather = Callable[[str], Cast]
TODAY = date(2026, 11, 20)
TOLD = FirstContactDetails(
    relationship="mother", responsibility="yes", statement=True, notice=True, form=True
)
ALL_FIVE = ["bath-and-north-east-somerset", "blackburn-with-darwen", "coventry", "cumbria", "rotherham"]


def door(who: Person, reference: str) -> OpenCase:
    """The case, opened."""
    found = open_case_for(who.actor, reference)
    assert isinstance(found, OpenCase)
    return found


def steps(who: Person, reference: str) -> list[str]:
    """What still comes first; empty when we may go on."""
    return [step.kind for step in may_begin(who.actor, door(who, reference)).steps]


def write(who: Person, reference: str, details: FirstContactDetails) -> FirstContactSaved:
    """First contact, written down over what the case says now."""
    version = door(who, reference).version
    came = actions.record_first_contact(who.actor, reference, details, version=version)
    assert isinstance(came, FirstContactSaved)
    return came


FIRST_STEPS = {
    "bath-and-north-east-somerset": [],
    "blackburn-with-darwen": ["give_statement"],
    "coventry": ["give_statement"],
    "cumbria": ["ask_consent_question"],
    "rotherham": ["chase_form"],
}


@pytest.mark.parametrize("slug", ALL_FIVE)
def test_each_policy_has_its_own_things_come_first(gather: Gather, slug: str) -> None:
    service = gather(slug)
    assert steps(service.tom, a_case(service.tom)) == FIRST_STEPS[slug]


@pytest.mark.parametrize("slug", ALL_FIVE)
def test_once_all_is_told_given_and_answered_nothing_is_in_the_way(gather: Gather, slug: str) -> None:
    service = gather(slug)
    reference = a_case(service.tom)
    write(service.tom, reference, replace(TOLD, not_needed="They want to talk to the school themselves"))
    record_form_returned(service.tom.actor, reference, FormReturned())
    assert may_begin(service.tom.actor, door(service.tom, reference)).outcome == "permit"
    assert in_short(service.tom.actor, door(service.tom, reference)) == ""


def test_the_head_says_what_is_missing(gather: Gather) -> None:
    rotherham = gather("rotherham")
    page = queries.case_page(rotherham.tom.actor, a_case(rotherham.tom))
    assert isinstance(page, queries.CaseView)
    assert page.identity.status == "First contact only: the permission form is not back"


def test_a_carer_without_responsibility_is_refused_where_the_policy_rests_on_it(gather: Gather) -> None:
    coventry = gather("coventry")
    taken = actions.take_call(coventry.tom.actor, NAMED)
    assert isinstance(taken, UUID)
    carer = marta(relationship="foster_carer", responsibility="no", enquiry_id=taken)
    came = actions.open_case(coventry.tom.actor, carer)
    assert isinstance(came, NotBegun)
    assert came.answer.outcome == "refuse"
    assert {"CV-PRACTICAL-02a", "X-10"} <= {clause.id for clause in came.answer.clauses}
    assert not Case.objects.exists()
    assert Enquiry.objects.get().state == "open"
    assert Event.objects.filter(act="casework_refused", about=taken).count() == 1
    assert [duty.kind for duty in due_for(coventry.maryam.actor)] == ["flag_law_differs"]
    assert due_for(coventry.tom.actor) == []


@pytest.mark.parametrize("slug", [slug for slug in ALL_FIVE if slug != "coventry"])
def test_a_carer_is_helped_everywhere_else(gather: Gather, slug: str) -> None:
    service = gather(slug)
    assert a_case(service.tom, relationship="foster_carer", responsibility="no")


@pytest.mark.parametrize("slug", ALL_FIVE)
def test_a_grandmother_gets_no_case(gather: Gather, slug: str) -> None:
    service = gather(slug)
    came = actions.open_case(service.tom.actor, marta(relationship="grandparent", responsibility="no"))
    assert isinstance(came, NotBegun)
    assert not Case.objects.exists()


@pytest.mark.parametrize("slug", ALL_FIVE)
@pytest.mark.parametrize("year", [2017, 2012, 2005])
def test_a_child_opens_an_enquiry_of_their_own_at_any_age(gather: Gather, slug: str, year: int) -> None:
    service = gather(slug)
    child = actions.ChildDetails(year_of_birth=year, is_the_person=True)
    assert a_case(service.tom, child=child, relationship="self", responsibility="no")


def test_a_mother_has_responsibility_by_law_and_a_father_is_asked(gather: Gather) -> None:
    coventry = gather("coventry")
    assert a_case(coventry.tom, relationship="mother", responsibility="not_asked")
    father = actions.open_case(coventry.tom.actor, marta(relationship="father", responsibility="not_asked"))
    assert isinstance(father, NotBegun)
    assert [step.kind for step in father.answer.steps] == ["show_responsibility"]


def test_a_professional_who_rang_alone_is_not_the_persons_own_word(gather: Gather) -> None:
    coventry = gather("coventry")
    reference = a_case(coventry.tom, origin="professional_absent")
    assert steps(coventry.tom, reference) == [
        "confirm_with_person",
        "record_absence_reason",
        "give_statement",
    ]
    write(
        coventry.tom,
        reference,
        replace(TOLD, origin="professional_absent", confirmed=True, absence_reason="She was at work"),
    )
    assert steps(coventry.tom, reference) == []


def test_a_no_needs_the_limits_explained_where_the_policy_says_so(gather: Gather) -> None:
    bath = gather("bath-and-north-east-somerset")
    reference = a_case(bath.tom)
    record_consent(bath.tom.actor, reference, ConsentDetails(kind="share", answer="refused"))
    assert steps(bath.tom, reference) == ["explain_limits"]
    write(bath.tom, reference, replace(TOLD, limits=True))
    assert steps(bath.tom, reference) == []


def test_explained_with_the_no_is_explained(gather: Gather) -> None:
    bath = gather("bath-and-north-east-somerset")
    reference = a_case(bath.tom)
    no = ConsentDetails(kind="share", answer="refused", limits_explained=True)
    record_consent(bath.tom.actor, reference, no)
    assert steps(bath.tom, reference) == []


def test_an_answer_is_an_answer_whatever_it_is(cast: Cast) -> None:
    reference = a_case(cast.tom)
    yes = ConsentDetails(kind="share", answer="given", words="Yes.", purposes=frozenset({"annual_review"}))
    record_consent(cast.tom.actor, reference, yes)
    assert steps(cast.tom, reference) == []


def test_another_kind_of_yes_answers_nothing(cast: Cast) -> None:
    reference = a_case(cast.tom)
    for kind in ("obtain", "mailing_list", "wish"):
        yes = ConsentDetails(kind=kind, answer="given", words="Yes.", purposes=frozenset({"annual_review"}))
        record_consent(cast.tom.actor, reference, yes)
    assert steps(cast.tom, reference) == ["ask_consent_question"]


def test_the_level_waits_until_the_answer_is_yes(gather: Gather) -> None:
    rotherham = gather("rotherham")
    reference = a_case(rotherham.tom)
    assert write(rotherham.tom, reference, replace(TOLD, level="3")).level_waits
    assert level_now(door(rotherham.tom, reference)) == "1"
    record_form_returned(rotherham.tom.actor, reference, FormReturned())
    assert not write(rotherham.tom, reference, replace(TOLD, level="3")).level_waits
    (line,) = levels(rotherham.tom.actor, door(rotherham.tom, reference))
    assert (line.level, line.since, line.by) == ("3", TODAY, "Tom Aldridge")


def test_every_change_is_kept_with_its_day_and_worker(cast: Cast) -> None:
    reference = a_case(cast.tom)
    write(cast.tom, reference, replace(TOLD, on=date(2026, 11, 16)))
    write(cast.tom, reference, replace(TOLD, notice=False))
    taken_back, first = first_contacts(cast.tom.actor, door(cast.tom, reference))
    assert first.by == "Tom Aldridge"
    assert "Told what confidentiality means here: Monday 16 November 2026" in first.said
    assert taken_back.said == ("Privacy notice given: taken back",)
    page = queries.case_page(cast.tom.actor, reference)
    assert isinstance(page, queries.CaseView)
    assert (page.statement_given_on, page.notice_given_on) == (date(2026, 11, 16), None)
    assert queries.case_list(cast.tom.actor)[0].name == "Marta Oyelaran"


def test_two_at_once_the_second_is_told(cast: Cast) -> None:
    reference = a_case(cast.tom)
    version = door(cast.tom, reference).version
    write(cast.tom, reference, TOLD)
    late = replace(TOLD, absence_reason="She was at work")
    came = actions.record_first_contact(cast.tom.actor, reference, late, version=version)
    assert came == FirstContactMoved(version + 1)
    assert len(first_contacts(cast.tom.actor, door(cast.tom, reference))) == 1


def test_sent_twice_it_is_written_once(cast: Cast) -> None:
    reference, once = a_case(cast.tom), uuid4()
    actions.record_first_contact(cast.tom.actor, reference, TOLD, version=1, once=once)
    with pytest.raises(AlreadyDone):
        actions.record_first_contact(cast.tom.actor, reference, TOLD, version=2, once=once)


@pytest.mark.parametrize(
    ("field", "changes"),
    [
        ("relationship", {"relationship": "aunt"}),
        ("responsibility", {"responsibility": "perhaps"}),
        ("origin", {"origin": "by ship"}),
        ("level", {"level": "9"}),
        ("absence_reason", {"absence_reason": "x" * 301}),
        ("not_needed", {"not_needed": "x" * 301}),
        ("on", {"on": date(2026, 11, 21)}),
        ("on", {"on": date(1999, 1, 1)}),
    ],
)
def test_what_does_not_fit_is_said_and_nothing_is_written(
    cast: Cast, field: str, changes: dict[str, object]
) -> None:
    reference = a_case(cast.tom)
    with pytest.raises(NotAccepted) as wrong:
        actions.record_first_contact(cast.tom.actor, reference, replace(TOLD, **changes), version=1)  # type: ignore[arg-type]
    assert wrong.value.field == field
    assert door(cast.tom, reference).version == 1


def test_who_is_not_on_it_writes_nothing(cast: Cast) -> None:
    reference = a_case(cast.tom)
    for other in (cast.ewa, cast.joan, cast.vik):
        assert actions.record_first_contact(other.actor, reference, TOLD, version=1) is None


def test_the_family_is_the_same_in_every_test() -> None:
    assert (MARTA.relationship, MARTA.responsibility) == ("mother", "yes")
