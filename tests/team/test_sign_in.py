"""The sign-in page: one message for everybody who may not, a half sitting for who may."""

from datetime import timedelta
from urllib.parse import quote

import pytest
import time_machine
from django.test import Client
from pytest_django import Settings

from inconfidence.audit.models import Event
from inconfidence.team.actions import attempts
from inconfidence.team.cookies import Browser
from inconfidence.team.models import Device, FailedAttempt, Person, Sitting
from inconfidence.team.words import Step
from tests.team.people import MORNING, a_colleague, a_service, password_step, signed_in

pytestmark = pytest.mark.django_db
WRONG = "The sign-in name or the password is not right"


@time_machine.travel(MORNING, tick=False)
def test_the_right_password_asks_for_the_second_step_and_no_page_opens_before_it() -> None:
    client = password_step(a_service())
    assert Sitting.objects.get().state == "half"
    for path in ("/team/", "/account/", "/policy/", "/unfinished/"):
        assert client.get(path).headers["Location"] == "/second-step/"


@time_machine.travel(MORNING, tick=False)
def test_after_the_second_step_the_row_and_both_cookies_are_new() -> None:
    lead = a_service()
    client = password_step(lead)
    before = (Sitting.objects.get().id, client.cookies["sessionid"].value, client.cookies["half"].value)
    signed_in(lead, MORNING, client)
    after = (Sitting.objects.get().id, client.cookies["sessionid"].value, client.cookies["half"].value)
    assert all(old != new for old, new in zip(before, after, strict=True))
    assert client.get("/team/").status_code == 200
    assert [event.act for event in Event.objects.filter(act="signed_in")] == ["signed_in"]


@time_machine.travel(MORNING, tick=False)
def test_unknown_wrong_ended_and_not_yet_activated_get_the_same_page() -> None:
    lead = a_service()
    a_colleague(lead, username="gone")
    Person.objects.filter(username="gone").update(state="ended")
    a_colleague(lead, username="new", confirmed=False)
    Person.objects.filter(username="new").update(state="invited")
    pages = set()
    for username in ("rotherham.lead", "nobody", "gone", "new"):
        answer = Client().post("/sign-in/", {"username": username, "password": "not this one at all"})
        page = answer.content.decode()
        assert WRONG in page
        pages.add(page.replace(username, ""))
    assert len({page.split("csrfmiddlewaretoken")[0] for page in pages}) == 1
    assert not Sitting.objects.exists()


@time_machine.travel(MORNING, tick=False)
def test_an_ended_person_is_out_at_the_next_request() -> None:
    lead = a_service()
    client = signed_in(lead, MORNING)
    Person.objects.update(state="ended")
    assert client.get("/team/").headers["Location"].startswith("/sign-in/")
    assert not Sitting.objects.exists()


@pytest.mark.parametrize(
    "given", ["https://evil.example/", "//evil.example", "\\\\evil.example", "javascript:x"]
)
@time_machine.travel(MORNING, tick=False)
def test_the_way_back_is_never_somewhere_else(given: str) -> None:
    lead = a_service()
    client = Client()
    client.post(f"/sign-in/?next={given}", {"username": lead.username, "password": lead.password})
    answer = client.post("/second-step/", {"code": lead.code(MORNING)})
    assert answer.headers["Location"] == "/"


@time_machine.travel(MORNING, tick=False)
@pytest.mark.parametrize(
    ("asked", "back"),
    [
        ("/policy/inspection/", "/policy/inspection/"),
        ("/cases/7KQM-4XH2/share/?item=5f0c9a52-6a53-4e1e-9c5c-0d6f6b0a7c11", ""),
        ("/cases/7KQM-4XH2/consent/new/?next=/cases/7KQM-4XH2/share/", ""),
        ("/policy/inspection/?about=Sam", "/policy/inspection/"),
        ("/policy/inspection/?item=Sam", "/policy/inspection/"),
        ("/cases/7KQM-4XH2/reason/?next=/cases/Sam/", "/cases/7KQM-4XH2/reason/"),
        ("/cases/Sam/", "/"),
        ("/Sam/", "/"),
    ],
)
def test_the_way_back_is_the_page_that_was_asked_for_without_any_word(asked: str, back: str) -> None:
    lead = a_service()
    client = Client()
    client.post(f"/sign-in/?next={quote(asked)}", {"username": lead.username, "password": lead.password})
    answer = client.post("/second-step/", {"code": lead.code(MORNING)})
    assert answer.headers["Location"] == (back or asked)


@time_machine.travel(MORNING, tick=False)
def test_the_second_factor_is_asked_once_a_day_on_each_device() -> None:
    lead = a_service()
    client = signed_in(lead, MORNING)
    client.post("/sign-out/")
    again = client.post("/sign-in/", {"username": lead.username, "password": lead.password})
    assert again.headers["Location"] == "/"
    assert client.get("/team/").status_code == 200
    with time_machine.travel(MORNING + timedelta(days=1), tick=False):
        client.post("/sign-out/")
        tomorrow = client.post("/sign-in/", {"username": lead.username, "password": lead.password})
        assert tomorrow.headers["Location"] == "/second-step/"
    other = Client().post("/sign-in/", {"username": lead.username, "password": lead.password})
    assert other.headers["Location"] == "/second-step/"


@time_machine.travel(MORNING, tick=False)
def test_a_known_device_is_known_for_its_own_person_only() -> None:
    lead = a_service()
    jo = a_colleague(lead)
    client = signed_in(lead, MORNING)
    client.post("/sign-out/")
    assert client.post("/sign-in/", {"username": jo.username, "password": jo.password}).headers[
        "Location"
    ] == ("/second-step/")


@time_machine.travel(MORNING, tick=False)
def test_guessing_waits_and_the_honest_on_their_own_device_do_not() -> None:
    lead = a_service()
    mine = signed_in(lead, MORNING)
    mine.post("/sign-out/")
    stranger = Client(REMOTE_ADDR="203.0.113.9")
    for _ in range(attempts.FROM_HERE):
        stranger.post("/sign-in/", {"username": lead.username, "password": "a guess at it"})
    refused = stranger.post("/sign-in/", {"username": lead.username, "password": lead.password})
    assert refused.status_code == 429
    assert "Wait 15 minutes" in refused.content.decode()
    assert mine.post("/sign-in/", {"username": lead.username, "password": lead.password}).status_code == 302
    with time_machine.travel(MORNING + timedelta(minutes=15, seconds=1), tick=False):
        later = stranger.post("/sign-in/", {"username": lead.username, "password": lead.password})
        assert later.status_code == 302


@time_machine.travel(MORNING, tick=False)
def test_a_stolen_laptop_cannot_guess_without_end() -> None:
    lead = a_service()
    client = signed_in(lead, MORNING)
    client.post("/sign-out/")
    here = Browser(device=client.cookies["device"].value)
    device = Device.objects.get()
    for _ in range(attempts.FROM_OWN_DEVICE):
        attempts.note_failure(Step.PASSWORD, lead.username, here, device, MORNING)
    refused = client.post("/sign-in/", {"username": lead.username, "password": lead.password})
    assert refused.status_code == 429


@time_machine.travel(MORNING, tick=False)
def test_somebody_elsewhere_is_not_locked_out_by_ten_guesses() -> None:
    lead = a_service()
    stranger = Client(REMOTE_ADDR="203.0.113.9")
    for _ in range(attempts.FROM_HERE):
        stranger.post("/sign-in/", {"username": lead.username, "password": "a guess at it"})
    elsewhere = Client(REMOTE_ADDR="198.51.100.4")
    assert (
        elsewhere.post("/sign-in/", {"username": lead.username, "password": lead.password}).status_code == 302
    )


@time_machine.travel(MORNING, tick=False)
def test_failures_hold_no_name_and_no_address_and_go_after_a_day() -> None:
    a_service()
    Client(REMOTE_ADDR="203.0.113.9").post(
        "/sign-in/", {"username": "somebody.else", "password": "a guess at it"}
    )
    row = FailedAttempt.objects.get()
    assert "somebody" not in row.account
    assert "203.0.113.9" not in row.source
    assert attempts.forget_old(MORNING + timedelta(days=1, seconds=1)) == 1


@time_machine.travel(MORNING, tick=False)
def test_the_cookies_are_for_this_browser_and_this_sitting_only() -> None:
    lead = a_service()
    client = signed_in(lead, MORNING)
    for name in ("sessionid", "half"):
        cookie = client.cookies[name]
        assert cookie["httponly"]
        assert cookie["samesite"] == "Lax"
        assert cookie["max-age"] == ""
        assert "=" not in cookie.value
        assert len(cookie.value) == 43
    assert Device.objects.get().cookie_hash != client.cookies["device"].value


@time_machine.travel(MORNING, tick=False)
def test_over_https_the_key_cookie_is_secure_and_bound_to_the_host(settings: Settings) -> None:
    settings.SECURE_COOKIES = True
    lead = a_service()
    client = password_step(lead, secure=True)
    cookie = client.cookies["__Host-half"]
    assert cookie["secure"]
    assert cookie["path"] == "/"
    assert not cookie["domain"]
    assert client.get("/second-step/", secure=True).status_code == 200


@time_machine.travel(MORNING, tick=False)
def test_signing_out_deletes_the_row_and_the_cookies() -> None:
    client = signed_in(a_service(), MORNING)
    answer = client.post("/sign-out/")
    assert not Sitting.objects.exists()
    assert answer.cookies["half"].value == ""
    assert answer.cookies["sessionid"].value == ""
    assert client.get("/team/").headers["Location"].startswith("/sign-in/")


def test_signing_out_by_a_link_is_refused() -> None:
    assert Client().get("/sign-out/").status_code == 405
