"""A sitting's two halves: one in the row, one in the browser. Neither opens anything alone."""

import os
from typing import Literal
from uuid import UUID

from cryptography.hazmat.primitives.ciphers.aead import AESGCMSIV

from inconfidence.vault.envelope import KEY_BYTES, Profile, derive, seal, unseal
from inconfidence.vault.host import unwrap_sitting, wrap_sitting
from inconfidence.vault.keyring import Keyring
from inconfidence.vault.sealed import Sealed
from inconfidence.vault.words import OwnerKind

State = Literal["half", "open"]


def _bound(state: State, owner: UUID, row: UUID) -> bytes:
    return f"sitting\0{state}\0".encode() + owner.bytes + row.bytes


def _cipher(secret: bytes, row: UUID) -> AESGCMSIV:
    return AESGCMSIV(derive(secret, f"sitting/{row}"))


def split(keyring: Keyring, state: State, row: UUID) -> tuple[Sealed, bytes]:
    """Seal the keyring for one sitting's row, under a new secret of 32 bytes that only the browser keeps.

    `half` (password given, second factor not yet) never opens as `open`.
    """
    secret = os.urandom(KEY_BYTES)
    bound = _bound(state, keyring.owner, row)
    data = keyring.root() + keyring.pair_id.bytes + keyring.service_id.bytes + keyring.kind.encode()
    return wrap_sitting(seal(_cipher(secret, row), Profile.HALF, 0, data, bound), bound), secret


def join(stored: Sealed, secret: bytes, state: State, owner: UUID, row: UUID) -> Keyring:
    """The keyring of a sitting. CannotOpen for another secret, state, person or row, or a sitting key that is gone."""
    bound = _bound(state, owner, row)
    data = unseal(_cipher(secret, row), Profile.HALF, unwrap_sitting(stored.raw, bound), bound)
    kind = OwnerKind(data[64:].decode())
    return Keyring(UUID(bytes=data[32:48]), data[:32], owner, UUID(bytes=data[48:64]), kind)
