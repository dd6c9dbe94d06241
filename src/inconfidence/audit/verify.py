"""Checking the record: every chain whole, and every sealed row and file what its last event says."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from django.apps import apps
from django.db import models

from inconfidence.audit import anchor
from inconfidence.audit.models import Chain
from inconfidence.audit.walk import NOTHING, Heads, Spot, Walk, walk
from inconfidence.vault import files
from inconfidence.vault.alarms import Alarm, raise_alarm
from inconfidence.vault.sealed import Sealed

Anchored = Literal["ok", "behind", "none", "broken"]
AT_ONCE = 500


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


def verify(processes: int = 1) -> Verdict:
    """Walk every chain, compare its head and its anchor, then every sealed row with its last event.

    The events are read by so many processes side by side; more than one only where nothing else runs in this one.
    The program may be running: what is found wrong counts when a second reading finds it too. Raises the alarm
    when anything is wrong; shows places and numbers, never content.
    """
    verdict, faults = _read(processes)
    if faults:
        verdict, again = _read(processes)
        faults = [fault for fault in faults if fault in again]
    if not faults:
        return Verdict(verdict.events, ok=True, first_bad=None, anchor=verdict.anchor)
    raise_alarm(Alarm.AUDIT_BROKEN)
    return Verdict(verdict.events, ok=False, first_bad=faults[0], anchor=verdict.anchor)


def _read(processes: int) -> tuple[Verdict, list[str]]:
    """One reading. Anchors and heads are read before the events, which may only have grown since."""
    try:
        noted, altered = anchor.known(), False
    except anchor.AlteredError:
        noted, altered = {}, True
    heads = _heads()
    ends = [(chain, end.number) for each in (noted, heads) for chain, end in each.items()]
    found = walk(ends, processes)
    lost = [chain for chain, end in noted.items() if found.wanted.get((chain, end.number)) != end.hash]
    faults = [*found.faults, *_wrong_heads(found, heads), *_wrong_rows(found.rows)]
    faults += [f"anchor of chain {chain}" for chain in lost]
    if altered:
        faults.append("anchors")
    state: Anchored = "broken" if lost or altered else _state(found)
    return Verdict(found.events, not faults, None, state), faults


def _state(found: Walk) -> Anchored:
    """Whether the host's notes, read again, reach the end of every chain."""
    noted = anchor.known()
    if not noted:
        return "none"
    behind = any(noted.get(chain, NOTHING).number < end.number for chain, end in found.ends.items())
    return "behind" if behind else "ok"


def _heads() -> Heads:
    return {c.id: anchor.Known(c.number, bytes(c.hash)) for c in Chain.objects.order_by("id")}


def _wrong_heads(found: Walk, before: Heads) -> Iterator[str]:
    """The chains whose head is no event, or whose events go on after it."""
    after = _heads()
    for chain in sorted({*before, *found.ends}, key=str):
        was, now = before.get(chain, NOTHING), after.get(chain, NOTHING)
        reached = was == NOTHING or found.wanted.get((chain, was.number)) == was.hash
        if not reached or found.ends.get(chain, NOTHING).number > now.number:
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
