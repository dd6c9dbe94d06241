"""How each decision is made, as a case keeps it: by themselves, with help, or by somebody else, as judged for it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from types import MappingProxyType
from uuid import UUID

from inconfidence.cases.queries import (
    InvolvedView,
    NeedsReason,
    OpenCase,
    identity,
    involved,
    open_case_for,
    right,
    staff,
)
from inconfidence.consent.queries.records import DECIDING, Recorded, records
from inconfidence.consent.queries.sentences import may_hear
from inconfidence.policy.standing.deciding import DecidingEntry, decided_how
from inconfidence.policy.standing.passing import Whose
from inconfidence.team.actor import Actor
from inconfidence.web.parts import IdentityBar

HOW: Mapping[str, str] = MappingProxyType(
    {
        "themselves": "They decide for themselves",
        "with_help": "They decide for themselves, and somebody helps them",
        "cannot": "For this decision they cannot, even with help",
    }
)
WHOSE: Mapping[str, str] = MappingProxyType(
    {"own": "The person we help", "young_person": "The young person the work is about"}
)


# A helper who is the person we help: a parent, on her own case, in what is the young person's to decide.
CLIENT = "client"
THE_CLIENT = "The person we help"
THEIR_CASE = "What is on this case, for it is their own"


@dataclass(frozen=True, slots=True)
class DecidingLine:
    """One entry about a decision, in words: since when, how, who helps; or who judged it, why, and who then acts."""

    on: date
    how: str
    helper: str
    judged_by: str
    grounds: str
    acts: str
    by: str
    recorded_at: datetime


@dataclass(frozen=True, slots=True)
class DecisionView:
    """One decision: what and whose it is, how it is made today, every entry about it, the newest first.

    `helper` is who helps today and `hears` what they may hear of it: what was agreed, and on their own case what is
    on it. `agreeing` would change what they may hear.
    """

    id: UUID
    what: str
    whose: str
    how: str
    lines: tuple[DecidingLine, ...]
    helper: str = ""
    hears: tuple[str, ...] = ()
    agreeing: bool = False
    theirs: bool = False


@dataclass(frozen=True, slots=True)
class DecisionsPage:
    """The decisions of a case, the newest first; and what the form for one needs. `one` has a page of its own."""

    reference: str
    identity: IdentityBar
    involved: tuple[InvolvedView, ...]
    young_person: bool
    decisions: tuple[DecisionView, ...]
    one: DecisionView | None = None


def decisions_page(
    actor: Actor, reference: str, decision: UUID | None = None
) -> DecisionsPage | NeedsReason | None:
    """Open a case and say how its decisions are made; None for a decision it does not have. One event is recorded."""
    door = open_case_for(actor, reference)
    if not isinstance(door, OpenCase):
        return door
    found = tuple(reversed([_view(actor, door, said) for said in _decisions(door).values()]))
    one = next((view for view in found if view.id == decision), None)
    if decision and one is None:
        return None
    theirs = right(door, actor.today()).stage != "before"
    return DecisionsPage(door.reference, identity(actor, door), involved(door), theirs, found, one)


def decision_of(door: OpenCase, decision: UUID) -> list[Recorded] | None:
    """The entries about one decision of an opened case, in the order of writing; None where there is none."""
    return _decisions(door).get(decision)


def _decisions(door: OpenCase) -> dict[UUID, list[Recorded]]:
    found: dict[UUID, list[Recorded]] = {}
    for entry in records(door):
        if entry.said["kind"] == DECIDING:
            found.setdefault(UUID(entry.said[DECIDING]["decision"]), []).append(entry)
    return found


def _view(actor: Actor, door: OpenCase, entries: list[Recorded]) -> DecisionView:
    first, latest = entries[0].said[DECIDING], _latest(entries)
    how = decided_how([_entry(one) for one in entries], actor.now(), actor.today())
    whose: Whose = "young_person" if first["whose"] == "young_person" else "own"
    helper = latest.said[DECIDING]["helper"] if how == "with_help" else ""
    return DecisionView(
        id=UUID(first["decision"]),
        what=first["what"],
        whose=WHOSE[whose],
        how=HOW[how],
        lines=tuple(_line(actor, door, one) for one in sorted(entries, key=_order, reverse=True)),
        helper=_helper(door, helper),
        hears=_hears(actor, door, helper, whose),
        agreeing=bool(helper) and helper != CLIENT,
        theirs=whose == "young_person",
    )


def _entry(found: Recorded) -> DecidingEntry:
    return DecidingEntry(how=found.said[DECIDING]["how"], on=_on(found), recorded=found.recorded_at)


def _on(found: Recorded) -> date:
    return date.fromisoformat(found.said["happened_on"])


def _order(found: Recorded) -> tuple[date, datetime]:
    return _on(found), found.recorded_at


def _latest(entries: list[Recorded]) -> Recorded:
    return max(entries, key=_order)


def _helper(door: OpenCase, helper: str | None) -> str:
    """Who helps, in words; empty where nobody does."""
    if helper == CLIENT:
        return THE_CLIENT
    return next((who.title for who in involved(door) if str(who.id) == helper), "")


def _hears(actor: Actor, door: OpenCase, helper: str | None, whose: Whose) -> tuple[str, ...]:
    if helper == CLIENT:
        return (THEIR_CASE,)
    on_case = next((who for who in involved(door) if str(who.id) == helper), None)
    return may_hear(door, actor.today(), on_case, whose) if on_case else ()


def _line(actor: Actor, door: OpenCase, found: Recorded) -> DecidingLine:
    said = found.said[DECIDING]
    return DecidingLine(
        on=_on(found),
        how=HOW[said["how"]],
        helper=_helper(door, said["helper"]),
        judged_by=said["judged_by"],
        grounds=said["grounds"],
        acts=said["acts"],
        by=staff(actor, door).get(found.recorded_by, ""),
        recorded_at=found.recorded_at,
    )
