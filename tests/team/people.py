"""People to test with: a service with its policy, its first lead, colleagues in any role, browsers signed in."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import Any
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
MORNING = datetime(2026, 11, 20, 10, 0, tzinfo=UTC)


@dataclass(frozen=True)
class Somebody:
    """A person who can act and sign in."""

    actor: Actor
    username: str
    password: str = PASSWORD
    secret: bytes = SECRET

    def code(self, moment: datetime) -> str:
        """What their phone shows."""
        return totp.code(self.secret, totp.step_at(moment))


def a_service(
    policy: str = "rotherham", clock: Clock | None = None, username: str = "", *, demonstration: bool = True
) -> Somebody:
    """A new service and its first lead, who has a phone. Usernames are `<policy>.lead` unless given."""
    clock = clock or Clock(MORNING)
    lead = NewPerson(username or f"{policy}.lead", "Noor Lindqvist", "Service Lead", Role.HEAD_OF_SERVICE)
    begun = set_up.set_up_service(
        set_up.Beginning(
            name=f"{policy} advice service",
            policy_text=policies.text(policy),
            policy_file=f"{policy}.toml",
            lead=lead,
            password=PASSWORD,
            in_force_from=date(2022, 9, 1),
            demonstration=demonstration,
        ),
        clock(),
    )
    assert isinstance(begun, set_up.Begun), begun
    if demonstration:
        assert second_step.enrol_totp(begun.lead.person_id, SECRET, clock())
    return Somebody(replace(begun.lead, clock=clock), lead.username)


def a_colleague(
    lead: Somebody,
    role: Role = Role.CASEWORKER,
    username: str = "jo.adeyemi",
    *,
    name: str = "Jo Adeyemi",
    front_desk: bool = False,
    confirmed: bool = True,
    phone: bool = True,
) -> Somebody:
    """Somebody invited by the lead, with their own password; confirmed and with a phone unless told otherwise."""
    clock = lead.actor.clock
    slip = people.invite(lead.actor, NewPerson(username, name, "Adviser", role, front_desk))
    assert slip.person_id is not None
    assert people.activate(username, slip.code, PASSWORD, clock()) == people.Activated.DONE
    if confirmed:
        assert people.confirm(lead.actor, slip.person_id)
    if phone:
        second_step.enrol_totp(slip.person_id, SECRET, clock())
    keyring = persons.unlock(slip.person_id, PASSWORD)
    assert keyring is not None
    return Somebody(Actor(slip.person_id, lead.actor.service_id, role, name, keyring, clock), username)


def password_step(who: Somebody, client: Client | None = None, **extra: Any) -> Client:
    """A browser in which the password has been given."""
    client = client or Client()
    answer = client.post("/sign-in/", {"username": who.username, "password": who.password}, **extra)
    assert answer.status_code == 302, answer.content.decode()
    return client


def signed_in(who: Somebody, moment: datetime, client: Client | None = None) -> Client:
    """A browser in which this person is fully signed in. `moment` is the (frozen) wall clock's."""
    client = password_step(who, client)
    answer = client.post("/second-step/", {"code": who.code(moment)})
    assert answer.status_code == 302, answer.content.decode()
    return client


def row_of(client: Client) -> UUID:
    """The id of the sitting that this browser has."""
    from inconfidence.team.cookies import hashed
    from inconfidence.team.models import Sitting

    return Sitting.objects.get(cookie_hash=hashed(client.cookies["sessionid"].value)).id
