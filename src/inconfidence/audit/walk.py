"""Reading all events in the order of their chains, as fast as the database gives them.

A million events are read in one go, so the statement is written out and gives what is compared as text: an identifier
as 32 hexadecimal digits, a moment to the microsecond. Each event is held against its own canonical bytes, which are
stored: nothing is put together anew but the few columns that repeat them.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db import DEFAULT_DB_ALIAS, connections

from inconfidence.audit.anchor import Known
from inconfidence.audit.canonical import BEGINNING

AT_ONCE = 2000
Spot = tuple[str, str, str]
Heads = dict[UUID, Known]
NOTHING = Known(0, BEGINNING)
# As an engine stores them, they are taken as they are; what it has types for is made text there.
STATEMENTS = {
    "sqlite": (
        "SELECT chain_id, number, previous, hash, payload, id, act, actor_id, at || '', service_id, about, once,"
        " sealed FROM audit_event ORDER BY chain_id, number"
    ),
    "postgresql": (
        "SELECT replace(chain_id::text, '-', ''), number, previous, hash, payload, replace(id::text, '-', ''), act,"
        " replace(actor_id::text, '-', ''), to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS.US'),"
        " replace(service_id::text, '-', ''), replace(about::text, '-', ''), replace(once::text, '-', ''), sealed"
        " FROM audit_event ORDER BY chain_id, number"
    ),
}
NO_ROWS = b'"rows":{}}'


@dataclass
class Walk:
    """What one reading of the events has found. `wanted` are the ends to look for; each gets the hash that is there."""

    wanted: dict[tuple[UUID, int], bytes | None]
    events: int = 0
    faults: list[str] = field(default_factory=list)
    ends: Heads = field(default_factory=dict)
    rows: dict[Spot, tuple[int, set[str]]] = field(default_factory=dict)


def walk(wanted: Iterator[tuple[UUID, int]]) -> Walk:
    """Read everything, chain by chain."""
    found = Walk(dict.fromkeys(wanted))
    rows = events()
    row = next(rows, None)
    while row is not None:
        row = _chain(found, row, rows)
    return found


def events() -> Iterator[tuple[Any, ...]]:
    """The columns of every event, in the order of chains and numbers."""
    database = connections[DEFAULT_DB_ALIAS]
    with database.chunked_cursor() as cursor:
        cursor.execute(STATEMENTS[database.vendor])
        while part := cursor.fetchmany(AT_ONCE):
            yield from part


def _chain(found: Walk, row: tuple[Any, ...], rows: Iterator[tuple[Any, ...]]) -> tuple[Any, ...] | None:
    """One chain from its first event on; answers the first event of the next.

    Of each event: the next number, the hash before it, its own hash, and columns that say what was hashed.
    """
    chain, chain_id = row[0], UUID(hex=row[0])
    wanted = {number for at, number in found.wanted if at == chain_id}
    sha256, number, before, count = hashlib.sha256, 0, BEGINNING, 0
    following: tuple[Any, ...] | None = row
    while following is not None and following[0] == chain:
        _, at, previous, stored, payload, *columns = following
        whole = at == number + 1 and previous == before and sha256(payload).digest() == stored
        if not (whole and _begins(payload, chain, at, previous, columns)):
            found.faults.append(f"chain {chain_id} event {at}")
        elif not payload.endswith(NO_ROWS):
            _note_rows(found.rows, json.loads(payload)["rows"])
        number, before = at, stored
        count += 1
        if number in wanted:
            found.wanted[chain_id, number] = bytes(stored)
        following = next(rows, None)
    found.events += count
    found.ends[chain_id] = Known(number, bytes(before))
    return following


def _begins(payload: bytes, chain: str, number: int, previous: bytes, columns: list[Any]) -> bool:
    """Whether the canonical bytes begin with what the columns say. Identifiers are compared without their dashes."""
    event, act, actor, at, service, about, once, sealed = columns
    digest = hashlib.sha256(sealed).hexdigest() if sealed is not None else ""
    moment = at.replace("-", "").replace(" ", "T") + ("" if len(at) > 19 else ".000000")
    said = (
        f'{{"id":"{event}","chain":"{chain}","number":{number},"previous":"{previous.hex()}",'
        f'"act":"{act}","actor":"{"" if actor is None else actor}","at":"{moment}+00:00","service":"{service}",'
        f'"about":"{"" if about is None else about}","once":"{"" if once is None else once}","sealed":"{digest}",'
    ).encode()
    return payload[: len(said) + 32].replace(b"-", b"").startswith(said)


def _note_rows(rows: dict[Spot, tuple[int, set[str]]], named: Mapping[str, str]) -> None:
    """Keep, for each sealed row, the hash of its highest version."""
    for name, hashed in named.items():
        table, column, row, version = name.split("/")
        last, hashes = rows.get((table, column, row), (-1, set()))
        if int(version) > last:
            rows[table, column, row] = (int(version), {hashed})
        elif int(version) == last:
            hashes.add(hashed)
