"""The sealed entries of one opened case, in the order in which they were recorded."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from inconfidence.cases.queries import OpenCase
from inconfidence.consent.models import Entry
from inconfidence.vault.sealed import Place

LONDON = ZoneInfo("Europe/London")
NO = frozenset({"refused", "withdrawn"})
# What we did about a form of theirs: kept beside their answers, and none of them.
DECIDING = "deciding"
OURS = frozenset({"reminded", "gone_through", DECIDING})


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
    """Every entry of an opened case in the order of writing; of two written together the no comes last."""
    return door.once("consents", lambda: _read(door))


def _read(door: OpenCase) -> tuple[Recorded, ...]:
    rows = Entry.objects.filter(case_id=door.case_id).order_by("recorded_at", "id")
    found = (
        Recorded(row.id, row.recorded_at, row.recorded_by_id, door.key.open(place(row.id), row.record))
        for row in rows
    )
    return tuple(sorted(found, key=lambda entry: (entry.recorded_at, entry.said["answer"] in NO)))


def answers(door: OpenCase) -> tuple[Recorded, ...]:
    """The same without what we did ourselves: their answers, and the forms that came back."""
    return tuple(entry for entry in records(door) if entry.said["answer"] not in OURS)


def as_said(entries: Iterable[Recorded]) -> list[Recorded]:
    """The same in the order in which it was said; of two said and written together the no comes last, and counts."""
    return sorted(
        entries,
        key=lambda found: (
            moment_of(found) or found.recorded_at,
            found.recorded_at,
            found.said["answer"] in NO,
        ),
    )


def moment_of(found: Recorded) -> datetime | None:
    """When the answer was given: the hour if it was noted, else the latest it can have been. None if nobody knows."""
    said = found.said
    if not said["happened_on"]:
        return None
    hour = time.fromisoformat(said["happened_at"]) if said["happened_at"] else time(23, 59)
    latest = datetime.combine(date.fromisoformat(said["happened_on"]), hour, LONDON)
    return min(latest.astimezone(UTC), found.recorded_at)


def next_review(entries: Iterable[Recorded]) -> date | None:
    """The soonest review date among answers that nothing later has replaced or taken back."""
    standing: dict[tuple[tuple[str, str], frozenset[str], frozenset[str]], date | None] = {}
    for entry in as_said(entries):
        said = entry.said
        chosen, asked = frozenset(said["recipients"]), (said["kind"], said["giver"])
        if said["answer"] in NO:
            standing = {key: due for key, due in standing.items() if not _ended(key, asked, chosen)}
        elif said["answer"] == "given":
            due = date.fromisoformat(said["review_on"]) if said["review_on"] else None
            standing[asked, chosen, frozenset(said["purposes"])] = due
    return min((due for due in standing.values() if due), default=None)


def _ended(
    key: tuple[tuple[str, str], frozenset[str], frozenset[str]],
    asked: tuple[str, str],
    chosen: frozenset[str],
) -> bool:
    """Whether a no of this kind by this person, to these people or (none named) to all, ends what `key` stands for."""
    return key[0] == asked and (not chosen or (bool(key[1]) and key[1] <= chosen))
