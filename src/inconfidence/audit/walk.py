"""Reading all events chain by chain, as fast as the database gives them.

A million events are read in one go, so the statements are written out and give what is compared as text: an identifier
as 32 hexadecimal digits, a moment to the microsecond. Each event is held against its own canonical bytes, which are
stored. Chains know nothing of each other: where the machine has processors to spare, they are read side by side.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import AbstractContextManager, closing, nullcontext
from dataclasses import dataclass, field
from multiprocessing import get_context
from typing import Any
from uuid import UUID

from django.db import DEFAULT_DB_ALIAS, connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper

from inconfidence.audit.anchor import Known
from inconfidence.audit.canonical import BEGINNING
from inconfidence.audit.matching import Row, all_whole, is_whole

# What stays in a processor's own memory while it is looked at.
AT_ONCE = 500
Spot = tuple[str, str, str]
Heads = dict[UUID, Known]
NOTHING = Known(0, BEGINNING)
NO_ROWS = b'"rows":{}}'
# As an engine stores them, they are taken as they are; what it has types for is made text there.
STATEMENTS = {
    "sqlite": (
        "SELECT number, previous, hash, payload, id, act, actor_id, CAST(at AS TEXT), service_id, about, once, sealed"
        " FROM audit_event WHERE chain_id = %s ORDER BY number"
    ),
    "postgresql": (
        "SELECT number, previous, hash, payload, replace(id::text, '-', ''), act, replace(actor_id::text, '-', ''),"
        " to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS.US'), replace(service_id::text, '-', ''),"
        " replace(about::text, '-', ''), replace(once::text, '-', ''), sealed"
        " FROM audit_event WHERE chain_id = %s ORDER BY number"
    ),
}
# The last event of a chain, then of another: an index knows where they are.
LAST = "SELECT chain_id, number FROM audit_event"
FIRST_CHAIN = f"{LAST} ORDER BY chain_id DESC, number DESC LIMIT 1"
NEXT_CHAIN = f"{LAST} WHERE chain_id < %s ORDER BY chain_id DESC, number DESC LIMIT 1"


@dataclass
class Walk:
    """What one reading of the events has found. `wanted` are the ends to look for; each gets the hash that is there."""

    wanted: dict[tuple[UUID, int], bytes | None]
    events: int = 0
    faults: list[str] = field(default_factory=list)
    ends: Heads = field(default_factory=dict)
    rows: dict[Spot, tuple[int, set[str]]] = field(default_factory=dict)

    def take(self, other: "Walk") -> None:
        """Add what was found in other chains."""
        self.wanted.update({end: hashed for end, hashed in other.wanted.items() if hashed is not None})
        self.events += other.events
        self.faults += other.faults
        self.ends.update(other.ends)
        for spot, (version, hashes) in other.rows.items():
            _note_row(self.rows, spot, version, hashes)


def walk(wanted: Iterable[tuple[UUID, int]], processes: int = 1) -> Walk:
    """Read everything; in so many processes, of which this is one."""
    found, ends, chains = Walk({}), list(wanted), chains_there()
    mine, *others = [chains[start::processes] for start in range(min(processes, max(1, len(chains))))]
    with _company(len(others)) as company:
        waiting = [company.submit(apart, part, ends) for part in others] if company else []
        found.take(read(connections[DEFAULT_DB_ALIAS], mine, ends))
        for each in waiting:
            found.take(each.result())
    found.wanted = dict.fromkeys(ends) | found.wanted
    found.faults.sort(key=lambda fault: fault.split(" event ")[0])
    return found


def chains_there() -> list[Any]:
    """The chains that events are in, as this engine gives them, those with the most events first."""
    sizes: dict[Any, int] = {}
    with connections[DEFAULT_DB_ALIAS].cursor() as cursor:
        cursor.execute(FIRST_CHAIN)
        while last := cursor.fetchone():
            sizes[last[0]] = last[1]
            cursor.execute(NEXT_CHAIN, [last[0]])
    return sorted(sizes, key=lambda chain: sizes[chain], reverse=True)


def _company(many: int) -> AbstractContextManager[ProcessPoolExecutor | None]:
    """So many more processes like this one; none when none is needed."""
    return ProcessPoolExecutor(many, mp_context=get_context("fork")) if many else nullcontext()


def apart(chains: Sequence[Any], wanted: Sequence[tuple[UUID, int]]) -> Walk:
    """Read these chains through a connection of their own: another process must not use ours."""
    with closing(connections[DEFAULT_DB_ALIAS].copy()) as database:
        database.set_autocommit(database.vendor == "sqlite")
        return read(database, chains, wanted)


def read(database: BaseDatabaseWrapper, chains: Sequence[Any], wanted: Sequence[tuple[UUID, int]]) -> Walk:
    """Read these chains, one after another."""
    found = Walk(dict.fromkeys(wanted))
    for chain in chains:
        _chain(found, chain if isinstance(chain, UUID) else UUID(hex=chain), parts(database, chain))
    return found


def parts(database: BaseDatabaseWrapper, chain: Any) -> Iterator[list[Row]]:
    """The events of a chain in the order of their numbers, some at once. `chain` is as this engine gives it."""
    # Outside a transaction PostgreSQL first puts the whole answer aside; on SQLite one would lock out writers.
    apart_from_others = database.vendor == "postgresql" and database.get_autocommit()
    with transaction.atomic() if apart_from_others else nullcontext(), database.chunked_cursor() as cursor:
        cursor.execute(STATEMENTS[database.vendor], [chain])
        while part := cursor.fetchmany(AT_ONCE):
            yield part


def _chain(found: Walk, chain_id: UUID, read_in: Iterable[list[Row]]) -> None:
    """One chain, from its first event on."""
    number, before = 0, BEGINNING
    wanted = [at for each, at in found.wanted if each == chain_id]
    for rows in read_in:
        whole = rows
        if not all_whole(chain_id.hex, number, before, rows):
            whole = _whole_ones(found, chain_id, Known(number, before), rows)
        for payload in [row[3] for row in whole if not row[3].endswith(NO_ROWS)]:
            _note_rows(found.rows, json.loads(payload)["rows"])
        if any(number < at <= rows[-1][0] for at in wanted):
            found.wanted |= {(chain_id, row[0]): bytes(row[2]) for row in rows if row[0] in wanted}
        number, before = rows[-1][0], bytes(rows[-1][2])
        found.events += len(rows)
    found.ends[chain_id] = Known(number, before)


def _whole_ones(found: Walk, chain_id: UUID, end: Known, rows: Sequence[Row]) -> list[Row]:
    """Those of these events that are what they were; the others are faults."""
    right = []
    for row in rows:
        if is_whole(chain_id.hex, end.number, end.hash, row):
            right.append(row)
        else:
            found.faults.append(f"chain {chain_id} event {row[0]}")
        end = Known(row[0], row[2])
    return right


def _note_rows(rows: dict[Spot, tuple[int, set[str]]], named: Mapping[str, str]) -> None:
    """Keep, for each sealed row, the hash of its highest version."""
    for name, hashed in named.items():
        table, column, row, version = name.split("/")
        _note_row(rows, (table, column, row), int(version), {hashed})


def _note_row(rows: dict[Spot, tuple[int, set[str]]], spot: Spot, version: int, hashes: set[str]) -> None:
    """Keep it when there is none of a higher version; beside one of the same."""
    last, kept = rows.get(spot, (-1, set()))
    if version > last:
        rows[spot] = (version, hashes)
    elif version == last:
        kept.update(hashes)
