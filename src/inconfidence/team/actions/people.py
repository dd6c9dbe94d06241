"""Inviting a colleague, taking up the invitation, and the lead's confirmation that makes it count."""

import hashlib
import hmac
import secrets
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from itertools import count
from uuid import UUID

from django.db import transaction

from inconfidence.audit.acts import Act
from inconfidence.audit.record import record
from inconfidence.policy.vocabulary import Role
from inconfidence.team.actions import attempts
from inconfidence.team.actor import Actor
from inconfidence.team.cookies import Browser
from inconfidence.team.models import Invitation, Person
from inconfidence.team.queries import forget_names
from inconfidence.team.words import LEADS, SLIP_LIFE, PersonState, Step, may_invite
from inconfidence.vault import groups, persons
from inconfidence.vault.groups import Group
from inconfidence.vault.ids import ALPHABET, new_id
from inconfidence.vault.words import OwnerKind

SLIP_LENGTH = 16
LONGEST_USERNAME = 60


class Taken(StrEnum):
    """Why an invitation was not written, or that it was."""

    DONE = "done"
    NOT_A_LEAD = "not_a_lead"
    NOT_THEIRS = "not_theirs"
    USERNAME_TAKEN = "username_taken"


@dataclass(frozen=True, slots=True)
class NewPerson:
    """Whom a lead invites."""

    username: str
    name: str
    title: str
    role: Role
    front_desk: bool = False


@dataclass(frozen=True, slots=True)
class Slip:
    """The printed slip, this once. `code` is empty when nobody was invited, and `taken` says why.

    `free` is a sign-in name to choose instead of one that is not free.
    """

    taken: Taken
    person_id: UUID | None = None
    code: str = ""
    expires_at: datetime | None = None
    free: str = ""


class Activated(StrEnum):
    """What taking up an invitation comes to. A wrong name, code or a late slip all get one answer."""

    DONE = "done"
    REFUSED = "refused"
    WAIT = "wait"


def new_slip_code() -> str:
    """A code to type from paper: 16 letters and digits in groups of four, 79 random bits."""
    letters = "".join(secrets.choice(ALPHABET) for _ in range(SLIP_LENGTH))
    return "-".join(letters[start : start + 4] for start in range(0, SLIP_LENGTH, 4))


def code_hash(code: str) -> str:
    """What a row keeps of a slip's code, however it was typed."""
    clean = "".join(letter for letter in code.upper() if letter.isalnum())
    return hashlib.sha256(b"activation\0" + clean.encode("utf-8")).hexdigest()


@transaction.atomic
def invite(actor: Actor, who: NewPerson, *, once: UUID | None = None) -> Slip:
    """Write a colleague down and make their slip. Only a lead may, and a lead only the head of service.

    The code is shown once and kept as a hash. AlreadyDone when the form with this one-time token was sent before.
    """
    if not actor.is_lead:
        return Slip(Taken.NOT_A_LEAD)
    if who.role not in may_invite(actor.role):
        return Slip(Taken.NOT_THEIRS)
    username = who.username.strip().casefold()
    if Person.objects.filter(username=username).exists():
        return Slip(Taken.USERNAME_TAKEN, free=free_username(username))
    person = add_person(actor.service_id, who, actor.now())
    slip = _new_slip(person, actor)
    _invited(actor, person, {"role": who.role.value}, once)
    return slip


def _invited(actor: Actor, person: Person, words: dict[str, str], once: UUID | None) -> None:
    record(
        service_id=actor.service_id,
        actor_id=actor.person_id,
        act=Act.person_invited,
        at=actor.now(),
        about=person.id,
        words=words,
        once=once,
    )


def free_username(wanted: str) -> str:
    """The first name like this one that nobody has, whoever has this one."""
    stem = wanted[: LONGEST_USERNAME - 4].rstrip("0123456789")
    taken = set(Person.objects.filter(username__startswith=stem).values_list("username", flat=True))
    return next(name for number in count(2) if (name := f"{stem}{number}") not in taken)


@transaction.atomic
def invite_again(actor: Actor, person_id: UUID, *, once: UUID | None = None) -> Slip:
    """A new slip for a colleague who has not used theirs; the old one stops working.

    AlreadyDone when the form with this one-time token was sent before.
    """
    person = Person.objects.filter(
        id=person_id, service_id=actor.service_id, state=PersonState.INVITED
    ).first()
    if not actor.is_lead or person is None:
        return Slip(Taken.NOT_A_LEAD)
    if Role(person.role) not in may_invite(actor.role):
        return Slip(Taken.NOT_THEIRS)
    Invitation.objects.filter(person=person).delete()
    slip = _new_slip(person, actor)
    _invited(actor, person, {"role": person.role, "again": "yes"}, once)
    return slip


def add_person(service_id: UUID, who: NewPerson, now: datetime) -> Person:
    """A row for a colleague who has no key yet."""
    forget_names()
    return Person.objects.create(
        id=new_id(),
        service_id=service_id,
        username=who.username.strip().casefold(),
        name=who.name.strip(),
        title=who.title.strip(),
        role=who.role,
        front_desk=who.front_desk,
        created_at=now,
    )


def _new_slip(person: Person, actor: Actor) -> Slip:
    code, expires = new_slip_code(), actor.now() + SLIP_LIFE
    Invitation.objects.create(
        person=person, code_hash=code_hash(code), expires_at=expires, invited_by=actor.person_id
    )
    return Slip(Taken.DONE, person.id, code, expires)


def activate(
    username: str, code: str, password: str, now: datetime, browser: Browser | None = None
) -> Activated:
    """Take up an invitation: the person's key pair is made, and waits for a lead's confirmation."""
    browser = browser or Browser()
    if attempts.minutes_to_wait(Step.PASSWORD, username, browser, None, now):
        return Activated.WAIT
    with transaction.atomic():
        invitation = (
            Invitation.objects.select_for_update()
            .select_related("person")
            .filter(person__username=username.strip().casefold(), person__state=PersonState.INVITED)
            .first()
        )
        if invitation is None or not _fits(invitation, code, now):
            attempts.note_failure(Step.PASSWORD, username, browser, None, now)
            return Activated.REFUSED
        _take_up(invitation, password, now)
    return Activated.DONE


def _fits(invitation: Invitation, code: str, now: datetime) -> bool:
    right = hmac.compare_digest(invitation.code_hash, code_hash(code))
    return right and invitation.used_at is None and now < invitation.expires_at


def _take_up(invitation: Invitation, password: str, now: datetime) -> None:
    person = invitation.person
    invitation.used_at = now
    invitation.save(update_fields=["used_at"])
    persons.create_pair(person.id, person.service_id, owner_kind(Role(person.role)), password)
    person.state = PersonState.WAITING
    person.save(update_fields=["state"])
    record(
        service_id=person.service_id, actor_id=person.id, act=Act.person_activated, at=now, about=person.id
    )


def owner_kind(role: Role) -> OwnerKind:
    """The kind of key pair that a role has."""
    return OwnerKind.volunteer if role == Role.VOLUNTEER else OwnerKind.worker


def groups_for(role: Role, front_desk: bool) -> tuple[Group, ...]:
    """The shared keys that come with a role: volunteers get none, whoever answers the phone gets the cards."""
    if role in LEADS:
        return (Group.leads, Group.staff, Group.front_desk)
    found = {Role.CASEWORKER: (Group.staff,), Role.ADMINISTRATOR: (Group.front_desk,)}.get(role, ())
    also_cards = front_desk and role != Role.VOLUNTEER and Group.front_desk not in found
    return (*found, Group.front_desk) if also_cards else found


@transaction.atomic
def confirm(actor: Actor, person_id: UUID, *, front_desk: bool | None = None) -> bool:
    """Sign a colleague's key after comparing the signs on both screens, and give what their role opens.

    False when the actor is no lead, or nobody of this service is waiting under this id.
    """
    person = (
        Person.objects.select_for_update()
        .filter(id=person_id, service_id=actor.service_id, state=PersonState.WAITING)
        .first()
    )
    if not actor.is_lead or person is None:
        return False
    person.front_desk = person.front_desk if front_desk is None else front_desk
    persons.sign_pair(actor.keyring, person.id)
    for group in groups_for(Role(person.role), person.front_desk):
        groups.add_member(actor.keyring, actor.service_id, group, person.id)
    person.state, person.confirmed_at, person.confirmed_by = PersonState.ACTIVE, actor.now(), actor.person_id
    person.save(update_fields=["front_desk", "state", "confirmed_at", "confirmed_by"])
    record(
        service_id=actor.service_id,
        actor_id=actor.person_id,
        act=Act.pair_signed,
        at=actor.now(),
        about=person.id,
    )
    return True
