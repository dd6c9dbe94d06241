"""The first hour of a service: its name, its policy, its first lead."""

import hmac
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from inconfidence.audit.acts import Act
from inconfidence.audit.record import record
from inconfidence.editions import actions as editions
from inconfidence.policy.loading import Fault
from inconfidence.team.actions.people import NewPerson, add_person, code_hash, new_slip_code, owner_kind
from inconfidence.team.actor import LONDON, Actor
from inconfidence.team.models import Person
from inconfidence.team.words import PersonState
from inconfidence.vault import disk, groups, key_folder, persons

CODE_FILE = "set-up-code"


@dataclass(frozen=True, slots=True)
class Beginning:
    """What is needed to begin a service. `policy_text` is the whole policy file."""

    name: str
    policy_text: str
    policy_file: str
    lead: NewPerson
    password: str
    in_force_from: date
    minute_reference: str = ""
    demonstration: bool = False


@dataclass(frozen=True, slots=True)
class Begun:
    """A service that has begun, its first lead as an actor, and the words to print and keep."""

    service_id: UUID
    lead: Actor
    fingerprint: str


def set_up_code() -> str:
    """The code that protects the set-up page, made once and kept in the key folder; the server prints it."""
    return str(key_folder.key_file(CODE_FILE, lambda: {"code": new_slip_code()})["code"])


def set_up_code_fits(typed: str) -> bool:
    """Whether this is the code that the server printed."""
    return hmac.compare_digest(code_hash(set_up_code()), code_hash(typed))


def nobody_yet() -> bool:
    """Whether this installation holds no service: only then is there a set-up page."""
    return not editions.any_service()


@transaction.atomic
def set_up_service(begin: Beginning, now: datetime) -> Begun | tuple[Fault, ...]:
    """Begin a service: adopt its policy, make the first lead with an anchored key, begin the shared keys.

    Returns every fault of the policy file, and changes nothing, when the file does not hold. A policy that is not
    in force yet is such a fault: nobody could work until its day. A demonstration begins years before its policy was
    last reviewed, so the days its file prints are not compared with that beginning.
    """
    today = now.astimezone(LONDON).date()
    found = editions.check(begin.policy_text, begin.policy_file, None if begin.demonstration else today)
    if isinstance(found, tuple):
        return found
    if begin.in_force_from > today:
        return (_not_yet(begin),)
    service_id = editions.create_service(begin.name, now, demonstration=begin.demonstration)
    person = add_person(service_id, begin.lead, now)
    keyring = persons.create_pair(person.id, service_id, owner_kind(begin.lead.role), begin.password)
    fingerprint = persons.anchor_first_lead(keyring, service_id)
    groups.begin_groups(service_id, keyring)
    _activate(person, now)
    lead = Actor(person.id, service_id, begin.lead.role, person.name, keyring, lambda: now)
    record(service_id=service_id, actor_id=person.id, act=Act.service_set_up, at=now, about=service_id)
    transaction.on_commit(forget_set_up_code)
    minute = editions.Minute(begin.minute_reference)
    editions.adopt(service_id, person.id, begin.policy_text, begin.in_force_from, minute, now)
    return Begun(service_id, lead, fingerprint)


def _not_yet(begin: Beginning) -> Fault:
    found = begin.in_force_from.isoformat()
    return Fault(begin.policy_file, "", "in_force_from", found, "today, or a day before it")


def _activate(person: Person, now: datetime) -> None:
    person.state, person.confirmed_at, person.confirmed_by = PersonState.ACTIVE, now, person.id
    person.save(update_fields=["state", "confirmed_at", "confirmed_by"])


def forget_set_up_code() -> None:
    """Remove the code once a service exists."""
    (disk.folder(key_folder.NAME) / CODE_FILE).unlink(missing_ok=True)
