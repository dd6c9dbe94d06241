"""What travels in cookies, and what never leaves the request."""

import copy
import pickle
from uuid import uuid4

import pytest
import time_machine

from inconfidence.editions.models import Adoption
from inconfidence.editions.queries import forget_adoptions
from inconfidence.team import cookies
from inconfidence.team.actions import signing, sittings
from inconfidence.team.actions.signing import Result
from inconfidence.team.cookies import Browser, KeyHalf
from tests.team.people import MORNING, PASSWORD, a_service, signed_in

pytestmark = pytest.mark.django_db


def test_the_browsers_half_is_never_printed_copied_or_stored() -> None:
    half = KeyHalf(b"secret bytes of one browser only")
    assert repr(half) == str(half) == "<half>"
    assert "secret" not in repr(Browser(sitting="secret", half=half, device="secret", keeper="secret"))
    for attempt in (pickle.dumps, copy.copy, copy.deepcopy):
        with pytest.raises(TypeError):
            attempt(half)


@pytest.mark.parametrize("value", ["", "a", "A" * 42, "A" * 44, "A" * 42 + "=", "*" * 43, "é" * 43])
def test_what_is_no_half_is_none(value: str) -> None:
    assert cookies.from_cookie(value) is None


def test_a_value_goes_into_a_cookie_and_comes_back() -> None:
    value = cookies.random_value()
    found = cookies.from_cookie(value)
    assert found is not None
    assert cookies.as_cookie(found) == value


@pytest.mark.parametrize("change", ["", "x", ":", "a.b:c"])
def test_a_keeper_that_we_did_not_sign_names_nobody(change: str) -> None:
    person, service = uuid4(), uuid4()
    signed = cookies.keeper_for(person, service)
    assert cookies.read_keeper(signed) == (person, service)
    assert cookies.read_keeper(signed.replace(person.hex, uuid4().hex)) is None
    assert cookies.read_keeper(change) is None


@time_machine.travel(MORNING, tick=False)
def test_of_two_requests_with_one_half_sitting_only_one_opens_it() -> None:
    lead = a_service()
    given = signing.sign_in(lead.username, PASSWORD, Browser(), MORNING).issued
    assert given is not None
    browser = Browser(sitting=given.sitting, half=given.half)
    first, second = sittings.resume(browser, MORNING), sittings.resume(browser, MORNING)
    assert first is not None
    assert second is not None
    assert signing.open_fully(first, browser, MORNING).result == Result.OPEN
    assert signing.open_fully(second, browser, MORNING).result == Result.GONE


@time_machine.travel(MORNING, tick=False)
def test_where_no_policy_is_in_force_a_page_says_so() -> None:
    client = signed_in(a_service(), MORNING)
    Adoption.objects.all().delete()
    forget_adoptions()
    for path in ("/team/", "/", "/sign-in/", "/policy/"):
        answer = client.get(path)
        assert answer.status_code == 503
        assert "No policy is in force today" in answer.content.decode()
    assert client.post("/sign-out/").headers["Location"] == "/sign-in/"
    assert "Sign-in name" in client.get("/sign-in/").content.decode()


@time_machine.travel(MORNING, tick=False)
def test_what_was_done_is_said_once_and_no_address_says_it() -> None:
    client = signed_in(a_service(), MORNING)
    assert "Your password is changed" not in client.get("/account/?said=password-changed").content.decode()
    done = {"old_password": PASSWORD, "new_password": PASSWORD, "again": PASSWORD}
    assert client.post("/account/password/", done).status_code == 302
    assert "Your password is changed" in client.get("/account/").content.decode()
    assert "Your password is changed" not in client.get("/account/").content.decode()


@time_machine.travel(MORNING, tick=False)
def test_what_was_done_waits_for_its_own_page() -> None:
    client = signed_in(a_service(), MORNING)
    done = {"old_password": PASSWORD, "new_password": PASSWORD, "again": PASSWORD}
    assert client.post("/account/password/", done).headers["Location"] == "/account/"
    for other in ("/team/", "/nowhere/"):
        assert "Your password is changed" not in client.get(other).content.decode()
    assert "Your password is changed" in client.get("/account/").content.decode()
