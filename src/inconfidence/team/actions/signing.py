"""Signing in, reopening, signing out, changing the password. What happened is returned, never raised."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from django.db import transaction

from inconfidence.audit.acts import Act
from inconfidence.audit.record import record
from inconfidence.policy.vocabulary import Role
from inconfidence.team.actions import attempts, keeping, sittings
from inconfidence.team.actions.second_step import CodeAnswer, check_phone, check_sheet, has_second_factor
from inconfidence.team.actor import LONDON, Actor
from inconfidence.team.cookies import Browser, Issued, hashed, random_value
from inconfidence.team.models import Device, Person, Sitting
from inconfidence.team.words import MOST_GUESSES, PersonState, SittingState, Step
from inconfidence.vault import persons
from inconfidence.vault.keyring import Keyring
from inconfidence.vault.sealed import CannotOpen


class Result(StrEnum):
    """What an attempt to sign in comes to."""

    WRONG = "wrong"
    WAIT = "wait"
    REPLAYED = "replayed"
    SECOND = "second"
    ENROL = "enrol"
    OPEN = "open"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class SignedIn:
    """The answer to an attempt: what comes next, the new cookies, where the person wanted to go."""

    result: Result
    issued: Issued | None = None
    minutes: int = 0
    return_to: str = ""


def sign_in(username: str, password: str, browser: Browser, now: datetime, return_to: str = "") -> SignedIn:
    """The password. Right: a half sitting, or an open one where the second factor was given here today.

    An unknown, ended or not yet activated name costs the same derivation and gets the same answer.
    """
    person = Person.objects.filter(username=username.strip().casefold()).first()
    device = attempts.known_device(person, browser)
    if minutes := attempts.minutes_to_wait(Step.PASSWORD, username, browser, device, now):
        return SignedIn(Result.WAIT, minutes=minutes)
    may = person is not None and person.state in {PersonState.WAITING, PersonState.ACTIVE}
    keyring = _unlock(person.id if person and may else None, password)
    if person is None or keyring is None:
        _refused(person, username, browser, device, now)
        return SignedIn(Result.WRONG)
    return _password_was_right(person, keyring, browser, device, now, return_to)


def tidy(now: datetime) -> int:
    """Empty, end and forget what has run out; done at every sign-in and by `work`. Returns how many rows."""
    return sittings.sweep(now) + attempts.forget_old(now)


def _unlock(person_id: UUID | None, password: str) -> Keyring | None:
    # An altered seal has raised its alarm; whoever signs in meets the same answer as for a wrong password.
    try:
        return persons.unlock(person_id, password)
    except CannotOpen:
        return None


@transaction.atomic
def _refused(
    person: Person | None, username: str, browser: Browser, device: Device | None, now: datetime
) -> None:
    attempts.note_failure(Step.PASSWORD, username, browser, device, now)
    if person is not None:
        _note(person, Act.sign_in_failed, now)


def _note(person: Person, act: Act, now: datetime) -> None:
    record(service_id=person.service_id, actor_id=person.id, act=act, at=now, about=person.id)


@transaction.atomic
def _password_was_right(
    person: Person, keyring: Keyring, browser: Browser, device: Device | None, now: datetime, return_to: str
) -> SignedIn:
    sittings.end_in_browser(browser)
    tidy(now)
    enrolled = has_second_factor(person)
    if device and enrolled and device.second_factor_on == now.astimezone(LONDON).date():
        how = sittings.Beginning(SittingState.OPEN, now, second_factor_at=now, device=device)
        issued = sittings.begin(person, keyring, how)
        _note(person, Act.signed_in, now)
        return SignedIn(Result.OPEN, issued, return_to=_way_back(person, keyring, return_to))
    issued = sittings.begin(person, keyring, sittings.Beginning(SittingState.HALF, now, return_to=return_to))
    return SignedIn(Result.SECOND if enrolled else Result.ENROL, issued)


def give_code(found: sittings.Found, typed: str, browser: Browser, now: datetime, *, sheet: bool) -> SignedIn:
    """The second factor. Right: the row and both cookies are made anew, and this device is known for today."""
    person = found.person
    device = attempts.known_device(person, browser)
    if minutes := attempts.minutes_to_wait(Step.SECOND, person.username, browser, device, now):
        return SignedIn(Result.WAIT, minutes=minutes)
    with transaction.atomic():
        locked = Person.objects.select_for_update().get(id=person.id)
        answer = check_sheet(locked, typed, now) if sheet else check_phone(locked, typed, now)
        if answer == CodeAnswer.RIGHT:
            return open_fully(found, browser, now)
        attempts.note_failure(Step.SECOND, person.username, browser, device, now)
        replayed = answer == CodeAnswer.REPLAYED
        _note(person, Act.code_replayed if replayed else Act.second_step_failed, now)
    return SignedIn(Result.REPLAYED if replayed else Result.WRONG)


@transaction.atomic
def open_fully(found: sittings.Found, browser: Browser, now: datetime) -> SignedIn:
    """Turn a half sitting into an open one; the caller has checked or enrolled the second factor."""
    if found.state != SittingState.HALF or found.keyring is None:
        return SignedIn(Result.GONE)
    # One of two requests at once with the same half sitting finds nothing to delete, and stops.
    if not Sitting.objects.filter(id=found.row.id).delete()[0]:
        return SignedIn(Result.GONE)
    cookie = browser.device or random_value()
    today = now.astimezone(LONDON).date()
    device, _ = Device.objects.update_or_create(
        person=found.person, cookie_hash=hashed(cookie), defaults={"second_factor_on": today}
    )
    how = sittings.Beginning(
        SittingState.OPEN,
        now,
        second_factor_at=now,
        device=device,
        device_cookie=cookie,
    )
    issued = sittings.begin(found.person, found.keyring, how)
    _note(found.person, Act.signed_in, now)
    return SignedIn(
        Result.OPEN, issued, return_to=_way_back(found.person, found.keyring, found.row.return_to)
    )


@transaction.atomic
def note(actor: Actor, act: Act) -> None:
    """Record something that happened to a person's form: sent twice, or out of date."""
    record(service_id=actor.service_id, actor_id=actor.person_id, act=act, at=actor.now())


def _way_back(person: Person, keyring: Keyring, address: str) -> str:
    """Where the person wanted to go, with the form that was kept there."""
    if person.state != PersonState.ACTIVE:
        return ""
    actor = Actor(person.id, person.service_id, Role(person.role), person.name, keyring)
    return keeping.with_newest(actor, address or "/")


def reopen(
    found: sittings.Found, password: str, browser: Browser, now: datetime, return_to: str = "/"
) -> SignedIn:
    """The password alone reopens an emptied sitting; on a new day the second factor is asked again.

    Wrong passwords make it wait as they do at sign-in, and after the tenth the sitting is gone: both factors then.
    """
    person, device = found.person, found.row.device
    if minutes := attempts.minutes_to_wait(Step.PASSWORD, person.username, browser, device, now):
        return SignedIn(Result.WAIT, minutes=minutes)
    # Counted before it is tried, so that many at once are no more than one after another.
    guess = sittings.count_guess(found.row)
    if not guess:
        return SignedIn(Result.GONE)
    keyring = _unlock(person.id, password)
    if keyring is None:
        _refused(person, person.username, browser, device, now)
        if guess < MOST_GUESSES:
            return SignedIn(Result.WRONG)
        sittings.stop_guesses(found.row, now)
        return SignedIn(Result.GONE)
    with transaction.atomic():
        if not Sitting.objects.filter(id=found.row.id, state=SittingState.IDLE).delete()[0]:
            return SignedIn(Result.GONE)
        return _reopened(found, keyring, now, return_to)


def _reopened(found: sittings.Found, keyring: Keyring, now: datetime, return_to: str) -> SignedIn:
    row, given = found.row, found.row.second_factor_at
    if given is None or given.astimezone(LONDON).date() != now.astimezone(LONDON).date():
        half = sittings.Beginning(SittingState.HALF, now, return_to=return_to)
        return SignedIn(Result.SECOND, sittings.begin(found.person, keyring, half))
    how = sittings.Beginning(SittingState.OPEN, now, row.begun_at, given, row.device)
    issued = sittings.begin(found.person, keyring, how)
    _note(found.person, Act.reopened, now)
    return SignedIn(Result.OPEN, issued, return_to=_way_back(found.person, keyring, return_to))


def own_password(actor: Actor, password: str, browser: Browser) -> bool:
    """Whether this is the actor's own password, asked before something that changes how anybody signs in."""
    if _unlock(actor.person_id, password) is not None:
        return True
    person = Person.objects.get(id=actor.person_id)
    _refused(person, person.username, browser, attempts.known_device(person, browser), actor.now())
    return False


@transaction.atomic
def sign_out(found: sittings.Found, now: datetime) -> None:
    """End this browser's sitting."""
    sittings.end(found.row.id)
    _note(found.person, Act.signed_out, now)


def change_password(actor: Actor, sitting_id: UUID, old: str, new: str) -> bool:
    """Seal the person's key under a new password and end their sittings elsewhere. False: the old one was wrong."""
    with transaction.atomic():
        if not persons.change_password(actor.keyring, old, new):
            return False
        sittings.end_all(actor.person_id, but=sitting_id)
        record(
            service_id=actor.service_id,
            actor_id=actor.person_id,
            act=Act.password_changed,
            at=actor.now(),
            about=actor.person_id,
        )
    return True
