"""That a case was closed and opened again: when, by whom, and what was said."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from inconfidence.cases.models import Closing
from inconfidence.cases.queries import places
from inconfidence.cases.queries.door import OpenCase


@dataclass(frozen=True, slots=True)
class Closed:
    """One closing, opened. `reopened_at` is set once the case was opened again."""

    id: UUID
    closed_on: date
    recorded_at: datetime
    closed_by: UUID
    reopened_at: datetime | None
    reopened_by: UUID | None
    said: dict[str, Any]


def closings(door: OpenCase) -> tuple[Closed, ...]:
    """Every closing of an opened case, the first one first."""
    return door.once("closings", lambda: _read(door))


def _read(door: OpenCase) -> tuple[Closed, ...]:
    rows = Closing.objects.filter(case_id=door.case_id).order_by("recorded_at", "id")
    return tuple(
        Closed(
            row.id,
            row.closed_on,
            row.recorded_at,
            row.closed_by_id,
            row.reopened_at,
            row.reopened_by_id,
            door.key.open(places.closing(row.id), row.record),
        )
        for row in rows
    )


def last_reopened(door: OpenCase) -> datetime | None:
    """When the case was last opened again, if it ever was: what was agreed before that does not revive."""
    return max((found.reopened_at for found in closings(door) if found.reopened_at), default=None)
