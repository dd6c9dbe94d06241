"""The second step: a phone's code or the numbered sheet, each accepted once; enrolment before anything else."""

import base64
import re
from datetime import timedelta
from threading import Barrier, Thread

import pytest
import time_machine
from django.db import connection
from django.test import Client

from inconfidence.audit.models import Event
from inconfidence.team import totp
from inconfidence.team.actions import second_step as steps
from inconfidence.team.actions.second_step import CodeAnswer
from inconfidence.team.models import CodeSheet, Person, Sitting, UsedCode
from tests.team.people import MORNING, SECRET, Somebody, a_colleague, a_service, password_step, signed_in

pytestmark = pytest.mark.django_db
USED = "That code has been used already"
NOT_RIGHT = "That is not the right code"


def type_code(client: Client, code: str, by: str = "") -> str:
    """Type a code; the page that comes back, or where it leads."""
    answer = client.post(f"/second-step/{by}", {"code": code})
    return answer.headers.get("Location", answer.content.decode())


@pytest.mark.parametrize(
    ("seconds", "opens"), [(-61, False), (-30, True), (0, True), (30, True), (61, False)]
)
@time_machine.travel(MORNING, tick=False)
def test_a_code_is_good_one_half_minute_either_side(seconds: int, opens: bool) -> None:
    lead = a_service()
    client = password_step(lead)
    said = type_code(client, lead.code(MORNING + timedelta(seconds=seconds)))
    assert (said == "/") is opens
    assert opens or NOT_RIGHT in said


@pytest.mark.parametrize("typed", ["", "12345", "abcdef", "١٢٣٤٥٦", "0000000"])
@time_machine.travel(MORNING, tick=False)
def test_what_is_no_code_is_refused_and_nothing_opens(typed: str) -> None:
    client = password_step(a_service())
    assert not type_code(client, typed).startswith("/")
    assert Sitting.objects.get().state == "half"


@time_machine.travel(MORNING, tick=False)
def test_a_code_may_be_typed_with_a_space() -> None:
    lead = a_service()
    code = lead.code(MORNING)
    assert type_code(password_step(lead), f"{code[:3]} {code[3:]}") == "/"


@time_machine.travel(MORNING, tick=False)
def test_a_used_code_is_refused_at_once_and_33_seconds_later() -> None:
    lead = a_service()
    signed_in(lead, MORNING)
    assert USED in type_code(password_step(lead), lead.code(MORNING))
    with time_machine.travel(MORNING + timedelta(seconds=33), tick=False):
        assert USED in type_code(password_step(lead), lead.code(MORNING))
    assert Event.objects.filter(act="code_replayed").count() == 2


@time_machine.travel(MORNING, tick=False)
def test_an_earlier_code_than_the_last_is_refused() -> None:
    lead = a_service()
    signed_in(lead, MORNING)
    assert USED in type_code(password_step(lead), lead.code(MORNING - timedelta(seconds=30)))


@pytest.mark.django_db(transaction=True)
def test_of_eight_at_once_with_one_code_exactly_one_gets_in() -> None:
    with time_machine.travel(MORNING, tick=False):
        lead = a_service()
        clients = [password_step(lead) for _ in range(8)]
        code, gate, said = lead.code(MORNING), Barrier(8), []

        def one(client: Client) -> None:
            try:
                gate.wait()
                said.append(type_code(client, code))
            finally:
                connection.close()

        threads = [Thread(target=one, args=(client,)) for client in clients]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert said.count("/") == 1
    assert len(said) == 8
    assert Sitting.objects.filter(state="open").count() == 1


@time_machine.travel(MORNING, tick=False)
def test_ten_wrong_codes_make_this_browser_wait() -> None:
    lead = a_service()
    client = password_step(lead)
    for _ in range(10):
        type_code(client, "000000")
    assert "Wait 15 minutes" in type_code(client, lead.code(MORNING))


@time_machine.travel(MORNING, tick=False)
def test_the_half_sitting_ends_after_five_minutes() -> None:
    lead = a_service()
    client = password_step(lead)
    later = MORNING + timedelta(minutes=5)
    with time_machine.travel(later, tick=False):
        assert type_code(client, lead.code(later)).startswith("/sign-in/")
    assert not Sitting.objects.exists()


@time_machine.travel(MORNING, tick=False)
def test_whoever_has_none_yet_can_only_set_one_up_or_sign_out() -> None:
    jo = a_colleague(a_service(), phone=False)
    client = password_step(jo)
    assert client.get("/second-step/").headers["Location"] == "/second-step/choose/"
    assert client.get("/second-step/choose/").status_code == 200
    for path in ("/team/", "/account/", "/policy/", "/unfinished/"):
        assert client.get(path).headers["Location"] == "/second-step/"
    assert client.post("/sign-out/").status_code == 302
    assert not Sitting.objects.exists()


@time_machine.travel(MORNING, tick=False)
def test_setting_up_a_phone_opens_the_sitting_and_its_code_counts_as_used() -> None:
    jo = a_colleague(a_service(), phone=False)
    client = password_step(jo)
    page = client.get("/second-step/phone/").content.decode()
    shown = re.search(r"type this: <code>([A-Z2-7 ]+)</code>", page)
    assert shown
    text = shown.group(1).replace(" ", "")
    secret = base64.b32decode(text + "=" * (-len(text) % 8))
    drawing = client.get("/second-step/phone/square.svg")
    assert drawing.headers["Content-Type"] == "image/svg+xml"
    assert drawing.content.startswith(b"<svg")
    code = totp.code(secret, totp.step_at(MORNING))
    answer = client.post("/second-step/phone/", {"code": code})
    assert answer.headers["Location"] == "/"
    assert client.get("/account/").status_code == 200
    assert USED in type_code(password_step(Somebody(jo.actor, jo.username, secret=secret)), code)


@time_machine.travel(MORNING, tick=False)
def test_a_wrong_first_code_sets_nothing_up() -> None:
    jo = a_colleague(a_service(), phone=False)
    client = password_step(jo)
    client.get("/second-step/phone/")
    assert NOT_RIGHT in client.post("/second-step/phone/", {"code": "000000"}).content.decode()
    assert Person.objects.get(username=jo.username).totp is None


@time_machine.travel(MORNING, tick=False)
def test_nobody_who_has_a_phone_can_set_up_another_at_the_door() -> None:
    client = password_step(a_service())
    for path in ("/second-step/choose/", "/second-step/phone/"):
        assert client.get(path).headers["Location"] == "/second-step/"
    assert client.post("/second-step/sheet/").headers["Location"] == "/second-step/"
    assert client.get("/second-step/phone/square.svg").status_code == 404
    assert not CodeSheet.objects.exists()


def codes_on(page: str) -> dict[int, str]:
    """The codes of a printed sheet, by number."""
    found = re.findall(r'codes__number">(\d+)</span>\s*<code class="codes__code">([^<]+)</code>', page)
    return {int(number): code for number, code in found}


@time_machine.travel(MORNING, tick=False)
def test_the_printed_sheet_asks_for_one_number_and_takes_each_code_once() -> None:
    jo = a_colleague(a_service(), phone=False)
    client = password_step(jo)
    codes = codes_on(client.post("/second-step/sheet/").content.decode())
    assert len(set(codes.values())) == steps.CODES
    asked = CodeSheet.objects.get().asking
    assert f"Type code {asked}" in client.get("/second-step/").content.decode()
    other = next(code for number, code in codes.items() if number != asked)
    assert NOT_RIGHT in type_code(client, other)
    assert type_code(client, codes[asked].lower()) == "/"
    assert UsedCode.objects.get().number == asked
    assert CodeSheet.objects.get().asking != asked
    assert USED in type_code(password_step(jo), codes[asked])


@time_machine.travel(MORNING, tick=False)
def test_a_sheet_with_every_code_used_asks_for_a_new_one() -> None:
    lead = a_service()
    jo = a_colleague(lead, phone=False)
    sheet = steps.print_sheet(jo.actor.person_id, jo.actor.person_id, MORNING)
    for _ in range(steps.CODES):
        person = Person.objects.get(id=jo.actor.person_id)
        code = sheet.codes[CodeSheet.objects.get().asking - 1]
        assert steps.check_sheet(person, code, MORNING) == CodeAnswer.RIGHT
    assert "Every code of your sheet has been used" in password_step(jo).get("/second-step/").content.decode()


@time_machine.travel(MORNING, tick=False)
def test_with_phone_and_sheet_either_will_do() -> None:
    lead = a_service()
    sheet = steps.print_sheet(lead.actor.person_id, lead.actor.person_id, MORNING)
    client = password_step(lead)
    assert "Use my printed sheet" in client.get("/second-step/").content.decode()
    code = sheet.codes[CodeSheet.objects.get().asking - 1]
    assert NOT_RIGHT in type_code(client, code)
    assert type_code(client, code, "?by=sheet") == "/"


@time_machine.travel(MORNING, tick=False)
def test_a_new_sheet_ends_the_old_one_and_every_device_is_asked_again() -> None:
    lead = a_service()
    client = signed_in(lead, MORNING)
    client.post("/sign-out/")
    steps.print_sheet(lead.actor.person_id, lead.actor.person_id, MORNING)
    again = client.post("/sign-in/", {"username": lead.username, "password": lead.password})
    assert again.headers["Location"] == "/second-step/"


@time_machine.travel(MORNING, tick=False)
def test_a_known_secret_is_refused_outside_a_demonstration() -> None:
    real = a_service("coventry", username="real.lead", demonstration=False)
    assert not steps.enrol_totp(real.actor.person_id, SECRET, MORNING)
    assert Person.objects.get(username="real.lead").totp is None
