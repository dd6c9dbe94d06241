"""Nothing typed is lost: a form sent too late, parked, or refused by the database comes back where it was."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from pytest_django import Settings

from inconfidence.audit.models import Event
from inconfidence.team.models import Person, Sitting
from inconfidence.vault import spool
from tests.team.people import MORNING, PASSWORD, Somebody, a_colleague, a_service, signed_in

pytestmark = pytest.mark.django_db(transaction=True)
TYPED = "Zebulon Quillfeather-Marsh"
LATE = MORNING + timedelta(minutes=16)
KEPT_SAFE = "What was typed is kept safe, and comes back after signing in."


def invitation(**other: str) -> dict[str, str]:
    """A filled form of a page that everybody has: inviting a colleague."""
    once = "6a1f0f5e-0000-4000-8000-000000000001"
    return {"name": TYPED, "title": "Adviser", "username": "zeb", "role": "caseworker", "once": once, **other}


@contextmanager
def read_only() -> Iterator[None]:
    """A database that answers reads and refuses every write."""
    sqlite = connection.vendor == "sqlite"
    on, off = (
        ("PRAGMA query_only=ON", "PRAGMA query_only=OFF")
        if sqlite
        else ("SET default_transaction_read_only=on", "SET default_transaction_read_only=off")
    )
    with connection.cursor() as cursor:
        cursor.execute(on)
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute(off)


@contextmanager
def gone() -> Iterator[None]:
    """A database that cannot be reached at all."""
    connection.close()
    known = dict(connection.settings_dict)
    connection.settings_dict.update(NAME="/nowhere/at/all", HOST="/nowhere/at/all")
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict.update(NAME=known["NAME"], HOST=known["HOST"])


def files_in_spool(folder: Path) -> list[Path]:
    """What lies in the spool."""
    return sorted(path for path in (folder / "spool").glob("*") if path.is_file())


def come_back(client: Client, door: str) -> str:
    """Reopen with the password; the address one is sent to."""
    return str(client.post(door, {"password": PASSWORD}).headers["Location"])


@time_machine.travel(MORNING, tick=False)
def test_a_form_sent_after_time_out_comes_back_and_is_written_once(data_folder: Path) -> None:
    lead = a_service()
    client = signed_in(lead, MORNING)
    with time_machine.travel(LATE, tick=False):
        door = client.post("/team/invite/", invitation()).headers["Location"]
        assert door.startswith("/reopen/?next=%2Fteam%2Finvite%2F%3Fkept%3D")
        assert not Person.objects.filter(username="zeb").exists()
        (kept,) = files_in_spool(data_folder)
        assert TYPED.encode() not in kept.read_bytes()
        address = come_back(client, door)
        page = client.get(address).content.decode()
        assert TYPED in page
        assert "Nothing has been saved yet" in page
        sent = client.post(address, invitation(once="6a1f0f5e-0000-4000-8000-000000000002"))
        assert sent.status_code == 200
        assert Person.objects.filter(username="zeb").count() == 1


@time_machine.travel(MORNING, tick=False)
def test_what_was_kept_goes_when_it_is_saved(data_folder: Path) -> None:
    client = signed_in(a_service(), MORNING)
    late = {"what": "runs", "on_0": "20", "on_1": "11", "on_2": "2026", "on_day": "20", "on_month": "11"}
    late |= {"on_year": "2026", "once": "6a1f0f5e-0000-4000-8000-000000000001"}
    with time_machine.travel(LATE, tick=False):
        address = come_back(client, client.post("/policy/inspection/", late).headers["Location"])
        assert len(files_in_spool(data_folder)) == 1
        assert client.get(address).status_code == 200
        again = client.post(address, late | {"once": "6a1f0f5e-0000-4000-8000-000000000002"})
        assert again.status_code == 302, again.content.decode()
        assert files_in_spool(data_folder) == []


@time_machine.travel(MORNING, tick=False)
def test_a_form_sent_after_twelve_hours_comes_back_after_signing_in() -> None:
    lead = a_service()
    client = signed_in(lead, MORNING)
    later = MORNING + timedelta(hours=12, minutes=1)
    with time_machine.travel(later, tick=False):
        door = client.post("/team/invite/", invitation()).headers["Location"]
        assert door.startswith("/sign-in/?next=%2Fteam%2Finvite%2F%3Fkept%3D")
        answer = client.post(door, {"username": lead.username, "password": lead.password})
        assert TYPED in client.get(answer.headers["Location"]).content.decode()


@time_machine.travel(MORNING, tick=False)
def test_the_sign_in_page_says_so_when_something_is_kept_and_only_then() -> None:
    lead = a_service()
    client = signed_in(lead, MORNING)
    with time_machine.travel(MORNING + timedelta(hours=12, minutes=1), tick=False):
        door = client.post("/team/invite/", invitation()).headers["Location"]
        page = client.get(door).content.decode()
        assert KEPT_SAFE in page
        assert TYPED not in page
        assert lead.actor.name not in page
        assert (
            KEPT_SAFE in client.post(door, {"username": lead.username, "password": "wrong"}).content.decode()
        )
        empty = client.post("/team/invite/", {"once": invitation()["once"]}).headers["Location"]
        for address in ("/sign-in/", "/sign-in/?next=/team/invite/", empty):
            assert KEPT_SAFE not in client.get(address).content.decode()
        nowhere = f"/sign-in/?next=/team/invite/%3Fkept%3D{invitation()['once']}"
        assert KEPT_SAFE not in client.get(nowhere).content.decode()
        client.post(door, {"username": lead.username, "password": lead.password})
        (kept_id,) = spool.waiting_for(lead.actor.person_id)
        client.post(f"/unfinished/{kept_id}/discard/")
        assert KEPT_SAFE not in Client().get(door).content.decode()


@time_machine.travel(MORNING, tick=False)
def test_a_strangers_form_is_not_kept(data_folder: Path) -> None:
    a_service()
    client = Client()
    client.cookies["keeper"] = "00000000000000000000000000000000.00000000000000000000000000000000:forged"
    assert (
        client.post("/team/invite/", invitation()).headers["Location"] == "/sign-in/?next=%2Fteam%2Finvite%2F"
    )
    assert files_in_spool(data_folder) == []


@time_machine.travel(MORNING, tick=False)
def test_nobody_else_gets_it() -> None:
    lead = a_service()
    kept_id = park(signed_in(lead, MORNING), lead)
    other = a_service("coventry")
    theirs = signed_in(other, MORNING)
    page = theirs.get(f"/team/invite/?kept={kept_id}").content.decode()
    assert TYPED not in page
    assert TYPED not in theirs.get("/unfinished/").content.decode()
    theirs.post(f"/unfinished/{kept_id}/discard/")
    assert str(spool.waiting_for(lead.actor.person_id)[0]) == kept_id


def park(client: Client, who: Somebody, **fields: str) -> str:
    """Park a form as the browser does after 15 quiet minutes; the id under which it waits."""
    sent = invitation(**fields) | {"park_path": "/team/invite/?a=b"}
    assert client.post("/park/", sent).status_code == 204
    return str(spool.waiting_for(who.actor.person_id)[-1])


@time_machine.travel(MORNING, tick=False)
def test_parking_empties_the_sitting_and_reopening_gives_the_form_back() -> None:
    lead = a_service()
    client = signed_in(lead, MORNING)
    with time_machine.travel(MORNING + timedelta(minutes=14, seconds=30), tick=False):
        kept_id = park(client, lead)
        assert Sitting.objects.get().state == "idle"
        address = come_back(client, "/reopen/?next=%2Fteam%2Finvite%2F%3Fa%3Db")
        assert address == f"/team/invite/?a=b&kept={kept_id}"
        assert TYPED in client.get(address).content.decode()


@time_machine.travel(MORNING, tick=False)
def test_parking_in_one_window_while_another_is_busy_goes_straight_back() -> None:
    lead = a_service()
    client = signed_in(lead, MORNING)
    kept_id = park(client, lead)
    assert Sitting.objects.get().state == "open"
    back = client.get("/reopen/?next=%2Fteam%2Finvite%2F%3Fa%3Db").headers["Location"]
    assert back == f"/team/invite/?a=b&kept={kept_id}"


@time_machine.travel(MORNING, tick=False)
def test_a_form_kept_twice_waits_once() -> None:
    lead = a_service()
    client = signed_in(lead, MORNING)
    first = park(client, lead)
    client.post("/park/", invitation() | {"park_path": f"/team/invite/?kept={first}"})
    (second,) = spool.waiting_for(lead.actor.person_id)
    assert str(second) != first


@time_machine.travel(MORNING, tick=False)
def test_passwords_and_codes_are_never_kept() -> None:
    lead = a_service()
    client = signed_in(lead, MORNING)
    park(
        client,
        lead,
        password="hunter two three",
        code="123456",
        old_password="x",
        new_password="y",
        again="z",
    )
    fields = spool.read(lead.actor.keyring, spool.waiting_for(lead.actor.person_id)[0])["fields"]
    assert sorted(fields) == ["name", "once", "role", "title", "username"]


@time_machine.travel(MORNING, tick=False)
def test_a_file_is_not_kept_and_the_page_says_so() -> None:
    lead = a_service()
    client = signed_in(lead, MORNING)
    with time_machine.travel(LATE, tick=False):
        upload = SimpleUploadedFile("letter.pdf", b"%PDF-1.7")
        door = client.post("/team/invite/", invitation() | {"file": upload}).headers["Location"]
        come_back(client, door)
        assert "choose it again" in client.get("/unfinished/").content.decode()


@time_machine.travel(MORNING, tick=False)
def test_unfinished_lists_resumes_and_throws_away() -> None:
    lead = a_service()
    client = signed_in(lead, MORNING)
    kept_id = park(client, lead)
    page = client.get("/unfinished/").content.decode()
    assert f"/team/invite/?a=b&amp;kept={kept_id}" in page
    assert client.post(f"/unfinished/{kept_id}/discard/").headers["Location"].startswith("/unfinished/")
    assert "Nothing is unfinished" in client.get("/unfinished/").content.decode()
    assert TYPED not in client.get(f"/team/invite/?kept={kept_id}").content.decode()


@time_machine.travel(MORNING, tick=False)
def test_a_form_without_a_page_of_its_own_comes_back_where_it_stood() -> None:
    lead = a_service()
    jo = a_colleague(lead, phone=False)
    client = signed_in(lead, MORNING)
    with time_machine.travel(LATE, tick=False):
        sent = {"words": TYPED}
        path = f"/team/{jo.actor.person_id}/invite/"
        door = client.post(path, sent, headers={"referer": "http://testserver/team/"}).headers["Location"]
        address = come_back(client, door)
        back = client.get(address).headers["Location"]
        assert urlsplit(back).path == "/team/"
        assert parse_qs(urlsplit(back).query).keys() == {"kept"}
        assert client.get(back).status_code == 200


@time_machine.travel(MORNING, tick=False)
def test_while_the_database_refuses_to_write_a_form_is_kept() -> None:
    lead = a_service()
    client = signed_in(lead, MORNING)
    with read_only():
        answer = client.post("/team/invite/", invitation())
    assert answer.status_code == 503
    page = answer.content.decode()
    assert "Not saved yet, and kept safe" in page
    (kept_id,) = spool.waiting_for(lead.actor.person_id)
    assert f"/team/invite/?kept={kept_id}" in page
    assert not Person.objects.filter(username="zeb").exists()
    assert TYPED in client.get(f"/team/invite/?kept={kept_id}").content.decode()


@time_machine.travel(MORNING, tick=False)
def test_while_the_database_is_gone_a_form_is_kept_too() -> None:
    lead = a_service()
    client = signed_in(lead, MORNING)
    with gone():
        reading = client.get("/team/")
        answer = client.post("/team/invite/", invitation())
        stranger = Client().post("/team/invite/", invitation())
    assert reading.status_code == 503
    assert "Please wait a moment" in reading.content.decode()
    assert answer.status_code == 503
    assert "Not saved yet, and kept safe" in answer.content.decode()
    assert stranger.headers["Location"].startswith("/sign-in/")
    (kept_id,) = spool.waiting_for(lead.actor.person_id)
    assert TYPED in client.get(f"/team/invite/?kept={kept_id}").content.decode()


@time_machine.travel(MORNING, tick=False)
def test_a_stale_form_is_refused_and_comes_back(settings: Settings) -> None:
    settings.CSRF_FAILURE_VIEW = "inconfidence.team.views.stale.stale_form"
    lead = a_service()
    client = signed_in(lead, MORNING, Client(enforce_csrf_checks=False))
    client.handler.enforce_csrf_checks = True
    answer = client.post("/team/invite/", invitation() | {"csrfmiddlewaretoken": "of yesterday"})
    assert answer.status_code == 403
    assert "The page was out of date" in answer.content.decode()
    (kept_id,) = spool.waiting_for(lead.actor.person_id)
    assert TYPED in client.get(f"/team/invite/?kept={kept_id}").content.decode()
    assert not Person.objects.filter(username="zeb").exists()
    assert Event.objects.filter(act="stale_form").count() == 1
    stranger = Client(enforce_csrf_checks=True).post("/team/invite/", invitation())
    assert stranger.status_code == 403
    assert TYPED not in stranger.content.decode()


@time_machine.travel(MORNING, tick=False)
def test_a_stale_page_is_parked_all_the_same(settings: Settings) -> None:
    settings.CSRF_FAILURE_VIEW = "inconfidence.team.views.stale.stale_form"
    lead = a_service()
    client = signed_in(lead, MORNING)
    client.handler.enforce_csrf_checks = True
    client.post(
        "/park/", invitation() | {"park_path": "/team/invite/", "csrfmiddlewaretoken": "of yesterday"}
    )
    (kept_id,) = spool.waiting_for(lead.actor.person_id)
    assert TYPED in client.get(f"/team/invite/?kept={kept_id}").content.decode()
