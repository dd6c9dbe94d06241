"""`python -m tests.worlds.making FOLDER SLUG` makes a service with a family; `… FOLDER KIND` adds the other file.

What was made stands beside the data in `world.json`: the cookies of everybody, and ids by the names addresses give
them. The clock stands still all the while, so that the other file is there at once.
"""

import json
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import django
import time_machine

if TYPE_CHECKING:
    from django.test import Client

    from tests.cast import Cast, Person
    from tests.conftest import Clock

# The first file is of the day before, so that whatever is new today is of the other one.
DAY_BEFORE = datetime(2026, 11, 19, 10, 0, tzinfo=UTC)
MOMENT = datetime(2026, 11, 20, 10, 0, tzinfo=UTC)
WHO = ("maryam", "tom", "ewa", "joan", "vik")


def main(folder: Path, what: str) -> None:
    """Make a world, or its other file, and write down what was made."""
    django.setup()
    from tests.worlds.families import OTHERS

    page = folder / "world.json"
    if what in OTHERS:
        told = json.loads(page.read_text())
        with time_machine.travel(MOMENT, tick=False):
            told["other"] = other_file(told, what)
    else:
        told = beginning(what)
    page.write_text(json.dumps(told))
    close()


def close() -> None:
    """End the connection: SQLite takes its log back into the database, and the file can be copied."""
    from django.db import connection

    connection.close()


def beginning(slug: str) -> dict[str, Any]:
    """A service with the mother's file, and everybody at a browser the day after."""
    from django.core.management import call_command

    from inconfidence.editions import queries as editions
    from tests import cast
    from tests.conftest import Clock
    from tests.worlds.families import MOTHER, whole_file

    call_command("migrate", verbosity=0)
    with time_machine.travel(DAY_BEFORE, tick=False) as wall:
        clock = Clock(DAY_BEFORE)
        clock.wall = wall
        people = cast.gather(slug, clock)
        elsewhere = cast.begin_service("coventry" if slug == "rotherham" else "rotherham", clock)
        first = whole_file(people.tom, MOTHER, signed_in(people.tom, clock))
        clock.set(MOMENT)
        browsers = everybody(people, clock) | {"elsewhere": signed_in(elsewhere, clock)}
        cookies = {who: cookies_of(browser) for who, browser in browsers.items()}
        edition = editions.in_force(people.service_id, people.maryam.actor.today())
    return {
        "slug": slug,
        "service": str(people.service_id),
        "case_keys": edition.value("only-the-service", "case_keys"),
        "maryam": [str(people.maryam.id), people.maryam.username],
        "first": first,
        "other": {},
        "cookies": cookies,
    }


def everybody(people: "Cast", clock: "Clock") -> dict[str, "Client"]:
    """A browser for everybody of the service, for somebody half signed in, and for a visitor."""
    from tests import cast

    found = {who: signed_in(getattr(people, who), clock) for who in WHO}
    found |= {"visitor": a_browser(), "half": a_browser(), "waiting": unconfirmed(people, clock)}
    found["half"].post("/sign-in/", {"username": people.tom.username, "password": cast.PASSWORD})
    return found


def a_browser() -> "Client":
    """One that has opened a page with a form."""
    from django.test import Client

    browser = Client(HTTP_HOST="localhost")
    browser.get("/sign-in/")
    return browser


def signed_in(who: "Person", clock: "Clock") -> "Client":
    """A browser in which this person is signed in."""
    from tests import cast

    return cast.sign_in(a_browser(), who, clock)


def unconfirmed(people: "Cast", clock: "Clock") -> "Client":
    """A browser of somebody whom no lead has confirmed."""
    from inconfidence.policy.vocabulary import Role
    from inconfidence.team.actions import people as team
    from inconfidence.team.actions import second_step
    from tests import cast

    new = team.NewPerson(cast.username(people.slug, "asha"), "Asha Kerr", "Adviser", Role.CASEWORKER)
    slip = team.invite(people.maryam.actor, new)
    assert slip.person_id is not None
    team.activate(new.username, slip.code, cast.PASSWORD, clock())
    second_step.enrol_totp(slip.person_id, cast.SECRET, clock())
    return signed_in(cast.Person(people.tom.actor, new.username), clock)


def cookies_of(browser: "Client") -> str:
    """The header with which this browser asks, always the same."""
    browser.get("/")
    return "; ".join(f"{name}={morsel.value}" for name, morsel in sorted(browser.cookies.items()))


def with_cookies(header: str) -> "Client":
    """The browser that asks with this header."""
    browser = a_browser()
    for name, _, value in (pair.partition("=") for pair in header.split("; ")):
        browser.cookies[name] = value
    return browser


def other_file(told: dict[str, Any], kind: str) -> dict[str, str]:
    """The other person's own file, made by the lead through the actions, and linked to the first for leads."""
    from uuid import UUID

    from django.utils import timezone

    from inconfidence.cases.actions import link_files
    from inconfidence.policy.vocabulary import Role
    from inconfidence.team.actor import Actor
    from inconfidence.vault import persons
    from tests import cast
    from tests.conftest import Clock
    from tests.worlds.families import OTHERS, whole_file

    clock = Clock(timezone.now())
    lead_id = UUID(told["maryam"][0])
    keyring = persons.unlock(lead_id, cast.PASSWORD)
    assert keyring is not None
    actor = Actor(lead_id, UUID(told["service"]), Role.HEAD_OF_SERVICE, "Maryam Sesay", keyring, clock)
    lead = cast.Person(actor, told["maryam"][1])
    other = whole_file(lead, OTHERS[kind], with_cookies(told["cookies"]["maryam"]))
    assert link_files(lead.actor, told["first"]["reference"], other["reference"])
    return other


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
