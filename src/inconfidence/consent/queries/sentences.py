"""Who we may talk to now, in words. A yes is shown only where the question itself would answer yes."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from inconfidence import codes
from inconfidence.cases.queries import InvolvedView, OpenCase, involved, last_reopened, right
from inconfidence.consent.queries.history import listed
from inconfidence.consent.queries.records import NO, Recorded, answers
from inconfidence.consent.queries.talking import COUNCIL, EVERYONE, Asking, State, state_of
from inconfidence.policy.standing.passing import Passing, Whose
from inconfidence.web.wording import MONTHS

BOTH: tuple[Whose, ...] = ("young_person", "own")


@dataclass(frozen=True, slots=True)
class TalkView:
    """Who we may talk to, in words: each yes, the no that closes it, what to see to before using a yes.

    `waiting` are answers of theirs that do not count yet, each with what is still wanting.
    """

    yes: tuple[str, ...]
    no: str
    notes: tuple[str, ...]
    waiting: tuple[str, ...] = ()


CLOSED = "the case is closed. Before you use a yes that stands here, ask them whether it still holds."
YOUNG_PERSON = "about the young person"
OWN = "about the person we help"


def who_we_may_talk_to(door: OpenCase, today: date) -> TalkView:
    """From the entries that count today: whom we may talk to about what, until when, and that nobody else may hear.

    Once a young person answers for themselves, what is about them and what is the own of the person we help are two.
    """
    ended = (CLOSED,) if door.state == "closed" else ()
    now = right(door, today)
    if not now.passed:
        found = _talk(_asking(door, today, "own", now))
        return replace(found, waiting=(*ended, *found.waiting))
    theirs, own = (_talk(_asking(door, today, whose, now)) for whose in BOTH)
    return TalkView(
        yes=(*_marked(theirs.yes, YOUNG_PERSON), *_marked(own.yes, f"only {OWN}")),
        no=f"{theirs.no} ({YOUNG_PERSON}); {own.no} ({OWN})",
        notes=tuple(dict.fromkeys((*theirs.notes, *own.notes))),
        waiting=(*ended, *theirs.waiting, *own.waiting),
    )


def may_hear(door: OpenCase, today: date, who: InvolvedView, whose: Whose) -> tuple[str, ...]:
    """What somebody on the case may hear today of what is `whose`, from what was agreed: one line, or none."""
    asking = _asking(door, today, whose, right(door, today))
    yes, chosen = _said_yes_to(asking.theirs), f"person:{who.id}"
    reached = {chosen, who.role, f"body:{who.body}" if who.body else "", EVERYONE}
    matters = {matter for each in reached for matter in yes.get(each, ())}
    line = _line(asking, chosen, matters)
    return (line.yes,) if line.yes else ()


def _marked(lines: Iterable[str], about: str) -> tuple[str, ...]:
    return tuple(f"{line} ({about})" for line in lines)


def _asking(door: OpenCase, today: date, whose: Whose, now: Passing) -> Asking:
    people = {f"person:{who.id}": who for who in involved(door)}
    return Asking(answers(door), people, door.edition, today, last_reopened(door), whose, now)


def _talk(asking: Asking) -> TalkView:
    lines = [_line(asking, chosen, matters) for chosen, matters in _said_yes_to(asking.theirs).items()]
    live = [line for line in lines if line.yes]
    return TalkView(
        yes=tuple(line.yes for line in live),
        no=_no(asking, lines),
        notes=tuple(note for line in live for note in line.notes),
        waiting=tuple(words for line in lines for words in line.waiting),
    )


def _said_yes_to(found: Iterable[Recorded]) -> dict[str, set[str]]:
    """Everybody to whom a yes was ever given, with the matters: candidates, each still to be asked of the core."""
    matters: dict[str, set[str]] = {}
    for entry in found:
        said = entry.said
        if said["kind"] == "share" and said["answer"] == "given":
            everyone = [EVERYONE] if said["reach"] == "everyone" else []
            for chosen in [*said["recipients"], *everyone]:
                matters.setdefault(chosen, set()).update(said["purposes"])
    return matters


@dataclass(frozen=True, slots=True)
class Line:
    """One recipient's part of the sentence; `yes` is empty when nothing may be told them today."""

    chosen: str
    council: bool
    matters: tuple[str, ...]
    yes: str
    waiting: tuple[str, ...]
    notes: tuple[str, ...]


def _line(asking: Asking, chosen: str, matters: set[str]) -> Line:
    states = {matter: state_of(asking, chosen, matter) for matter in sorted(matters)}
    live = {matter: state for matter, state in states.items() if state.stands and not state.wanting}
    who = asking.who(chosen)
    return Line(
        chosen=chosen,
        council=chosen == EVERYONE or asking.body(chosen) == COUNCIL,
        matters=tuple(live),
        yes=_yes(who, live, asking.today),
        waiting=_waiting(who, states),
        notes=tuple({note: None for state in live.values() for note in state.notes(who)}),
    )


def _yes(who: str, live: dict[str, State], today: date) -> str:
    if not live:
        return ""
    until = min((state.until for state in live.values() if state.until), default=None)
    parts = (
        f"{who}, {_about(live)}",
        "and only the papers they chose" if any(state.some_items for state in live.values()) else "",
        f"until {_short(until, today)}" if until and until >= today else "",
    )
    return ", ".join(part for part in parts if part)


def _waiting(who: str, states: dict[str, State]) -> tuple[str, ...]:
    """One sentence for each thing that is wanting, with the matters it keeps waiting."""
    held: dict[str, list[str]] = {}
    for matter, state in states.items():
        if state.stands and state.wanting:
            held.setdefault(state.wanting, []).append(matter)
    return tuple(f"{who}, {_about(matters)}. {wanting}" for wanting, matters in held.items())


def _about(matters: Iterable[str]) -> str:
    return f"about {listed([codes.label('consent_purpose', matter) for matter in matters])}"


BECAUSE = {
    "refused": "they said no",
    "withdrawn": "they changed their mind",
    "asked": "they were asked and have not answered",
    "implied": "they hinted at it and have not said yes",
    "given": "nothing they agreed to counts now",
}


ON_THE_FORM = "whom their form says we may talk to is still to be recorded as an answer"


def _no(asking: Asking, lines: list[Line]) -> str:
    """What closes the list: nobody else where some may hear, and where everybody may, nothing else."""
    live = [line for line in lines if line.yes]
    everybody = next((line for line in live if line.chosen == EVERYONE), None)
    if everybody:
        left_out = [asking.who(chosen) for chosen in _left_out(asking, everybody)]
        return "; ".join([*left_out, "anything else about the family, and the whole file"])
    until_then = any(line.waiting for line in lines)
    if live:
        council = any(line.council for line in live)
        return "everybody else" if council else "everybody else, including the council"
    if until_then:
        return "everybody, including the council, until then"
    return f"everybody, including the council: {_because(asking.theirs)}"


def _because(found: tuple[Recorded, ...]) -> str:
    said: Iterable[dict[str, Any]] = (
        entry.said for entry in reversed(found) if entry.said["kind"] in {"share", "wish"}
    )
    last = next((one["answer"] for one in said), "")
    on_the_form = any("talk" in entry.said.get("permissions", ()) for entry in found)
    return BECAUSE.get(last, ON_THE_FORM if on_the_form else "they have not been asked")


def _left_out(asking: Asking, everybody: Line) -> list[str]:
    """Those about whom they said no, or took their yes back, and may not hear of what everybody else may."""
    noes = [
        entry.said for entry in asking.theirs if entry.said["kind"] == "share" and entry.said["answer"] in NO
    ]
    named = dict.fromkeys(chosen for said in noes for chosen in said["recipients"])
    return [
        chosen
        for chosen in named
        if not all(state_of(asking, chosen, matter).stands for matter in everybody.matters)
    ]


def _short(day: date, today: date) -> str:
    year = "" if day.year == today.year else f" {day.year}"
    return f"{day.day} {MONTHS[day.month - 1]}{year}"
