"""What left the service: to whom, what, when, how, on which ground. What was refused, leads see beside it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from inconfidence.audit.acts import Act
from inconfidence.cases.queries import NeedsReason, OpenCase, identity, letters_among, open_case_for
from inconfidence.disclosure.facts import HOW, Sharing
from inconfidence.disclosure.models import Disclosure, Question, QuestionState
from inconfidence.disclosure.queries import places
from inconfidence.policy.vocabulary import Outcome
from inconfidence.team.actor import Actor
from inconfidence.team.queries import names
from inconfidence.web.parts import IdentityBar

NOT_SHARED = (Outcome.REFUSE, Outcome.REFER)


@dataclass(frozen=True, slots=True)
class LedgerLine:
    """One disclosure as it was recorded, with the answer of its own day.

    `letters` are those of ours to this very person among its items, each with its heading: they may be printed now.
    """

    id: UUID
    on: date
    recorded_at: datetime
    by: str
    told: str
    what: str
    items: tuple[str, ...]
    words: str
    how: str
    heading: str
    why: tuple[tuple[str, str], ...]
    clauses: tuple[tuple[str, str, str], ...]
    policy: str
    questions: tuple[str, ...]
    letters: tuple[tuple[UUID, str], ...] = ()


@dataclass(frozen=True, slots=True)
class RefusedLine:
    """One question that did not lead to sharing."""

    id: UUID
    at: datetime
    by: str
    told: str
    what: str
    outcome: str
    heading: str


@dataclass(frozen=True, slots=True)
class Ledger:
    """The ledger of one case. `refused` is filled for leads only."""

    reference: str
    identity: IdentityBar
    lines: tuple[LedgerLine, ...]
    refused: tuple[RefusedLine, ...]
    shows_refused: bool


WRITTEN = {
    "record_concern": "The concern",
    "record_law": "The order or duty, and its terms",
    "record_inspection": "The inspection",
    "offer_de_identified": "What was offered first",
    "record_public_interest": "The public interest",
    "record_use": "Its use",
    "log_discussion": "The talk",
}
WHAT = {
    "chosen": "What is listed here",
    "existence": "That the family has come to us",
    "whole_file": "The whole file",
    "example": "The story, as an example",
    "pattern": "A pattern in how things are done",
}


def ledger(actor: Actor, reference: str) -> Ledger | NeedsReason | None:
    """What was shared about one case, newest first. One event is recorded."""
    door = open_case_for(actor, reference, look=Act.ledger_seen)
    if not isinstance(door, OpenCase):
        return door
    people = names(actor.service_id)
    return Ledger(
        reference=door.reference,
        identity=identity(actor, door),
        lines=lines(door, people),
        refused=_refused(door, people) if actor.is_lead else (),
        shows_refused=actor.is_lead,
    )


def lines(door: OpenCase, people: Mapping[UUID, str]) -> tuple[LedgerLine, ...]:
    """The disclosures of an opened case, newest first. The day is the sealed one: no column in clear can move it."""
    rows = Disclosure.objects.filter(case_id=door.case_id)
    found = [_line(door, row, door.key.open(places.disclosure(row.id), row.record), people) for row in rows]
    return tuple(sorted(found, key=lambda line: (line.on, line.recorded_at), reverse=True))


def went_out(door: OpenCase, item_id: UUID, person: UUID) -> bool:
    """Whether an item of an opened case was shared with this person on it."""
    rows = Disclosure.objects.filter(case_id=door.case_id)
    opened = (door.key.open(places.disclosure(row.id), row.record) for row in rows)
    return any(_goes_to(said, person) and str(item_id) in _ids(said) for said in opened)


def _goes_to(said: Mapping[str, Any], person: UUID) -> bool:
    return bool(said["sharing"]["who"] == f"person:{person}")


def _ids(said: Mapping[str, Any]) -> dict[str, str]:
    return {item["id"]: item["heading"] for item in said["items"]}


def _letters(door: OpenCase, said: Mapping[str, Any]) -> tuple[tuple[UUID, str], ...]:
    """Letters of ours that this disclosure let go to the very person they are written to."""
    headings = _ids(said)
    written = letters_among(door, [UUID(item) for item in headings])
    return tuple((item, headings[str(item)]) for item, to in written.items() if _goes_to(said, to))


def _line(door: OpenCase, row: Disclosure, said: Mapping[str, Any], people: Mapping[UUID, str]) -> LedgerLine:
    sharing, decision = Sharing.from_json(said["sharing"]), said["decision"]
    return LedgerLine(
        id=row.id,
        on=date.fromisoformat(said["on"]) if "on" in said else row.happened_on,
        recorded_at=row.recorded_at,
        by=people.get(row.shared_by_id, ""),
        told=said["told"],
        what=WHAT[sharing.what],
        items=_items(said["items"], sharing),
        words=sharing.telling,
        how=HOW[said["how"]].lower(),
        heading=said["heading"],
        why=_why(said, sharing),
        clauses=tuple((clause["id"], clause["ref"], clause["says"]) for clause in decision["clauses"]),
        policy=said["service_line"],
        questions=tuple(said.get("questions", ())),
        letters=_letters(door, said),
    )


def _why(said: Mapping[str, Any], sharing: Sharing) -> tuple[tuple[str, str], ...]:
    """What stands behind it in people's own words: a label and the words, none of them twice."""
    lead = said.get("lead") or {}
    written = [(WRITTEN.get(kind, "Written down with it"), text) for kind, text in said["duties"].items()]
    found = [
        ("Why they need it", sharing.need),
        ("The law, letter or order", sharing.law_named),
        ("What was said or seen", sharing.grounds),
        ("Why it was not safe to speak to them first", sharing.why_unsafe),
        *written,
        ("The sharing protocol", said.get("protocol", "")),
        ("Looked through for what must stay secret", "; ".join(said.get("looked", ()))),
        (f"{lead.get('by', '')} decided yes", lead.get("reason", "")),
    ]
    first: dict[str, str] = {}
    for label, text in found:
        first.setdefault(text, label)
    return tuple((label, text) for text, label in first.items() if text)


def _items(stored: list[dict[str, str]], sharing: Sharing) -> tuple[str, ...]:
    needs = {one.item: one.need for one in sharing.chosen}
    return tuple(f"{item['heading']} – {needs.get(item['id'], '')}".rstrip(" –") for item in stored)


def _refused(door: OpenCase, people: Mapping[UUID, str]) -> tuple[RefusedLine, ...]:
    """Questions answered with no, not yet or ask; one that a lead agreed to and that was shared is in the ledger."""
    rows = Question.objects.filter(case_id=door.case_id, outcome__in=NOT_SHARED).order_by("-asked_at")
    rows = rows.exclude(state=QuestionState.SHARED)
    return tuple(_not_shared(row, door.key.open(places.question(row.id), row.record), people) for row in rows)


def _not_shared(row: Question, said: Mapping[str, Any], people: Mapping[UUID, str]) -> RefusedLine:
    return RefusedLine(
        id=row.id,
        at=row.asked_at,
        by=people.get(row.asked_by_id, ""),
        told=said["told"],
        what=WHAT[said["sharing"]["what"]],
        outcome=row.outcome,
        heading=said["heading"],
    )
