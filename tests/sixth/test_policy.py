"""A sixth service is a file and no Python: Elmshire says something of everything, and says it in its own way."""

import tomllib
from collections import Counter
from collections.abc import Mapping
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from inconfidence import policies
from inconfidence.policy.compiled import compiled
from inconfidence.policy.differences import asked_otherwise
from inconfidence.policy.edition import Edition
from inconfidence.policy.entry import Entry
from inconfidence.policy.explain import answer
from inconfidence.policy.facts import parse
from inconfidence.policy.loading import load
from inconfidence.policy.questions import QUESTIONS
from inconfidence.policy.register import ENTRIES
from inconfidence.policy.vocabulary import Question
from tests.policy.walk import stray, walk

HERE = Path(__file__).parent
ELMSHIRE = load(
    (HERE / "elmshire.toml").read_text(encoding="utf-8"), policies.default_text(), "elmshire.toml"
)
FIVE = tuple(policies.edition(slug) for slug in policies.slugs() if slug != policies.DEFAULT)
WITH_VALUES = [entry for entry in ENTRIES.values() if entry.parameters]
ASKED = 400


def own(edition: Edition) -> set[str]:
    """The clauses of the service itself."""
    return {clause.id for clause in edition.clauses}


def values(edition: Edition, rule: str) -> dict[str, Any]:
    """What a policy sets on a rule, by whoever's voice."""
    return {key: setting.value for (of, key), setting in edition.settings.items() if of == rule}


@pytest.mark.parametrize("rule", ENTRIES)
def test_a_clause_of_its_own_names_every_rule(rule: str) -> None:
    assert set(ELMSHIRE.naming(rule).own) <= own(ELMSHIRE)
    assert ELMSHIRE.naming(rule).own


@pytest.mark.parametrize("entry", WITH_VALUES, ids=lambda entry: entry.slug)
def test_every_value_of_every_rule_is_set_in_it(entry: Entry) -> None:
    if entry.repeatable:
        rows = ELMSHIRE.rows[entry.slug]
        assert rows
        assert all(
            row.clause in own(ELMSHIRE) and row.values.keys() == entry.parameters.keys() for row in rows
        )
        return
    for key in entry.parameters:
        setting = ELMSHIRE.setting(entry.slug, key)
        assert set(setting.clauses) <= own(ELMSHIRE), key


def can_be(entry: Entry) -> list[dict[str, Any]] | None:
    """Everything that the values of a rule can be together; None where they are numbers, names or lists."""
    each = [
        [word for word in parameter.words if parameter.read(word) == word]
        for parameter in entry.parameters.values()
    ]
    if not all(each):
        return None
    return [dict(zip(entry.parameters, words, strict=True)) for words in product(*each)]


@pytest.mark.parametrize(
    "entry", [each for each in WITH_VALUES if not each.repeatable], ids=lambda entry: entry.slug
)
def test_in_every_group_it_says_what_none_or_fewest_of_the_five_say(entry: Entry) -> None:
    theirs = [values(edition, entry.slug) for edition in FIVE]
    possible = can_be(entry)
    fewest = min(map(theirs.count, possible)) if possible else 0
    assert theirs.count(values(ELMSHIRE, entry.slug)) == fewest


def test_its_rows_are_none_of_theirs() -> None:
    for entry in (each for each in WITH_VALUES if each.repeatable):
        mine = [row.values for row in ELMSHIRE.rows[entry.slug]]
        assert not [row for edition in FIVE for row in edition.rows.get(entry.slug, ()) if row.values in mine]


@pytest.mark.parametrize("words", ["titles", "terms"])
def test_it_has_its_own_words_for_everybody_and_everything(words: str) -> None:
    mine: Mapping[str, str] = getattr(ELMSHIRE, words)
    taken = {key: {getattr(edition, words)[key] for edition in FIVE} for key in mine}
    assert not [key for key, word in mine.items() if word in taken[key]]


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_question_is_answered_with_a_clause_and_without_an_error(question: Question) -> None:
    ask = compiled(ELMSHIRE, question).decide
    voices = Counter[bool]()
    for facts in (*walk(ELMSHIRE, question, ASKED), *stray(question, ASKED)):
        decision = ask(facts)
        assert (decision.alarm, decision.policy) == ("", "elmshire")
        said = answer(decision, ELMSHIRE, facts)
        assert said.deciding, facts
        voices[bool(set(decision.clauses) & own(ELMSHIRE))] += 1
    assert voices[True] > voices[False]


@pytest.mark.parametrize("edition", FIVE, ids=lambda edition: edition.slug)
def test_every_question_is_answered_in_another_way_than_by_any_of_the_five(edition: Edition) -> None:
    assert asked_otherwise(ELMSHIRE, edition) == tuple(QUESTIONS)


def _told() -> list[dict[str, Any]]:
    stories: list[dict[str, Any]] = tomllib.loads((HERE / "journey.toml").read_text(encoding="utf-8"))[
        "story"
    ]
    return stories


@pytest.mark.parametrize("story", _told(), ids=lambda story: story["attempt"])
def test_what_its_journey_expects_is_what_the_core_answers(story: dict[str, Any]) -> None:
    facts = parse(Question.MAY_DISCLOSE, story["facts"])
    decision = QUESTIONS[Question.MAY_DISCLOSE].answer(ELMSHIRE, facts)
    assert decision.outcome == story["outcome"]
    assert set(story["clauses"]) <= set(decision.clauses)
    assert "steps" not in story or list(decision.steps) == story["steps"]
    assert set(story.get("duties", ())) <= {str(duty.duty) for duty in decision.duties}
