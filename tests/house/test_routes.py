"""No address without a declared question, none without a test of who is let in."""

from inspect import unwrap

import pytest

from inconfidence.policy.vocabulary import Question
from tests.house.routes import Route, named_in_tests, routes

OURS = [route for route in routes() if route.ours]


def test_every_address_is_ours() -> None:
    assert OURS
    assert not [route for route in routes() if not route.ours]


@pytest.mark.parametrize("route", OURS, ids=lambda route: route.pattern or "/")
def test_a_view_says_what_it_asks_or_why_it_need_not(route: Route) -> None:
    assert hasattr(route.view, "question"), "carries neither @asks nor @open_door"
    if route.view.question is None:
        assert len(route.view.why.split()) >= 3
    else:
        assert route.view.question in set(Question)


@pytest.mark.parametrize("route", OURS, ids=lambda route: route.pattern or "/")
def test_a_route_has_a_name_and_its_view_a_sentence(route: Route) -> None:
    assert route.name
    assert unwrap(route.view).__doc__


def test_names_are_not_used_twice() -> None:
    names = [route.name for route in OURS]
    assert sorted(names) == sorted(set(names))


def test_every_route_is_met_by_a_test_of_its_room() -> None:
    names, patterns = named_in_tests()
    assert not [route.pattern for route in OURS if route.name not in names and route.pattern not in patterns]
