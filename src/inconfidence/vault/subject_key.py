"""The opened key of one case or card."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from cryptography.hazmat.primitives.ciphers.aead import AESGCMSIV

from inconfidence.vault.envelope import (
    Profile,
    as_bytes,
    as_record,
    number_of,
    padded,
    seal,
    seal_large,
    unpad,
    unseal,
)
from inconfidence.vault.sealed import Place, Sealed, cannot_open
from inconfidence.vault.secret import Secret
from inconfidence.vault.words import Kind


class SubjectKey(Secret):
    """Seals and opens the records of one case or card, of every generation up to the one in force when opened."""

    __slots__ = ("_ciphers", "_keys", "generation", "kind", "service_id", "subject_id")

    def __init__(
        self, kind: Kind, subject_id: UUID, service_id: UUID, generation: int, keys: Mapping[int, bytes]
    ) -> None:
        self.kind = kind
        self.subject_id = subject_id
        self.service_id = service_id
        self.generation = generation
        self._keys = dict(keys)
        self._ciphers: dict[int, AESGCMSIV] = {}

    def key(self) -> bytes:
        """The key in force (32 bytes). Only the vault asks."""
        return self._keys[self.generation]

    def keys(self) -> dict[int, bytes]:
        """The keys of all generations. Only the vault asks."""
        return dict(self._keys)

    def add(self, generation: int, key: bytes) -> None:
        """Add the key of an earlier generation."""
        self._keys[generation] = key

    def cipher(self, generation: int) -> AESGCMSIV:
        """The cipher of a generation; CannotOpen for one that this key does not have."""
        known = self._ciphers.get(generation)
        if known is None:
            if generation not in self._keys:
                raise cannot_open()
            known = self._ciphers[generation] = AESGCMSIV(self._keys[generation])
        return known

    def _seal(self, profile: Profile, data: bytes, place: Place) -> bytes:
        bound = place.bound(self.service_id)
        return seal(self.cipher(self.generation), profile, self.generation, data, bound)

    def _unseal(self, profile: Profile, raw: bytes, place: Place) -> bytes:
        cipher = self.cipher(number_of(profile, raw))
        return unseal(cipher, profile, raw, place.bound(self.service_id))

    def seal(self, place: Place, payload: Mapping[str, object]) -> Sealed:
        """Seal one row's record as padded JSON."""
        return Sealed(self._seal(Profile.RECORD, as_bytes(payload), place))

    def open(self, place: Place, sealed: Sealed) -> dict[str, Any]:
        """Open one row's record. CannotOpen when altered, moved, or of another case or version."""
        return as_record(self._unseal(Profile.RECORD, sealed.raw, place))

    def seal_bytes(self, place: Place, data: bytes) -> bytes:
        """Seal a file's bytes, padded."""
        cipher, bound = self.cipher(self.generation), place.bound(self.service_id)
        return seal_large(cipher, Profile.FILE, self.generation, padded(data), bound)

    def open_bytes(self, place: Place, raw: bytes) -> bytes:
        """Open what `seal_bytes` sealed; CannotOpen otherwise."""
        return unpad(self._unseal(Profile.FILE, raw, place))
