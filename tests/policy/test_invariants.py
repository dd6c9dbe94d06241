"""The invariants and laws, held against facts drawn from the space of each question and from anywhere at all.

`script/prove walk` holds the same against every combination that can differ.
"""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from operator import attrgetter
from random import Random
from types import SimpleNamespace
from typing import Any

import pytest

from inconfidence import policies
from inconfidence.policy.compiled import compiled
from inconfidence.policy.decision import Decision
from inconfidence.policy.edition import Edition
from inconfidence.policy.facts import TURNS_ON, VALUES, parse
from inconfidence.policy.questions import QUESTIONS
from inconfidence.policy.vocabulary import Outcome, Question
from inconfidence.policy.walking.reductions import settled
from tests.policy.invariant import (
    WIDTH,
    Invariant,
    Law,
    changeable,
    every_step_changes_something,
    taking_every_step_of_a_referral_gives_a_yes,
)
from tests.policy.invariants import INVARIANTS, LAWS
from tests.policy.walk import stray, walk
from tests.stories.test_stories import STORIES

pytestmark = pytest.mark.walk
EDITIONS = {slug: policies.edition(slug) for slug in policies.slugs()}
WALKED = {Question.MAY_DISCLOSE: 700}
ANYWHERE = 250
# What somebody lacks for these is not ours to mend, or bars at once.
YES_OR_NO = (Question.MAY_WORK, Question.MAY_MOVE_PAPER)
Answered = tuple[Edition, Any, Decision]


@cache
def answers(question: Question) -> tuple[Answered, ...]:
    """Drawn facts of a question, with what each policy says."""
    return tuple(_drawn(question))


def _drawn(question: Question) -> Iterator[Answered]:
    for edition in EDITIONS.values():
        decide = compiled(edition, question).decide
        walked = walk(edition, question, WALKED.get(question, 1200), 1)
        for facts in (*walked, *stray(question, ANYWHERE, 1), *_near_a_story(question)):
            yield edition, facts, decide(facts)


def _near_a_story(question: Question) -> Iterator[Any]:
    """What the stories tell, and the same with one fact changed."""
    draw = Random(3)
    told = (parse(story.question, story.facts) for story in STORIES if story.question == question)
    for facts in dict.fromkeys(each for each in told if isinstance(each, TURNS_ON[question])):
        yield facts
        for name in draw.sample(sorted(VALUES[question]), 3):
            yield replace(facts, **{name: draw.choice(VALUES[question][name])})


def given(invariant: Invariant, facts: Any) -> SimpleNamespace:
    """The facts that an invariant reads, and no others."""
    return SimpleNamespace(**{name: getattr(facts, name) for name in invariant.reads})


@pytest.mark.parametrize("invariant", INVARIANTS, ids=attrgetter("name"))
def test_an_invariant_holds(invariant: Invariant) -> None:
    bore = 0
    for question in invariant.questions:
        for edition, facts, decision in answers(question):
            holds = invariant.holds(given(invariant, facts), decision, edition)
            assert holds is not False, (edition.slug, facts, decision)
            bore += holds is True
    assert bore, "it bears on nothing that is drawn"


def test_there_are_many_and_each_is_a_sentence() -> None:
    assert len(INVARIANTS) >= 40
    assert len({each.name for each in INVARIANTS}) == len(INVARIANTS)
    assert {question for each in INVARIANTS for question in each.questions} == set(QUESTIONS)
    for each in INVARIANTS:
        assert each.says.endswith("."), each.name
        assert all(name in VALUES[question] for question in each.questions for name in each.reads)


@pytest.mark.parametrize("law", LAWS, ids=attrgetter("name"))
def test_a_law_holds(law: Law) -> None:
    bore = 0
    for edition, facts, decision in answers(law.question)[::5]:
        if law.bears(facts):
            said = {name: getattr(facts, name) for name in VALUES[law.question]}
            changed = changeable(law.question, settled(law.question, said | {law.fact: law.to}))
            after = compiled(edition, law.question).decide(changed)
            assert law.holds(bytes([WIDTH[decision.outcome]]), bytes([WIDTH[after.outcome]])), facts
            bore += 1
    assert bore, "there is nothing to change in what is drawn"


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_step_that_is_named_changes_something(question: Question) -> None:
    stepping = [(facts, decision) for _, facts, decision in answers(question) if decision.steps]
    assert stepping
    assert all(every_step_changes_something(facts, decision) for facts, decision in stepping)


@pytest.mark.parametrize("question", QUESTIONS)
def test_the_steps_of_a_referral_lead_to_a_yes(question: Question) -> None:
    referred = [each for each in answers(question) if each[2].outcome is Outcome.REFER]
    assert bool(referred) == (question not in YES_OR_NO)
    for edition, facts, decision in referred:
        record = changeable(question, {name: getattr(facts, name) for name in VALUES[question]})
        decide = compiled(edition, question).decide
        assert taking_every_step_of_a_referral_gives_a_yes(decide, record, decision), facts
        assert all(getattr(record, name) == getattr(facts, name) for name in VALUES[question])
