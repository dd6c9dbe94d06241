"""The second factor: a code from a phone or desk computer, or the next code of a printed sheet.

Secrets are sealed under the host's key folder, never under the person's own key, so that giving somebody a new
key can never give away their second factor with it (vault-notes 1, dangers 2 to 4).
"""

import hashlib
import hmac
import secrets
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from django.db import transaction

from inconfidence.audit.acts import Act
from inconfidence.audit.record import record
from inconfidence.team import totp
from inconfidence.team.actor import Actor
from inconfidence.team.models import CodeSheet, Device, Person, UsedCode
from inconfidence.team.words import PersonState
from inconfidence.vault import host
from inconfidence.vault.ids import ALPHABET, new_id
from inconfidence.vault.sealed import Place, Sealed

CODES = 60
LENGTH = 6
PURPOSE = "second-factor"


class CodeAnswer(StrEnum):
    """What a typed code comes to."""

    RIGHT = "right"
    WRONG = "wrong"
    REPLAYED = "replayed"


@dataclass(frozen=True, slots=True)
class PrintedSheet:
    """A sheet as it is printed, this once: the codes in order, number 1 first."""

    codes: tuple[str, ...]


def has_second_factor(person: Person) -> bool:
    """Whether this person has set up a phone or been given a sheet."""
    return person.totp is not None or CodeSheet.objects.filter(person=person).exists()


def _place(person: Person, column: str, version: int) -> Place:
    return Place("team_person", column, person.id, version)


def _seal(person: Person, column: str, version: int, secret: bytes) -> Sealed:
    return host.seal_for_host(PURPOSE, _place(person, column, version), {"secret": secret.hex()})


def _open(person: Person, column: str, version: int, sealed: Sealed) -> bytes:
    opened = host.open_for_host(PURPOSE, _place(person, column, version), sealed)
    return bytes.fromhex(str(opened["secret"]))


def secret_of(person: Person) -> bytes:
    """The secret of a person's phone. Raises LookupError when there is none."""
    if person.totp is None:
        raise LookupError("this person has no phone set up")
    return _open(person, "totp", person.factor_version, person.totp)


@transaction.atomic
def begin_phone(person_id: UUID) -> bytes:
    """The secret that this person is about to put on a phone; the same one until it is confirmed.

    It is sealed from its first moment: enrolment holds nothing in clear.
    """
    person = Person.objects.select_for_update().get(id=person_id)
    if person.pending_totp is not None:
        return _open(person, "pending_totp", person.pending_version, person.pending_totp)
    secret = totp.new_secret()
    person.pending_version += 1
    person.pending_totp = _seal(person, "pending_totp", person.pending_version, secret)
    person.save(update_fields=["pending_version", "pending_totp"])
    return secret


@transaction.atomic
def confirm_phone(person_id: UUID, typed: str, now: datetime) -> CodeAnswer:
    """Make the pending secret the person's own when its code is right. The code counts as used."""
    person = Person.objects.select_for_update().get(id=person_id)
    if person.pending_totp is None:
        return CodeAnswer.WRONG
    secret = _open(person, "pending_totp", person.pending_version, person.pending_totp)
    step = totp.matching_step(secret, typed, now)
    if step is None:
        return CodeAnswer.WRONG
    _keep_phone(person, secret, step)
    record(
        service_id=person.service_id,
        actor_id=person.id,
        act=Act.second_step_enrolled,
        at=now,
        about=person.id,
    )
    return CodeAnswer.RIGHT


def _keep_phone(person: Person, secret: bytes, last_step: int) -> None:
    person.factor_version += 1
    person.totp = _seal(person, "totp", person.factor_version, secret)
    person.pending_totp, person.last_totp_step = None, last_step
    person.save(update_fields=["factor_version", "totp", "pending_totp", "last_totp_step"])
    Device.objects.filter(person=person).delete()


@transaction.atomic
def enrol_totp(person_id: UUID, secret: bytes, now: datetime) -> bool:
    """Give a demonstration account a known secret. Refused (False) for everybody else."""
    person = Person.objects.select_for_update().select_related("service").get(id=person_id)
    if not person.service.demonstration:
        return False
    _keep_phone(person, secret, -1)
    record(
        service_id=person.service_id,
        actor_id=person.id,
        act=Act.second_step_enrolled,
        at=now,
        about=person.id,
    )
    return True


@transaction.atomic
def print_sheet(person_id: UUID, by: UUID, now: datetime) -> PrintedSheet:
    """Make a new sheet of numbered codes; the old one stops working. Shown once, kept as sealed hashes."""
    person = Person.objects.select_for_update().get(id=person_id)
    CodeSheet.objects.filter(person=person).delete()
    sheet_id = new_id()
    codes = tuple("".join(secrets.choice(ALPHABET) for _ in range(LENGTH)) for _ in range(CODES))
    hashes = {str(number): _code_hash(sheet_id, number, code) for number, code in enumerate(codes, 1)}
    CodeSheet.objects.create(
        id=sheet_id,
        person=person,
        printed_at=now,
        printed_by=by,
        hashes=host.seal_for_host(PURPOSE, Place("team_codesheet", "hashes", sheet_id, 1), hashes),
        asking=1 + secrets.randbelow(CODES),
    )
    Device.objects.filter(person=person).delete()
    record(service_id=person.service_id, actor_id=by, act=Act.codes_printed, at=now, about=person.id)
    return PrintedSheet(codes)


def print_sheet_for(actor: Actor, person_id: UUID) -> PrintedSheet | None:
    """A lead prints a new sheet for a colleague of their own service; None for anybody else."""
    theirs = Person.objects.filter(id=person_id, service_id=actor.service_id).exclude(state=PersonState.ENDED)
    if not actor.is_lead or not theirs.exists():
        return None
    return print_sheet(person_id, actor.person_id, actor.now())


def _code_hash(sheet_id: UUID, number: int, code: str) -> str:
    return hashlib.sha256(f"{sheet_id.hex}:{number}:{code}".encode()).hexdigest()


def check_phone(person: Person, typed: str, now: datetime) -> CodeAnswer:
    """Check a phone's code. `person` must be locked: the last step that was accepted is the replay guard."""
    if person.totp is None:
        return CodeAnswer.WRONG
    step = totp.matching_step(secret_of(person), typed, now)
    if step is None:
        return CodeAnswer.WRONG
    if step <= person.last_totp_step:
        return CodeAnswer.REPLAYED
    person.last_totp_step = step
    person.save(update_fields=["last_totp_step"])
    return CodeAnswer.RIGHT


def check_sheet(person: Person, typed: str, now: datetime) -> CodeAnswer:
    """Check the code of the number that was asked for. `person` must be locked."""
    sheet = CodeSheet.objects.filter(person=person).first()
    if sheet is None:
        return CodeAnswer.WRONG
    opened = host.open_for_host(PURPOSE, Place("team_codesheet", "hashes", sheet.id, 1), sheet.hashes)
    clean = "".join(typed.split()).replace("-", "").upper()
    if not _matches(opened, sheet.id, sheet.asking, clean):
        used = sheet.used.values_list("number", flat=True)
        replayed = any(_matches(opened, sheet.id, number, clean) for number in used)
        return CodeAnswer.REPLAYED if replayed else CodeAnswer.WRONG
    UsedCode.objects.create(sheet=sheet, number=sheet.asking, used_at=now)
    _ask_for_another(sheet)
    return CodeAnswer.RIGHT


def _matches(hashes: dict[str, object], sheet_id: UUID, number: int, code: str) -> bool:
    return hmac.compare_digest(str(hashes.get(str(number), "")), _code_hash(sheet_id, number, code))


def _ask_for_another(sheet: CodeSheet) -> None:
    used = set(sheet.used.values_list("number", flat=True))
    left = [number for number in range(1, CODES + 1) if number not in used]
    sheet.asking = secrets.choice(left) if left else 0
    sheet.save(update_fields=["asking"])
