"""/enquiries/ and /enquiries/<id>/"""

from collections.abc import Callable
from uuid import uuid4

from django.test import Client

from inconfidence.cases import actions
from inconfidence.cases.models import Enquiry
from tests.cases.browser import bare, send, text
from tests.cases.test_calls import ANONYMOUS, NAMED
from tests.cast import Cast, Person

SignIn = Callable[[Person], Client]


def test_the_tray_shows_what_is_mine(cast: Cast, sign_in: SignIn) -> None:
    actions.take_call(cast.joan.actor, NAMED)
    actions.take_call(cast.tom.actor, ANONYMOUS)
    assert "Marta Oyelaran" in text(sign_in(cast.joan).get("/enquiries/"))
    assert "Marta Oyelaran" in text(sign_in(cast.maryam).get("/enquiries/"))
    toms = text(sign_in(cast.tom).get("/enquiries/"))
    assert "Marta Oyelaran" not in toms
    assert "No name given" in toms


def test_the_day_of_a_call_is_in_words(cast: Cast, sign_in: SignIn) -> None:
    taken = actions.take_call(cast.tom.actor, NAMED)
    client = sign_in(cast.tom)
    assert "Friday 20 November 2026" in text(client.get(f"/enquiries/{taken}/"))
    assert "20 Nov 2026" in text(client.get("/enquiries/"))
    for address in (f"/enquiries/{taken}/", "/enquiries/"):
        assert "2026-11-20" not in text(client.get(address))


def test_volunteers_get_not_found(cast: Cast, sign_in: SignIn) -> None:
    taken = actions.take_call(cast.tom.actor, NAMED)
    client = sign_in(cast.vik)
    assert client.get("/enquiries/").status_code == 404
    assert client.get(f"/enquiries/{taken}/").status_code == 404


def test_a_named_enquiry_offers_a_case_to_a_caseworker_only(cast: Cast, sign_in: SignIn) -> None:
    taken = actions.take_call(cast.joan.actor, NAMED)
    offer = f"/cases/new/?enquiry={taken}"
    assert offer in text(sign_in(cast.maryam).get(f"/enquiries/{taken}/"))
    shown = text(sign_in(cast.joan).get(f"/enquiries/{taken}/"))
    assert "07700 900 123" in shown
    assert offer not in shown


def test_an_anonymous_enquiry_offers_no_case(cast: Cast, sign_in: SignIn) -> None:
    taken = actions.take_call(cast.tom.actor, ANONYMOUS)
    page = text(sign_in(cast.tom).get(f"/enquiries/{taken}/"))
    assert ANONYMOUS.note in page
    assert "/cases/new/" not in page


def test_missing_and_not_mine_are_the_same_page(cast: Cast, sign_in: SignIn) -> None:
    taken = actions.take_call(cast.tom.actor, NAMED)
    client = sign_in(cast.ewa)
    mine, missing = client.get(f"/enquiries/{taken}/"), client.get(f"/enquiries/{uuid4()}/")
    assert mine.status_code == missing.status_code == 404
    assert bare(mine) == bare(missing)


def test_ending_is_one_press(cast: Cast, sign_in: SignIn) -> None:
    taken = actions.take_call(cast.joan.actor, NAMED)
    assert send(sign_in(cast.ewa), f"/enquiries/{taken}/").status_code == 404
    assert send(sign_in(cast.joan), f"/enquiries/{taken}/").status_code == 302
    assert Enquiry.objects.get().state == "ended"
