"""/on-the-line/ and /on-the-line/<id>/: until it is known who rings, one sentence; then one press says how it was."""

from collections.abc import Callable
from dataclasses import replace
from uuid import UUID, uuid4

import pytest

from inconfidence.audit.models import Event
from inconfidence.cases.actions import NoteDetails, add_note, open_case
from inconfidence.duties.models import Duty
from inconfidence.people.models import Caller, Card
from inconfidence.policy.replies import UNTIL_WE_KNOW
from tests.cases.browser import bare, send, text
from tests.cases.family import MARTA, a_case
from tests.cast import Cast
from tests.disclosure.family import SERVICES
from tests.disclosure.pages import SignIn, page_of, words

pytestmark = pytest.mark.django_db

WORD = replace(MARTA.card.safe, safe_word="kite")
WITH_WORD = replace(MARTA.card, safe=WORD)


def the_card() -> UUID:
    return Card.objects.get().id


def line(card_id: object) -> str:
    return f"/on-the-line/{card_id}/"


@pytest.mark.parametrize("slug", SERVICES)
def test_until_it_is_known_who_rings_the_page_says_the_one_sentence_and_its_clause(
    gather: Callable[[str], Cast], sign_in: SignIn, slug: str
) -> None:
    cast = gather(slug)
    a_case(cast.tom)
    joan = sign_in(cast.joan)

    page = words(page_of(joan, line(the_card())))

    assert UNTIL_WE_KNOW in page
    assert 'data-outcome="refuse"' in page
    assert "data-clause=" in page
    assert UNTIL_WE_KNOW in words(page_of(joan, "/on-the-line/"))


def test_one_press_says_which_and_the_sentence_goes(cast: Cast, sign_in: SignIn) -> None:
    a_case(cast.tom)
    joan = sign_in(cast.joan)

    answer = send(joan, line(the_card()), how="rang_back")
    page = words(page_of(joan, answer.url))

    assert UNTIL_WE_KNOW not in page
    assert "We rang back on the number on the card: Joan Petty, 10:00." in page
    assert Caller.objects.get().how == "rang_back"
    assert Event.objects.get(act="caller_known").about == the_card()


def test_a_way_that_the_card_does_not_have_is_not_offered_and_not_taken(cast: Cast, sign_in: SignIn) -> None:
    a_case(cast.tom)
    joan = sign_in(cast.joan)

    assert 'value="word_agreed"' not in words(page_of(joan, line(the_card())))
    page = text(send(joan, line(the_card()), how="word_agreed"))

    assert "No word is agreed with them: ring back on the number on the card" in page
    assert not Caller.objects.exists()


@pytest.mark.parametrize("how", ["", "they_said_so"])
def test_nothing_else_is_a_way(cast: Cast, sign_in: SignIn, how: str) -> None:
    a_case(cast.tom)

    page = text(send(sign_in(cast.joan), line(the_card()), how=how))

    assert "Not saved yet" in page
    assert not Caller.objects.exists()


def test_the_word_stands_on_the_card_for_whoever_answers(cast: Cast, sign_in: SignIn) -> None:
    open_case(cast.tom.actor, replace(MARTA, card=WITH_WORD))
    page = words(page_of(sign_in(cast.joan), line(the_card())))

    assert "kite" in page
    assert "07700 900 123" in page
    assert "Tom Aldridge" in page
    assert "annual" not in page.casefold()
    assert "Sam" not in page


def test_a_wrong_word_reaches_those_who_work_with_the_family(cast: Cast, sign_in: SignIn) -> None:
    reference = a_case(cast.tom)

    answer = send(sign_in(cast.joan), line(the_card()), how="not_known")

    assert answer.url == line(the_card())
    duty = Duty.objects.get(kind="caller_not_known")
    assert (duty.owed_by_id, duty.reference) == (cast.tom.id, reference)
    day = words(page_of(sign_in(cast.tom), "/"))
    assert "could not show who they were" in day


def test_where_nobody_works_with_them_the_leads_hear_of_it(cast: Cast, sign_in: SignIn) -> None:
    a_case(cast.maryam, take_myself=False)

    send(sign_in(cast.joan), line(the_card()), how="not_known")

    duty = Duty.objects.get(kind="caller_not_known")
    assert (duty.owed_by_id, duty.owed_by_role) == (None, "leads")


def test_it_is_written_once(cast: Cast, sign_in: SignIn) -> None:
    a_case(cast.tom)
    joan, once = sign_in(cast.joan), str(uuid4())

    for _ in range(2):
        send(joan, line(the_card()), once, how="rang_back")

    assert Caller.objects.count() == 1


def test_the_case_says_who_was_on_the_line(cast: Cast, sign_in: SignIn) -> None:
    reference = a_case(cast.tom)
    send(sign_in(cast.joan), line(the_card()), how="rang_back")
    tom = sign_in(cast.tom)

    page = words(page_of(tom, f"/cases/{reference}/"))

    assert "We rang back on the number on the card." in page
    assert "Joan Petty" in page
    assert f'href="{line(the_card())}"' in page
    assert "We rang back" not in words(page_of(tom, f"/cases/{reference}/?show=documents"))


def test_volunteers_a_wrong_address_and_another_service_see_one_page(
    gather: Callable[[str], Cast], sign_in: SignIn
) -> None:
    here, there = gather("cumbria"), gather("coventry")
    a_case(here.tom)
    stranger = sign_in(there.joan)

    vik = sign_in(here.vik)
    assert vik.get(line(the_card())).status_code == 404
    assert vik.get("/on-the-line/").status_code == 404
    theirs, nowhere = stranger.get(line(the_card())), stranger.get(line(uuid4()))
    assert (theirs.status_code, bare(theirs)) == (404, bare(nowhere))
    assert send(stranger, line(the_card()), how="not_known").status_code == 404
    assert not Caller.objects.exists()
    assert not Duty.objects.filter(kind="caller_not_known").exists()


def test_a_name_leads_to_the_card_and_stands_in_no_address(cast: Cast, sign_in: SignIn) -> None:
    a_case(cast.tom)
    joan = sign_in(cast.joan)

    answer = send(joan, "/on-the-line/", name="oyel")

    assert (answer.status_code, answer.url) == (302, line(the_card()))
    assert "No card of yours has that name" in text(send(joan, "/on-the-line/", name="Ruth"))
    assert "Type a name" in text(send(joan, "/on-the-line/", name=" "))


def test_where_several_have_that_name_somebody_chooses(cast: Cast, sign_in: SignIn) -> None:
    a_case(cast.tom)
    a_case(cast.tom, "Martin Oyelaran")

    page = text(send(sign_in(cast.joan), "/on-the-line/", name="oyel"))

    assert page.count('href="/on-the-line/') == Card.objects.count() + 1, "and the way in the menu"
    assert "With Tom Aldridge" in page
    assert "Sam" not in page


def test_a_case_that_is_closed_has_nobody_who_works_with_them(cast: Cast, sign_in: SignIn) -> None:
    reference = a_case(cast.tom)
    add_note(cast.tom.actor, reference, NoteDetails("Answered."))
    Card.objects.get().cases.update(state="closed")

    assert "Nobody by name: the leads" in words(page_of(sign_in(cast.joan), line(the_card())))


def test_a_child_is_never_made_sure_of_through_a_parents_number(cast: Cast, sign_in: SignIn) -> None:
    safe = replace(WORD, number_of_another=True)
    open_case(cast.tom.actor, replace(MARTA, card=replace(WITH_WORD, safe=safe)))
    joan = sign_in(cast.joan)

    page = words(page_of(joan, line(the_card())))
    assert 'value="word_agreed"' in page
    assert 'value="rang_back"' not in page
    assert "Nothing: the number on the card is somebody else" in page
    refused = text(send(joan, line(the_card()), how="rang_back"))
    assert "There is no number on the card to ring back on: ask for the word agreed" in refused
    assert not Caller.objects.exists()
