"""Checking the record: every chain whole, and every sealed row what its last event says."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal
from uuid import UUID

from django.apps import apps
from django.db import models

from inconfidence.audit import anchor
from inconfidence.audit.canonical import BEGINNING, Columns, digest, head
from inconfidence.audit.models import Chain, Event
from inconfidence.vault.alarms import Alarm, raise_alarm

Anchored = Literal["ok", "none", "broken"]
Spot = tuple[str, str, str]
AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Verdict:
    """How many events were read, whether all is well, the first thing that is not, and the state of the anchor."""

    events: int
    ok: bool
    first_bad: str | None
    anchor: Anchored


@dataclass
class _Found:
    """What the walk over the events has found so far."""

    events: int = 0
    faults: list[str] = field(default_factory=list)
    heads: dict[UUID, tuple[int, bytes]] = field(default_factory=dict)
    hashes: dict[tuple[UUID, int], bytes] = field(default_factory=dict)
    rows: dict[Spot, tuple[int, set[str]]] = field(default_factory=dict)


def verify() -> Verdict:
    """Walk every chain, compare its head and its anchor, then every sealed row with its last event.

    Raises the alarm when anything is wrong; shows places and numbers, never content.
    """
    found = _Found()
    try:
        known = anchor.known()
        anchored: Anchored = "ok" if known else "none"
    except anchor.Altered:
        known, anchored = {}, "broken"
    _walk(found, known)
    _compare_heads(found)
    if not _anchored(found, known):
        anchored = "broken"
    found.faults.extend(_rows_that_differ(found.rows))
    if anchored == "broken":
        found.faults.append("anchor")
    if found.faults:
        raise_alarm(Alarm.AUDIT_BROKEN)
    return Verdict(found.events, not found.faults, found.faults[0] if found.faults else None, anchored)


def _walk(found: _Found, known: Mapping[UUID, anchor.Known]) -> None:
    rows = Event.objects.order_by("chain_id", "number").values_list(*Columns._fields, "payload", "hash")
    for *values, payload, stored in rows.iterator(chunk_size=2000):
        columns = Columns(*values)
        _check(found, columns, bytes(payload), bytes(stored))
        at = (columns.chain_id, columns.number)
        if columns.chain_id in known and known[columns.chain_id].number == columns.number:
            found.hashes[at] = bytes(stored)


def _check(found: _Found, columns: Columns, payload: bytes, stored: bytes) -> None:
    """One event: the next number, the hash before it, its own hash, and columns that say what was hashed."""
    found.events += 1
    number, previous = found.heads.get(columns.chain_id, (0, BEGINNING))
    whole = (
        columns.number == number + 1
        and bytes(columns.previous) == previous
        and digest(payload) == stored
        and payload.startswith(head(columns).encode())
    )
    if whole:
        _note_rows(found.rows, json.loads(payload)["rows"])
    else:
        found.faults.append(f"chain {columns.chain_id} event {columns.number}")
    found.heads[columns.chain_id] = (columns.number, stored)


def _note_rows(rows: dict[Spot, tuple[int, set[str]]], named: Mapping[str, str]) -> None:
    """Keep, for each sealed row, the hash of its highest version."""
    for name, hashed in named.items():
        table, column, row, version = name.split("/")
        last, hashes = rows.get((table, column, row), (-1, set()))
        if int(version) > last:
            rows[table, column, row] = (int(version), {hashed})
        elif int(version) == last:
            hashes.add(hashed)


def _compare_heads(found: _Found) -> None:
    chains = {chain.id: (chain.number, bytes(chain.hash)) for chain in Chain.objects.all()}
    for chain_id in sorted({*chains, *found.heads}, key=str):
        if chains.get(chain_id) != found.heads.get(chain_id, (0, BEGINNING)):
            found.faults.append(f"chain {chain_id} head")


def _anchored(found: _Found, known: Mapping[UUID, anchor.Known]) -> bool:
    return all(found.hashes.get((chain_id, last.number)) == last.hash for chain_id, last in known.items())


def _rows_that_differ(rows: Mapping[Spot, tuple[int, set[str]]]) -> Iterator[str]:
    """The sealed rows that are gone or are not what their last event says."""
    columns: dict[tuple[str, str], dict[str, set[str]]] = {}
    for (table, column, row), (_, hashes) in rows.items():
        columns.setdefault((table, column), {})[row] = hashes
    for (table, column), expected in columns.items():
        actual = _stored(table, column, list(expected))
        for row, hashes in expected.items():
            if actual.get(row) not in hashes:
                yield f"row {table}/{column}/{row}"


def _stored(table: str, column: str, ids: list[str]) -> dict[str, str]:
    """The hash of each of these sealed values as stored, by row."""
    model = _model(table)
    found: dict[str, str] = {}
    for start in range(0, len(ids) if model else 0, AT_ONCE):
        part: Any = model._base_manager.filter(pk__in=ids[start : start + AT_ONCE])  # type: ignore[union-attr]
        found.update((str(pk), value.digest().hex()) for pk, value in part.values_list("pk", column) if value)
    return found


def _model(table: str) -> type[models.Model] | None:
    return next((m for m in apps.get_models() if table in (m._meta.db_table, m._meta.label_lower)), None)
