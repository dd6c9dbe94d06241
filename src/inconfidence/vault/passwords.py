"""From a password to a key: Argon2id, once, one at a time, at a cost measured on this host."""

import os
import struct
import threading
import time
import unicodedata
from typing import NamedTuple

from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCMSIV
from django.conf import settings

from inconfidence.vault.envelope import HEADER_BYTES, KEY_BYTES, NONCE_BYTES, Profile, header, number_of
from inconfidence.vault.key_folder import change_key_file, key_file

SALT_BYTES = 16
MOST_PASSES = 64
# One derivation at a time in a process: a rush of sign-ins must neither eat the memory nor stop an open list.
GATE = threading.Lock()


class Cost(NamedTuple):
    """What one derivation costs; kept beside the seal."""

    memory_kib: int
    passes: int


def _derive(password: str, salt: bytes, cost: Cost) -> bytes:
    secret = unicodedata.normalize("NFKC", password).encode(errors="surrogatepass")
    with GATE:
        return hash_secret_raw(secret, salt, cost.passes, cost.memory_kib, 1, KEY_BYTES, Type.ID)


def _milliseconds(cost: Cost) -> float:
    """Processor time of one derivation, so that a busy host does not make it cheap."""
    start = time.thread_time()
    _derive("how long does this take", bytes(SALT_BYTES), cost)
    return (time.thread_time() - start) * 1000


def _measure() -> dict[str, int]:
    """As many passes as take the least time that settings ask for."""
    memory, least = settings.ARGON2_MEMORY_KIB, settings.ARGON2_LEAST_MILLISECONDS
    passes = 1
    while passes < MOST_PASSES and _milliseconds(Cost(memory, passes)) < least:
        passes += 1
    return {"memory": memory, "least": least, "passes": passes}


def cost_here() -> Cost:
    """The cost of a new seal on this host, measured once and kept in the key folder."""
    known = key_file("argon2", _measure)
    if (known["memory"], known["least"]) != (settings.ARGON2_MEMORY_KIB, settings.ARGON2_LEAST_MILLISECONDS):
        measured = _measure()
        known = change_key_file("argon2", dict, lambda content: content.update(measured))
    return Cost(known["memory"], known["passes"])


def seal_root(root: bytes, password: str, bound: bytes) -> bytes:
    """Seal a person's root under the key from the password; salt and cost are part of it."""
    cost, salt, nonce = cost_here(), os.urandom(SALT_BYTES), os.urandom(NONCE_BYTES)
    top = header(Profile.PASSWORD, cost.passes) + struct.pack(">I", cost.memory_kib) + salt
    return top + nonce + AESGCMSIV(_derive(password, salt, cost)).encrypt(nonce, root, top + bound)


def open_root(raw: bytes, password: str, bound: bytes) -> bytes | None:
    """Open what `seal_root` sealed. None for a wrong password: opening the seal is the check, there is no hash."""
    cost = cost_of(raw)
    end = HEADER_BYTES + 4 + SALT_BYTES
    key = AESGCMSIV(_derive(password, raw[end - SALT_BYTES : end], cost))
    try:
        return key.decrypt(raw[end : end + NONCE_BYTES], raw[end + NONCE_BYTES :], raw[:end] + bound)
    except InvalidTag:
        return None


def cost_of(raw: bytes) -> Cost:
    """The cost with which a root was sealed."""
    passes = number_of(Profile.PASSWORD, raw)
    return Cost(struct.unpack_from(">I", raw, HEADER_BYTES)[0], passes)


def spend(password: str) -> None:
    """The same work for a name that nobody has."""
    _derive(password, bytes(SALT_BYTES), cost_here())
