"""Writing an event, in the same transaction as the act.

The statements are written out: the object-relational mapper spends more time on building them than the database on
running them, and every act pays it. They hold nothing but constants.

A chain's end is moved only from where it is said to be: whoever wrote last remembers it, tries that, and asks the
database when somebody else was first. What is remembered may be wrong and never matters: the database compares.
"""

import threading
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
PUT_BACK = "UPDATE audit_chain SET number = %s, hash = %s WHERE id = %s"
MOVE = f"{PUT_BACK} AND number = %s AND hash = %s"
INSERT = (
    "INSERT INTO audit_event (id, chain_id, number, previous, act, actor_id, at, service_id, about, once, sealed,"
    " payload, hash) VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s)"
    " ON CONFLICT (once) WHERE once IS NOT NULL DO NOTHING"
)
# PostgreSQL does both in one statement; there each statement is a journey to another process.
BOTH = (
    "WITH moved AS (UPDATE audit_chain SET number = %s, hash = %s WHERE id = %s AND number = %s AND hash = %s"
    " RETURNING 1)"
    " INSERT INTO audit_event (id, chain_id, number, previous, act, actor_id, at, service_id, about, once, sealed,"
    " payload, hash) SELECT %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s FROM moved"
    " ON CONFLICT (once) WHERE once IS NOT NULL DO NOTHING"
)
# The statements of each engine, each with its part of the eighteen values. One that changes no row ends the attempt.
STATEMENTS: dict[str, tuple[tuple[str, slice], ...]] = {
    "postgresql": ((BOTH, slice(0, 18)),),
    "sqlite": ((MOVE, slice(0, 5)), (INSERT, slice(5, 18))),
}
REMEMBERED_AT_MOST = 1024

End = tuple[int, bytes]
# Where each chain ended when this process last wrote to it, whether or not that was committed.
_ends: dict[UUID, End] = {}


class AlreadyDone(Exception):
    """The form with this one-time token was sent before; nothing was written a second time."""


class OutsideTransaction(RuntimeError):
    """An event is written in the transaction of its act or not at all."""


def slot_here() -> int:
    """The slot of this thread. Two threads in one slot only wait for each other."""
    return threading.get_native_id() % SLOTS


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
    chain_id, event_id = chain_of(service_id, slot), new_id()

    def after(end: End) -> Columns:
        number, previous = end
        return Columns(
            event_id, chain_id, number + 1, previous, Act(act), actor_id, at, service_id, about, once, sealed
        )

    with database.cursor() as cursor:
        end = _ends.get(chain_id) or _end(database, cursor, chain_id)
        while end is None or not _written(database, cursor, after(end), rest):
            end = _end(database, cursor, chain_id) or _begin(database, cursor, service_id, slot)
    return event_id


def _stored(database: BaseDatabaseWrapper, c: Columns) -> list[Any]:
    """The columns as this engine stores them, in their order."""
    ids = [
        stored_id(database, value) for value in (c.id, c.chain_id, c.actor_id, c.service_id, c.about, c.once)
    ]
    at = database.ops.adapt_datetimefield_value(c.at)
    sealed = c.sealed.raw if c.sealed else None
    return [ids[0], ids[1], c.number, c.previous, c.act.value, ids[2], at, *ids[3:], sealed]


def _written(database: BaseDatabaseWrapper, cursor: CursorWrapper, columns: Columns, rest: str) -> bool:
    """Move the chain's end from where these columns begin and insert the event. False when it ends elsewhere.

    AlreadyDone when the form was sent before; the end is then where it was.
    """
    payload = (head(columns) + rest).encode()
    hashed, stored = digest(payload), _stored(database, columns)
    before = (columns.number - 1, columns.previous)
    values = [columns.number, hashed, stored[1], *before, *stored, payload, hashed]
    for statement, part in STATEMENTS[database.vendor]:
        cursor.execute(statement, values[part])
        if cursor.rowcount == 0:
            if _end(database, cursor, columns.chain_id) != (columns.number, hashed):
                return False
            cursor.execute(PUT_BACK, [*before, stored[1]])
            raise AlreadyDone("this form was sent before")
    _remember(columns.chain_id, (columns.number, hashed))
    database.on_commit(partial(anchor.note, columns.chain_id, columns.number, hashed), robust=True)
    return True


def _remember(chain_id: UUID, end: End) -> None:
    """Keep where a chain ends."""
    if len(_ends) >= REMEMBERED_AT_MOST:
        _ends.clear()
    _ends[chain_id] = end


def _end(database: BaseDatabaseWrapper, cursor: CursorWrapper, chain_id: UUID) -> End | None:
    """The number and hash of a chain's last event, locked until the transaction ends."""
    statement = LOCKED if database.features.has_select_for_update else HEAD
    cursor.execute(statement, [stored_id(database, chain_id)])
    found = cursor.fetchone()
    return (found[0], bytes(found[1])) if found else None


def _begin(database: BaseDatabaseWrapper, cursor: CursorWrapper, service_id: UUID, slot: int) -> End:
    """Make a chain, unless another worker has just done so."""
    chain = Chain(id=chain_of(service_id, slot), service_id=service_id, slot=slot, hash=BEGINNING)
    Chain.objects.bulk_create([chain], ignore_conflicts=True)
    return _end(database, cursor, chain.id) or (0, BEGINNING)
