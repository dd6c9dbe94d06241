"""Laws about how answers are said, and about two policies side by side; what is true of each answer by itself is in
`invariants.py`.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inconfidence import policies
from inconfidence.policy.compiled import compiled
from inconfidence.policy.decision import Decision
from inconfidence.policy.edition import Edition
from inconfidence.policy.explain import answer
from inconfidence.policy.facts import TURNS_ON, VALUES, WORDS, MayDisclose
from inconfidence.policy.loading import load
from inconfidence.policy.questions import QUESTIONS
from inconfidence.policy.questions.may_disclose import may_disclose
from inconfidence.policy.vocabulary import Outcome, Question
from tests.policy.walk import stray, walk

pytestmark = pytest.mark.walk
EDITIONS = {slug: policies.edition(slug) for slug in policies.slugs()}
SERVICES = [slug for slug in EDITIONS if slug != "default"]
WALKED, STRAYED = 500, 250
every_policy = pytest.mark.parametrize("edition", EDITIONS.values(), ids=EDITIONS)
every_question = pytest.mark.parametrize("question", QUESTIONS)


@cache
def answers(slug: str, question: Question) -> tuple[tuple[Any, Decision], ...]:
    """Drawn facts, with what a policy says of them."""
    return tuple(_drawn(EDITIONS[slug], question))


def _drawn(edition: Edition, question: Question) -> Iterator[tuple[Any, Decision]]:
    for facts in (*walk(edition, question, WALKED, 1), *stray(question, STRAYED, 1)):
        yield facts, compiled(edition, question).decide(facts)


@every_policy
@every_question
def test_every_answer_can_be_said(edition: Edition, question: Question) -> None:
    shown = {id(decision): (facts, decision) for facts, decision in answers(edition.slug, question)}
    for facts, decision in shown.values():
        card = answer(decision, edition, facts)
        owed = (*(step.says for step in card.steps), *(duty.says for duty in card.duties))
        for sentence in (card.heading, *card.reasons, *owed, card.word, card.service_line):
            assert "{" not in sentence
        assert all(said.endswith((".", "?")) for said in (card.heading, *card.reasons, *owed))
        assert card.clauses


@every_policy
def test_an_answer_for_a_volunteer_never_says_whether_the_thing_exists(edition: Edition) -> None:
    headings = set()
    for facts, decision in answers(edition.slug, Question.MAY_SEE):
        if facts.actor == "volunteer" and decision.outcome is not Outcome.PERMIT:
            card = answer(decision, edition, facts)
            headings.add((card.heading, card.outward))
            assert not card.steps
            assert not any(
                re.search(r"\b(this|that one|exists)\b", reason.lower()) for reason in card.reasons
            ), card.reasons
    assert len(headings) <= 1


OUTSIDE = ("relative", "referrer", "council", "professional", "police", "public")


@every_policy
def test_a_refusal_about_existence_sounds_the_same_to_everybody(edition: Edition) -> None:
    said = set()
    for recipient in OUTSIDE:
        for consent in WORDS[Question.MAY_DISCLOSE]["consent"][:-1]:
            facts = MayDisclose(act="confirm_known", recipient=recipient, consent=consent)  # type: ignore[arg-type]
            card = answer(may_disclose(edition, facts), edition, facts)
            assert card.outcome == Outcome.REFUSE
            said.add(card.outward)
    other = MayDisclose(act="confirm_known", recipient="relative")
    said.add(answer(may_disclose(EDITIONS["coventry"], other), EDITIONS["coventry"], other).outward)
    assert len(said) == 1


@every_question
@pytest.mark.parametrize("slug", SERVICES)
def test_renaming_a_service_leaves_every_decision_as_it_was(slug: str, question: Question) -> None:
    text = policies.text(slug).replace(f'slug = "{slug}"', 'slug = "elsewhere"', 1)
    renamed = load(text, policies.default_text(), "elsewhere.toml")
    assert renamed.slug == "elsewhere"
    for facts, decision in answers(slug, question):
        assert told(compiled(renamed, question).decide(facts)) == told(decision)


def told(decision: Decision) -> tuple[object, ...]:
    duties = tuple(duty.duty for duty in decision.duties)
    reasons = tuple(reason.says for reason in decision.reasons)
    return (decision.outcome, decision.refer_to, decision.clauses, decision.steps, duties, reasons)


@st.composite
def stated(draw: st.DrawFn) -> tuple[Question, dict[str, Any]]:
    question = draw(st.sampled_from(list(QUESTIONS)))
    facts = {name: st.sampled_from(values) for name, values in VALUES[question].items()}
    return question, draw(st.fixed_dictionaries({}, optional=facts))


@settings(max_examples=120, deadline=None)
@given(stated(), st.sampled_from(sorted(EDITIONS)))
def test_the_same_question_has_the_same_answer(asked: tuple[Question, dict[str, Any]], slug: str) -> None:
    (question, said), edition = asked, EDITIONS[slug]
    facts, again = TURNS_ON[question](**said), TURNS_ON[question](**said)
    decide = compiled(edition, question).decide
    assert answer(decide(facts), edition, facts) == answer(decide(again), edition, again)
