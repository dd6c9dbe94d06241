"""Lists: the filter and the question agree on every generated world, and a list stays cheap."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from inconfidence.audit.models import Event
from inconfidence.cases import actions, queries
from tests.cases.family import a_case
from tests.cast import Cast, Person

pytestmark = pytest.mark.django_db
WORLD = settings(
    max_examples=6,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def names(who: Person) -> set[str]:
    """The families this person's list shows."""
    return {row.name for row in queries.case_list(who.actor)}


def test_a_list_shows_what_one_works_on_and_leads_what_nobody_does(cast: Cast) -> None:
    a_case(cast.tom, "Marta")
    a_case(cast.ewa, "Ines")
    a_case(cast.tom, "Pavel", take_myself=False)
    assert names(cast.tom) == {"Marta"}
    assert names(cast.ewa) == {"Ines"}
    assert names(cast.maryam) == {"Pavel"}
    assert names(cast.joan) == names(cast.vik) == set()


def test_other_cases_carry_no_name(gather: Callable[[str], Cast]) -> None:
    rotherham = gather("rotherham")
    reference = a_case(rotherham.tom, "Marta")
    for reader in (rotherham.maryam, rotherham.ewa):
        (other,) = queries.other_cases(reader.actor)
        assert (other.reference, other.holders) == (reference, ("Tom Aldridge",))
    assert queries.other_cases(rotherham.joan.actor) == []
    assert queries.other_cases(rotherham.tom.actor) == []


@pytest.mark.parametrize("slug", ["cumbria", "rotherham"])
@WORLD
@given(
    steps=st.lists(
        st.tuples(st.sampled_from(["tom", "ewa", "maryam"]), st.booleans(), st.booleans()), max_size=4
    )
)
def test_filter_and_question_agree(
    gather: Callable[[str], Cast], slug: str, steps: list[tuple[str, bool, bool]]
) -> None:
    service = gather_once(gather, slug)
    references = [(a_case(getattr(service, who), take_myself=take), ended) for who, take, ended in steps]
    for (reference, ended), (who, take, _) in zip(references, steps, strict=True):
        if ended and take:
            actions.end_allocation(service.maryam.actor, reference, getattr(service, who).id)
    for reader in (service.maryam, service.tom, service.ewa, service.joan, service.vik):
        listed = {row.reference for row in queries.case_list(reader.actor)}
        for reference, _ in references:
            opened = isinstance(queries.open_case_for(reader.actor, reference), queries.OpenCase)
            assert (reference in listed) == opened


_services: dict[tuple[int, str], Cast] = {}


def gather_once(gather: Callable[[str], Cast], slug: str) -> Cast:
    """One service for all worlds of one test."""
    known = (id(gather), slug)
    if known not in _services:
        _services[known] = gather(slug)
    return _services[known]


def test_a_list_of_many_is_as_many_queries_as_a_list_of_one(cast: Cast) -> None:
    a_case(cast.tom, "Marta")
    few = counted(cast.tom)
    for number in range(9):
        a_case(cast.tom, f"Family {number}")
    assert counted(cast.tom) == few
    assert few <= 8


def counted(who: Person) -> int:
    """How many queries a list takes, once its keys have been opened."""
    queries.case_list(who.actor)
    with CaptureQueriesContext(connection) as asked:
        queries.case_list(who.actor)
    return len(asked)


def test_a_list_is_one_event(cast: Cast) -> None:
    a_case(cast.tom, "Marta")
    a_case(cast.tom, "Ines")
    before = Event.objects.count()
    queries.case_list(cast.tom.actor)
    assert Event.objects.count() == before + 1
