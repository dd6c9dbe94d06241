"""The cast that other tests lean on stands where it is said to stand."""

from collections.abc import Callable

import pytest
from django.test import Client

from tests.cast import Cast, Person


@pytest.mark.django_db
def test_the_cast_has_one_lead_and_one_service(cast: Cast) -> None:
    people = [cast.maryam, cast.tom, cast.ewa, cast.joan, cast.vik]
    assert [person.actor.is_lead for person in people] == [True, False, False, False, False]
    assert {person.actor.service_id for person in people} == {cast.service_id}


@pytest.mark.django_db
def test_two_services_are_two_services(gather: Callable[[str], Cast]) -> None:
    assert gather("coventry").service_id != gather("rotherham").service_id


@pytest.mark.django_db
@pytest.mark.parametrize("who", ["maryam", "tom", "ewa", "joan", "vik"])
def test_everyone_of_the_cast_can_sign_in(cast: Cast, sign_in: Callable[[Person], Client], who: str) -> None:
    assert sign_in(getattr(cast, who)).get("/").status_code == 200
