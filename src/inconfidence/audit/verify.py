"""Checking the record: every chain whole, and every sealed row and file what its last event says."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal
from uuid import UUID

from django.apps import apps
from django.db import models

from inconfidence.audit import anchor
from inconfidence.audit.canonical import BEGINNING, NAMES, Columns, digest, head
from inconfidence.audit.models import Chain, Event
from inconfidence.vault import files
from inconfidence.vault.alarms import Alarm, raise_alarm
from inconfidence.vault.sealed import Sealed

Anchored = Literal["ok", "behind", "none", "broken"]
Spot = tuple[str, str, str]
Heads = dict[UUID, anchor.Known]
AT_ONCE = 500
NOTHING = anchor.Known(0, BEGINNING)


@dataclass(frozen=True, slots=True)
class Verdict:
    """How many events were read, whether all is well, the first thing that is not, and the anchor's state.

    The anchor is the host's own note of where each chain ends: `ok`; `behind` when events follow it (the program
    was stopped just after a commit, or somebody added them by hand); `none`; `broken` when what it noted is gone.
    """

    events: int
    ok: bool
    first_bad: str | None
    anchor: Anchored


@dataclass
class _Walk:
    """What one reading of the events has found."""

    events: int = 0
    faults: list[str] = field(default_factory=list)
    ends: Heads = field(default_factory=dict)
    rows: dict[Spot, tuple[int, set[str]]] = field(default_factory=dict)
    wanted: dict[tuple[UUID, int], bytes | None] = field(default_factory=dict)


def verify() -> Verdict:
    """Walk every chain, compare its head and its anchor, then every sealed row with its last event.

    The program may be running: what is found wrong counts when a second reading finds it too. Raises the alarm
    when anything is wrong; shows places and numbers, never content.
    """
    verdict, faults = _read()
    if faults:
        verdict, again = _read()
        faults = [fault for fault in faults if fault in again]
    if not faults:
        return Verdict(verdict.events, ok=True, first_bad=None, anchor=verdict.anchor)
    raise_alarm(Alarm.AUDIT_BROKEN)
    return Verdict(verdict.events, ok=False, first_bad=faults[0], anchor=verdict.anchor)


def _read() -> tuple[Verdict, list[str]]:
    """One reading. Anchors and heads are read before the events, which may only have grown since."""
    try:
        noted, altered = anchor.known(), False
    except anchor.AlteredError:
        noted, altered = {}, True
    heads = _heads()
    walk = _walk(noted, heads)
    lost = [chain for chain, end in noted.items() if walk.wanted.get((chain, end.number)) != end.hash]
    faults = [*walk.faults, *_wrong_heads(walk, heads), *_wrong_rows(walk.rows)]
    faults += [f"anchor of chain {chain}" for chain in lost]
    if altered:
        faults.append("anchors")
    state: Anchored = "broken" if lost or altered else _state(walk)
    return Verdict(walk.events, not faults, None, state), faults


def _state(walk: _Walk) -> Anchored:
    """Whether the host's notes, read again, reach the end of every chain."""
    noted = anchor.known()
    if not noted:
        return "none"
    behind = any(noted.get(chain, NOTHING).number < end.number for chain, end in walk.ends.items())
    return "behind" if behind else "ok"


def _heads() -> Heads:
    return {c.id: anchor.Known(c.number, bytes(c.hash)) for c in Chain.objects.order_by("id")}


def _walk(noted: Heads, heads: Heads) -> _Walk:
    """Read all events in the order of their chains."""
    walk = _Walk(wanted={(chain, end.number): None for each in (noted, heads) for chain, end in each.items()})
    rows = Event.objects.order_by("chain_id", "number").values_list(*NAMES, "payload", "hash")
    for *values, payload, stored in rows.iterator(chunk_size=2000):
        _check(walk, Columns(*values), bytes(payload), bytes(stored))
    return walk


def _check(walk: _Walk, columns: Columns, payload: bytes, stored: bytes) -> None:
    """One event: the next number, the hash before it, its own hash, and columns that say what was hashed."""
    before = walk.ends.get(columns.chain_id, NOTHING)
    whole = (
        columns.number == before.number + 1
        and bytes(columns.previous) == before.hash
        and digest(payload) == stored
        and payload.startswith(head(columns).encode())
    )
    if whole:
        _note_rows(walk.rows, json.loads(payload)["rows"])
    else:
        walk.faults.append(f"chain {columns.chain_id} event {columns.number}")
    walk.events += 1
    walk.ends[columns.chain_id] = anchor.Known(columns.number, stored)
    if (columns.chain_id, columns.number) in walk.wanted:
        walk.wanted[columns.chain_id, columns.number] = stored


def _note_rows(rows: dict[Spot, tuple[int, set[str]]], named: Mapping[str, str]) -> None:
    """Keep, for each sealed row, the hash of its highest version."""
    for name, hashed in named.items():
        table, column, row, version = name.split("/")
        last, hashes = rows.get((table, column, row), (-1, set()))
        if int(version) > last:
            rows[table, column, row] = (int(version), {hashed})
        elif int(version) == last:
            hashes.add(hashed)


def _wrong_heads(walk: _Walk, before: Heads) -> Iterator[str]:
    """The chains whose head is no event, or whose events go on after it."""
    after = _heads()
    for chain in sorted({*before, *walk.ends}, key=str):
        was, now = before.get(chain, NOTHING), after.get(chain, NOTHING)
        reached = was == NOTHING or walk.wanted.get((chain, was.number)) == was.hash
        if not reached or walk.ends.get(chain, NOTHING).number > now.number:
            yield f"chain {chain} head"


def _wrong_rows(rows: Mapping[Spot, tuple[int, set[str]]]) -> Iterator[str]:
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
    """The hash of each of these sealed values as stored, by row; of a file, as it lies on the disk."""
    if (table, column) == files.SPOT:
        return files.digests(ids)
    model = _model(table, column)
    found: dict[str, str] = {}
    for start in range(0, len(ids) if model else 0, AT_ONCE):
        part: Any = model._base_manager.filter(pk__in=ids[start : start + AT_ONCE])  # type: ignore[union-attr]
        values = part.values_list("pk", column)
        found.update((str(pk), value.digest().hex()) for pk, value in values if isinstance(value, Sealed))
    return found


def _model(table: str, column: str) -> type[models.Model] | None:
    """The model that keeps a sealed column, by the table's or the model's name."""
    for model in apps.get_models():
        meta = model._meta
        if table in (meta.db_table, meta.label_lower) and column in {f.name for f in meta.fields}:
            return model
    return None
