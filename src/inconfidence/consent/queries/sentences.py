"""Consent in words: one answer of the history, and who we may talk to now."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from inconfidence import codes
from inconfidence.cases.queries import InvolvedView, OpenCase, involved, staff
from inconfidence.consent.queries.records import Recorded, records
from inconfidence.consent.queries.standing import ALL_MATTERS, as_entry
from inconfidence.policy.standing.consent import consent_standing
from inconfidence.team.actor import Actor
from inconfidence.web.parts import MayTalk
from inconfidence.web.wording import MONTHS

COUNCIL = "body:la"
SOUND = frozenset({"form", "letter", "telephone_note"})


@dataclass(frozen=True, slots=True)
class ConsentView:
    """One entry of the history."""

    id: UUID
    recorded_at: datetime
    by: str
    happened: date | None
    kind: str
    answer: str
    sentence: str
    words: str
    review_on: date | None
    form_item: UUID | None


@dataclass(frozen=True, slots=True)
class TalkView:
    """Who we may talk to, in words: each yes, the no that closes it, and what to see to before using a yes."""

    yes: tuple[str, ...]
    no: str
    notes: tuple[str, ...]


def consents(actor: Actor, door: OpenCase) -> tuple[ConsentView, ...]:
    """The history of an opened case, newest first."""
    people, on_case = staff(actor, door), {f"person:{who.id}": who for who in involved(door)}
    return tuple(_view(found, people, on_case) for found in reversed(records(door)))


def _view(found: Recorded, people: dict[UUID, str], on_case: dict[str, InvolvedView]) -> ConsentView:
    said = found.said
    return ConsentView(
        id=found.id,
        recorded_at=found.recorded_at,
        by=people.get(found.recorded_by, ""),
        happened=date.fromisoformat(said["happened_on"]) if said["happened_on"] else None,
        kind=said["kind"],
        answer=said["answer"],
        sentence=_sentence(said, people, on_case),
        words=said["words"],
        review_on=date.fromisoformat(said["review_on"]) if said["review_on"] else None,
        form_item=UUID(said["form_item"]) if said["form_item"] else None,
    )


def _sentence(said: dict[str, Any], people: dict[UUID, str], on_case: dict[str, InvolvedView]) -> str:
    how = f"{codes.label('consent_method', said['method'])}, noted by {_noted_by(said, people)}."
    if said["kind"] == "permission_form":
        given = ", ".join(codes.label("permission", word).lower() for word in said["permissions"])
        return f"The permission form came back{': ' + given if given else ''}. {how}"
    to = listed([who_in_words(chosen, on_case) for chosen in said["recipients"]])
    about = listed([codes.label("consent_purpose", word) for word in said["purposes"]])
    parts = (ANSWERS[said["answer"]], f"to {to}" if to else "", f"about {about}" if about else "")
    about_what = KINDS.get(said["kind"], "")
    return f"{about_what}{', '.join(part for part in parts if part)}. {how}"


ANSWERS = {
    "given": "Yes",
    "refused": "No",
    "asked": "Asked, no answer yet",
    "withdrawn": "Changed their mind: no longer",
    "implied": "A wish or a hint, not yet a yes",
}
KINDS = {
    "obtain": "Asking others for records: ",
    "mailing_list": "Mailing list: ",
    "release_form": "Release form: ",
}


def _noted_by(said: dict[str, Any], people: dict[UUID, str]) -> str:
    return people.get(UUID(said["taken_by"]), "a former colleague") if said["taken_by"] else "nobody"


def who_in_words(chosen: str, on_case: dict[str, InvolvedView]) -> str:
    """A recipient of a consent in words: a role, a body, or somebody on the case."""
    if chosen.startswith("person:"):
        return on_case[chosen].title if chosen in on_case else "somebody no longer on the case"
    if chosen.startswith("body:"):
        return f"anyone from {_small(codes.label('professional_body', chosen.removeprefix('body:')))}"
    return _small(codes.label("professional_role", chosen))


def _small(label: str) -> str:
    return label if label[:2].isupper() else label[:1].lower() + label[1:]


def listed(words: list[str]) -> str:
    """Words as a sentence lists them: one, two and three."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"


def who_we_may_talk_to(door: OpenCase, today: date) -> TalkView:
    """From the entries that count today: whom we may talk to about what, until when, and that nobody else may hear."""
    found = records(door)
    on_case = {f"person:{who.id}": who for who in involved(door)}
    lines = [_line(found, chosen, matters, on_case, today) for chosen, matters in _said_yes_to(found).items()]
    live = [line for line in lines if line.yes]
    council = any(line.council for line in live)
    return TalkView(
        yes=tuple(line.yes for line in live),
        no=_no(found, bool(live), council=council),
        notes=tuple(note for line in live for note in line.notes),
    )


def named_in_a_yes(door: OpenCase, people: tuple[InvolvedView, ...]) -> tuple[tuple[str, str], ...]:
    """Everybody who was ever named in a yes, with their words: those about whom somebody can change their mind."""
    on_case = {f"person:{who.id}": who for who in people}
    yes = (entry.said for entry in records(door) if entry.said["answer"] == "given")
    found = {chosen for said in yes for chosen in said["recipients"]}
    return tuple(
        sorted(((chosen, who_in_words(chosen, on_case)) for chosen in found), key=lambda pair: pair[1])
    )


def _said_yes_to(found: Iterable[Recorded]) -> dict[str, set[str]]:
    """Everybody to whom a yes was ever given, with the matters: candidates, each still to be asked of the core."""
    matters: dict[str, set[str]] = {}
    for entry in found:
        said = entry.said
        if said["kind"] == "share" and said["answer"] == "given":
            everyone = ["everyone"] if said["reach"] == "everyone" else []
            for chosen in [*said["recipients"], *everyone]:
                matters.setdefault(chosen, set()).update(said["purposes"])
    return matters


@dataclass(frozen=True, slots=True)
class Line:
    """One recipient's part of the sentence; `yes` is empty when nothing stands for them today."""

    yes: str
    council: bool
    notes: tuple[str, ...]


def _line(
    found: tuple[Recorded, ...],
    chosen: str,
    matters: set[str],
    on_case: dict[str, InvolvedView],
    today: date,
) -> Line:
    states = {matter: _state(found, chosen, matter, on_case, today) for matter in sorted(matters)}
    live = [matter for matter, state in states.items() if state.stands]
    if not live:
        return Line("", council=False, notes=())
    who = "everybody who needs to know" if chosen == "everyone" else who_in_words(chosen, on_case)
    about = listed([codes.label("consent_purpose", matter) for matter in live])
    until = min((state.until for state in states.values() if state.stands and state.until), default=None)
    parts = (who, f"about {about}", f"until {_short(until, today)}" if until and until >= today else "")
    notes = {note: None for matter in live for note in states[matter].notes(who)}
    council = chosen in {"everyone", COUNCIL} or codes.body(_role(chosen, on_case)) == COUNCIL
    return Line(", ".join(part for part in parts if part), council, tuple(notes))


def _role(chosen: str, on_case: dict[str, InvolvedView]) -> str:
    return on_case[chosen].role if chosen in on_case else chosen


@dataclass(frozen=True, slots=True)
class State:
    """How the consent stands for one recipient and one matter."""

    stands: bool
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


def _state(
    found: tuple[Recorded, ...], chosen: str, matter: str, on_case: dict[str, InvolvedView], today: date
) -> State:
    person = UUID(chosen.removeprefix("person:")) if chosen.startswith("person:") else None
    roles = {who.id: who.role for who in on_case.values()}
    asked = "other_matter" if matter == ALL_MATTERS else matter
    role = _role(chosen, on_case)
    answer = consent_standing(
        tuple(as_entry(entry, person, roles) for entry in found),
        recipient=role,
        body=chosen if chosen.startswith("body:") else codes.body(role),
        purpose=asked,
        items=frozenset(),
        moment=found[-1].recorded_at + timedelta(seconds=1),
        today=today,
    )
    inside = answer.consent_recipient == "yes" and answer.consent_purpose == "yes"
    return State(
        stands=answer.consent == "given" and answer.consent_from == "subject" and inside,
        overdue=answer.consent_review == "overdue",
        sound=answer.consent_record in SOUND,
        until=_until(found, chosen, matter),
    )


def _until(found: Iterable[Recorded], chosen: str, matter: str) -> date | None:
    """The review date of the latest yes that named this recipient and matter."""
    latest: date | None = None
    for entry in found:
        said = entry.said
        names_them = chosen in said["recipients"] or (chosen == "everyone" and said["reach"] == "everyone")
        if (
            said["kind"] == "share"
            and said["answer"] == "given"
            and names_them
            and matter in said["purposes"]
        ):
            latest = date.fromisoformat(said["review_on"]) if said["review_on"] else None
    return latest


def _no(found: tuple[Recorded, ...], live: bool, *, council: bool) -> str:
    if live:
        return "everybody else" if council else "everybody else, including the council"
    last = next(
        (entry.said["answer"] for entry in reversed(found) if entry.said["kind"] in {"share", "wish"}), ""
    )
    because = {
        "refused": "they said no",
        "withdrawn": "they changed their mind",
        "asked": "they were asked and have not answered",
        "implied": "they hinted at it and have not said yes",
    }
    return f"everybody, including the council: {because.get(last, 'they have not been asked')}"


def _short(day: date, today: date) -> str:
    year = "" if day.year == today.year else f" {day.year}"
    return f"{day.day} {MONTHS[day.month - 1]}{year}"


def lines(door: OpenCase, today: date) -> tuple[MayTalk, ...]:
    """Who we may talk to, as the head of a case's page shows it: each yes, then the no that closes it."""
    talk = who_we_may_talk_to(door, today)
    return (*(MayTalk(True, f"{yes}.") for yes in talk.yes), MayTalk(False, f"{talk.no}."))
