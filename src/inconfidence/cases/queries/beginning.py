"""May we work in depth with them? Asked of the core for an opened case, with what its record and its consents say."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from inconfidence import codes
from inconfidence.cases.facts.beginning import Begun, Doing, begin_facts
from inconfidence.cases.queries import places
from inconfidence.cases.queries.agreed import agreed_on
from inconfidence.cases.queries.door import OpenCase, staff
from inconfidence.policy.decision import Decision
from inconfidence.policy.edition import Edition
from inconfidence.policy.explain import Answer, answer
from inconfidence.policy.facts import MayBeginCasework
from inconfidence.policy.questions.may_begin_casework import may_begin_casework
from inconfidence.policy.vocabulary import Outcome
from inconfidence.team.actor import Actor
from inconfidence.vault.alarms import Alarm, raise_alarm
from inconfidence.web.wording import plain_date

FIRST_LEVEL = "1"


def said_of(door: OpenCase) -> dict[str, Any]:
    """The record of an opened case, opened once."""
    return door.once(
        "said", lambda: door.key.open(places.case_record(door.case_id, door.version), door.record)
    )


def is_their_own(door: OpenCase) -> bool:
    """Whether an opened case is the child's or young person's own: the person we help here is the one it is about."""
    return bool(said_of(door)["child"]["is_the_person"])


def may_begin(actor: Actor, door: OpenCase) -> Answer:
    """Whether we may work in depth with the person of an opened case, as it stands now."""
    return door.once("may_begin", lambda: asked(actor, door.edition, _facts(actor, door)))


def not_yet(actor: Actor, door: OpenCase) -> Answer | None:
    """The same while we may not go on with an open case; None once nothing is in the way, or the case is closed."""
    found = may_begin(actor, door)
    return None if found.outcome == Outcome.PERMIT or door.state == "closed" else found


def may_close(actor: Actor, door: OpenCase) -> Answer:
    """Whether first contact with the person of an opened case is complete enough to be closed."""
    return asked(actor, door.edition, _facts(actor, door, "close_first_contact"))


def _facts(actor: Actor, door: OpenCase, act: Doing = "casework") -> MayBeginCasework:
    begun = Begun.of(said_of(door))
    return begin_facts(actor.role, begun, agreed_on(actor, door), door.edition, actor.today(), act)


def asked(actor: Actor, edition: Edition, facts: MayBeginCasework) -> Answer:
    """The answer to these facts in words; a rule that failed raises its alarm."""
    return answer(decided(edition, facts), edition, facts)


def decided(edition: Edition, facts: MayBeginCasework) -> Decision:
    """The decision itself."""
    decision = may_begin_casework(edition, facts)
    if decision.alarm:
        raise_alarm(Alarm.RULE_FAILED)
    return decision


IN_SHORT = {
    "show_responsibility": "parental responsibility has not been shown",
    "chase_form": "the permission form is not back",
    "give_statement": "they have not heard what confidentiality means here",
    "give_pack": "the privacy notice has not been given",
    "confirm_with_person": "they have not said so themselves",
    "record_absence_reason": "why they were not there when a professional rang is not written down",
    "ask_consent_question": "they have not been asked whether we may talk to others",
    "explain_limits": "they have not heard how far help goes after a no",
}


def in_short(actor: Actor, door: OpenCase) -> str:
    """For the head of a page: that this is first contact only, and what is missing; empty when we may go on."""
    found = may_begin(actor, door)
    if found.outcome == Outcome.PERMIT:
        return ""
    first = first_missing(found)
    return f"First contact only: {first}" if first else "First contact only"


def first_missing(found: Answer) -> str:
    """The first thing that stands in the way of beginning, in short; empty where nothing that can be done does."""
    return next((IN_SHORT[step.kind] for step in found.steps if step.kind in IN_SHORT), "")


@dataclass(frozen=True, slots=True)
class LevelLine:
    """One level of work: from which day, and who said so."""

    level: str
    label: str
    since: date
    by: str


def levels(actor: Actor, door: OpenCase) -> tuple[LevelLine, ...]:
    """How far our help has gone, level by level, the latest last; before anything is said it is the first."""
    people = {str(one): name for one, name in staff(actor, door).items()}
    return tuple(
        LevelLine(
            found["level"],
            codes.label("intervention_level", found["level"]),
            date.fromisoformat(found["on"]),
            people.get(found["by"], ""),
        )
        for found in said_of(door).get("levels", ())
    )


RECORD = {"form": "the form if it is back", "rest": "what is missing if it was done"}


def level_waits(found: Answer) -> str:
    """In a sentence: what work above the first level needs first, by which clause, and what would change the answer."""
    missing = first_missing(found)
    why = f"while {missing}" if missing else "here"
    clause = next((each.ref for each in found.clauses if each.id in found.deciding), "")
    came = "form" if found.steps and found.steps[0].kind == "chase_form" else "rest"
    first = f"Work above level {FIRST_LEVEL} may not begin {why}{f' ({clause})' if clause else ''}."
    only = f"Choose level {FIRST_LEVEL} if only first advice was given, or record {RECORD[came]}."
    return f"{first} {only} If more was done all the same, write below how it came to that"


def level_said(door: OpenCase) -> str:
    """The level of work that somebody said last; empty before anything is said."""
    found = said_of(door).get("levels", ())
    return str(found[-1]["level"]) if found else ""


def level_now(door: OpenCase) -> str:
    """The level of work as of now; "1" before anything is said."""
    return level_said(door) or FIRST_LEVEL


@dataclass(frozen=True, slots=True)
class FirstContact:
    """One change to what is known of first contact: when, by whom, and what became of each thing, in words."""

    at: datetime
    by: str
    said: tuple[str, ...]


NAMES = {
    "relationship": "Who they are to the child",
    "responsibility": "Parental responsibility",
    "origin": "How they came to us",
    "statement_given_on": "Told what confidentiality means here",
    "notice_given_on": "Privacy notice given",
    "notice_version": "Version of the privacy notice",
    "form_given_on": "Permission form given",
    "confirmed_on": "They have said so themselves",
    "absence_reason": "Why they were not there when a professional rang",
    "question_not_needed": "Why nobody else needs to be talked to",
    "limits_explained_on": "How far help goes after a no: explained",
    "level": "How far our help goes",
    "born_on": "The child or young person was born on",
    "year_of_birth": "The child or young person was born in",
}
LISTS = {
    "relationship": "relationship_to_child",
    "responsibility": "parental_responsibility",
    "origin": "origin",
    "level": "intervention_level",
}


def first_contacts(actor: Actor, door: OpenCase) -> tuple[FirstContact, ...]:
    """Every change to what is known of first contact, the latest first."""
    people = {str(one): name for one, name in staff(actor, door).items()}
    return tuple(
        FirstContact(
            datetime.fromisoformat(found["at"]),
            people.get(found["by"], ""),
            tuple(_in_words(name, value) for name, value in found["said"].items()),
        )
        for found in reversed(said_of(door).get("first_contacts", ()))
    )


def _in_words(name: str, value: str | None) -> str:
    if not value:
        return f"{NAMES[name]}: taken back"
    if name in LISTS:
        return f"{NAMES[name]}: {codes.label(LISTS[name], value)}"
    if name.endswith("_on"):
        return f"{NAMES[name]}: {plain_date(date.fromisoformat(value))}"
    return f"{NAMES[name]}: {value}"
