"""Who may be told something: somebody on the case, a professional role, or one of a few others."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, NamedTuple

from inconfidence import codes


class Listener(NamedTuple):
    """Somebody who is no professional outside: what people read, the core's word, and how a sentence names them."""

    label: str
    recipient: str
    said: str


LISTENERS = {
    "the_person": Listener("The person we help, themselves", "user", "the person we help"),
    "other_user": Listener("Another person we help", "other_user", "another person we help"),
    "referrer": Listener("Whoever sent the family to us", "referrer", "whoever sent the family to us"),
    "adult_social_care": Listener("Adult social care", "safeguarding_body", "adult social care"),
    "designated_officer": Listener(
        "The designated officer for people who work with children",
        "safeguarding_body",
        "the designated officer for people who work with children",
    ),
    "court": Listener("A court", "professional", "the court"),
    "colleague": Listener(
        "A colleague in our service, for supervision or training",
        "service_staff",
        "a colleague in our service",
    ),
    "mixed_audience": Listener(
        "Our staff and people from outside together",
        "mixed_audience",
        "our staff and people from outside together",
    ),
}
# Roles that a plain "the" in front of their label would spoil.
SAID = {
    "transport_officer": "school transport",
    "admissions_officer": "the admissions team",
    "early_help": "the early help or family support worker",
    "youth_justice": "the youth justice team",
    "other": "another professional",
    "unknown": "somebody whose role is not known",
}
PROPER = ("Ofsted",)


@dataclass(frozen=True, slots=True)
class Listening:
    """Who would be told, as rows and code lists know them.

    `recipient` is the core's word, `words` stand alone on a page, `said` fits into the middle of a sentence.
    """

    role: str
    body: str
    recipient: str
    words: str
    said: str


def listening(who: str, name: str, involved: Iterable[Any]) -> Listening | None:
    """Who is meant: somebody on the case, a professional role or another listener; None for nobody we know."""
    on_case = {f"person:{one.id}": one for one in involved}
    person = on_case.get(who)
    if person is not None:
        said = in_a_sentence(
            person.role, ", ".join(part for part in (person.name, person.organisation) if part)
        )
        return Listening(person.role, person.body, person.recipient, person.title, said)
    listener = LISTENERS.get(who)
    if listener is not None:
        return Listening(
            who, "", listener.recipient, _named(listener.label, name), _named(listener.said, name)
        )
    if not codes.known("professional_role", who):
        return None
    label = codes.label("professional_role", who)
    return Listening(
        who, codes.body(who), codes.recipient(who), _named(label, name), in_a_sentence(who, name)
    )


def in_a_sentence(role: str, name: str) -> str:
    """A role within a sentence: "the SENCO (Kit Vale)", "the LA SEND officer (plan coordinator)"."""
    label = codes.label("professional_role", role)
    said = SAID.get(role) or f"the {_small(label.removeprefix('The '))}"
    return f"{said.split(' (')[0]} ({name})" if name else said


def _small(label: str) -> str:
    """The label with a small first letter, where it is no short form and no name."""
    if label.startswith(PROPER) or not label[1:2].islower():
        return label
    return label[:1].lower() + label[1:]


def _named(label: str, name: str) -> str:
    return f"{label}, {name}" if name else label
