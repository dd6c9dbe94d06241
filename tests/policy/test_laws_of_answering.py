"""What is said of requests under every policy: in sentences, to whoever asked, and by the steps of a no.

What is true of the answers themselves stands among the invariants.
"""

from collections.abc import Iterator
from dataclasses import fields, replace
from functools import cache
from random import Random
from typing import Any

import pytest

from inconfidence import policies
from inconfidence.policy import walking
from inconfidence.policy.decision import Decision
from inconfidence.policy.edition import Edition
from inconfidence.policy.explain import answer
from inconfidence.policy.facts import VALUES, MayAnswerRequest
from inconfidence.policy.loading import load
from inconfidence.policy.questions.may_answer_request import may_answer_request
from inconfidence.policy.replies import (
    NEITHER_CONFIRM_NOR_DENY,
    NO_SMALL_FIGURES,
    NOT_BOUND,
    NOT_SUPPLYING,
)
from inconfidence.policy.requested import FIGURES, from_outside, is_access
from inconfidence.policy.steps import STEPS
from inconfidence.policy.vocabulary import DutyKind, Outcome, Question
from tests.policy.walk import stray, walk

ANSWER = Question.MAY_ANSWER_REQUEST
pytestmark = pytest.mark.walk
EDITIONS = {slug: policies.edition(slug) for slug in policies.slugs()}
PERMIT, REFUSE, REFER = Outcome.PERMIT, Outcome.REFUSE, Outcome.REFER
WORSE = {PERMIT: 0, REFER: 1, REFUSE: 2}
every_policy = pytest.mark.parametrize("edition", EDITIONS.values(), ids=EDITIONS)


@cache
def everything(slug: str) -> tuple[tuple[Any, Decision], ...]:
    """Facts and answers: of every kind of request a part, sound ones with their departures, and some from anywhere."""
    edition = EDITIONS[slug]
    drawn = (*walk(edition, ANSWER, 2500, 5), *_of_each_block(edition), *_near(), *stray(ANSWER, 1000, 5))
    return tuple((facts, may_answer_request(edition, facts)) for facts in drawn)


def _of_each_block(edition: Edition) -> Iterator[Any]:
    draw = Random(17)
    for axes in walking.spaces(edition, ANSWER):
        for _ in range(25):
            yield walking.record(ANSWER, [draw.choice(axis) for axis in axes])


SOUND: tuple[dict[str, Any], ...] = (
    {},
    {"kind": "view_notes", "requester": "parent"},
    {"requester": "parent", "about": "child", "child": "under_12"},
    {"requester": "parent", "about": "child", "child": "from_12", "capacity": "unable"},
    {"requester": "solicitor", "consent": "specific"},
    {"kind": "parents_route", "requester": "parent"},
    {"kind": "foi", "requester": "public", "about": "counts"},
    {"kind": "council", "stage": "close"},
    {"kind": "outside", "requester": "official", "law": "order"},
    {"kind": "outside", "requester": "official", "law": "permits", "head_decided": "yes"},
    {"kind": "outside", "requester": "official", "consent": "specific", "evidence": "telephone"},
    {
        "kind": "council",
        "requester": "official",
        "consent": "specific",
        "evidence": "form_or_letter",
        "approvals": "two",
        "head_decided": "yes",
    },
)


def _near() -> Iterator[Any]:
    """Requests that could go out, each with one fact changed, and with two."""
    draw = Random(23)
    for sound in SOUND:
        facts = MayAnswerRequest(**sound)
        yield facts
        for name, words in VALUES[ANSWER].items():
            yield from (replace(facts, **{name: word}) for word in words)
        for _ in range(150):
            names = draw.sample(sorted(VALUES[ANSWER]), 2)
            yield replace(facts, **{name: draw.choice(VALUES[ANSWER][name]) for name in names})


def answers(edition: Edition, *outcomes: Outcome) -> Iterator[tuple[Any, Decision]]:
    for facts, decision in everything(edition.slug):
        if not outcomes or decision.outcome in outcomes:
            yield facts, decision


def releases(edition: Edition, *outcomes: Outcome) -> Iterator[tuple[Any, Decision]]:
    return (each for each in answers(edition, *outcomes) if each[0].stage == "release")


@every_policy
def test_every_answer_can_be_said(edition: Edition) -> None:
    shown = {(d.reasons, d.duties, facts.stage, facts.kind): (facts, d) for facts, d in answers(edition)}
    for facts, decision in shown.values():
        card = answer(decision, edition, facts)
        owed = (*(step.says for step in card.steps), *(duty.says for duty in card.duties))
        for sentence in (card.heading, *card.reasons, *owed):
            assert "{" not in sentence
            assert sentence.endswith(".")
        assert card.heading.count(":") <= 1, card.heading


def taken(facts: Any, decision: Decision) -> Any:
    known = {fact.name for fact in fields(facts)}
    changes = {name: word for kind in decision.steps for name, word in STEPS[kind].changes.items()}
    return replace(facts, **{name: word for name, word in changes.items() if name in known})


@every_policy
def test_a_step_of_a_refusal_changes_something_and_leads_nowhere_worse(edition: Edition) -> None:
    for facts, decision in answers(edition, REFUSE):
        after = taken(facts, decision)
        assert after != facts or not decision.steps, facts
        assert WORSE[may_answer_request(edition, after).outcome] <= WORSE[decision.outcome]


@every_policy
def test_the_council_hears_one_thing_of_what_the_parents_took_on(edition: Edition) -> None:
    for facts, decision in releases(edition, REFUSE):
        taken_on = facts.kind == "council" and facts.passed_to_parent == "yes"
        if taken_on and edition.names("request-two-routes"):
            assert decision.answer["reply"] == NOT_SUPPLYING, facts


ASKERS = ("relative", "official", "public")


def test_the_reply_to_a_relative_an_official_or_the_public_is_the_same_bytes() -> None:
    said = set()
    for edition in EDITIONS.values():
        for facts, decision in releases(edition, REFUSE, REFER):
            handed_over = facts.kind == "council" and facts.passed_to_parent == "yes"
            figures = facts.about in FIGURES and not from_outside(facts)
            if facts.requester in ASKERS and not handed_over and not figures:
                card = answer(decision, edition, facts)
                assert decision.answer["reply"] == card.outward
                said.add(card.outward.encode())
    assert said == {NEITHER_CONFIRM_NOR_DENY.encode()}


@every_policy
def test_whoever_asks_for_figures_hears_nothing_about_a_family(edition: Edition) -> None:
    heard = set()
    for facts, decision in releases(edition, REFUSE, REFER):
        if facts.about in FIGURES and not from_outside(facts):
            heard.add(decision.answer.get("reply"))
            assert facts.kind == "foi" or "reply" not in decision.answer, facts
    charity = edition.value("foi", "host") == "charity"
    assert heard == {None, NOT_BOUND if charity else NO_SMALL_FIGURES}


@every_policy
def test_a_charity_says_that_it_is_not_bound_from_the_first_day_to_the_last(edition: Edition) -> None:
    charity = edition.value("foi", "host") == "charity"
    for facts, decision in answers(edition):
        if facts.kind == "foi" and not is_access(facts):
            owed = DutyKind.SAY_NOT_BOUND in {duty.duty for duty in decision.duties}
            closing = facts.stage == "close" and decision.outcome is not PERMIT
            assert owed == (charity and not closing), facts


@every_policy
def test_a_parent_hears_the_same_whatever_is_held_of_somebody_elses(edition: Edition) -> None:
    for facts, decision in releases(edition, REFUSE, REFER):
        if facts.about == "other_enquiry" and facts.kind not in ("council", "outside"):
            assert decision.answer["reply"] == NEITHER_CONFIRM_NOR_DENY, facts


@every_policy
def test_nothing_fixed_is_said_where_it_goes_or_to_people_about_themselves(edition: Edition) -> None:
    for facts, decision in answers(edition):
        if decision.outcome is PERMIT or facts.stage != "release":
            assert "reply" not in decision.answer, facts
            assert answer(decision, edition, facts).outward == ""
        if facts.stage == "release":
            assert (decision.answer.get("goes_to") == "nobody") == (decision.outcome is REFUSE), facts


@pytest.mark.parametrize("slug", [slug for slug in EDITIONS if slug != "default"])
def test_the_name_of_a_service_changes_nothing(slug: str) -> None:
    text = policies.text(slug).replace(f'slug = "{slug}"', 'slug = "elsewhere"', 1)
    renamed = load(text, policies.default_text(), "elsewhere.toml")
    for facts, decision in everything(slug)[::7]:
        other = may_answer_request(renamed, facts)
        assert told(other) == told(decision)


def told(decision: Decision) -> tuple[object, ...]:
    duties = tuple(duty.duty for duty in decision.duties)
    return (decision.outcome, decision.refer_to, decision.clauses, decision.steps, duties, decision.answer)
