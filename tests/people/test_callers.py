"""Who is on the line: how the person of a card can show who they are, and who was known in this very call."""

from collections.abc import Callable
from uuid import UUID

import pytest
from django.db import transaction

from inconfidence.audit.models import Event
from inconfidence.people.actions import CardDetails, create_card, say_how_known
from inconfidence.people.queries import SafeContact, callers, card, cards_named, on_the_line, ways
from inconfidence.people.words import How
from tests.cases.family import a_case
from tests.cast import Cast, Person
from tests.conftest import Clock

pytestmark = pytest.mark.django_db

NUMBER = ("07700 900 123",)


def a_card(who: Person, details: CardDetails) -> UUID:
    with transaction.atomic():
        return create_card(who.actor, details, people=[who.id], groups=[])


def known(who: Person, card_id: UUID, how: How) -> None:
    with transaction.atomic():
        say_how_known(who.actor, card_id, how)


@pytest.mark.parametrize(
    ("phones", "safe", "expected"),
    [
        ((), SafeContact(), ()),
        (NUMBER, SafeContact(), (How.RANG_BACK,)),
        ((), SafeContact(safe_word="kite"), (How.WORD_AGREED,)),
        ((), SafeContact(safe_word="  "), ()),
        (NUMBER, SafeContact(safe_word="kite"), (How.WORD_AGREED, How.RANG_BACK)),
        (NUMBER, SafeContact(ok_to_ring="no"), ()),
        (NUMBER, SafeContact(ok_to_ring="only_times"), (How.RANG_BACK,)),
        (NUMBER, SafeContact(number_of_another=True), ()),
        (NUMBER, SafeContact(number_of_another=True, safe_word="kite"), (How.WORD_AGREED,)),
    ],
)
def test_only_what_the_card_has_is_a_way(
    cast: Cast, phones: tuple[str, ...], safe: SafeContact, expected: tuple[How, ...]
) -> None:
    found = card(cast.tom.actor, a_card(cast.tom, CardDetails(name="Ines", phones=phones, safe=safe)))
    assert found is not None
    assert ways(found) == expected


def test_somebody_is_known_for_this_call_and_no_longer(cast: Cast, clock: Clock) -> None:
    ines = a_card(cast.tom, CardDetails(name="Ines"))
    known(cast.tom, ines, How.WORD_AGREED)

    clock.forward(minutes=59, seconds=59)
    assert on_the_line(cast.tom.actor, ines) is not None
    clock.forward(seconds=1)
    assert on_the_line(cast.tom.actor, ines) is None


def test_whoever_could_not_show_it_takes_back_that_they_were_known(cast: Cast, clock: Clock) -> None:
    ines = a_card(cast.tom, CardDetails(name="Ines"))
    known(cast.tom, ines, How.RANG_BACK)
    clock.forward(minutes=1)
    known(cast.joan, ines, How.NOT_KNOWN)

    assert on_the_line(cast.tom.actor, ines) is None
    said = callers(cast.tom.actor, ines)
    assert [(one.how, one.known, one.by) for one in said] == [
        (How.NOT_KNOWN, False, "Joan Petty"),
        (How.RANG_BACK, True, "Tom Aldridge"),
    ]
    acts = Event.objects.filter(about=ines, act__startswith="caller").order_by("at")
    assert list(acts.values_list("act", flat=True)) == ["caller_known", "caller_not_known"]


def test_another_call_is_not_this_one(cast: Cast) -> None:
    ines, marta = (a_card(cast.tom, CardDetails(name=name)) for name in ("Ines", "Marta"))
    known(cast.tom, ines, How.WORD_AGREED)

    assert on_the_line(cast.tom.actor, marta) is None
    assert callers(cast.tom.actor, marta) == ()


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("marta", ["Marta Oyelaran"]),
        ("oye", ["Marta Oyelaran"]),
        ("OYELARAN, Marta", ["Marta Oyelaran"]),
        ("oyelaran ines", []),
        ("los", ["Zoë Łoś-O'Brien"]),
        ("brien zoe", ["Zoë Łoś-O'Brien"]),
        ("laran", []),
        ("?", []),
        ("zed", ["Zoë Łoś-O'Brien"]),
    ],
)
def test_a_name_is_found_by_how_its_words_begin(cast: Cast, typed: str, expected: list[str]) -> None:
    a_case(cast.tom)
    a_card(cast.joan, CardDetails(name="Zoë Łoś-O'Brien", known_as="Zed"))

    assert [found.name for found in cards_named(cast.joan.actor, typed)] == expected
    assert Event.objects.filter(act="cards_listed").count() == 1


def test_a_card_that_was_not_given_is_not_found(cast: Cast) -> None:
    a_card(cast.tom, CardDetails(name="Ines Duarte"))

    assert cards_named(cast.joan.actor, "ines") == ()
    assert len(cards_named(cast.tom.actor, "ines")) == 1


def test_a_search_shows_twenty_and_goes_through_all(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("inconfidence.people.queries.finding.AT_ONCE", 4)
    for number in range(22):
        a_card(cast.tom, CardDetails(name=f"Ines {number:02}"))

    found = cards_named(cast.tom.actor, "ines")

    assert [one.name for one in found] == [f"Ines {number:02}" for number in range(20)]


def test_a_card_of_another_service_is_not_found(gather: Callable[[str], Cast]) -> None:
    here, there = gather("cumbria"), gather("coventry")
    a_card(here.tom, CardDetails(name="Ines Duarte"))

    assert cards_named(there.tom.actor, "ines") == ()
