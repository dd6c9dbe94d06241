"""That a case was closed and opened again: when, by whom, and what was said."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from inconfidence import codes
from inconfidence.cases.models import Closing
from inconfidence.cases.queries import places
from inconfidence.cases.queries.door import OpenCase
from inconfidence.policy.edition import Edition
from inconfidence.web.wording import plain_date


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


@dataclass(frozen=True, slots=True)
class RestsOn:
    """What a later day of destruction will rest on, one line each; and the periods that this policy states itself."""

    lines: tuple[str, ...]
    periods: tuple[str, ...]


def rests_on(closed: Closed, edition: Edition) -> RestsOn:
    """In words. No day is worked out here: that is the policy's own question, asked when the time comes."""
    found = closed.said["rests_on"]
    born = [_born(each) for each in found["births"]] or ["The child's birth is not known"]
    died = [f"Died: {_when(each.get('on'))}" for each in found["deaths"]]
    ever = [EVER[name][word] for name, word in found["ever"].items()]
    holds = [f"Kept for now: {codes.label('hold', word).lower()}" for word in found["holds"]]
    lines = (f"Closed on {plain_date(closed.closed_on)}", *born, *died, *ever, *holds)
    return RestsOn(lines, tuple(_periods(edition, found["ever"])))


EVER = {
    "in_care": {
        "yes": "The child was in care at some time while we worked with them",
        "no": "The child was not in care while we worked with them",
        "unknown": "Whether the child was ever in care is not known",
    },
    "supervision_order": {
        "yes": "The child was under a supervision order at some time",
        "no": "The child was not under a supervision order",
        "unknown": "Whether there was ever a supervision order is not known",
    },
}


def _born(each: dict[str, Any]) -> str:
    if each.get("on"):
        return f"The child was born on {plain_date(date.fromisoformat(each['on']))}"
    return f"The child was born in {each['year']}" if each.get("year") else "The child's birth is not known"


def _when(written: str | None) -> str:
    return plain_date(date.fromisoformat(written)) if written else "the day is not known"


def _periods(edition: Edition, ever: dict[str, str]) -> list[str]:
    """The periods of this policy that this file may fall under, with their clauses; none where it states none."""
    return [
        f"{edition.clause(row.clause).says} ({edition.clause(row.clause).ref})"
        for row in edition.rows.get("retention-period", ())
        if {"from", "years"} <= set(row.values) and ever.get(str(row.values["category"]), "yes") != "no"
    ]
