"""The demonstration is loaded through the ordinary actions: it can be opened, shared from, and its record verified."""

import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from pytest_django import Settings

from inconfidence.audit.verify import verify
from inconfidence.cases.models import Case
from inconfidence.demonstration import accounts
from inconfidence.demonstration.accounts import PASSWORD, NotADemonstrationError
from inconfidence.demonstration.loading import Wish, load
from inconfidence.disclosure.models import Disclosure
from inconfidence.people.models import Card
from inconfidence.team.models import Person
from inconfidence.vault import persons

PROGRAM = str(Path(sys.executable).parent / "inconfidence")


@pytest.mark.django_db(transaction=True)
def test_five_services_are_loaded_and_their_people_can_sign_in(
    settings: Settings,
) -> None:
    """Everybody's password opens their key, something was shared somewhere, and the chain of events holds."""
    accounts.keep(settings.DATA, ())
    told: list[tuple[str, int, int]] = []
    found = load(settings.DATA, Wish(date(2026, 11, 20), size="tiny"), lambda *line: told.append(line))
    assert found == accounts.accounts(settings.DATA)
    assert len({account.service for account in found}) == 5
    assert all(done <= of for _, done, of in told)
    for person in Person.objects.all():
        assert persons.unlock(person.id, PASSWORD) is not None
    assert Case.objects.count() >= 20
    assert Card.objects.count() < Case.objects.count()
    assert Disclosure.objects.exists()
    assert verify().ok


@pytest.mark.django_db
def test_a_folder_without_the_mark_is_left_alone(settings: Settings) -> None:
    """Nobody is made in it."""
    with pytest.raises(NotADemonstrationError):
        load(settings.DATA, Wish(date(2026, 11, 20)), lambda *line: None)
    assert not Person.objects.exists()


@pytest.mark.browser
def test_services_made_side_by_side_come_together_in_one_database(tmp_path: Path) -> None:
    """As the server makes them: each in a process of its own; then one record of everything, and nothing left over."""
    folder = tmp_path / "data"
    environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"} | {
        "DJANGO_SETTINGS_MODULE": "inconfidence.config.settings",
        "INCONFIDENCE_DATA": str(folder),
    }

    def run(*command: str) -> str:
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
        log.append(done.stderr)
        return done.stdout

    log: list[str] = []

    run(PROGRAM, "demonstration", "mark")
    run(sys.executable, "-m", "django", "migrate", "-v0")
    run(PROGRAM, "demonstration", "load", "--size", "tiny")
    lines = [line for line in log[-1].splitlines() if " of " in line]
    assert "\r" not in log[-1]
    assert 5 * 2 <= len(lines) <= 5 * 11, "each service says in a log how far it is, and not too often"
    who = json.loads(run(PROGRAM, "demonstration", "who", "--json"))
    assert len({account["service"] for account in who}) == 5
    said = json.loads(run(PROGRAM, "audit", "verify", "--json"))
    assert said["ok"]
    assert said["events"] > 200
    assert not list(folder.glob("making-*"))
