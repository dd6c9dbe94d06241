"""What the walk leaves out never changes an answer, and everything else is walked."""

from collections.abc import Iterable, Iterator
from dataclasses import asdict, replace
from itertools import islice
from operator import attrgetter
from random import Random
from typing import Any

import pytest

from inconfidence import policies
from inconfidence.policy import walking
from inconfidence.policy.compiled import compiled
from inconfidence.policy.edition import Edition
from inconfidence.policy.facts import VALUES, WORDS, Facts
from inconfidence.policy.questions import QUESTIONS
from inconfidence.policy.vocabulary import Question
from inconfidence.policy.walking.raising import told
from inconfidence.policy.walking.reductions import DETAILS, REDUCTIONS, Reduction, settled
from tests.policy.invariant import WIDTH
from tests.policy.walk import stray, walk

pytestmark = pytest.mark.walk
EDITIONS = {slug: policies.edition(slug) for slug in policies.slugs()}
DRAWN = 120
DISCLOSE = Question.MAY_DISCLOSE
RAISE = Question.WHERE_TO_RAISE
TOLD = {
    frozenset(to) for about in WORDS[RAISE]["about"] for hurt in ("no", "yes") for to in told(about, hurt)
}
# Some sets of hearers stand for all that come to the same.
STANDS_FOR = {(RAISE, "to", to) for to in VALUES[RAISE]["to"] if to not in TOLD}
every_policy = pytest.mark.parametrize("edition", EDITIONS.values(), ids=EDITIONS)
every_question = pytest.mark.parametrize("question", QUESTIONS)


def shuffled(facts: Any, names: Iterable[str], question: Question, draw: Random, among: Any = ()) -> Any:
    """The same facts, with these set at random."""
    return replace(facts, **{name: draw.choice(among or VALUES[question][name]) for name in names})


def cases(reduction: Reduction) -> Iterator[Facts]:
    """Drawn facts in which the reduction speaks."""
    return islice(filter(reduction.here, stray(reduction.question, 10 * DRAWN, seed=5)), DRAWN)


@pytest.mark.parametrize("reduction", REDUCTIONS, ids=lambda each: each.says)
def test_what_is_left_out_changes_no_answer(reduction: Reduction) -> None:
    draw, seen = Random(9), 0
    for facts in cases(reduction):
        other = shuffled(facts, reduction.facts, reduction.question, draw, reduction.among)
        for edition in EDITIONS.values():
            decide = compiled(edition, reduction.question).decide
            assert decide(other) is decide(facts), (edition.slug, facts)
        seen += 1
    assert seen == DRAWN
    assert len(reduction.says) > 20


@every_policy
@every_question
def test_what_no_rule_reads_changes_no_answer(edition: Edition, question: Question) -> None:
    ready, draw = compiled(edition, question), Random(2)
    unread = [name for name in VALUES[question] if name not in ready.reads]
    for facts in walk(edition, question, DRAWN, seed=4):
        assert ready.decide(shuffled(facts, unread, question, draw)) is ready.decide(facts)


@every_policy
@every_question
def test_nothing_is_walked_that_is_left_out(edition: Edition, question: Question) -> None:
    for facts in walk(edition, question, DRAWN, seed=6):
        assert settled(question, asdict(facts)) == asdict(facts)


@every_policy
@every_question
def test_every_word_that_a_rule_reads_is_walked(edition: Edition, question: Question) -> None:
    reads = compiled(edition, question).reads
    axes = [axis for block in walking.spaces(edition, question) for axis in block]
    met = {(name, word) for axis in axes for fragment in axis for name, word in fragment.items()}
    every = {(name, word) for name in reads for word in VALUES[question][name][1:]}
    assert every - met == {each for each in every if (question, *each) in STANDS_FOR}


@pytest.mark.parametrize("question", [each for each in QUESTIONS if each is not DISCLOSE])
def test_no_combination_is_walked_twice(question: Question) -> None:
    edition = EDITIONS["default"]
    met = list(map(attrgetter(*VALUES[question]), walking.walk(edition, question)))
    assert len(met) == len(set(met)) == sum(map(walking.size, walking.spaces(edition, question)))


def width(edition: Edition, facts: Any) -> int:
    return WIDTH[QUESTIONS[DISCLOSE].answer(edition, facts).outcome]


@every_policy
def test_two_defects_of_a_consent_never_undo_one_another(edition: Edition) -> None:
    draw = Random(8)
    facts: Any
    for facts in stray(DISCLOSE, 4 * DRAWN, seed=8):
        sound = replace(facts, consent="given", **{name: VALUES[DISCLOSE][name][0] for name in DETAILS})
        one, other = draw.sample(DETAILS, 2)
        first, second = ({name: draw.choice(VALUES[DISCLOSE][name][1:])} for name in (one, other))
        apart = min(width(edition, replace(sound, **first)), width(edition, replace(sound, **second)))
        assert width(edition, replace(sound, **first, **second)) <= apart, (sound, one, other)


@every_policy
def test_a_danger_and_the_law_together_open_no_less_than_either(edition: Edition) -> None:
    facts: Any
    for facts in stray(DISCLOSE, 4 * DRAWN, seed=12):
        danger, law = replace(facts, law="none"), replace(facts, risk_to="nobody")
        assert width(edition, facts) >= max(width(edition, danger), width(edition, law)), facts
