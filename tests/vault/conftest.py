"""A service with a first lead, a worker and a volunteer, all with open keys and none with a password."""

from uuid import UUID

import pytest

from inconfidence.vault.ids import new_id
from inconfidence.vault.keyring import Keyring
from inconfidence.vault.sealed import Place
from inconfidence.vault.words import Group, OwnerKind
from tests.vault.keys import first_lead, keyring_for


@pytest.fixture
def service() -> UUID:
    return new_id()


@pytest.fixture
def lead(db: None, service: UUID) -> Keyring:
    """The first lead: a member of all groups."""
    return first_lead(service)


@pytest.fixture
def worker(lead: Keyring, service: UUID) -> Keyring:
    """A caseworker, in the group of the staff."""
    return keyring_for(new_id(), service, Group.staff)


@pytest.fixture
def volunteer(lead: Keyring, service: UUID) -> Keyring:
    """A volunteer, in no group."""
    return keyring_for(new_id(), service, kind=OwnerKind.volunteer)


@pytest.fixture
def stranger(db: None) -> Keyring:
    """A lead of another service."""
    return keyring_for(new_id(), new_id(), Group.leads, Group.staff)


@pytest.fixture
def place() -> Place:
    return Place("cases_item", "record", new_id(), 1)
