"""Opening a case, and who may then open it."""

from collections.abc import Callable
from datetime import date
from uuid import uuid4

import pytest

from inconfidence.audit.record import AlreadyDone
from inconfidence.cases import actions, queries
from inconfidence.cases.actions import NotAccepted
from inconfidence.cases.models import Case
from inconfidence.duties.queries import due_for
from inconfidence.people import queries as people
from inconfidence.people.models import Card
from tests.cases.family import UNASKED, a_case, marta
from tests.cast import Cast

pytestmark = pytest.mark.django_db
Gather = Callable[[str], Cast]


def test_the_one_who_opens_it_reads_it_all(cast: Cast) -> None:
    page = queries.case_page(cast.tom.actor, a_case(cast.tom))
    assert isinstance(page, queries.CaseView)
    assert (page.card.name, page.relationship, page.responsibility) == ("Marta Oyelaran", "Mother", "Yes")
    assert page.child is not None
    assert page.child.name == "Sam"
    assert page.issues == ("Annual review / refusal to amend", "Home-to-school transport")
    assert (
        page.card.safe_sentence
        == "Ring mobile only, 10–2 on weekdays. No voicemail. Say 'It's Tom'. " + UNASKED
    )
    assert page.allocated
    assert [holder.name for holder in page.holders] == ["Tom Aldridge"]


def test_a_colleague_who_is_not_on_it_gets_not_found_where_keys_are_allocated(cast: Cast) -> None:
    assert queries.case_page(cast.ewa.actor, a_case(cast.tom)) is None


def test_a_colleague_may_say_why_where_keys_are_with_staff(gather: Gather) -> None:
    rotherham = gather("rotherham")
    reference = a_case(rotherham.tom)
    assert queries.case_page(rotherham.ewa.actor, reference) == queries.NeedsReason(reference)


def test_a_lead_who_is_not_on_it_is_asked_why(cast: Cast) -> None:
    reference = a_case(cast.tom)
    assert queries.case_page(cast.maryam.actor, reference) == queries.NeedsReason(reference)


@pytest.mark.parametrize("slug", ["cumbria", "rotherham"])
def test_the_front_desk_reads_the_card_and_never_the_case(gather: Gather, slug: str) -> None:
    service = gather(slug)
    reference = a_case(service.tom)
    assert queries.case_page(service.joan.actor, reference) is None
    card = people.card(service.joan.actor, Card.objects.get().id)
    assert card is not None
    assert card.name == "Marta Oyelaran"


@pytest.mark.parametrize("slug", ["cumbria", "rotherham"])
def test_a_volunteer_reads_neither_card_nor_case(gather: Gather, slug: str) -> None:
    service = gather(slug)
    reference = a_case(service.tom)
    assert queries.case_page(service.vik.actor, reference) is None
    assert people.card(service.vik.actor, Card.objects.get().id) is None


def test_nobody_of_another_service_reads_anything(cast: Cast, gather: Gather) -> None:
    reference = a_case(cast.tom)
    card = Card.objects.get().id
    other = gather("rotherham")
    for stranger in (other.maryam, other.tom, other.joan):
        assert queries.case_page(stranger.actor, reference) is None
        assert people.card(stranger.actor, card) is None
        assert queries.case_list(stranger.actor) == []
        assert queries.other_cases(stranger.actor) == []


def test_a_case_left_to_nobody_waits_for_the_leads(cast: Cast) -> None:
    reference = a_case(cast.tom, take_myself=False)
    assert queries.case_page(cast.tom.actor, reference) is None
    assert isinstance(queries.case_page(cast.maryam.actor, reference), queries.CaseView)
    assert [duty.kind for duty in due_for(cast.maryam.actor)] == ["allocate_case"]
    assert due_for(cast.tom.actor) == []


def test_the_front_desk_opens_no_case(cast: Cast) -> None:
    assert actions.open_case(cast.joan.actor, marta()) is None
    assert not Case.objects.exists()


def test_a_form_sent_twice_opens_one_case(cast: Cast) -> None:
    once = uuid4()
    actions.open_case(cast.tom.actor, marta(), once=once)
    with pytest.raises(AlreadyDone):
        actions.open_case(cast.tom.actor, marta(), once=once)
    assert Case.objects.count() == 1
    assert Card.objects.count() == 1


@pytest.mark.parametrize(
    ("field", "name", "changes"),
    [
        ("name", "", {}),
        ("issues", "Marta Oyelaran", {"issues": ()}),
        ("relationship", "Marta Oyelaran", {"relationship": "aunt by marriage"}),
        ("school", "Marta Oyelaran", {"child": actions.ChildDetails(school="x" * 301)}),
        ("year_of_birth", "Marta Oyelaran", {"child": actions.ChildDetails(year_of_birth=1970)}),
    ],
)
def test_what_does_not_fit_is_refused_and_nothing_is_written(
    cast: Cast, field: str, name: str, changes: dict[str, object]
) -> None:
    with pytest.raises(NotAccepted) as wrong:
        actions.open_case(cast.tom.actor, marta(name, **changes))
    assert wrong.value.field == field
    assert not Case.objects.exists()


def test_a_permission_form_is_owed_where_the_policy_waits_for_it(cast: Cast, gather: Gather) -> None:
    rotherham = gather("rotherham")
    a_case(rotherham.tom)
    a_case(cast.tom)
    assert [(duty.kind, duty.due_on) for duty in due_for(rotherham.tom.actor)] == [
        ("permission_form", rotherham.tom.actor.today())
    ]
    assert due_for(cast.tom.actor) == []


def test_a_permission_form_is_due_from_the_day_it_was_given(gather: Gather) -> None:
    rotherham = gather("rotherham")
    a_case(rotherham.tom, form_given_on=date(2026, 11, 16))
    assert [duty.due_on for duty in due_for(rotherham.tom.actor)] == [date(2026, 11, 16)]
