"""Setting up a demonstration service and its people, who can sign in straight away."""

import hashlib
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from inconfidence.demonstration.accounts import PASSWORD, Account
from inconfidence.demonstration.content import DemonstrationService, StaffMember
from inconfidence.editions.actions import set_letterhead
from inconfidence.policies import text
from inconfidence.policy.vocabulary import Role
from inconfidence.team import totp
from inconfidence.team.actions.people import NewPerson, activate, confirm, invite
from inconfidence.team.actions.second_step import enrol_totp
from inconfidence.team.actions.set_up import Beginning, Begun, set_up_service
from inconfidence.team.actor import Actor
from inconfidence.vault import persons

Clock = Callable[[], datetime]


def begin(
    service: DemonstrationService, seed: int, clock: Clock
) -> tuple[dict[str, Actor], tuple[Account, ...]]:
    """Set the service up and bring in its people: actors by sign-in name, and what each needs to sign in."""
    begun = set_up_service(
        Beginning(
            name=service.name,
            policy_text=text(service.policy),
            policy_file=f"{service.policy}.toml",
            lead=_new(service.lead),
            password=PASSWORD,
            in_force_from=clock().date(),
            minute_reference="Demonstration",
            demonstration=True,
        ),
        clock(),
    )
    if not isinstance(begun, Begun):
        raise RuntimeError(f"the policy {service.policy} does not load")
    lead = replace(begun.lead, clock=clock)
    head = ("\n".join(service.address), service.phone, service.email)
    set_letterhead(lead.service_id, lead.person_id, head, clock())
    people = {service.lead.username: lead}
    for member in service.staff:
        if member is not service.lead:
            people[member.username] = _join(lead, member, clock)
    return people, tuple(_account(service, member, people[member.username], seed) for member in service.staff)


def _new(member: StaffMember) -> NewPerson:
    return NewPerson(member.username, member.name, member.title, Role(member.role))


def _join(lead: Actor, member: StaffMember, clock: Clock) -> Actor:
    """Invite, take up the slip, confirm: the same three steps as for a real colleague."""
    slip = invite(lead, _new(member))
    if slip.person_id is None:
        raise RuntimeError(f"{member.username} is taken")
    activate(member.username, slip.code, PASSWORD, clock())
    confirm(lead, slip.person_id)
    keyring = persons.unlock(slip.person_id, PASSWORD)
    if keyring is None:
        raise RuntimeError(f"{member.username} cannot sign in")
    return Actor(slip.person_id, lead.service_id, Role(member.role), member.name, keyring, clock)


def _account(service: DemonstrationService, member: StaffMember, actor: Actor, seed: int) -> Account:
    """Give this person a second step whose secret the demonstration may show."""
    secret = hashlib.sha256(f"demonstration/{seed}/{member.username}".encode()).digest()[:20]
    enrol_totp(actor.person_id, secret, actor.now())
    return Account(service.name, member.username, member.name, member.title, totp.as_text(secret))
