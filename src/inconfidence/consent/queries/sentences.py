"""Who we may talk to now, in words. A yes is shown only where the question itself would answer yes."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from inconfidence import codes
from inconfidence.cases.queries import InvolvedView, OpenCase, involved, last_reopened
from inconfidence.consent.queries.history import listed, who_in_words
from inconfidence.consent.queries.records import NO, Recorded, answers
from inconfidence.consent.queries.standing import ALL_MATTERS, as_entry
from inconfidence.policy.edition import Edition
from inconfidence.policy.explain import answer
from inconfidence.policy.facts import built
from inconfidence.policy.questions.may_disclose import may_disclose
from inconfidence.policy.standing.consent import ConsentStanding, consent_standing
from inconfidence.policy.vocabulary import Outcome, Question
from inconfidence.web.wording import MONTHS

COUNCIL = "body:la"
EVERYONE = "everyone"
SOUND = frozenset({"form", "letter", "telephone_note"})
BODIES = {COUNCIL: "council", "body:care": "council", "body:family": "relative"}


@dataclass(frozen=True, slots=True)
class TalkView:
    """Who we may talk to, in words: each yes, the no that closes it, what to see to before using a yes.

    `waiting` are answers of theirs that do not count yet, each with what is still wanting.
    """

    yes: tuple[str, ...]
    no: str
    notes: tuple[str, ...]
    waiting: tuple[str, ...] = ()


def who_we_may_talk_to(door: OpenCase, today: date) -> TalkView:
    """From the entries that count today: whom we may talk to about what, until when, and that nobody else may hear."""
    found = answers(door)
    people = {f"person:{who.id}": who for who in involved(door)}
    ended = (CLOSED,) if door.state == "closed" else ()
    asking = Asking(found, people, door.edition, today, last_reopened(door))
    lines = [_line(asking, chosen, matters) for chosen, matters in _said_yes_to(found).items()]
    live = [line for line in lines if line.yes]
    return TalkView(
        yes=tuple(line.yes for line in live),
        no=_no(asking, lines),
        notes=tuple(note for line in live for note in line.notes),
        waiting=(*ended, *(words for line in lines for words in line.waiting)),
    )


CLOSED = "the case is closed. Before you use a yes that stands here, ask them whether it still holds."


@dataclass(frozen=True, slots=True)
class Asking:
    """What every line is worked out from: the entries, who is on the case, the policy, today, the last reopening."""

    found: tuple[Recorded, ...]
    on_case: dict[str, InvolvedView]
    edition: Edition
    today: date
    reopened: datetime | None

    def role(self, chosen: str) -> str:
        """The role of somebody on the case; anybody else as they were chosen."""
        return self.on_case[chosen].role if chosen in self.on_case else chosen

    def body(self, chosen: str) -> str:
        """The body a recipient belongs to, or is."""
        return chosen if chosen.startswith("body:") else codes.body(self.role(chosen))

    def recipient(self, chosen: str) -> str:
        """The core's word for a recipient."""
        if chosen.startswith("body:"):
            return BODIES.get(chosen, "professional")
        return codes.recipient(self.role(chosen))

    def who(self, chosen: str) -> str:
        """A recipient in words."""
        return "everybody who needs to know" if chosen == EVERYONE else who_in_words(chosen, self.on_case)


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
    states = {matter: _state(asking, chosen, matter) for matter in sorted(matters)}
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


@dataclass(frozen=True, slots=True)
class State:
    """How the consent stands for one recipient and one matter; `wanting` is what keeps a yes from counting yet."""

    stands: bool
    wanting: str
    some_items: bool
    overdue: bool
    sound: bool
    until: date | None

    def notes(self, who: str) -> tuple[str, ...]:
        """What to see to before using this yes."""
        late = (
            f"Ask again before telling {who}: the date to look at it again has passed."
            if self.overdue
            else ""
        )
        unsound = (
            "" if self.sound else f"The yes for {who} is not on file with its date, worker or signature."
        )
        return tuple(note for note in (late, unsound) if note)


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


def _state(asking: Asking, chosen: str, matter: str) -> State:
    standing = _standing(asking, chosen, matter)
    inside = standing.consent_recipient == "yes" and standing.consent_purpose == "yes"
    stands = standing.consent == "given" and standing.consent_from == "subject" and inside
    return State(
        stands=stands,
        wanting=_wanting(asking, chosen, standing) if stands else "",
        some_items=standing.consent_items == "no",
        overdue=standing.consent_review == "overdue",
        sound=standing.consent_record in SOUND,
        until=_until(asking.found, chosen, matter),
    )


def _standing(asking: Asking, chosen: str, matter: str) -> ConsentStanding:
    person = UUID(chosen.removeprefix("person:")) if chosen.startswith("person:") else None
    roles = {who.id: who.role for who in asking.on_case.values()}
    return consent_standing(
        tuple(as_entry(entry, person, roles, asking.reopened) for entry in asking.found),
        recipient=asking.role(chosen),
        body=asking.body(chosen),
        purpose="other_matter" if matter == ALL_MATTERS else matter,
        items=frozenset(),
        moment=asking.found[-1].recorded_at + timedelta(seconds=1),
        today=asking.today,
    )


def _wanting(asking: Asking, chosen: str, standing: ConsentStanding) -> str:
    """What the question itself says against telling them on this consent; empty when it says yes.

    Everything else about the act is taken to be in order, and what would be told to be what they agreed to.
    """
    facts = built(Question.MAY_DISCLOSE, {**_facts(standing), "recipient": asking.recipient(chosen)})
    decision = may_disclose(asking.edition, facts)  # type: ignore[arg-type]
    if decision.outcome is Outcome.PERMIT:
        return ""
    if standing.consent_review == "reopened":
        return "The case was opened again since they said so: ask them whether it still holds."
    return " ".join(answer(decision, asking.edition, facts, asking.who(chosen)).reasons)


def _facts(standing: ConsentStanding) -> dict[str, str]:
    return {
        "consent": standing.consent,
        "consent_from": standing.consent_from,
        "consent_recipient": standing.consent_recipient,
        "consent_purpose": standing.consent_purpose,
        "consent_record": standing.consent_record,
        "consent_review": standing.consent_review,
        "form_back": standing.form_back,
    }


def _until(found: Iterable[Recorded], chosen: str, matter: str) -> date | None:
    """The review date of the latest yes that named this recipient and matter."""
    latest: date | None = None
    for entry in found:
        said = entry.said
        names_them = chosen in said["recipients"] or (chosen == EVERYONE and said["reach"] == EVERYONE)
        if (
            said["kind"] == "share"
            and said["answer"] == "given"
            and names_them
            and matter in said["purposes"]
        ):
            latest = date.fromisoformat(said["review_on"]) if said["review_on"] else None
    return latest


BECAUSE = {
    "refused": "they said no",
    "withdrawn": "they changed their mind",
    "asked": "they were asked and have not answered",
    "implied": "they hinted at it and have not said yes",
    "given": "nothing they agreed to counts now",
}


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
    return f"everybody, including the council: {_because(asking.found)}"


def _because(found: tuple[Recorded, ...]) -> str:
    said: Iterable[dict[str, Any]] = (
        entry.said for entry in reversed(found) if entry.said["kind"] in {"share", "wish"}
    )
    last = next((one["answer"] for one in said), "")
    return BECAUSE.get(last, "they have not been asked")


def _left_out(asking: Asking, everybody: Line) -> list[str]:
    """Those about whom they said no, or took their yes back, and may not hear of what everybody else may."""
    noes = [
        entry.said for entry in asking.found if entry.said["kind"] == "share" and entry.said["answer"] in NO
    ]
    named = dict.fromkeys(chosen for said in noes for chosen in said["recipients"])
    return [
        chosen
        for chosen in named
        if not all(_state(asking, chosen, matter).stands for matter in everybody.matters)
    ]


def _short(day: date, today: date) -> str:
    year = "" if day.year == today.year else f" {day.year}"
    return f"{day.day} {MONTHS[day.month - 1]}{year}"
