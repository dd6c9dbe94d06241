"""The canonical bytes of an event: what is stored, hashed and compared with the columns beside it."""

import hashlib
import re
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import NamedTuple
from uuid import UUID

from inconfidence.audit.acts import Act
from inconfidence.vault.sealed import Sealed

WORD = re.compile(r"[a-z0-9_:.\-]{0,80}\Z")
PLACE = re.compile(r"[a-z0-9_.]+/[a-z0-9_]+/[0-9a-f\-]{36}/[0-9]+\Z")
BEGINNING = bytes(32)


class Columns(NamedTuple):
    """The columns of an event that its canonical bytes repeat."""

    id: UUID
    chain_id: UUID
    number: int
    previous: bytes
    act: Act
    actor_id: UUID | None
    at: datetime
    service_id: UUID
    about: UUID | None
    once: UUID | None
    sealed: Sealed | None


def head(columns: Columns) -> str:
    """The beginning of the canonical bytes, made from the columns alone."""
    c = columns
    sealed = c.sealed.digest().hex() if c.sealed else ""
    at = c.at.astimezone(UTC).isoformat(timespec="microseconds")
    return (
        f'{{"id":"{c.id}","chain":"{c.chain_id}","number":{c.number},"previous":"{c.previous.hex()}",'
        f'"act":"{c.act}","actor":"{c.actor_id or ""}","at":"{at}","service":"{c.service_id}",'
        f'"about":"{c.about or ""}","once":"{c.once or ""}","sealed":"{sealed}",'
    )


def tail(listed: Sequence[UUID], words: Mapping[str, str], rows: Mapping[str, Sealed]) -> str:
    """The rest: identifiers shown, closed words, and the hash of every ciphertext just written.

    ValueError for a word that is not a closed one, or a row that is not named by its place.
    """
    for pair in words.items():
        if not all(WORD.match(word) for word in pair):
            raise ValueError("an audit event holds closed words and identifiers only")
    if not all(PLACE.match(name) for name in rows):
        raise ValueError("a sealed row is named by table, column, row and version")
    ids = ",".join(f'"{one}"' for one in listed)
    said = ",".join(f'"{name}":"{word}"' for name, word in words.items())
    hashes = ",".join(f'"{name}":"{sealed.digest().hex()}"' for name, sealed in rows.items())
    return f'"listed":[{ids}],"words":{{{said}}},"rows":{{{hashes}}}}}'


def digest(payload: bytes) -> bytes:
    """SHA-256 of the canonical bytes; they name the hash before them."""
    return hashlib.sha256(payload).digest()
