"""The life of a sitting: begun half, opened, emptied after 15 idle minutes, deleted after 12 hours at most."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal
from uuid import UUID

from django.db import transaction
from django.db.models import F, Q

from inconfidence.audit.acts import Act
from inconfidence.audit.record import record
from inconfidence.policy.vocabulary import Role
from inconfidence.team.actions.keeping import plain_address
from inconfidence.team.actor import LONDON, Actor
from inconfidence.team.cookies import Browser, Issued, KeyHalf, hashed, keeper_for, random_value
from inconfidence.team.models import Device, Person, Sitting
from inconfidence.team.words import HALF_LIFE, IDLE, LONGEST, MOST_GUESSES, PersonState, SittingState
from inconfidence.vault import halves
from inconfidence.vault.ids import new_id
from inconfidence.vault.keyring import Keyring
from inconfidence.vault.sealed import CannotOpen

MINUTE = timedelta(minutes=1)


@dataclass(slots=True)
class Found:
    """The sitting that a request belongs to. `keyring` only when both halves were there and fitted."""

    row: Sitting
    keyring: Keyring | None = None

    @property
    def person(self) -> Person:
        """Whose sitting it is."""
        return self.row.person

    @property
    def state(self) -> SittingState:
        """Half, open or idle."""
        return SittingState(self.row.state)

    def actor(self) -> Actor | None:
        """The person as an actor: open, with keyring, and confirmed by a lead. Otherwise None."""
        person = self.person
        if self.state != SittingState.OPEN or self.keyring is None or person.state != PersonState.ACTIVE:
            return None
        return Actor(person.id, person.service_id, Role(person.role), person.name, self.keyring)


@dataclass(frozen=True, slots=True)
class Beginning:
    """What a new row is begun with beside the key."""

    state: SittingState
    now: datetime
    begun_at: datetime | None = None
    second_factor_at: datetime | None = None
    device: Device | None = None
    device_cookie: str = ""
    return_to: str = ""


def begin(person: Person, keyring: Keyring, how: Beginning) -> Issued:
    """Write a row with its stored half and return the browser's cookies. Old rows are the caller's to end."""
    row, cookie = new_id(), random_value()
    stored, secret = halves.split(keyring, _vault_state(how.state), row)
    half = KeyHalf(secret)
    Sitting.objects.create(
        id=row,
        cookie_hash=hashed(cookie),
        browser_check=half.check(),
        person=person,
        service_id=person.service_id,
        state=how.state,
        half=stored,
        begun_at=how.begun_at or how.now,
        last_active_at=how.now,
        second_factor_at=how.second_factor_at,
        device=how.device,
        return_to=plain_address(how.return_to)[:300],
    )
    keeper = keeper_for(person.id, person.service_id) if how.state == SittingState.OPEN else ""
    return Issued(cookie, half, how.device_cookie, keeper)


def _vault_state(state: SittingState) -> Literal["half", "open"]:
    return "half" if state == SittingState.HALF else "open"


def resume(browser: Browser, now: datetime) -> Found | None:
    """Find the sitting of a browser, ending or emptying what has run out. None = not signed in.

    A row whose browser shows no key cookie, or another one, is deleted: half of a sitting is no sitting.
    """
    if not browser.sitting:
        return None
    row = (
        Sitting.objects.select_related("person", "service")
        .filter(cookie_hash=hashed(browser.sitting))
        .first()
    )
    if row is None:
        return None
    if _over(row, now):
        end_over(row, now)
        return None
    if browser.half is None or browser.half.check() != row.browser_check:
        end(row.id)
        return None
    if row.state == SittingState.OPEN and now - row.last_active_at >= IDLE:
        empty(row, now)
    return Found(row) if row.state == SittingState.IDLE else _joined(row, browser.half)


def _over(row: Sitting, now: datetime) -> bool:
    if row.person.state not in {PersonState.WAITING, PersonState.ACTIVE}:
        return True
    longest = HALF_LIFE if row.state == SittingState.HALF else LONGEST
    return now - row.begun_at >= longest


def _joined(row: Sitting, half: KeyHalf) -> Found | None:
    if row.half is None:
        end(row.id)
        return None
    try:
        keyring = halves.join(
            row.half, half.take(), _vault_state(SittingState(row.state)), row.person_id, row.id
        )
    except CannotOpen:
        end(row.id)
        return None
    return Found(row, keyring)


def touch(row: Sitting, now: datetime) -> None:
    """Remember that the person was active; written at most once a minute."""
    if now - row.last_active_at >= MINUTE:
        Sitting.objects.filter(id=row.id, state=SittingState.OPEN).update(last_active_at=now)


@transaction.atomic
def empty(row: Sitting, now: datetime) -> None:
    """Take the key out of a sitting. The row stays bound to its browser; the password alone reopens it."""
    opened = Sitting.objects.filter(id=row.id, state=SittingState.OPEN)
    if opened.update(state=SittingState.IDLE, half=None):
        _note(row, Act.timed_out, now)
    row.state, row.half = SittingState.IDLE, None


@transaction.atomic
def end_over(row: Sitting, now: datetime) -> bool:
    """Delete a sitting whose time is over, and record it unless its emptying was recorded. False: it was gone."""
    if not Sitting.objects.filter(id=row.id).delete()[0]:
        return False
    if row.state != SittingState.IDLE:
        _note(row, Act.timed_out, now)
    return True


def _note(row: Sitting, act: Act, now: datetime) -> None:
    words = {"state": str(row.state)}
    person = row.person_id
    record(service_id=row.service_id, actor_id=person, act=act, at=now, about=person, words=words)


def count_guess(row: Sitting) -> int:
    """One more password is tried on an emptied sitting: which it is, before it is looked at; 0 when none is left."""
    left = Sitting.objects.filter(id=row.id, state=SittingState.IDLE, guesses__lt=MOST_GUESSES)
    if not left.update(guesses=F("guesses") + 1):
        return 0
    return Sitting.objects.filter(id=row.id).values_list("guesses", flat=True).first() or 0


@transaction.atomic
def stop_guesses(row: Sitting, now: datetime) -> None:
    """Delete an emptied sitting after too many wrong passwords; its browser must give the second factor again."""
    if row.device_id is not None:
        before = now.astimezone(LONDON).date() - timedelta(days=1)
        Device.objects.filter(id=row.device_id).update(second_factor_on=before)
    if Sitting.objects.filter(id=row.id).delete()[0]:
        _note(row, Act.guesses_stopped, now)


def empty_if_quiet(row: Sitting, now: datetime) -> bool:
    """Empty an open sitting when its browser says it is idle and nothing was heard here for nearly as long.

    Two minutes' grace: one for the minute in which activity is not written, one for clocks that drift.
    """
    quiet = row.state == SittingState.OPEN and now - row.last_active_at >= IDLE - 2 * MINUTE
    if quiet:
        empty(row, now)
    return quiet


def end(row_id: UUID) -> None:
    """Delete a sitting; from the next request on nobody is signed in there."""
    Sitting.objects.filter(id=row_id).delete()


def end_all(person_id: UUID, but: UUID | None = None) -> int:
    """End every sitting of a person, except one when named; returns how many."""
    rows = Sitting.objects.filter(person_id=person_id)
    return (rows.exclude(id=but) if but else rows).delete()[0]


def end_in_browser(browser: Browser) -> None:
    """End whatever this browser had before it is given something new."""
    if browser.sitting:
        Sitting.objects.filter(cookie_hash=hashed(browser.sitting)).delete()


@transaction.atomic
def sweep(now: datetime) -> int:
    """Empty what is idle and delete what is over, whether or not its browser ever comes back; returns how many.

    Each leaves the event that it leaves when its browser does come back.
    """
    over = Q(state=SittingState.HALF, begun_at__lte=now - HALF_LIFE) | Q(begun_at__lte=now - LONGEST)
    ended = sum(end_over(row, now) for row in Sitting.objects.filter(over))
    idle = list(Sitting.objects.filter(state=SittingState.OPEN, last_active_at__lte=now - IDLE))
    for row in idle:
        empty(row, now)
    return ended + len(idle)
