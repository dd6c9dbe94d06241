"""Writing an event, in the same transaction as the act.

The three statements are written out: the object-relational mapper spends more time on building them than the
database on running them, and every act pays it. They are plain SQL of both engines, with nothing but
constants in them.
"""

import os
from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import lru_cache, partial
from typing import Any
from uuid import UUID, uuid5

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.utils import CursorWrapper

from inconfidence.audit import anchor
from inconfidence.audit.acts import Act
from inconfidence.audit.canonical import BEGINNING, Columns, digest, head, tail
from inconfidence.audit.models import Chain
from inconfidence.vault.ids import new_id
from inconfidence.vault.sealed import Sealed
from inconfidence.vault.stored import stored_id

SLOTS = 64
HEAD = "SELECT number, hash FROM audit_chain WHERE id = %s"
LOCKED = f"{HEAD} FOR UPDATE"
ADVANCE = "UPDATE audit_chain SET number = %s, hash = %s WHERE id = %s"
INSERT = (
    "INSERT INTO audit_event (id, chain_id, number, previous, act, actor_id, at, service_id, about, once, sealed,"
    " payload, hash) VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s)"
    " ON CONFLICT (once) WHERE once IS NOT NULL DO NOTHING"
)


class AlreadyDone(Exception):
    """The form with this one-time token was sent before; nothing was written a second time."""


class OutsideTransaction(RuntimeError):
    """An event is written in the transaction of its act or not at all."""


def slot_here() -> int:
    """The slot of this worker process. Two processes in one slot only wait for each other."""
    return os.getpid() % SLOTS


@lru_cache(maxsize=1024)
def chain_of(service_id: UUID, slot: int) -> UUID:
    """The chain of a slot in a service; the same after every restart."""
    return uuid5(service_id, f"chain {slot}")


def record(
    *,
    service_id: UUID,
    actor_id: UUID | None,
    act: Act,
    at: datetime,
    about: UUID | None = None,
    listed: Sequence[UUID] = (),
    words: Mapping[str, str] = {},
    rows: Mapping[str, Sealed] = {},
    sealed: Sealed | None = None,
    once: UUID | None = None,
) -> UUID:
    """Write one event and return its id.

    `words` are closed words or identifiers; `rows` names each ciphertext just written by its place.
    OutsideTransaction outside `transaction.atomic()`, ValueError for a word that is none, AlreadyDone when
    `once` was used before.
    """
    database = connections[DEFAULT_DB_ALIAS]
    if not database.in_atomic_block:
        raise OutsideTransaction("an audit event needs the transaction of its act")
    rest, slot = tail(listed, words, rows), slot_here()
    chain_id = chain_of(service_id, slot)
    with database.cursor() as cursor:
        number, previous = _head(database, cursor, chain_id) or _begin(database, cursor, service_id, slot)
        columns = Columns(
            new_id(), chain_id, number + 1, previous, Act(act), actor_id, at, service_id, about, once, sealed
        )
        _write(database, cursor, columns, (head(columns) + rest).encode())
    return columns.id


def _stored(database: BaseDatabaseWrapper, c: Columns) -> list[Any]:
    """The columns as this engine stores them, in their order."""
    ids = [
        stored_id(database, value) for value in (c.id, c.chain_id, c.actor_id, c.service_id, c.about, c.once)
    ]
    at = database.ops.adapt_datetimefield_value(c.at)
    sealed = c.sealed.raw if c.sealed else None
    return [ids[0], ids[1], c.number, c.previous, c.act.value, ids[2], at, *ids[3:], sealed]


def _write(database: BaseDatabaseWrapper, cursor: CursorWrapper, columns: Columns, payload: bytes) -> None:
    """Insert the event and move the chain's head to it."""
    hashed, stored = digest(payload), _stored(database, columns)
    cursor.execute(INSERT, [*stored, payload, hashed])
    if cursor.rowcount == 0:
        raise AlreadyDone("this form was sent before")
    cursor.execute(ADVANCE, [columns.number, hashed, stored[1]])
    database.on_commit(partial(anchor.note, columns.chain_id, columns.number, hashed), robust=True)


def _head(database: BaseDatabaseWrapper, cursor: CursorWrapper, chain_id: UUID) -> tuple[int, bytes] | None:
    """The number and hash of a chain's last event, locked until the transaction ends."""
    statement = LOCKED if database.features.has_select_for_update else HEAD
    cursor.execute(statement, [stored_id(database, chain_id)])
    found = cursor.fetchone()
    return (found[0], bytes(found[1])) if found else None


def _begin(
    database: BaseDatabaseWrapper, cursor: CursorWrapper, service_id: UUID, slot: int
) -> tuple[int, bytes]:
    """Make a chain, unless another worker has just done so."""
    chain = Chain(id=chain_of(service_id, slot), service_id=service_id, slot=slot, hash=BEGINNING)
    Chain.objects.bulk_create([chain], ignore_conflicts=True)
    return _head(database, cursor, chain.id) or (0, BEGINNING)
