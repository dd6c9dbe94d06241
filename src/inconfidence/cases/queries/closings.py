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
from inconfidence.team.actor import LONDON
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


def local_day(moment: datetime) -> date:
    """The day of a moment on the clock of the service's wall."""
    return moment.astimezone(LONDON).date()


def last_reopened(door: OpenCase) -> datetime | None:
    """When the case was last opened again, if it ever was: what was agreed before that does not revive."""
    return max((found.reopened_at for found in closings(door) if found.reopened_at), default=None)


@dataclass(frozen=True, slots=True)
class RestsOn:
    """What a later day of destruction will rest on, one line each; and what this policy says of keeping itself.

    `default` is what the program goes by where the policy states no period, and why.
    """

    lines: tuple[str, ...]
    periods: tuple[str, ...]
    default: tuple[str, ...] = ()


def rests_on(closed: Closed, edition: Edition) -> RestsOn:
    """In words. No day is worked out here: that is the policy's own question, asked when the time comes."""
    found = closed.said["rests_on"]
    born = [_born(each) for each in found["births"]] or ["The child's birth is not known"]
    died = [f"Died: {_when(each.get('on'))}" for each in found["deaths"]]
    asked = periods_ask(edition)
    ever = [EVER[name][word] for name, word in found["ever"].items() if name in asked or word != "unknown"]
    holds = [f"Kept for now: {codes.label('hold', word).lower()}" for word in found["holds"]]
    lines = (f"Closed on {plain_date(closed.closed_on)}", *born, *died, *ever, *holds)
    periods = tuple(_periods(edition, found["ever"]))
    named = edition.naming("retention-source").own if edition.names("retention-source") else ()
    sources = tuple(_clause(edition, each) for each in named)
    return RestsOn(lines, sources + periods, () if periods else _default(edition))


def periods_ask(edition: Edition) -> frozenset[str]:
    """Which of the things in EVER the periods of this policy rest on."""
    rows = edition.rows.get("retention-period", ())
    return frozenset(str(row.values["category"]) for row in rows if "category" in row.values) & frozenset(
        EVER
    )


def _default(edition: Edition) -> tuple[str, ...]:
    """The default on keeping where no period is stated, each with why it is ours; not what it says of reopening."""
    if not edition.names("retention-review"):
        return ()
    found = (edition.clause(each) for each in edition.naming("retention-review").default)
    return tuple(f"{clause.says} (Default: {clause.why})" for clause in found if len(clause.effects) == 1)


def _clause(edition: Edition, clause_id: str) -> str:
    clause = edition.clause(clause_id)
    return f"{clause.says} ({clause.ref})"


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
        _clause(edition, row.clause)
        for row in edition.rows.get("retention-period", ())
        if {"from", "years"} <= set(row.values) and ever.get(str(row.values["category"]), "yes") != "no"
    ]
