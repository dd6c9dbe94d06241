"""The form of every ciphertext: magic, version, profile, number, then what the profile says.

Symmetric profiles are AES-256-GCM-SIV, giving is HPKE (X25519, HKDF-SHA256, AES-256-GCM); both from
`cryptography`. The header is part of the associated data, so that no byte of it can be changed either.
"""

import json
import os
from collections.abc import Mapping
from datetime import date
from enum import IntEnum
from typing import Any
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCMSIV
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from inconfidence.vault.sealed import MAGIC, cannot_open

VERSION = 1
KEY_BYTES = 32
NONCE_BYTES = 12
HEADER_BYTES = len(MAGIC) + 6
SUITE = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)
SMALLEST, DOUBLING_ENDS = 256, 65536


class Profile(IntEnum):
    """Under which kind of key a value is sealed."""

    GIVEN = 1  # HPKE to a person
    OWN = 2  # a person's own symmetric key, on first opening
    GIVEN_TO_GROUP = 3  # HPKE to a group
    OWN_OF_GROUP = 4  # a group's own symmetric key
    RECORD = 5  # under a case or card key
    FILE = 6  # a file under a case or card key
    OLDER = 7  # an older case key under the next one
    EPOCH = 8  # the outer wrap of every stored seal
    PASSWORD = 9  # a person's private half under the key from the password
    HALF = 10  # a person's private half under the secret of a sitting
    SITTING = 11  # the outer wrap of a stored half
    HOST = 12  # under the host's own secret


STARTS = {profile: MAGIC + bytes((VERSION, profile)) for profile in Profile}


def header(profile: Profile, number: int) -> bytes:
    """Nine bytes; the number is the generation, the epoch or the passes, nought where there is none."""
    return STARTS[profile] + number.to_bytes(4, "big")


def number_of(profile: Profile, raw: bytes) -> int:
    """The number in the header of a value of that profile; CannotOpen for any other value."""
    if not raw.startswith(STARTS[profile]) or len(raw) < HEADER_BYTES:
        raise cannot_open()
    return int.from_bytes(raw[HEADER_BYTES - 4 : HEADER_BYTES], "big")


def profile_of(raw: bytes) -> int:
    """The profile byte, unproved until the value is opened; nought for what is too short."""
    return raw[len(MAGIC) + 1] if len(raw) >= HEADER_BYTES else 0


def derive(secret: bytes, word: str) -> bytes:
    """A key of 32 bytes for one use, named by the word, from a secret of full strength."""
    return HKDF(SHA256(), KEY_BYTES, salt=None, info=f"inconfidence/1/{word}".encode()).derive(secret)


def seal(key: AESGCMSIV, profile: Profile, number: int, data: bytes, bound: bytes) -> bytes:
    """Seal bytes under a symmetric key, bound to their place."""
    top = header(profile, number)
    nonce = os.urandom(NONCE_BYTES)
    return top + nonce + key.encrypt(nonce, data, top + bound)


def seal_large(key: AESGCMSIV, profile: Profile, number: int, whole: bytearray, bound: bytes) -> bytes:
    """The same for a large value, which is cleared as soon as it is sealed."""
    top = header(profile, number)
    nonce = os.urandom(NONCE_BYTES)
    sealed = key.encrypt(nonce, whole, top + bound)
    whole.clear()
    return b"".join((top, nonce, sealed))


def unseal(key: AESGCMSIV, profile: Profile, raw: bytes, bound: bytes) -> bytes:
    """Open bytes sealed by `seal`; CannotOpen when anything at all differs."""
    number_of(profile, raw)
    nonce = raw[HEADER_BYTES : HEADER_BYTES + NONCE_BYTES]
    try:
        return key.decrypt(nonce, memoryview(raw)[HEADER_BYTES + NONCE_BYTES :], raw[:HEADER_BYTES] + bound)
    except (InvalidTag, ValueError):
        raise cannot_open() from None


def give(public: bytes, profile: Profile, data: bytes, bound: bytes) -> bytes:
    """Seal bytes to a public key by HPKE, bound to their place."""
    top = header(profile, 0)
    return top + SUITE.encrypt(data, X25519PublicKey.from_public_bytes(public), info=top + bound)


def receive(private: X25519PrivateKey, profile: Profile, raw: bytes, bound: bytes) -> bytes:
    """Open bytes sealed by `give`; CannotOpen when anything at all differs."""
    number_of(profile, raw)
    try:
        return SUITE.decrypt(raw[HEADER_BYTES:], private, info=raw[:HEADER_BYTES] + bound)
    except (InvalidTag, ValueError):
        raise cannot_open() from None


def bucket(size: int) -> int:
    """The size to which a value is padded: doubling from 256 bytes, from 64 KiB in steps of 64 KiB."""
    if size > DOUBLING_ENDS:
        return -(-size // DOUBLING_ENDS) * DOUBLING_ENDS
    found = SMALLEST
    while found < size:
        found *= 2
    return found


def pad(data: bytes) -> bytes:
    """The length, the data, and noughts up to the bucket, so that a size tells little."""
    return bytes(padded(data))


def padded(data: bytes) -> bytearray:
    """The same in a place of its own, which whoever asked for it can clear: of a large file every copy counts."""
    found = bytearray(bucket(len(data) + 4))
    found[:4] = len(data).to_bytes(4, "big")
    found[4 : 4 + len(data)] = data
    return found


def unpad(whole: bytes) -> bytes:
    """The data that `pad` was given."""
    return whole[4 : 4 + int.from_bytes(whole[:4], "big")]


def as_bytes(payload: Mapping[str, object]) -> bytes:
    """One record as padded JSON. UUIDs and dates become text; anything else that JSON lacks is a TypeError."""
    text = json.dumps(payload, ensure_ascii=False, allow_nan=False, separators=(",", ":"), default=_as_text)
    return pad(text.encode(errors="surrogatepass"))


def as_record(whole: bytes) -> dict[str, Any]:
    """The record of `as_bytes`."""
    try:
        record: dict[str, Any] = json.loads(unpad(whole))
    except ValueError:
        raise cannot_open() from None
    return record


def _as_text(value: object) -> str:
    if isinstance(value, UUID):
        return str(value)
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"a record holds no {type(value).__name__}")
