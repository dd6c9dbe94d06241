"""A sitting's life: idle after 15 minutes, over after 12 hours, and never more than its two halves together."""

import re
from datetime import timedelta
from uuid import UUID

import pytest
import time_machine
from django.test import Client

from inconfidence.audit.models import Event
from inconfidence.team.actions import attempts, sittings
from inconfidence.team.cookies import hashed, random_value
from inconfidence.team.models import Sitting
from tests.team.people import MORNING, PASSWORD, a_colleague, a_service, password_step, signed_in

pytestmark = pytest.mark.django_db


def at(**later: float) -> time_machine.travel:
    """The wall clock some time after the morning."""
    return time_machine.travel(MORNING + timedelta(**later), tick=False)


@at()
def test_the_key_cookie_alone_is_nobody() -> None:
    client = signed_in(a_service(), MORNING)
    del client.cookies["sessionid"]
    assert client.get("/team/").headers["Location"].startswith("/sign-in/")


@at()
def test_the_session_cookie_alone_is_nobody_and_ends_the_sitting() -> None:
    client = signed_in(a_service(), MORNING)
    del client.cookies["half"]
    assert client.get("/team/").headers["Location"].startswith("/sign-in/")
    assert not Sitting.objects.exists()


@pytest.mark.parametrize("half", ["", "AAAA", "x" * 43, "é", random_value()])
@at()
def test_another_key_cookie_is_nobody(half: str) -> None:
    client = signed_in(a_service(), MORNING)
    client.cookies["half"] = half
    assert client.get("/team/").headers["Location"].startswith("/sign-in/")
    assert not Sitting.objects.exists()


@at()
def test_a_half_sitting_relabelled_open_in_the_database_opens_nothing() -> None:
    client = password_step(a_service())
    Sitting.objects.update(state="open")
    assert client.get("/team/").headers["Location"].startswith("/sign-in/")
    assert not Sitting.objects.exists()


@at()
def test_one_persons_stored_half_under_anothers_row_opens_nothing() -> None:
    lead = a_service()
    jo = a_colleague(lead)
    mine, theirs = signed_in(lead, MORNING), signed_in(jo, MORNING)
    row = Sitting.objects.get(cookie_hash=hashed(theirs.cookies["sessionid"].value))
    Sitting.objects.filter(person_id=lead.actor.person_id).update(person_id=row.person_id)
    assert mine.get("/team/").headers["Location"].startswith("/sign-in/")


@at()
def test_fourteen_quiet_minutes_are_nothing() -> None:
    client = signed_in(a_service(), MORNING)
    with at(minutes=14, seconds=59):
        assert client.get("/team/").status_code == 200


@at()
def test_fifteen_quiet_minutes_empty_the_row_and_the_password_reopens_the_page() -> None:
    lead = a_service()
    client = signed_in(lead, MORNING)
    with at(minutes=15):
        door = client.get("/team/").headers["Location"]
        assert door == "/reopen/?next=%2Fteam%2F"
        row = Sitting.objects.get()
        assert (row.state, row.half) == ("idle", None)
        assert "Welcome back" in client.get(door).content.decode()
        wrong = client.post(door, {"password": "not this one at all"})
        assert "That is not your password" in wrong.content.decode()
        assert client.post(door, {"password": PASSWORD}).headers["Location"] == "/team/"
        assert client.get("/team/").status_code == 200
    new = Sitting.objects.get()
    assert new.begun_at == row.begun_at
    assert new.id != row.id
    assert Event.objects.filter(act="timed_out").count() == 1
    assert Event.objects.filter(act="reopened").count() == 1


@at()
def test_the_emptied_row_is_bound_to_its_browser() -> None:
    client = signed_in(a_service(), MORNING)
    thief = Client()
    thief.cookies["sessionid"] = client.cookies["sessionid"].value
    with at(minutes=15):
        client.get("/team/")
        assert thief.get("/reopen/").headers["Location"].startswith("/sign-in/")


@at()
def test_typing_is_activity() -> None:
    client = signed_in(a_service(), MORNING)
    for minutes in (10, 20, 30):
        with at(minutes=minutes):
            assert client.post("/still-here/").status_code == 204
    with at(minutes=44):
        assert client.get("/team/").status_code == 200


@at()
def test_activity_is_written_at_most_once_a_minute() -> None:
    client = signed_in(a_service(), MORNING)
    for seconds, written in ((59, 0), (60, 60), (119, 60), (120, 120)):
        with at(seconds=seconds):
            client.get("/team/")
            assert Sitting.objects.get().last_active_at == MORNING + timedelta(seconds=written)


@at()
def test_twelve_hours_end_it_however_busy() -> None:
    client = signed_in(a_service(), MORNING)
    for minutes in range(10, 12 * 60, 10):
        with at(minutes=minutes):
            assert client.post("/still-here/").status_code == 204
    with at(hours=12):
        assert client.get("/team/").headers["Location"].startswith("/sign-in/")
    assert not Sitting.objects.exists()


@at()
def test_reopening_does_not_lengthen_the_twelve_hours() -> None:
    client = signed_in(a_service(), MORNING)
    with at(hours=11, minutes=50):
        door = client.get("/team/").headers["Location"]
        assert client.post(door, {"password": PASSWORD}).headers["Location"] == "/team/"
    with at(hours=12):
        assert client.get("/team/").headers["Location"].startswith("/sign-in/")


def test_on_a_new_day_reopening_asks_for_the_second_step_too() -> None:
    evening = MORNING.replace(hour=21)
    with time_machine.travel(evening, tick=False):
        lead = a_service()
        client = signed_in(lead, evening)
    after_midnight = evening + timedelta(hours=4)
    with time_machine.travel(after_midnight, tick=False):
        door = client.get("/team/").headers["Location"]
        assert client.post(door, {"password": PASSWORD}).headers["Location"] == "/second-step/"
        answer = client.post("/second-step/", {"code": lead.code(after_midnight)})
        assert answer.headers["Location"] == "/team/"


@at()
def test_the_sweeper_empties_and_deletes_what_no_browser_comes_back_for() -> None:
    lead = a_service()
    jo = a_colleague(lead)
    signed_in(lead, MORNING)
    password_step(jo)
    assert sittings.sweep(MORNING + timedelta(minutes=4)) == 0
    assert sittings.sweep(MORNING + timedelta(minutes=15)) == 2
    assert [(row.state, row.half) for row in Sitting.objects.all()] == [("idle", None)]
    assert sittings.sweep(MORNING + timedelta(hours=12)) == 1
    assert not Sitting.objects.exists()


@at()
def test_an_emptied_row_never_holds_a_key() -> None:
    from django.db import IntegrityError

    signed_in(a_service(), MORNING)
    with pytest.raises(IntegrityError):
        Sitting.objects.update(state="idle")


@at()
def test_pages_of_a_signed_in_person_stay_out_of_every_cache() -> None:
    client = signed_in(a_service(), MORNING)
    assert client.get("/team/").headers["Cache-Control"] == "no-store"


@at()
def test_changing_the_password_ends_the_sittings_elsewhere_and_not_this_one() -> None:
    lead = a_service()
    here = signed_in(lead, MORNING)
    with at(seconds=30):
        there = signed_in(lead, MORNING + timedelta(seconds=30))
    new = "six other words that rhyme"
    wrong = here.post("/account/password/", {"old_password": "x" * 12, "new_password": new, "again": new})
    assert "That is not your password" in wrong.content.decode()
    short = here.post(
        "/account/password/", {"old_password": PASSWORD, "new_password": "short", "again": "short"}
    )
    assert "at least 12 characters" in short.content.decode()
    assert there.get("/team/").status_code == 200
    done = here.post("/account/password/", {"old_password": PASSWORD, "new_password": new, "again": new})
    assert done.headers["Location"] == "/account/"
    assert here.get("/account/").status_code == 200
    assert there.get("/account/").headers["Location"].startswith("/sign-in/")
    assert here.post("/sign-out/").status_code == 302
    old = here.post("/sign-in/", {"username": lead.username, "password": PASSWORD})
    assert old.status_code == 200
    assert here.post("/sign-in/", {"username": lead.username, "password": new}).status_code == 302


@at()
def test_two_services_are_apart() -> None:
    mine, theirs = a_service("rotherham"), a_service("coventry")
    jo = a_colleague(theirs, username="jo.other", confirmed=False)
    client = signed_in(mine, MORNING)
    page = client.get("/team/").content.decode()
    assert "jo.other" not in page
    assert "coventry" not in page
    for tail in ("confirm/", "sheet/"):
        assert client.get(f"/team/{jo.actor.person_id}/{tail}").status_code == 404
    assert client.post(f"/team/{jo.actor.person_id}/invite/").status_code == 404
    nowhere, elsewhere = (
        re.sub(r'value="\w{64}"', "", client.get(f"/team/{who}/confirm/").content.decode())
        for who in (UUID(int=1), jo.actor.person_id)
    )
    assert nowhere == elsewhere


@at()
def test_ten_wrong_passwords_end_the_emptied_sitting_and_ask_for_both_steps() -> None:
    lead = a_service()
    client = signed_in(lead, MORNING)
    with at(minutes=15):
        door = client.get("/team/").headers["Location"]
        for _ in range(9):
            assert "That is not your password" in guess(client, door)
        assert Sitting.objects.get().state == "idle"
        last = client.post(door, {"password": "not this one at all"})
        assert last.headers["Location"] == "/sign-in/?next=%2Fteam%2F"
        assert not Sitting.objects.exists()
        assert Event.objects.filter(act="guesses_stopped").count() == 1
        anew = client.post("/sign-in/", {"username": lead.username, "password": PASSWORD})
        assert anew.headers["Location"] == "/second-step/"


def guess(client: Client, door: str) -> str:
    """The page after a wrong password."""
    return client.post(door, {"password": "not this one at all"}).content.decode()


@at()
def test_a_right_password_after_nine_wrong_ones_reopens_and_the_count_begins_again() -> None:
    client = signed_in(a_service(), MORNING)
    for later in (15, 31):
        with at(minutes=later):
            door = client.get("/team/").headers["Location"]
            for _ in range(9):
                guess(client, door)
            assert client.post(door, {"password": PASSWORD}).headers["Location"] == "/team/"


@at()
def test_guessing_where_a_sitting_was_emptied_waits_as_at_sign_in(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(attempts, "FROM_OWN_DEVICE", 3)
    client = signed_in(a_service(), MORNING)
    with at(minutes=15):
        door = client.get("/team/").headers["Location"]
        for _ in range(3):
            guess(client, door)
        assert "Wait 15 minutes" in client.post(door, {"password": PASSWORD}).content.decode()


@at()
def test_a_time_out_leaves_its_event_whoever_notices_first() -> None:
    lead = a_service()
    signed_in(lead, MORNING)
    password_step(a_colleague(lead))
    sittings.sweep(MORNING + timedelta(minutes=15))
    assert Event.objects.filter(act="timed_out").count() == 2
    sittings.sweep(MORNING + timedelta(hours=12))
    assert Event.objects.filter(act="timed_out").count() == 2
    assert not Sitting.objects.exists()


@at()
def test_the_end_of_the_twelve_hours_leaves_its_event() -> None:
    client = signed_in(a_service(), MORNING)
    with at(hours=12):
        client.get("/team/")
    assert Event.objects.filter(act="timed_out").count() == 1
