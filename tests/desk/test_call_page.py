"""The quick call: anonymous is where it starts, and four presses from the home page save it."""

import re
from collections.abc import Callable
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.test import Client

from inconfidence.cases.queries import enquiries, enquiry
from inconfidence.people.models import Card
from inconfidence.vault import spool
from inconfidence.web.forms.draft import Draft
from tests.cast import Cast, Person
from tests.conftest import Clock
from tests.disclosure.pages import SignIn, page_of, words

pytestmark = pytest.mark.django_db


def test_a_call_without_a_name_makes_no_person(cast: Cast, sign_in: SignIn) -> None:
    tom = sign_in(cast.tom)
    start = words(page_of(tom, "/calls/new/"))
    sent = {
        "note": "How does an appeal work?",
        "issue": "tribunal_sen",
        "method": "phone",
        "caller_kind": "anonymous",
        "once": str(uuid4()),
    }

    saved = tom.post("/calls/new/", sent, follow=True)

    assert 'value="anonymous" checked' in " ".join(start.split())
    assert "The call is saved" in words(saved)
    assert not Card.objects.exists()
    assert [row.named for row in enquiries(cast.tom.actor)] == [False]


def test_a_call_without_a_matter_is_shown_again_with_its_note(cast: Cast, sign_in: SignIn) -> None:
    answer = sign_in(cast.tom).post("/calls/new/", {"note": "A long story", "once": str(uuid4())})

    assert answer.status_code == 200
    assert "A long story" in words(answer)
    assert enquiries(cast.tom.actor) == []


def test_a_volunteer_takes_no_calls(cast: Cast, sign_in: SignIn) -> None:
    assert sign_in(cast.vik).get("/calls/new/").status_code == 404


CALL = {"issue": "tribunal_sen", "method": "phone", "caller_kind": "anonymous"}


@pytest.mark.parametrize(
    ("typed", "kept"),
    [({"minutes": "10"}, 10), ({"minutes": "other", "other_minutes": "12"}, 12), ({}, None)],
)
def test_the_minutes_are_picked_or_typed(
    cast: Cast, sign_in: SignIn, typed: dict[str, str], kept: int | None
) -> None:
    sign_in(cast.joan).post("/calls/new/", {**CALL, **typed, "note": "How?", "once": str(uuid4())})

    (row,) = enquiries(cast.joan.actor)
    found = enquiry(cast.joan.actor, row.id)
    assert found is not None
    assert found.minutes == kept


@pytest.mark.parametrize("wrong", ["twelve", "1441", ""])
def test_another_number_is_a_number(cast: Cast, sign_in: SignIn, wrong: str) -> None:
    sent = {**CALL, "minutes": "other", "other_minutes": wrong, "note": "A long story", "once": str(uuid4())}

    page = words(sign_in(cast.joan).post("/calls/new/", sent))

    assert "Enter a whole number" in page or "Enter the minutes as a number" in page
    assert "A long story" in page


WHO_RANG = "My name is Ruth, ring 07700 900 123."
OTHERS = ["bath-and-north-east-somerset", "blackburn-with-darwen", "cumbria", "rotherham"]


def test_what_shows_who_rang_is_refused_where_the_policy_says_so(
    gather: Callable[[str], Cast], sign_in: SignIn
) -> None:
    joan = gather("coventry").joan
    client = sign_in(joan)
    for _ in range(2):
        sent = {**CALL, "note": WHO_RANG, "reminded": "on", "once": str(uuid4())}
        page = words(client.post("/calls/new/", sent))
        for said in (
            'data-outcome="refuse"',
            "CV-STATEMENT-02b",
            WHO_RANG,
            "No, it names nobody of the family",
        ):
            assert said in page
    assert enquiries(joan.actor) == []


@pytest.mark.parametrize("slug", OTHERS)
def test_elsewhere_it_is_said_once_and_one_press_saves_it_all_the_same(
    gather: Callable[[str], Cast], sign_in: SignIn, slug: str
) -> None:
    joan = gather(slug).joan
    client = sign_in(joan)
    sent = {**CALL, "note": WHO_RANG, "draft": str(Draft())}

    page = words(client.post("/calls/new/", {**sent, "once": str(uuid4())}))

    assert "the words may show who rang" in page
    assert WHO_RANG in page
    assert "data-outcome" not in page
    again = {name: value for name in ("reminded", "for_today") if (value := carried(page, name))}
    assert again == {"reminded": "on", "for_today": "caller_kind:anonymous"}
    assert enquiries(joan.actor) == []
    assert client.post("/calls/new/", {**sent, **again, "once": str(uuid4())}).status_code == 302
    assert len(enquiries(joan.actor)) == 1


def carried(page: str, name: str) -> str:
    """What a hidden field of a page carries."""
    found = re.search(rf'name="{name}" value="([^"]*)"', " ".join(page.split()))
    return found.group(1) if found else ""


@pytest.mark.parametrize(
    "call", [{"note": "How does an appeal work?"}, {"caller_kind": "named", "name": "Ruth", "note": WHO_RANG}]
)
def test_nothing_is_said_of_a_name_that_was_given_or_of_words_that_show_nobody(
    gather: Callable[[str], Cast], sign_in: SignIn, call: dict[str, str]
) -> None:
    client = sign_in(gather("cumbria").joan)
    told = {"phone": "07700 900 123", "ok_to_ring": "yes", "ok_voicemail": "no", "once": str(uuid4())}
    assert client.post("/calls/new/", {**CALL, **told, **call}).status_code == 302


NAMED = {"caller_kind": "named", "name": "Ruth", "phone": "07700 900 123"}
TOLD = {"ok_to_ring": "yes", "ok_voicemail": "no"}


def press(client: Client, **sent: str) -> Any:
    """Save the call that this form holds."""
    return client.post("/calls/new/", {**CALL, **TOLD, **sent, "once": str(uuid4())})


@pytest.mark.parametrize("note", ["My name is Ruth.", "Mrs Brand of 12 Elm Road rang."])
@pytest.mark.parametrize("way_on", [{"note": "How does an appeal work?"}, {"nobodys": "on"}, NAMED])
def test_three_ways_on_save_the_call(
    gather: Callable[[str], Cast], sign_in: SignIn, note: str, way_on: dict[str, str]
) -> None:
    client = sign_in(gather("coventry").joan)
    asked = carried(words(press(client, note=note)), "asked_of")
    assert press(client, **{"note": note, "asked_of": asked, **way_on}).status_code == 302


MAY_SHOW = "Mrs Kelly Brand of 12 Elm Road, her son Jayden Brand is at St Marys."
QUESTION = "does this tell who rang, or who the child is?"


@pytest.mark.parametrize("field", ["note", "next_step"])
def test_what_words_alone_cannot_tell_is_asked_and_the_answer_is_kept(
    gather: Callable[[str], Cast], sign_in: SignIn, field: str
) -> None:
    joan = gather("coventry").joan
    client = sign_in(joan)
    page = words(press(client, **{field: MAY_SHOW}))
    for said in (
        QUESTION,
        "“Mrs Kelly Brand”",
        "“12 Elm Road”",
        "“Jayden Brand”",
        MAY_SHOW,
        'name="nobodys"',
    ):
        assert said in page
    assert "data-outcome" not in page
    asked = carried(page, "asked_of")
    assert QUESTION in words(press(client, **{field: MAY_SHOW, "asked_of": asked}))
    assert enquiries(joan.actor) == []
    saved = press(client, **{field: MAY_SHOW, "asked_of": asked, "nobodys": "on"})
    assert "said that it names nobody of the family" in words(client.get(saved["Location"]))


def test_what_was_said_of_some_words_is_not_said_of_others(
    gather: Callable[[str], Cast], sign_in: SignIn
) -> None:
    joan = gather("coventry").joan
    client = sign_in(joan)
    asked = carried(words(press(client, note="Rang Larch Green.")), "asked_of")
    page = words(press(client, note="Rang Larch Green for Kelly Brand.", asked_of=asked, nobodys="on"))
    assert QUESTION in page
    assert "“Kelly Brand”" in page
    assert not re.search(r'name="nobodys"[^>]*checked', page)
    assert enquiries(joan.actor) == []


def test_an_ordinary_call_is_asked_nothing_more(gather: Callable[[str], Cast], sign_in: SignIn) -> None:
    client = sign_in(gather("coventry").joan)
    assert 'name="nobodys"' not in words(client.get("/calls/new/"))
    saved = press(client, note="Is it right that Northshire County Council decides in Year 6?")
    assert "names nobody of the family" not in words(client.get(saved["Location"]))


def test_elsewhere_words_that_may_show_it_are_reminded_of_once(
    gather: Callable[[str], Cast], sign_in: SignIn
) -> None:
    client = sign_in(gather("rotherham").joan)
    page = words(press(client, note=MAY_SHOW))
    assert "the words may show who rang" in page
    assert 'name="nobodys"' not in page
    assert press(client, note=MAY_SHOW, reminded=carried(page, "reminded")).status_code == 302


def waiting_of(who: Person) -> list[UUID]:
    """What waits for somebody to be finished."""
    return spool.waiting_for(who.id)


@pytest.mark.parametrize(("then", "waits"), [("anonymous", 0), ("named", 1)])
def test_what_may_show_who_rang_waits_for_the_day_alone(
    gather: Callable[[str], Cast], sign_in: SignIn, wall_clock: Clock, then: str, waits: int
) -> None:
    joan = gather("coventry").joan
    client = sign_in(joan)
    sent = {**CALL, "note": "My name is Ruth.", "once": str(uuid4()), "draft": str(Draft())}
    refused = words(client.post("/calls/new/", sent))
    assert "kept for you to the end of today only" in refused
    assert 'name="for_today" value="caller_kind:anonymous"' in " ".join(refused.split())
    again = {**sent, "for_today": "caller_kind:anonymous", "caller_kind": then, "issue": ""}
    client.post("/calls/new/", again)
    listed = words(client.get("/unfinished/"))
    assert ("until the end of today only" in listed) == (then == "anonymous")
    assert len(waiting_of(joan)) == 1
    wall_clock.forward(days=1)
    assert ("My name is Ruth." in words(sign_in(joan).get("/unfinished/"))) == bool(waits)
    assert len(waiting_of(joan)) == waits


def test_what_is_next_is_folded_and_stands_on_the_day_and_on_the_enquiry(cast: Cast, sign_in: SignIn) -> None:
    tom = sign_in(cast.tom)
    start = " ".join(words(page_of(tom, "/calls/new/")).split())
    folded = start.split("<details")[-1]
    for name in (
        "next_step",
        "remind",
        "provided_by",
        "sensitivity",
        "standing",
        "in_confidence",
        "unwritten",
    ):
        assert f'name="{name}"' in folded
    assert 'class="govuk-details" open' not in start
    more = {
        "next_step": "Ring about the bus",
        "remind": "tomorrow",
        "provided_by": "school",
        "standing": "fact",
    }
    named = {"caller_kind": "named", "name": "Ruth", "phone": "07700 900 123", "ok_to_ring": "yes"}
    call = {**CALL, **named, **more, "ok_voicemail": "no", "note": "About school.", "once": str(uuid4())}

    saved = words(tom.post("/calls/new/", call, follow=True))

    for said in (
        "Ring about the bus",
        "Monday 23 November 2026",
        "From: Nursery, school or college · A fact",
    ):
        assert said in saved
    day = words(page_of(tom, "/"))
    assert "Ring about the bus" in day
    assert "Open the enquiry" in day


def test_a_reminder_without_its_day_is_said_once_and_nothing_is_lost(cast: Cast, sign_in: SignIn) -> None:
    call = {**CALL, "note": "About school.", "next_step": "Ring", "remind": "day", "once": str(uuid4())}
    page = words(sign_in(cast.tom).post("/calls/new/", call))
    assert "Enter the day of the reminder" in page
    assert "About school." in page
    assert 'class="govuk-details" open' in page
    assert enquiries(cast.tom.actor) == []
