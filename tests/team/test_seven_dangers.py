"""The seven things that would break the promise and that nobody would notice, because everything still works."""

import base64
import io
import logging
from datetime import timedelta
from pathlib import Path
from threading import Barrier, Thread

import pytest
import time_machine
from django.apps import apps
from django.conf import settings
from django.db import connection, models
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from pytest_django import Settings

from inconfidence.config import checks
from inconfidence.team import totp
from inconfidence.team.actions import second_step as steps
from inconfidence.team.cookies import from_cookie
from inconfidence.team.middleware import TakeKeyCookie
from inconfidence.team.models import Person, Sitting
from inconfidence.vault import halves, host
from inconfidence.vault.sealed import CannotOpen, SealedField
from tests.team.people import MORNING, SECRET, a_colleague, a_service, password_step, signed_in

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.team.views_of_our_own")]
CANARY = "Quillfeather would not go to school"


def everything_stored(*needles: str) -> list[str]:
    """Which of these strings lie in any column of any table, as text or inside binary."""
    found = []
    for model in apps.get_models():
        for row in model._default_manager.values_list():
            stored = " ".join(repr(getattr(value, "raw", value)) for value in row)
            found += [needle for needle in needles if needle in stored]
    return found


@time_machine.travel(MORNING, tick=False)
def test_1_no_table_holds_a_posts_body_or_a_header_in_clear_and_no_column_could() -> None:
    lead = a_service()
    client = signed_in(lead, MORNING)
    half, cookie = client.cookies["half"].value, client.cookies["sessionid"].value
    with time_machine.travel(MORNING + timedelta(minutes=20), tick=False):
        client.post("/breaks/", {"words": CANARY}, headers={"x-canary": CANARY})
        assert everything_stored(lead.username) != []
        assert everything_stored(CANARY, "x-canary", half, cookie, str(from_cookie(half))) == []
    texts = [
        field
        for field in Sitting._meta.get_fields()
        if isinstance(field, models.CharField | models.TextField)
    ]
    assert {field.name for field in texts} == {"cookie_hash", "browser_check", "state", "return_to"}
    assert not any(
        isinstance(field, models.JSONField | models.TextField) for field in Sitting._meta.get_fields()
    )


@pytest.mark.parametrize("name", ["half", "__Host-half"])
def test_1_the_key_cookie_is_out_of_cookies_and_header_before_anything_else_runs(name: str) -> None:
    seen: list[HttpRequest] = []

    def inner(request: HttpRequest) -> HttpResponse:
        seen.append(request)
        return HttpResponse()

    secret = "A" * 43
    TakeKeyCookie(inner)(RequestFactory(headers={"cookie": f"a=1; {name}={secret}; sessionid=s"}).get("/"))
    (request,) = seen
    assert request.COOKIES == {"a": "1", "sessionid": "s"}
    assert request.META["HTTP_COOKIE"] == "a=1; sessionid=s"
    assert secret not in repr(request.META)
    assert secret not in repr(vars(request))
    assert settings.MIDDLEWARE[0] == "inconfidence.team.middleware.TakeKeyCookie"


@pytest.mark.django_db(transaction=True)
def test_2_one_code_at_two_doors_at_once_opens_one() -> None:
    with time_machine.travel(MORNING, tick=False):
        lead = a_service()
        clients, code, gate = [password_step(lead) for _ in range(4)], lead.code(MORNING), Barrier(4)
        opened: list[bool] = []

        def one(client: Client) -> None:
            try:
                gate.wait()
                opened.append(client.post("/second-step/", {"code": code}).status_code == 302)
            finally:
                connection.close()

        threads = [Thread(target=one, args=(client,)) for client in clients]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert sorted(opened) == [False, False, False, True]


@time_machine.travel(MORNING, tick=False)
def test_3_the_same_code_is_refused_33_seconds_later_though_it_still_fits() -> None:
    lead = a_service()
    code = lead.code(MORNING)
    signed_in(lead, MORNING)
    later = MORNING + timedelta(seconds=33)
    with time_machine.travel(later, tick=False):
        assert totp.matching_step(SECRET, code, later) is not None
        client = password_step(lead)
        assert "used already" in client.post("/second-step/", {"code": code}).content.decode()
        assert client.get("/account/").status_code == 302


@time_machine.travel(MORNING, tick=False)
def test_4_the_phones_secret_is_never_stored_in_clear_enrolment_included(data_folder: Path) -> None:
    jo = a_colleague(a_service(), phone=False)
    client = password_step(jo)
    client.get("/second-step/phone/")
    secret = steps.begin_phone(jo.actor.person_id)
    shapes = (str(secret)[2:-1], secret.hex(), totp.as_text(secret), base64.b64encode(secret).decode())
    assert everything_stored(*shapes) == []
    client.post("/second-step/phone/", {"code": totp.code(secret, totp.step_at(MORNING))})
    assert Person.objects.get(username=jo.username).totp is not None
    assert everything_stored(*shapes) == []
    in_files = [file for file in data_folder.rglob("*") if file.is_file() and secret in file.read_bytes()]
    assert in_files == []


@time_machine.travel(MORNING, tick=False)
def test_4_a_phones_secret_moved_to_another_person_does_not_open() -> None:
    lead = a_service()
    jo = a_colleague(lead)
    stolen = Person.objects.get(id=lead.actor.person_id).totp
    Person.objects.filter(id=jo.actor.person_id).update(totp=stolen)
    with pytest.raises(CannotOpen):
        steps.secret_of(Person.objects.get(id=jo.actor.person_id))


@pytest.mark.parametrize("debug", [True, False])
@time_machine.travel(MORNING, tick=False)
def test_5_an_error_says_nothing_of_what_was_open(debug: bool, settings: Settings) -> None:
    settings.DEBUG = debug
    lead = a_service()
    client = signed_in(lead, MORNING)
    client.raise_request_exception = False
    half = client.cookies["half"].value
    logged = io.StringIO()
    handler = logging.StreamHandler(logged)
    handler.setFormatter(logging.Formatter("%(message)s %(exc_text)s"))
    from inconfidence.web.errors import QuietFilter

    handler.addFilter(QuietFilter())
    logging.getLogger("django").addHandler(handler)
    try:
        answer = client.post("/breaks/", {"words": CANARY})
    finally:
        logging.getLogger("django").removeHandler(handler)
    page = answer.content.decode()
    assert answer.status_code == 500
    assert "opened words" not in page + logged.getvalue()
    assert "Failing row" not in page + logged.getvalue()
    assert CANARY not in logged.getvalue()
    assert half not in page + logged.getvalue()


def test_6_a_talkative_postgresql_is_refused_at_the_start(settings: Settings) -> None:
    if connection.vendor == "sqlite":
        assert checks.quiet_database_log(None, databases=["default"]) == []
        return
    with connection.cursor() as cursor:
        cursor.execute("SET log_error_verbosity = 'default'")
    said = [str(message.msg) for message in checks.quiet_database_log(None, databases=["default"])]
    assert "PostgreSQL's log_error_verbosity is default: expected terse." in said
    with connection.cursor() as cursor:
        for name, value in checks.QUIET_LOG.items():
            cursor.execute(f"SET {name} = '{value}'")
    assert checks.quiet_database_log(None, databases=["default"]) == []


@time_machine.travel(MORNING, tick=False)
def test_7_an_old_backup_with_an_old_laptop_opens_nothing_once_the_sitting_key_is_gone() -> None:
    lead = a_service()
    client = signed_in(lead, MORNING)
    row = Sitting.objects.get()
    secret = from_cookie(client.cookies["half"].value)
    assert row.half is not None
    assert secret is not None
    assert halves.join(row.half, secret, "open", row.person_id, row.id).owner == lead.actor.person_id
    host.rotate_sitting_key(MORNING)
    host.rotate_sitting_key(MORNING + timedelta(hours=12, seconds=1))
    with pytest.raises(CannotOpen):
        halves.join(row.half, secret, "open", row.person_id, row.id)
    with time_machine.travel(MORNING + timedelta(minutes=1), tick=False):
        assert client.get("/account/").headers["Location"].startswith("/sign-in/")


def test_every_column_of_the_team_that_could_hold_words_says_why_it_is_plain() -> None:
    for model in apps.get_app_config("team").get_models():
        for field in model._meta.get_fields():
            if isinstance(field, models.CharField | models.TextField):
                assert field.choices or field.help_text.startswith(("plain: ", "derived: ")), field
            assert not isinstance(field, models.JSONField)
            assert not isinstance(field, models.BinaryField) or isinstance(field, SealedField)
