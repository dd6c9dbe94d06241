"""What services expect to be kept, told in data (a file for each service) and asked of the core's registers.

A story says what stands in a register and what day it is, and what is shown: where the register stands, and sentences.
`without_source` takes what stands behind a rule away; `paper` are entries of the paper register, `believed` concerns
that were believed.
"""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from inconfidence import policies
from inconfidence.policy.edition import Edition, Naming
from inconfidence.policy.keepings import KEEPINGS
from inconfidence.policy.standing.concerns import Believed, passed_on
from inconfidence.policy.standing.registers import JUDGED, Book, Entry, Standing, standing
from inconfidence.policy.standing.registers.paper import Paper, paper

HERE = Path(__file__).parent / "keepings"
PAPER = "paper-register"
CONCERNS = "passed-on-the-same-day"


@dataclass(frozen=True)
class Story:
    """One story of one service."""

    service: str
    name: str
    register: str
    clauses: tuple[str, ...]
    today: date
    state: str
    says: tuple[str, ...] = ()
    entries: tuple[Entry, ...] = ()
    paper: tuple[Paper, ...] = ()
    believed: tuple[Believed, ...] = ()
    staff: tuple[str, ...] = ()
    without_source: tuple[str, ...] = ()
    kinds: dict[str, str] = field(default_factory=dict)

    def __str__(self) -> str:
        return f"{self.service}: {self.name}"


def stories() -> Iterator[Story]:
    """Every story of every file, once for each service it is told of."""
    for file in sorted(HERE.glob("*.toml")):
        table = tomllib.loads(file.read_text(encoding="utf-8"))
        for told in table["story"]:
            for service in told.get("services", table["services"]):
                yield _story(service, told)


def _story(service: str, told: dict[str, Any]) -> Story:
    said: dict[str, Any] = {
        key: tuple(value) if isinstance(value, list) else value for key, value in told.items()
    }
    said.pop("services", None)
    said["entries"] = tuple(Entry(**each) for each in said.get("entries", ()))
    said["paper"] = tuple(Paper(**each) for each in said.get("paper", ()))
    said["believed"] = tuple(Believed(**each) for each in said.get("believed", ()))
    return Story(service=service, **said)


STORIES = tuple(stories())


def edition_of(story: Story, edition: Edition) -> Edition:
    """A policy, without what the story takes away."""
    bare = {slug: Naming() for slug in story.without_source}
    return replace(edition, namings={**edition.namings, **bare})


def kept(story: Story, policy: Edition) -> Standing:
    """What the core makes of a story under a policy."""
    edition = edition_of(story, policy)
    if story.register == CONCERNS:
        return passed_on(story.believed, story.today)
    if story.register == PAPER:
        fixed = edition.settings.get((PAPER, "purpose"))
        return paper(story.paper, story.today, str(fixed.value) if fixed else "")
    return standing(
        story.register,
        Book(
            edition=edition,
            today=story.today,
            entries=story.entries,
            staff=story.staff,
            kinds=story.kinds,
        ),
    )


def check(story: Story, edition: Edition) -> None:
    """Whether a story comes out under a policy as it is told; fails where it does not."""
    naming = edition.naming(story.register)
    assert set(story.clauses) <= {*naming.own, *naming.law, *naming.default}
    found = kept(story, edition)
    assert found.state == story.state
    assert set(story.says) <= {line.says for line in found.lines}


@pytest.mark.parametrize("story", STORIES, ids=str)
def test_story(story: Story) -> None:
    check(story, policies.edition(story.service))


def test_every_story_has_a_name_of_its_own() -> None:
    names = [str(story) for story in STORIES]
    assert len(names) == len(set(names))


# What has entries of its own kind.
APART = {PAPER, CONCERNS}
# These only show what stands in the policy file.
ALWAYS_IN_ORDER = {"law-register", "host-standing", "words"}


def test_every_keeping_is_judged() -> None:
    assert {entry.slug for entry in KEEPINGS} == {*JUDGED, *APART}


@pytest.mark.parametrize("register", sorted({*JUDGED, *APART}))
def test_every_register_has_a_story_each_way(register: str) -> None:
    states = {story.state for story in STORIES if story.register == register}
    assert "in_order" in states
    assert (states != {"in_order"}) != (register in ALWAYS_IN_ORDER)


def test_every_clause_that_asks_for_something_to_be_kept_has_a_story() -> None:
    told = {clause for story in STORIES for clause in story.clauses}
    wanted = {
        clause.id
        for slug in policies.slugs()
        for clause in policies.edition(slug).clauses
        if any(clause.effect(register) for register in (*JUDGED, *APART))
    }
    assert wanted == told
