"""The day on which the right passes, told in data and asked of every policy: from what is known of a birth, dated
answers and a day to "Can I share this?".
"""

import tomllib
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from datetime import date, datetime, time
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from inconfidence import policies
from inconfidence.policy.facts import MayDisclose, built
from inconfidence.policy.questions.may_disclose import may_disclose
from inconfidence.policy.standing.consent import ConsentEntry, consent_standing
from inconfidence.policy.standing.passing import Birth, Giver, Passing, Whose, counts_as, passing
from inconfidence.policy.vocabulary import Question

HERE = Path(__file__).parent / "passing"
LONDON = ZoneInfo("Europe/London")
GIVERS: dict[str, Giver] = {"parent": "subject", "she": "young_person"}
SIDES = {"before", "soon", "passed", "not_known"}


@dataclass(frozen=True)
class Story:
    """One story of one service."""

    service: str
    name: str
    today: date
    stage: str
    outcome: str
    answers: tuple[dict[str, Any], ...]
    born: date | None = None
    year: int | None = None
    at_most: int | None = None
    written: date | None = None
    whose: Whose = "young_person"
    facts: dict[str, str] = field(default_factory=dict)
    clauses: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"{self.service}: {self.name}"


def stories() -> Iterator[Story]:
    """Every story, once for each service it is told of."""
    for file in sorted(HERE.glob("*.toml")):
        table = tomllib.loads(file.read_text(encoding="utf-8"))
        for told in table["story"]:
            said: dict[str, Any] = {
                key: tuple(value) if isinstance(value, list) else value for key, value in told.items()
            }
            yield from (Story(service=service, **said) for service in table["services"])


STORIES = tuple(stories())


def _entry(said: dict[str, Any], whose: Whose, now: Passing) -> ConsentEntry:
    at = datetime.combine(said["on"], time(10), LONDON)
    return ConsentEntry(
        happened=at,
        recorded=at,
        kind="share",
        answer=said["answer"],
        giver=counts_as(GIVERS[said["by"]], whose, now),
        recipients=frozenset({"senco"}) if said["answer"] == "given" else frozenset(),
        purposes=frozenset({"annual_review"}) if said["answer"] == "given" else frozenset(),
    )


@pytest.mark.parametrize("story", STORIES, ids=str)
def test_story(story: Story) -> None:
    birth = Birth(on=story.born, year=story.year, at_most=story.at_most, written=story.written)
    now = passing(birth, story.today)
    standing = consent_standing(
        [_entry(said, story.whose, now) for said in story.answers],
        recipient="senco",
        body="body:setting",
        purpose="annual_review",
        items=frozenset(),
        moment=datetime.combine(story.today, time(11), LONDON),
        today=story.today,
    )
    facts = built(Question.MAY_DISCLOSE, {**asdict(standing), "form_back": "yes", **story.facts})
    assert isinstance(facts, MayDisclose)
    found = may_disclose(policies.edition(story.service), facts)
    assert (now.stage, found.outcome) == (story.stage, story.outcome)
    assert set(story.clauses) <= set(found.clauses)
    assert tuple(found.steps) == story.steps


def test_every_side_of_the_day_has_its_story_each_way() -> None:
    told = {(story.stage, story.outcome) for story in STORIES}
    assert {stage for stage, _ in told} == SIDES
    assert {("passed", "permit"), ("passed", "refuse"), ("soon", "permit")} <= told
