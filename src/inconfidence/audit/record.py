"""Writing an event, in the same transaction as the act.

The three statements are written out: the object-relational mapper spends more time on building them than the
database on running them, and every act pays it. They are plain SQL of both engines, with nothing but
constants in them.
"""

import os
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID, uuid5

from django.db import connection
from django.db.backends.utils import CursorWrapper

from inconfidence.audit import anchor
from inconfidence.audit.acts import Act
from inconfidence.audit.canonical import BEGINNING, NAMES, Columns, digest, head, tail
from inconfidence.audit.models import Chain, Event
from inconfidence.vault.ids import new_id
from inconfidence.vault.sealed import Sealed

SLOTS = 64
HEAD = "SELECT number, hash FROM audit_chain WHERE id = %s"
ADVANCE = "UPDATE audit_chain SET number = %s, hash = %s WHERE id = %s"
INSERT = (
    "INSERT INTO audit_event (id, chain_id, number, previous, act, actor_id, at, service_id, about, once, sealed,"
    " payload, hash) VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s) ON CONFLICT (once) DO NOTHING"
)
FIELDS: list[Any] = [Event._meta.get_field(name) for name in NAMES]

BYTES: Any = Event._meta.get_field("hash")


class AlreadyDone(Exception):
    """The form with this one-time token was sent before; nothing was written a second time."""


class OutsideTransaction(RuntimeError):
    """An event is written in the transaction of its act or not at all."""


def chain_of(service_id: UUID) -> tuple[UUID, int]:
    """The chain and slot of this worker process in a service. Two processes in one slot only wait for each other."""
    slot = os.getpid() % SLOTS
    return uuid5(service_id, f"chain {slot}"), slot


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
    if not connection.in_atomic_block:
        raise OutsideTransaction("an audit event needs the transaction of its act")
    rest = tail(listed, words, rows)
    chain_id, slot = chain_of(service_id)
    with connection.cursor() as cursor:
        number, previous = _head(cursor, chain_id, service_id, slot)
        columns = Columns(
            new_id(), chain_id, number + 1, previous, Act(act), actor_id, at, service_id, about, once, sealed
        )
        payload = (head(columns) + rest).encode()
        _write(cursor, columns, payload)
    return columns.id


def _stored(columns: Columns) -> list[Any]:
    """The columns as this engine stores them."""
    return [field.get_db_prep_value(value, connection) for field, value in zip(FIELDS, columns, strict=True)]


def _write(cursor: CursorWrapper, columns: Columns, payload: bytes) -> None:
    """Insert the event and move the chain's head to it."""
    hashed, stored = digest(payload), _stored(columns)
    as_stored = BYTES.get_db_prep_value(hashed, connection)
    cursor.execute(INSERT, [*stored, BYTES.get_db_prep_value(payload, connection), as_stored])
    if cursor.rowcount == 0:
        raise AlreadyDone("this form was sent before")
    cursor.execute(ADVANCE, [columns.number, as_stored, stored[1]])
    connection.on_commit(lambda: anchor.note(columns.chain_id, columns.number, hashed), robust=True)


def _head(cursor: CursorWrapper, chain_id: UUID, service_id: UUID, slot: int) -> tuple[int, bytes]:
    """The number and hash of a chain's last event, locked until the transaction ends; a first event makes the chain."""
    statement = HEAD + " FOR UPDATE" if connection.features.has_select_for_update else HEAD
    key = [FIELDS[1].get_db_prep_value(chain_id, connection)]
    cursor.execute(statement, key)
    found = cursor.fetchone()
    if found is None:
        Chain.objects.bulk_create(
            [Chain(id=chain_id, service_id=service_id, slot=slot, hash=BEGINNING)], ignore_conflicts=True
        )
        cursor.execute(statement, key)
        found = cursor.fetchone()
    return found[0], bytes(found[1])
