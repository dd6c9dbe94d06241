"""Two halves of a sitting: neither opens anything alone, anywhere else, or in another state."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
import time_machine

from inconfidence.vault import halves
from inconfidence.vault.halves import State
from inconfidence.vault.ids import new_id
from inconfidence.vault.keyring import Keyring
from inconfidence.vault.sealed import CannotOpen, Sealed
from inconfidence.vault.words import OwnerKind

MORNING = datetime(2026, 11, 20, 8, 0, tzinfo=UTC)


@pytest.fixture
def keyring() -> Keyring:
    return Keyring.fresh(new_id(), new_id(), OwnerKind.volunteer)


@pytest.mark.parametrize("state", ["half", "open"])
def test_both_halves_make_the_keyring(keyring: Keyring, state: State) -> None:
    row = new_id()
    stored, secret = halves.split(keyring, state, row)
    joined = halves.join(stored, secret, state, keyring.owner, row)
    assert joined.root() == keyring.root()
    assert (joined.owner, joined.pair_id, joined.service_id, joined.kind) == (
        keyring.owner,
        keyring.pair_id,
        keyring.service_id,
        OwnerKind.volunteer,
    )
    assert len(secret) == 32
    assert keyring.root() not in stored.raw


def test_anything_else_opens_nothing(keyring: Keyring) -> None:
    row, owner = new_id(), keyring.owner
    stored, secret = halves.split(keyring, "half", row)
    other_stored, other_secret = halves.split(keyring, "half", row)
    attempts: list[tuple[Sealed, bytes, State, UUID, UUID]] = [
        (stored, other_secret, "half", owner, row),
        (other_stored, secret, "half", owner, row),
        (stored, b"", "half", owner, row),
        (stored, secret, "open", owner, row),
        (stored, secret, "half", new_id(), row),
        (stored, secret, "half", owner, new_id()),
    ]
    for attempt in attempts:
        with pytest.raises(CannotOpen):
            halves.join(*attempt)


def test_flip_any_byte(keyring: Keyring) -> None:
    row = new_id()
    stored, secret = halves.split(keyring, "open", row)
    for at in range(3, len(stored.raw)):
        altered = Sealed(stored.raw[:at] + bytes([stored.raw[at] ^ 1]) + stored.raw[at + 1 :])
        with pytest.raises(CannotOpen):
            halves.join(altered, secret, "open", keyring.owner, row)


def test_both_halves_from_an_old_backup_open_nothing(keyring: Keyring) -> None:
    row = new_id()
    with time_machine.travel(MORNING, tick=False):
        stored, secret = halves.split(keyring, "open", row)
    with time_machine.travel(MORNING + timedelta(hours=24), tick=False):
        halves.split(keyring, "open", new_id())
        assert halves.join(stored, secret, "open", keyring.owner, row).owner == keyring.owner
    with time_machine.travel(MORNING + timedelta(hours=36), tick=False), pytest.raises(CannotOpen):
        halves.join(stored, secret, "open", keyring.owner, row)
