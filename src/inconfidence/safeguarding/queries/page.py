"""One concern: where it goes, what comes first, who has been told, and everything written down about it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from inconfidence.audit.acts import Act
from inconfidence.cases.queries.happened import moment_words
from inconfidence.policy.edition import Edition
from inconfidence.policy.explain import Answer, Cited
from inconfidence.safeguarding.facts import ask, hearers, in_force, roads, route_clauses, standing_of
from inconfidence.safeguarding.models import Concern, Entry
from inconfidence.safeguarding.queries.inbox import ConcernRow, late, names_of, reach, row_of, saw
from inconfidence.safeguarding.queries.places import entry_place, own_place, place
from inconfidence.safeguarding.words import ABOUT, BELIEFS, SPOKEN
from inconfidence.team.actor import Actor
from inconfidence.vault.groups import Group, open_from_group, open_from_person

Said = dict[str, Any]
TICKS = {
    "child_hurt": "A child may be at risk too",
    "emergency": "There was no time to ask",
    "consulted": "It was talked over with the head of service",
    "violence_procedure": "The work-related violence procedure was started",
}
TEXTS = {
    "reasons": "Why",
    "checked": "What was meant was checked",
    "why_unsafe": "Why it is not safe to speak to them",
    "what": "What was passed on",
    "mending": "To mend the relationship",
}


@dataclass(frozen=True, slots=True)
class Road:
    """Where one kind of concern goes."""

    about: str
    answer: Answer
    clauses: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class EntryView:
    """One entry in words: when, by whom, and a line for each thing that was said. `happened`: when it truly was."""

    at: datetime
    happened: str
    by: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ConcernPage:
    """One concern. `words` and `about`, a case's reference, are the leads' alone.

    `answer` is empty while nobody has said whom it is about; then `roads` shows where each kind goes. `route` are the
    clauses that say who hears of it.
    """

    row: ConcernRow
    words: str
    about: str
    entries: tuple[EntryView, ...]
    answer: Answer | None
    route: tuple[Cited, ...]
    roads: tuple[Road, ...]
    hearers: dict[str, str]
    told: tuple[str, ...]
    violence: bool
    mends: bool


def concern(actor: Actor, concern_id: UUID) -> ConcernPage | None:
    """One concern, for a lead and for whoever raised it. None: missing, another service's, or not for this person."""
    row = reach(actor).filter(id=concern_id).first()
    if row is None:
        return None
    said = _words(actor, row) if actor.is_lead else {"words": "", "about": ""}
    written = _opened(actor, row)
    edition, facts = in_force(actor), standing_of(_dated(written)).facts
    people, called = names_of(actor), hearers(edition) if edition else {}
    answer = ask(edition, facts).answer() if edition and facts else None
    saw(actor, Act.concern_seen, row.id)
    return ConcernPage(
        row=row_of(row, people, late(actor)),
        words=said["words"],
        about=said["about"],
        entries=tuple(_views(written, people, called)),
        answer=answer,
        route=route_clauses(edition, answer) if edition and answer else (),
        roads=_roads(edition) if edition and facts is None else (),
        hearers=called,
        told=tuple(said for code, said in called.items() if facts and code in facts.to),
        violence=bool(
            edition and facts and edition.names("violence-procedure") and facts.about == "employee"
        ),
        mends=bool(edition and edition.names("mending")),
    )


def where_concerns_go(actor: Actor) -> tuple[Road, ...]:
    """Where each kind of concern goes under this service's policy; empty while no policy is in force."""
    edition = in_force(actor)
    return _roads(edition) if edition else ()


def _roads(edition: Edition) -> tuple[Road, ...]:
    found = roads(edition).items()
    return tuple(Road(ABOUT[about], said, route_clauses(edition, said)) for about, said in found)


def entries_of(actor: Actor, row: Concern) -> list[tuple[datetime, Said]]:
    """Everything written down about a concern with when it truly was, as far as this person's key opens it."""
    return _dated(_opened(actor, row))


def _dated(written: Iterable[tuple[Entry, Said]]) -> list[tuple[datetime, Said]]:
    return [(entry.happened_at or entry.recorded_at, said) for entry, said in written]


def _words(actor: Actor, row: Concern) -> Said:
    return open_from_group(actor.keyring, actor.service_id, Group.leads, place(row.id), row.record)


def _opened(actor: Actor, row: Concern) -> list[tuple[Entry, Said]]:
    """A lead opens what is sealed to the leads, everybody else what is sealed to them."""
    written = Entry.objects.filter(concern=row).order_by("recorded_at", "id")
    if actor.is_lead:
        return [(entry, _for_leads(actor, entry)) for entry in written]
    return [
        (entry, open_from_person(actor.keyring, own_place(entry.id), entry.own_record))
        for entry in written
        if entry.own_record is not None
    ]


def _for_leads(actor: Actor, entry: Entry) -> Said:
    return open_from_group(actor.keyring, actor.service_id, Group.leads, entry_place(entry.id), entry.record)


def _views(
    written: Iterable[tuple[Entry, Said]], people: Mapping[UUID, str], called: Mapping[str, str]
) -> Iterator[EntryView]:
    for entry, said in written:
        lines = tuple(_lines(said, called))
        if lines:
            yield EntryView(
                entry.recorded_at,
                moment_words(entry.happened_at),
                people.get(entry.recorded_by_id, ""),
                lines,
            )


def _lines(said: Said, called: Mapping[str, str]) -> Iterator[str]:
    """What an entry says, a line for each thing."""
    if said["about"]:
        yield ABOUT[said["about"]]
    if said["belief"]:
        yield BELIEFS[said["belief"]]
    if said["spoken_to"]:
        yield f"They were spoken to: {SPOKEN[said['spoken_to']].lower()}"
    yield from (words for name, words in TICKS.items() if said[name])
    if said["told"]:
        names = ", ".join(called.get(each, each) for each in said["told"])
        yield f"{'They knew already' if said['already'] else 'Told'}: {names}"
    yield from (f"{words}: {said[name]}" for name, words in TEXTS.items() if said[name])
