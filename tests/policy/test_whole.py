"""Walking a block whole sees what asking one combination after the other would see."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest

from inconfidence import policies
from inconfidence.policy import walking
from inconfidence.policy.compiled import compiled
from inconfidence.policy.decision import Decision
from inconfidence.policy.edition import Edition
from inconfidence.policy.facts import MayObtain
from inconfidence.policy.vocabulary import Ground, Outcome, Question, StepKind
from tests.policy.elmshire import elmshire
from tests.policy.invariants import INVARIANTS
from tests.policy.whole import Block, Found

RECORD, OBTAIN, BEGIN = Question.MAY_RECORD, Question.MAY_OBTAIN, Question.MAY_BEGIN_CASEWORK
COVENTRY = policies.edition("coventry")


def refused() -> Decision:
    """An answer to be doctored."""
    return compiled(elmshire(), OBTAIN).decide(MayObtain())


def block(edition: Edition, question: Question, number: int = 0) -> Block:
    return Block(edition, question, walking.spaces(edition, question)[number])


def one_by_one(edition: Edition, question: Question) -> Counter[str]:
    """How often each invariant bears, found the plain way."""
    bore = Counter[str]()
    decide = compiled(edition, question).decide
    asked = [each for each in INVARIANTS if question in each.questions]
    for facts in walking.walk(edition, question):
        decision = decide(facts)
        for each in asked:
            given = SimpleNamespace(**{name: getattr(facts, name) for name in each.reads})
            bore[each.name] += each.holds(given, decision, edition) is not None
    return +bore


@pytest.mark.parametrize("question", [RECORD, OBTAIN])
def test_an_invariant_bears_as_often_as_asked_one_by_one(question: Question) -> None:
    counted = block(COVENTRY, question).check().counted
    names = {each.name for each in INVARIANTS}
    assert Counter({name: times for name, times in counted.items() if name in names}) == one_by_one(
        COVENTRY, question
    )


def test_every_combination_has_the_decision_of_its_facts() -> None:
    whole = block(COVENTRY, BEGIN, 1)
    facts = [tuple(vars_of(each).items()) for each in whole._combinations()]
    assert len(facts) == len(set(facts)) == len(whole.numbers)
    for number, each in zip(whole.numbers, whole._combinations(), strict=True):
        assert whole.decisions[number] is whole.decide(each)


def vars_of(record: Any) -> dict[str, Any]:
    return {name: getattr(record, name) for name in record.__slots__}


def answering(question: Question, answer: Callable[[Any, Decision], Decision]) -> Found:
    """Walk a question whose answers are doctored."""
    edition = elmshire()
    ready = compiled(edition, question)
    doctored = SimpleNamespace(decide=lambda facts: answer(facts, ready.decide(facts)), reads=ready.reads)
    axes = walking.spaces(edition, question)[0]
    edition.compiled[question] = doctored
    return Block(edition, question, axes).check()


def names(found: Found) -> set[str]:
    return {line.split(": ")[0] for line in found.failed}


def test_an_answer_that_breaks_an_invariant_is_found_and_told() -> None:
    wrong: dict[int, Decision] = {}

    def yes_to_everything(_: Any, decision: Decision) -> Decision:
        changed = replace(decision, outcome=Outcome.PERMIT, ground=Ground.CONSENT, steps=(), refer_to=None)
        return wrong.setdefault(id(decision), changed)

    found = answering(OBTAIN, yes_to_everything)
    assert "nothing_is_obtained_without_a_yes_to_obtaining" in names(found)
    assert any("under elmshire: permit on consent {'consent': 'refused'" in line for line in found.failed)
    assert found.counted["walked: may_obtain, elmshire"] == len(block(elmshire(), OBTAIN).numbers)


def test_an_answer_that_a_better_fact_makes_worse_is_found() -> None:
    no = refused()

    def worse_for_a_child_at_risk(facts: Any, decision: Decision) -> Decision:
        return no if facts.child_at_risk == "yes" else decision

    found = answering(OBTAIN, worse_for_a_child_at_risk)
    assert any("child_at_risk changed to yes never narrows" in line for line in found.failed)


def test_a_step_that_leads_nowhere_is_found() -> None:
    referred = replace(refused(), outcome=Outcome.REFER, ground=Ground.CONSENT, steps=(StepKind.STATE_NEED,))
    found = answering(OBTAIN, lambda _, __: referred)
    assert {"taking_every_step_of_a_referral_gives_a_yes", "every_step_changes_something"} <= names(found)
    assert found.counted["taking_every_step_of_a_referral_gives_a_yes"] == len(
        block(elmshire(), OBTAIN).numbers
    )
