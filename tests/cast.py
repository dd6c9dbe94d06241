"""The cast: the same five people in every test, with a fixed standing in their service.

Maryam leads the service. Tom is a caseworker and has the case. Ewa is a caseworker and has not. Joan is the
administrator and answers the telephone. Vik volunteers. All of them are made through the program's own actions.
"""

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from django.test import Client

from inconfidence import policies
from inconfidence.policy.vocabulary import Role
from inconfidence.team import totp
from inconfidence.team.actions import people, second_step, set_up
from inconfidence.team.actions.people import NewPerson
from inconfidence.team.actor import Actor
from inconfidence.vault import persons
from tests.conftest import Clock

PASSWORD = "four words walk home"
SECRET = b"twenty bytes of seed"
NAMES = {
    "maryam": ("Maryam Sesay", "Service Lead", Role.HEAD_OF_SERVICE),
    "tom": ("Tom Aldridge", "Adviser", Role.CASEWORKER),
    "ewa": ("Ewa Zielińska", "Adviser", Role.CASEWORKER),
    "joan": ("Joan Petty", "Administrator", Role.ADMINISTRATOR),
    "vik": ("Vik Raman", "Volunteer", Role.VOLUNTEER),
}


@dataclass(frozen=True)
class Person:
    """One of the cast: who acts, and how they sign in."""

    actor: Actor
    username: str

    @property
    def id(self) -> UUID:
        """Their id."""
        return self.actor.person_id


@dataclass(frozen=True)
class Cast:
    """A service and its five people."""

    slug: str
    maryam: Person
    tom: Person
    ewa: Person
    joan: Person
    vik: Person

    @property
    def service_id(self) -> UUID:
        """The service they all belong to."""
        return self.maryam.actor.service_id


def username(slug: str, who: str) -> str:
    """A name to sign in with that two services may not share."""
    return f"{who}.{slug}"


def begin_service(slug: str, clock: Clock) -> Person:
    """A service with this policy, led by Maryam."""
    name, title, role = NAMES["maryam"]
    begun = set_up.set_up_service(
        set_up.Beginning(
            name=f"{slug.replace('-', ' ').title()} advice service",
            policy_text=policies.text(slug),
            policy_file=f"{slug}.toml",
            lead=NewPerson(username(slug, "maryam"), name, title, role),
            password=PASSWORD,
            in_force_from=date(2022, 9, 1),
            demonstration=True,
        ),
        clock(),
    )
    assert isinstance(begun, set_up.Begun), begun
    assert second_step.enrol_totp(begun.lead.person_id, SECRET, clock())
    return Person(replace(begun.lead, clock=clock), username(slug, "maryam"))


def invite(lead: Person, slug: str, who: str) -> Person:
    """One more of the cast: invited, taken up, confirmed by the lead, with a phone."""
    name, title, role = NAMES[who]
    clock = lead.actor.clock
    new = NewPerson(username(slug, who), name, title, role, role is not Role.VOLUNTEER)
    slip = people.invite(lead.actor, new)
    assert slip.person_id is not None
    assert people.activate(new.username, slip.code, PASSWORD, clock()) == people.Activated.DONE
    assert people.confirm(lead.actor, slip.person_id)
    assert second_step.enrol_totp(slip.person_id, SECRET, clock())
    keyring = persons.unlock(slip.person_id, PASSWORD)
    assert keyring is not None
    actor = Actor(slip.person_id, lead.actor.service_id, role, name, keyring, clock)
    return Person(actor, new.username)


def gather(slug: str, clock: Clock) -> Cast:
    """The whole cast of a service with this policy."""
    maryam = begin_service(slug, clock)
    others = {who: invite(maryam, slug, who) for who in NAMES if who != "maryam"}
    return Cast(slug, maryam, **others)


def sign_in(client: Client, person: Person, clock: Clock) -> Client:
    """Sign this person in through the pages: password, then the code their phone shows now."""
    answer = client.post("/sign-in/", {"username": person.username, "password": PASSWORD})
    assert answer.status_code == 302, answer.content.decode()
    answer = client.post("/second-step/", {"code": totp.code(SECRET, totp.step_at(clock()))})
    assert answer.status_code == 302, answer.content.decode()
    return client
