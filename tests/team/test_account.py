"""How I sign in: my own page, another phone, a new sheet, each after my own password."""

import base64
import re

import pytest
import time_machine

from inconfidence.policy.vocabulary import Role
from inconfidence.team import totp
from inconfidence.team.actions import second_step as steps
from inconfidence.team.models import CodeSheet, Device, Person
from tests.team.people import MORNING, PASSWORD, SECRET, a_colleague, a_service, password_step, signed_in

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("role", [Role.CASEWORKER, Role.ADMINISTRATOR, Role.VOLUNTEER])
@time_machine.travel(MORNING, tick=False)
def test_everybody_sees_how_they_sign_in(role: Role) -> None:
    page = signed_in(a_colleague(a_service(), role), MORNING).get("/account/").content.decode()
    assert "jo.adeyemi" in page
    assert "Set up" in page


@time_machine.travel(MORNING, tick=False)
def test_another_phone_takes_the_place_of_the_old_one() -> None:
    lead = a_service()
    client = signed_in(lead, MORNING)
    page = client.get("/account/phone/").content.decode()
    shown = re.search(r"type this: <code>([A-Z2-7 ]+)</code>", page)
    assert shown
    text = shown.group(1).replace(" ", "")
    secret = base64.b32decode(text + "=" * (-len(text) % 8))
    assert client.get("/second-step/phone/square.svg").status_code == 200
    code = totp.code(secret, totp.step_at(MORNING))
    unproved = client.post("/account/phone/", {"code": code, "password": "not this one at all"})
    assert "That is not your password" in unproved.content.decode()
    wrong = client.post("/account/phone/", {"code": "000000", "password": PASSWORD})
    assert "That is not the right code" in wrong.content.decode()
    assert steps.secret_of(Person.objects.get()) == SECRET
    done = client.post("/account/phone/", {"code": code, "password": PASSWORD})
    assert done.headers["Location"] == "/account/"
    assert steps.secret_of(Person.objects.get()) == secret
    assert not Device.objects.exists()


@time_machine.travel(MORNING, tick=False)
def test_a_new_sheet_of_my_own_needs_my_password() -> None:
    lead = a_service()
    client = signed_in(lead, MORNING)
    assert "That is not your password" in client.post("/account/sheet/", {"password": "x"}).content.decode()
    assert not CodeSheet.objects.exists()
    page = client.post("/account/sheet/", {"password": PASSWORD}).content.decode()
    assert page.count("codes__number") == steps.CODES
    assert "60 codes left" in client.get("/account/").content.decode()
    assert "Use my printed sheet" in password_step(lead).get("/second-step/").content.decode()
