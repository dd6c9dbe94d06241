"""The first hour: the set-up page exists until there is a service, and not a minute longer."""

from datetime import timedelta
from pathlib import Path

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from inconfidence import policies
from inconfidence.editions import queries
from inconfidence.editions.models import Adoption, Service
from inconfidence.policy.vocabulary import Role
from inconfidence.team.actions import set_up
from inconfidence.team.actions.people import NewPerson
from inconfidence.team.models import Person
from inconfidence.vault import persons
from tests.team.people import MORNING, PASSWORD, a_service

pytestmark = pytest.mark.django_db


def filled(**other: object) -> dict[str, object]:
    """The filled set-up form."""
    return {
        "code": set_up.set_up_code(),
        "service": "Elmshire SENDIASS",
        "policy": "rotherham",
        "in_force_from_day": "1",
        "in_force_from_month": "September",
        "in_force_from_year": "2022",
        "name": "Noor Lindqvist",
        "title": "Service Lead",
        "username": "noor",
        "new_password": PASSWORD,
        "again": PASSWORD,
        **other,
    }


@time_machine.travel(MORNING, tick=False)
def test_the_page_says_what_a_lost_password_costs_and_offers_every_policy() -> None:
    page = Client().get("/set-up/").content.decode()
    assert "a lost password of the only lead loses every file" in page
    for slug in policies.slugs():
        assert f'value="{slug}"' in page


@time_machine.travel(MORNING, tick=False)
def test_a_service_begins_with_its_policy_and_its_first_lead(data_folder: Path) -> None:
    client = Client()
    page = client.post("/set-up/", filled()).content.decode()
    service = Service.objects.get()
    assert (service.slug, service.demonstration) == ("elmshire-sendiass", False)
    assert Adoption.objects.get().text == policies.text("rotherham")
    assert queries.in_force(service.id, MORNING.date()).slug == "rotherham"
    lead = Person.objects.get()
    assert (lead.state, lead.role, lead.totp) == ("active", "head_of_service", None)
    assert persons.fingerprint(lead.id) in page
    assert persons.is_signed(lead.id)
    answer = client.post("/sign-in/", {"username": "noor", "password": PASSWORD})
    assert answer.headers["Location"] == "/second-step/choose/"
    assert client.get("/set-up/").status_code == 404
    assert client.post("/set-up/", filled()).status_code == 404


@time_machine.travel(MORNING, tick=False)
def test_where_a_service_is_there_is_no_set_up_page() -> None:
    a_service()
    assert Client().get("/set-up/").status_code == 404


def test_before_there_is_a_service_every_door_leads_to_the_set_up_page() -> None:
    client = Client()
    assert client.get("/policy/").headers["Location"] == "/sign-in/?next=%2Fpolicy%2F"
    assert client.get("/sign-in/").headers["Location"] == "/set-up/"


@pytest.mark.parametrize("code", ["", "AAAA-BBBB-CCCC-DDDD"])
@time_machine.travel(MORNING, tick=False)
def test_without_the_servers_code_nothing_begins(code: str) -> None:
    assert Client().post("/set-up/", filled(code=code)).status_code == 200
    assert not Service.objects.exists()


def test_the_code_stays_the_same_and_only_the_account_can_read_it(data_folder: Path) -> None:
    assert set_up.set_up_code() == set_up.set_up_code()
    assert set_up.set_up_code_fits(set_up.set_up_code().lower().replace("-", ""))
    file = data_folder / "keys" / set_up.CODE_FILE
    assert file.stat().st_mode & 0o077 == 0
    set_up.forget_set_up_code()
    assert not file.exists()


@time_machine.travel(MORNING, tick=False)
def test_a_policy_from_a_file_is_checked_and_every_fault_is_listed() -> None:
    faulty = policies.text("rotherham").replace('id = "RO-INTRO-02a"', 'id = "RO-INTRO-01"', 1)
    faulty = faulty.replace("rules.need-to-see = {}", "rules.need-to-sea = {}", 1)
    file = SimpleUploadedFile("ours.toml", faulty.encode())
    page = Client().post("/set-up/", filled(policy="upload", policy_file=file)).content.decode()
    assert "ours.toml has 2 faults" in page or "need-to-sea" in page
    assert "RO-INTRO-01" in page
    assert not Service.objects.exists()
    assert not Person.objects.exists()


@time_machine.travel(MORNING, tick=False)
def test_a_good_policy_from_a_file_is_adopted_as_it_stands() -> None:
    text = policies.text("coventry")
    file = SimpleUploadedFile("ours.toml", text.encode())
    Client().post("/set-up/", filled(policy="upload", policy_file=file))
    assert Adoption.objects.get().text == text


@pytest.mark.parametrize(
    ("file", "said"),
    [
        (None, "Choose the file of your policy"),
        (b"\xff\xfe\x00", "UTF-8"),
        (b"x" * 1_100_000, "smaller than 1 MB"),
    ],
)
@time_machine.travel(MORNING, tick=False)
def test_what_is_no_policy_file_is_refused(file: bytes | None, said: str) -> None:
    sent = {"policy_file": SimpleUploadedFile("ours.toml", file)} if file else {}
    page = Client().post("/set-up/", filled(policy="upload", **sent)).content.decode()
    assert said in page
    assert not Service.objects.exists()


@time_machine.travel(MORNING, tick=False)
def test_a_policy_that_is_not_in_force_yet_begins_no_service() -> None:
    later = {"in_force_from_day": "21", "in_force_from_month": "11", "in_force_from_year": "2026"}
    page = Client().post("/set-up/", filled(**later)).content.decode()
    assert "The date must be 20 November 2026 or earlier" in page
    assert not Service.objects.exists()
    today = later | {"in_force_from_day": "20"}
    assert "Your service has begun" in Client().post("/set-up/", filled(**today)).content.decode()


def test_the_action_refuses_it_too() -> None:
    begin = set_up.Beginning(
        name="Elmshire",
        policy_text=policies.text("rotherham"),
        policy_file="rotherham.toml",
        lead=NewPerson("noor", "Noor", "Lead", Role.HEAD_OF_SERVICE),
        password=PASSWORD,
        in_force_from=MORNING.date() + timedelta(days=1),
    )
    found = set_up.set_up_service(begin, MORNING)
    assert isinstance(found, tuple)
    assert [(fault.key, fault.found) for fault in found] == [("in_force_from", "2026-11-21")]
    assert not Service.objects.exists()
