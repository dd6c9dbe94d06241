"""The last known head of every chain, outside the database.

A small file for each chain in the key folder, authenticated with the host's secret and written at each
commit. So events cut off the end of a chain, a chain taken away as a whole, and an old database put back are
found.
"""

import hashlib
import hmac
import os
from pathlib import Path
from typing import NamedTuple
from uuid import UUID

from django.conf import settings

from inconfidence.vault.disk import folder, write_whole
from inconfidence.vault.host import host_key

FOLDER = "keys/anchors"
LENGTH = 8 + 32 + 32
# A note may be half written at the moment it is read.
READINGS = 3


class Known(NamedTuple):
    """What the host knows of a chain: it has had an event of this number with this hash."""

    number: int
    hash: bytes


class AlteredError(Exception):
    """An anchor was changed by somebody without the host's secret."""


def _stamp(chain_id: UUID, content: bytes) -> bytes:
    """BLAKE2 in its keyed mode: a tenth of the time of HMAC, and every commit waits for it."""
    return hashlib.blake2b(chain_id.bytes + content, key=host_key("anchor"), digest_size=32).digest()


def note(chain_id: UUID, number: int, hashed: bytes) -> None:
    """Remember a chain's head. One write in place, not synced: it survives a crash of the program."""
    content = number.to_bytes(8, "big") + hashed
    whole = content + _stamp(chain_id, content)
    try:
        handle = os.open(f"{settings.DATA}/{FOLDER}/{chain_id.hex}", os.O_WRONLY)
    except FileNotFoundError:
        write_whole(folder(FOLDER) / chain_id.hex, whole)
        return
    try:
        os.pwrite(handle, whole, 0)
    finally:
        os.close(handle)


def known() -> dict[UUID, Known]:
    """The remembered heads. AlteredError when one is not what the host wrote."""
    return {UUID(path.name): _read(path) for path in sorted(folder(FOLDER).glob("[!.]*"))}


def _read(path: Path) -> Known:
    for _ in range(READINGS):
        raw = path.read_bytes()
        if len(raw) == LENGTH and hmac.compare_digest(_stamp(UUID(path.name), raw[:40]), raw[40:]):
            return Known(int.from_bytes(raw[:8], "big"), raw[8:40])
    raise AlteredError
