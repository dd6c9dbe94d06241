"""The sealed entries of one opened case, in the order in which they were recorded."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from inconfidence.cases.queries import OpenCase
from inconfidence.consent.models import Entry
from inconfidence.vault.sealed import Place


@dataclass(frozen=True, slots=True)
class Recorded:
    """One entry, opened: what it says, when and by whom it was recorded."""

    id: UUID
    recorded_at: datetime
    recorded_by: UUID
    said: dict[str, Any]


def place(entry_id: UUID) -> Place:
    """Where an entry is bound to. It never changes, so its version is always the first."""
    return Place("consent_entry", "record", entry_id, 1)


def records(door: OpenCase) -> tuple[Recorded, ...]:
    """Every entry of an opened case, oldest first."""
    rows = Entry.objects.filter(case_id=door.case_id).order_by("recorded_at", "id")
    return tuple(
        Recorded(row.id, row.recorded_at, row.recorded_by_id, door.key.open(place(row.id), row.record))
        for row in rows
    )


def next_review(entries: Iterable[Recorded]) -> date | None:
    """The soonest review date among answers that nothing later has replaced or taken back."""
    standing: dict[tuple[str, frozenset[str], frozenset[str]], date | None] = {}
    for entry in entries:
        said = entry.said
        chosen = frozenset(said["recipients"])
        if said["answer"] in {"refused", "withdrawn"}:
            standing = {key: due for key, due in standing.items() if not _ended(key, said["kind"], chosen)}
        elif said["answer"] == "given":
            due = date.fromisoformat(said["review_on"]) if said["review_on"] else None
            standing[said["kind"], chosen, frozenset(said["purposes"])] = due
    return min((due for due in standing.values() if due), default=None)


def _ended(key: tuple[str, frozenset[str], frozenset[str]], kind: str, chosen: frozenset[str]) -> bool:
    """Whether a no of this kind, to these people or (none named) to all, ends what `key` stands for."""
    return key[0] == kind and (not chosen or (bool(key[1]) and key[1] <= chosen))
