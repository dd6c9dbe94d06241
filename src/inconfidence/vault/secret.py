"""What holds a key in memory: it shows nothing of itself and cannot be copied, stored or compared."""

from typing import NoReturn
from uuid import UUID

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCMSIV

from inconfidence.vault.envelope import Profile, derive, receive, unseal


class Secret:
    """Base of everything that holds a key."""

    __slots__ = ()

    def __repr__(self) -> str:
        return f"<{type(self).__name__.lower()}>"

    def __reduce_ex__(self, protocol: object) -> NoReturn:
        raise TypeError("keys are neither copied nor pickled")

    def __getstate__(self) -> NoReturn:
        raise TypeError("keys are neither copied nor pickled")


class Holder(Secret):
    """The private half of a pair: a person's or a group's. Everything is derived from one root of 32 bytes."""

    __slots__ = ("_own", "_private", "_root", "pair_id")

    def __init__(self, pair_id: UUID, root: bytes) -> None:
        self.pair_id = pair_id
        self._root = root
        self._own: AESGCMSIV | None = None
        self._private: X25519PrivateKey | None = None

    def root(self) -> bytes:
        """The root, for sealing it again. Only the vault asks."""
        return self._root

    def private(self) -> X25519PrivateKey:
        """The key that opens what was given by HPKE."""
        if self._private is None:
            self._private = X25519PrivateKey.from_private_bytes(derive(self._root, "give"))
        return self._private

    def own(self) -> AESGCMSIV:
        """The holder's own symmetric key, under which a key is sealed again after its first opening."""
        if self._own is None:
            self._own = AESGCMSIV(derive(self._root, "own"))
        return self._own

    def signing(self) -> Ed25519PrivateKey:
        """The key with which a lead vouches for another's public half."""
        return Ed25519PrivateKey.from_private_bytes(derive(self._root, "sign"))

    def public(self) -> bytes:
        """The public half (32 bytes)."""
        return self.private().public_key().public_bytes_raw()

    def verifying(self) -> bytes:
        """The public half of the signing key (32 bytes)."""
        return self.signing().public_key().public_bytes_raw()

    def open_given(self, profile: Profile, raw: bytes, bound: bytes) -> bytes:
        """Open what was given to this holder."""
        return receive(self.private(), profile, raw, bound)

    def open_own(self, profile: Profile, raw: bytes, bound: bytes) -> bytes:
        """Open what this holder sealed again."""
        return unseal(self.own(), profile, raw, bound)
