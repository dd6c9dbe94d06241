"""/enquiries/referral/, /enquiries/<id>/referral/ and /enquiries/<id>/decline/"""

from collections.abc import Callable
from dataclasses import replace
from uuid import uuid4

import pytest
from django.test import Client

from inconfidence.cases import actions
from inconfidence.cases.models import Enquiry
from tests.cases.browser import bare, send, text
from tests.cases.test_calls import NAMED
from tests.cases.test_referrals import REFERRAL, shown
from tests.cast import Cast, Person

pytestmark = pytest.mark.django_db
SignIn = Callable[[Person], Client]
TYPED = {
    "referrer": "Mr Pell",
    "role": "senco",
    "origin": "referral",
    "name": "Ruth Hollis",
    "phone": "07700 900 456",
    "issue": "ehcna_request",
    "method": "phone",
}


def test_a_referral_is_taken_down_and_the_answer_stands_on_its_page(
    gather: Callable[[str], Cast], sign_in: SignIn
) -> None:
    cast = gather("cumbria")
    client = sign_in(cast.joan)
    assert "/enquiries/referral/" in text(client.get("/enquiries/"))
    assert client.get("/enquiries/referral/").status_code == 200

    page = text(client.get(send(client, "/enquiries/referral/", **TYPED)["Location"]))

    assert 'data-outcome="refuse"' in page
    assert "CU-2.1c" in page
    assert "Ruth Hollis" in page
    assert "07700 900 456" not in page
    assert "/cases/new/" not in page
    assert "Nothing more to do" not in page


def test_a_yes_on_a_day_that_has_not_come_keeps_everything_typed(
    gather: Callable[[str], Cast], sign_in: SignIn
) -> None:
    joan = gather("cumbria").joan
    day = {"agreed_on_day": "1", "agreed_on_month": "1", "agreed_on_year": "2030"}
    page = text(send(sign_in(joan), "/enquiries/referral/", **TYPED, **day))
    assert "This day has not come yet" in page
    assert "Ruth Hollis" in page
    assert not Enquiry.objects.exists()


def test_an_address_typed_as_a_phone_number_keeps_everything_typed(cast: Cast, sign_in: SignIn) -> None:
    sent = TYPED | {"phone": "Mill Cottage, Brook Lane"}
    page = text(send(sign_in(cast.joan), "/enquiries/referral/", **sent))
    assert "Enter a phone number" in page
    assert "Mill Cottage, Brook Lane" in page
    assert not Enquiry.objects.exists()


def test_what_was_shown_since_is_added_and_the_number_appears(
    gather: Callable[[str], Cast], sign_in: SignIn
) -> None:
    cast = gather("cumbria")
    taken = actions.take_referral(cast.joan.actor, replace(REFERRAL, shown=shown(cast.tom, form="")))
    client = sign_in(cast.joan)
    page = text(client.get(f"/enquiries/{taken}/referral/"))
    assert 'value="Mr Pell"' in page
    day = cast.joan.actor.today()
    sent = {
        "version": "1",
        "form": "signed",
        "to_whom": "Mr Pell",
        "agreed_on_day": str(day.day),
        "agreed_on_month": str(day.month),
        "agreed_on_year": str(day.year),
        "exceptional": "She cannot ring from home",
        "agreed_by": str(cast.tom.id),
    }
    answer = send(client, f"/enquiries/{taken}/referral/", **sent)
    assert answer.status_code == 302
    assert "07700 900 456" in text(client.get(answer["Location"]))
    again = text(send(client, f"/enquiries/{taken}/referral/", **sent))
    assert "Somebody has changed this referral" in again


def test_a_strange_version_is_out_of_date(cast: Cast, sign_in: SignIn) -> None:
    taken = actions.take_referral(cast.joan.actor, REFERRAL)
    client = sign_in(cast.joan)
    for version in ("x", "9" * 30, "²"):
        sent = {"version": version, "to_whom": "Mr Pell"}
        page = text(send(client, f"/enquiries/{taken}/referral/", **sent))
        assert "Somebody has changed this referral" in page


def test_declining_says_what_is_taken_out_and_what_stays(cast: Cast, sign_in: SignIn) -> None:
    taken = actions.take_referral(cast.joan.actor, REFERRAL)
    client = sign_in(cast.joan)
    assert "cannot be brought back" in text(client.get(f"/enquiries/{taken}/decline/"))
    assert "Say why it goes no further" in text(send(client, f"/enquiries/{taken}/decline/"))
    answer = send(client, f"/enquiries/{taken}/decline/", because="Nothing was shown")
    page = text(client.get(answer["Location"]))
    assert "Nothing was shown" in page
    assert "Mr Pell" in page
    assert "Ruth Hollis" not in page
    assert "A referral, declined" in text(client.get("/enquiries/"))
    assert client.get(f"/enquiries/{taken}/decline/").status_code == 404


def test_what_may_be_followed_is_not_declined_by_its_page(
    gather: Callable[[str], Cast], sign_in: SignIn
) -> None:
    cast = gather("cumbria")
    taken = actions.take_referral(cast.joan.actor, replace(REFERRAL, shown=shown(cast.tom)))
    answer = send(sign_in(cast.joan), f"/enquiries/{taken}/decline/", because="A slip")
    assert answer.status_code == 302
    assert Enquiry.objects.get().state == "open"


def test_whoever_agreed_opens_the_case_from_it(gather: Callable[[str], Cast], sign_in: SignIn) -> None:
    cast = gather("cumbria")
    taken = actions.take_referral(cast.joan.actor, replace(REFERRAL, shown=shown(cast.tom)))
    client = sign_in(cast.tom)
    assert f"/enquiries/{taken}/" in text(client.get("/"))
    page = text(client.get(f"/enquiries/{taken}/"))
    assert "07700 900 456" in page
    form = text(client.get(f"/cases/new/?enquiry={taken}"))
    assert '<option value="referral" selected>' in form
    assert "She cannot ring from home" in form


@pytest.mark.parametrize("place", ["", "referral/", "decline/"])
def test_missing_and_not_mine_are_the_same_page(cast: Cast, sign_in: SignIn, place: str) -> None:
    taken = actions.take_referral(cast.tom.actor, REFERRAL)
    client = sign_in(cast.ewa)
    mine, missing = (client.get(f"/enquiries/{each}/{place}") for each in (taken, uuid4()))
    assert mine.status_code == missing.status_code == 404
    assert bare(mine) == bare(missing)


def test_a_call_has_no_page_of_a_referral(cast: Cast, sign_in: SignIn) -> None:
    taken = actions.take_call(cast.tom.actor, NAMED)
    client = sign_in(cast.tom)
    for place in ("referral", "decline"):
        assert client.get(f"/enquiries/{taken}/{place}/").status_code == 404


def test_a_volunteer_takes_no_referrals(cast: Cast, sign_in: SignIn) -> None:
    assert sign_in(cast.vik).get("/enquiries/referral/").status_code == 404
