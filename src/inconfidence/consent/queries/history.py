"""Consent in words: every answer of a case's history, and whom it names."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from inconfidence import codes
from inconfidence.cases.queries import InvolvedView, OpenCase, involved, staff
from inconfidence.consent.queries.aloud import aloud_lines
from inconfidence.consent.queries.records import DECIDING, Recorded, records
from inconfidence.team.actor import Actor


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
    spoken: tuple[str, ...] = ()


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
        spoken=aloud_lines(said, people),
    )


def _sentence(said: dict[str, Any], people: dict[UUID, str], on_case: dict[str, InvolvedView]) -> str:
    how = f"{codes.label('consent_method', said['method'])}, noted by {_noted_by(said, people)}."
    if said["answer"] == DECIDING:
        return f"How a decision is made: {said[DECIDING]['what']}. Noted by {_noted_by(said, people)}."
    if said["answer"] == "reminded":
        return f"Reminded of the permission form. {how}"
    if said["kind"] == "permission_form":
        return f"{_of_the_form(said)}. {how}"
    to = listed([who_in_words(chosen, on_case) for chosen in said["recipients"]])
    about = listed([codes.label("consent_purpose", word) for word in said["purposes"]])
    parts = (ANSWERS[said["answer"]], f"to {to}" if to else "", f"about {about}" if about else "")
    about_what = KINDS.get(said["kind"], "")
    needed = f" Needed because: {said['necessity']}." if said.get("necessity") else ""
    who = "The young person themselves: " if said["giver"] == "young_person" else ""
    return f"{who}{about_what}{', '.join(part for part in parts if part)}. {how}{needed}"


def _of_the_form(said: dict[str, Any]) -> str:
    """What became of the form: it came back, on paper or aloud, or it was gone through and is not complete."""
    if said["answer"] == "gone_through":
        return (
            "The permission form was gone through aloud. It is not complete, and does not count as come back"
        )
    given = ", ".join(codes.label("permission", word).lower() for word in said["permissions"])
    came = (
        "was gone through aloud and confirmed: it counts as come back" if said.get("aloud") else "came back"
    )
    return f"The permission form {came}{': ' + given if given else ''}"


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


def named_in_a_yes(door: OpenCase, people: tuple[InvolvedView, ...]) -> tuple[tuple[str, str], ...]:
    """Everybody who was ever named in a yes, with their words: those about whom somebody can change their mind."""
    on_case = {f"person:{who.id}": who for who in people}
    yes = (entry.said for entry in records(door) if entry.said["answer"] == "given")
    found = {chosen for said in yes for chosen in said["recipients"]}
    return tuple(
        sorted(((chosen, who_in_words(chosen, on_case)) for chosen in found), key=lambda pair: pair[1])
    )
