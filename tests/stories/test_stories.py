"""What services expect of their policies, told in data (a folder for each question) and asked of the core.

A story says who asks what, and what must come of it. `clauses` must be among those the answer names; `about`
are clauses that the story is told for and that need not be named; `steps` are exactly those offered; `duties`
are among those owed; `hearers` are exactly those who must hear of it, `never` exactly those who must not.
"""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from inconfidence import policies
from inconfidence.policy.edition import Edition
from inconfidence.policy.explain import answer
from inconfidence.policy.facts import parse
from inconfidence.policy.questions import QUESTIONS
from inconfidence.policy.register import ENTRIES

HERE = Path(__file__).parent
KEYS = {
    "name",
    "attempt",
    "services",
    "facts",
    "outcome",
    "refer_to",
    "clauses",
    "about",
    "steps",
    "duties",
    "hearers",
    "never",
}
# Told of registers, and read by a test of their own.
# Stories of what is kept, of the day on which a right passes, and of what only promises, are told in ways of their own.
APART = ("keepings", "passing", "promises")
Words = tuple[str, ...]


@dataclass(frozen=True)
class Story:
    """One story for one service."""

    question: str
    service: str
    name: str
    facts: dict[str, Any]
    outcome: str
    refer_to: str | None = None
    clauses: Words = ()
    about: Words = ()
    steps: Words | None = None
    duties: Words = ()
    hearers: Words | None = None
    never: Words | None = None
    file: str = field(default="", compare=False)

    def __str__(self) -> str:
        return f"{self.question}: {self.service}: {self.name}"


def stories() -> Iterator[Story]:
    """Every story of every file, once for each service it is told of."""
    for file in sorted(HERE.glob("*/*.toml")):
        if file.parent.name in APART:
            continue
        table = tomllib.loads(file.read_text(encoding="utf-8"))
        for told in table["story"]:
            assert told.keys() <= KEYS, f"{file.name}: {told['name']}: {told.keys() - KEYS}"
            for service in told.get("services", table["services"]):
                yield _story(table["question"], service, told, file.name)


def _story(question: str, service: str, told: dict[str, object], file: str) -> Story:
    said = {key: tuple(value) if isinstance(value, list) else value for key, value in told.items()}
    said.pop("services", None)
    said.pop("attempt", None)
    return Story(question=question, service=service, file=file, **said)  # type: ignore[arg-type]


STORIES = tuple(stories())
ASKED = {str(name): question for name, question in QUESTIONS.items()}
PREFIX = {
    "bath-and-north-east-somerset": "BN",
    "coventry": "CV",
    "rotherham": "RO",
    "cumbria": "CU",
    "blackburn-with-darwen": "BD",
}


def check(story: Story, edition: Edition) -> None:
    """Whether a story comes out under a policy as it is told; fails where it does not."""
    facts = parse(story.question, story.facts)
    decision = ASKED[story.question].answer(edition, facts)
    card = answer(decision, edition, facts)
    cited = {clause.id for clause in card.clauses}
    assert (decision.outcome, decision.refer_to) == (story.outcome, story.refer_to)
    assert set(story.clauses) <= cited
    if story.steps is not None:
        assert {step.kind for step in card.steps} == set(story.steps)
    assert set(story.duties) <= {duty.kind for duty in card.duties}
    assert story.hearers in (None, card.answer.get("hearers"))
    assert story.never in (None, card.answer.get("never"))


@pytest.mark.parametrize("story", STORIES, ids=str)
def test_story(story: Story) -> None:
    check(story, policies.edition(story.service))


def test_every_story_has_a_name_of_its_own() -> None:
    names = [str(story) for story in STORIES]
    assert len(names) == len(set(names))


def asked_clauses() -> list[str]:
    """Every clause, law and default with a rule that a built question asks."""
    built = {str(question) for question in QUESTIONS}
    return [
        clause.id
        for slug in policies.slugs()
        for clause in policies.edition(slug).clauses
        if any(built & set(ENTRIES[effect.rule].asked_by) for effect in clause.effects)
    ]


# Clauses that come out one way only: a gap in training, induction or acknowledgement is shown to the head of service
# and closes no door. What is only a reminder at the start, and a
# paper note that holds more than the policy names, are owed and shown, and refuse nothing.
ONE_WAY = {
    ("BN-3.1a", "refuse"),
    ("CV-EFFECT-03", "refuse"),
    ("CV-EFFECT-05", "refuse"),
    ("BN-3.2b", "refuse"),
    ("BD-DATA-02b", "refuse"),
    ("BN-5.2a", "refuse"),
    ("D-11", "refuse"),
    ("D-25", "refuse"),
    ("L-11", "refuse"),
}


@pytest.mark.parametrize("permitted", [True, False], ids=["permitted", "not permitted"])
def test_every_clause_that_bites_has_a_story_each_way(permitted: bool) -> None:
    told = {
        clause
        for story in STORIES
        if (story.outcome == "permit") == permitted
        for clause in (*story.clauses, *story.about)
    }
    way = "permit" if permitted else "refuse"
    assert not {clause for clause in asked_clauses() if clause not in told and (clause, way) not in ONE_WAY}


def test_one_way_clauses_still_go_one_way() -> None:
    told = {(clause, story.outcome) for story in STORIES for clause in (*story.clauses, *story.about)}
    assert not ONE_WAY & told


def test_stories_name_clauses_that_are_there() -> None:
    known = {clause.id for slug in policies.slugs() for clause in policies.edition(slug).clauses}
    named = {clause for story in STORIES for clause in (*story.clauses, *story.about)}
    assert not {clause for clause in named if not clause.startswith("X-")} - known


def test_clauses_of_a_service_are_told_of_that_service() -> None:
    for story in STORIES:
        own = {clause[:2] for clause in (*story.clauses, *story.about) if clause[1] != "-"}
        assert own <= {PREFIX.get(story.service)}, story
