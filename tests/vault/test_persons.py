"""People's pairs: made, opened, vouched for, revoked."""

import threading
from uuid import UUID

import pytest
from django.db import IntegrityError, transaction
from pytest_django.fixtures import Settings

from inconfidence.vault import groups, passwords, persons, subjects
from inconfidence.vault.ids import new_id
from inconfidence.vault.keyring import Keyring
from inconfidence.vault.models import PersonKey
from inconfidence.vault.persons import OwnerKind
from inconfidence.vault.sealed import CannotOpen, CannotSeal, Sealed
from inconfidence.vault.trust import AlreadyAnchored
from inconfidence.vault.words import Group, Kind
from tests.vault.keys import active_pair, keyring_for

PASSWORD = "correct horse battery"

pytestmark = pytest.mark.django_db


@pytest.fixture
def owner(lead: Keyring, service: UUID) -> UUID:
    """A person who has just made a pair."""
    found = new_id()
    persons.create_pair(found, service, OwnerKind.worker, PASSWORD)
    return found


def test_the_password_opens_the_keyring(owner: UUID, service: UUID) -> None:
    keyring = persons.unlock(owner, PASSWORD)
    assert keyring is not None
    assert (keyring.owner, keyring.service_id, keyring.kind) == (owner, service, OwnerKind.worker)
    assert keyring.public() == bytes(active_pair(owner).public)
    assert persons.unlock(owner, "another password") is None


def test_no_hash_of_the_password_exists(owner: UUID) -> None:
    row = active_pair(owner)
    stored = [
        bytes(value.raw) if isinstance(value, Sealed) else repr(value).encode()
        for value in vars(row).values()
    ]
    assert not any(PASSWORD.encode() in value for value in stored)
    assert "password" not in {field.name for field in PersonKey._meta.fields}


@pytest.mark.parametrize("unknown", ["nobody", "no pair"])
def test_nobody_costs_the_same(unknown: str) -> None:
    done: list[object] = []
    asked = None if unknown == "nobody" else new_id()
    passwords.cost_here()
    with passwords.GATE:
        thread = threading.Thread(target=lambda: done.append(persons_spend(asked)))
        thread.start()
        thread.join(0.1)
        assert done == []
    thread.join(5)
    assert done == [None]


def persons_spend(asked: UUID | None) -> object:
    from django.db import connection

    try:
        return persons.unlock(asked, PASSWORD)
    finally:
        connection.close()


def test_an_altered_private_half_does_not_open(owner: UUID) -> None:
    row = active_pair(owner)
    raw = row.private.raw
    PersonKey.objects.filter(id=row.id).update(private=Sealed(raw[:-1] + bytes([raw[-1] ^ 1])))
    with pytest.raises(CannotOpen):
        persons.unlock(owner, PASSWORD)


def test_a_private_half_does_not_open_in_another_row(owner: UUID, service: UUID) -> None:
    other = new_id()
    persons.create_pair(other, service, OwnerKind.worker, "another password")
    PersonKey.objects.filter(owner=other).update(private=active_pair(owner).private)
    with pytest.raises(CannotOpen):
        persons.unlock(other, PASSWORD)


def test_a_pair_without_a_private_half_does_not_open(owner: UUID) -> None:
    PersonKey.objects.filter(owner=owner).update(private=None)
    with pytest.raises(CannotOpen):
        persons.unlock(owner, PASSWORD)


def test_the_cost_is_raised_at_sign_in(owner: UUID, settings: Settings) -> None:
    before = active_pair(owner)
    settings.ARGON2_MEMORY_KIB = 256
    keyring = persons.unlock(owner, PASSWORD)
    after = active_pair(owner)
    assert keyring is not None
    assert (before.version, after.version) == (1, 2)
    again = persons.unlock(owner, PASSWORD)
    assert again is not None
    assert again.root() == keyring.root()
    assert active_pair(owner).version == 2


def test_change_of_password(owner: UUID) -> None:
    keyring = persons.unlock(owner, PASSWORD)
    assert keyring is not None
    assert not persons.change_password(keyring, "not the old one", "a new long password")
    assert persons.change_password(keyring, PASSWORD, "a new long password")
    assert persons.unlock(owner, PASSWORD) is None
    again = persons.unlock(owner, "a new long password")
    assert again is not None
    assert again.root() == keyring.root()


def test_no_change_of_password_with_a_revoked_pair(owner: UUID, service: UUID) -> None:
    keyring = persons.unlock(owner, PASSWORD)
    assert keyring is not None
    persons.revoke(owner)
    assert not persons.change_password(keyring, PASSWORD, "a new long password")
    persons.create_pair(owner, service, OwnerKind.worker, PASSWORD)
    assert not persons.change_password(keyring, PASSWORD, "a new long password")


def test_one_active_pair(owner: UUID, service: UUID) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        persons.create_pair(owner, service, OwnerKind.worker, PASSWORD)


def test_a_lead_vouches(owner: UUID, lead: Keyring) -> None:
    assert not persons.is_signed(owner)
    persons.sign_pair(lead, owner)
    assert persons.is_signed(owner)
    assert not persons.is_signed(new_id())


def test_the_fingerprint_can_be_compared(owner: UUID) -> None:
    shown = persons.fingerprint(owner)
    assert len(shown.split()) == 8
    assert shown == persons.fingerprint(owner)
    assert persons.fingerprint(new_id()) == ""


def test_only_a_lead_of_the_service_vouches(owner: UUID, worker: Keyring, stranger: Keyring) -> None:
    for signer in (worker, stranger):
        with pytest.raises(CannotSeal):
            persons.sign_pair(signer, owner)
    with pytest.raises(CannotSeal):
        persons.sign_pair(stranger, new_id())
    assert not persons.is_signed(owner)


def test_a_second_lead_vouches_too(owner: UUID, lead: Keyring, service: UUID) -> None:
    second = keyring_for(new_id(), service, Group.leads)
    persons.sign_pair(second, owner)
    assert persons.is_signed(owner)
    persons.revoke(second.owner)
    assert persons.is_signed(owner), "what was signed while here still stands"


def test_who_has_left_the_leads_vouches_no_more(owner: UUID, lead: Keyring, service: UUID) -> None:
    second = keyring_for(new_id(), service, Group.leads)
    groups.remove_member(service, Group.leads, second.owner)
    with pytest.raises(CannotSeal):
        persons.sign_pair(second, owner)
    third = keyring_for(new_id(), service, Group.leads)
    persons.revoke(third.owner)
    with pytest.raises(CannotSeal):
        persons.sign_pair(third, owner)


def test_the_first_lead_is_anchored_once(lead: Keyring, service: UUID) -> None:
    with pytest.raises(AlreadyAnchored):
        persons.anchor_first_lead(keyring_for(new_id(), service), service)
    with pytest.raises(CannotSeal):
        persons.anchor_first_lead(lead, new_id())


def test_a_first_lead_with_a_password(settings: Settings) -> None:
    service, owner = new_id(), new_id()
    keyring = persons.create_pair(owner, service, OwnerKind.worker, PASSWORD)
    shown = persons.anchor_first_lead(keyring, service)
    assert shown == persons.fingerprint(owner)
    assert persons.is_signed(owner)
    other = new_id()
    persons.create_pair(other, service, OwnerKind.worker, PASSWORD)
    persons.sign_pair(keyring, other)
    assert persons.is_signed(other), "the first lead vouches before there are groups"


def test_revoking_ends_everything_at_once(worker: Keyring, service: UUID) -> None:
    case = new_id()
    subjects.begin(Kind.case, case, service, people=[worker.owner], groups=[Group.leads])
    persons.revoke(worker.owner)
    assert not persons.is_signed(worker.owner)
    assert not subjects.held(worker, Kind.case).exists()
    with pytest.raises(CannotOpen):
        subjects.open_key(worker, Kind.case, case)
    worker.groups = None
    assert groups.opened(worker) == {}
    with pytest.raises(CannotSeal):
        subjects.begin(Kind.case, new_id(), service, people=[worker.owner], groups=[])


def test_a_new_pair_after_revoking(owner: UUID, lead: Keyring, service: UUID) -> None:
    persons.revoke(owner)
    assert persons.unlock(owner, PASSWORD) is None
    persons.create_pair(owner, service, OwnerKind.worker, "a new long password")
    persons.sign_pair(lead, owner)
    assert persons.is_signed(owner)
    assert persons.unlock(owner, "a new long password") is not None
