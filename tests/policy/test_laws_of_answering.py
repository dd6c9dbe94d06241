"""Laws of answering requests: drawn from every combination that can differ, and from anywhere, under every policy."""

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
from inconfidence.policy.replies import NEITHER_CONFIRM_NOR_DENY, NOT_SUPPLYING
from inconfidence.policy.steps import STEPS
from inconfidence.policy.vocabulary import Ground, Outcome, Question, StepKind
from tests.policy.walk import stray, walk

ANSWER = Question.MAY_ANSWER_REQUEST
EDITIONS = {slug: policies.edition(slug) for slug in policies.slugs()}
PERMIT, REFUSE, REFER = Outcome.PERMIT, Outcome.REFUSE, Outcome.REFER
WORSE = {PERMIT: 0, REFER: 1, REFUSE: 2}
OBLIGED = ("requires", "order")
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
        for _ in range(150):
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
def test_every_answer_names_a_clause_a_reason_and_who_answers(edition: Edition) -> None:
    for facts, decision in answers(edition):
        assert decision.clauses, facts
        assert decision.reasons, facts
        assert not decision.alarm, facts
        assert decision.answer["answered_by"] == "head_of_service"


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


@every_policy
def test_a_referral_is_steps_and_a_decision_that_lead_to_a_permit(edition: Edition) -> None:
    for facts, decision in answers(edition, REFER):
        assert decision.steps or decision.refer_to
        assert not decision.duties
        after = taken(facts, decision)
        if decision.refer_to is not None:
            after = replace(after, head_decided="yes", approvals="two")
        assert may_answer_request(edition, after).outcome is PERMIT, facts


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


BETTER = (
    ("actor", "head_of_service"),
    ("identity", "yes"),
    ("responsibility", "shown"),
    ("child_authority", "yes"),
    ("consent", "specific"),
    ("consent_from", "subject"),
    ("evidence", "form_or_letter"),
    ("told", "yes"),
    ("lead_discussed", "yes"),
    ("user_discussed", "yes"),
    ("approvals", "two"),
    ("extent", "extract"),
    ("others_decided", "yes"),
    ("to", "requester"),
    ("copy_sent", "yes"),
    ("copy_to", "subject"),
    ("passed_to_parent", "no"),
    ("law", "requires"),
    ("law", "order"),
    ("head_decided", "yes"),
)


@every_policy
@pytest.mark.parametrize(("name", "word"), BETTER)
def test_a_better_fact_never_gives_a_worse_answer(edition: Edition, name: str, word: str) -> None:
    for facts, decision in answers(edition, PERMIT, REFER):
        after = may_answer_request(edition, replace(facts, **{name: word}))
        assert WORSE[after.outcome] <= WORSE[decision.outcome], facts


@every_policy
def test_nobody_but_the_head_of_service_releases_or_closes(edition: Edition) -> None:
    for facts, decision in answers(edition):
        if facts.stage != "log" and facts.actor != "head_of_service":
            assert decision.outcome is REFUSE, facts
            assert StepKind.HAND_TO_LEAD in decision.steps


@every_policy
def test_anyone_may_log_and_logging_lets_nothing_go(edition: Edition) -> None:
    for facts, decision in answers(edition):
        if facts.stage == "log":
            assert (decision.outcome, decision.ground) == (PERMIT, Ground.REQUEST), facts
            assert "goes_to" not in decision.answer
        elif facts.stage == "release":
            assert decision.ground is not Ground.REQUEST, facts


@every_policy
def test_the_council_gets_nothing_without_a_yes_to_that_very_request_or_the_law(edition: Edition) -> None:
    for facts, decision in releases(edition, PERMIT):
        if facts.kind == "council":
            agreed = (facts.consent, facts.consent_from) == ("specific", "subject")
            obliged = facts.law in OBLIGED and decision.ground is Ground.LAW
            assert obliged or (agreed and decision.ground is Ground.CONSENT), facts
            assert facts.to in ("requester", "named_officer")


@every_policy
def test_a_refusal_is_never_turned_and_nobody_is_sent_to_press(edition: Edition) -> None:
    for facts, decision in releases(edition):
        if facts.consent == "refused":
            assert StepKind.ASK_ABOUT_REQUEST not in decision.steps, facts
            assert decision.ground is not Ground.CONSENT, facts
            if decision.outcome is PERMIT and facts.kind in ("council", "outside"):
                assert decision.ground in (Ground.LAW, Ground.POWER), facts


@every_policy
def test_a_power_alone_needs_the_head_of_service_and_a_policy_that_says_so(edition: Edition) -> None:
    says_so = edition.value("outside-request", "permits") == "head_of_service"
    for facts, decision in releases(edition, PERMIT):
        if decision.ground is Ground.POWER:
            assert says_so, facts
            assert (facts.kind, facts.law, facts.head_decided) == ("outside", "permits", "yes"), facts


@every_policy
def test_two_approvals_are_two_people(edition: Edition) -> None:
    asks = edition.value("request-approvals", "approvals")
    for facts, decision in releases(edition, PERMIT):
        if facts.kind == "council" and decision.ground is Ground.CONSENT:
            assert asks != "two" or facts.approvals == "two", facts
            assert asks != "head" or facts.head_decided == "yes", facts
            assert asks != "one_consulted" or facts.lead_discussed == "yes", facts


@every_policy
def test_a_parent_gets_nothing_of_a_capable_child_without_the_childs_word(edition: Edition) -> None:
    from_twelve = edition.value("child-access", "line") == "twelve"
    for facts, _ in releases(edition, PERMIT):
        if (
            facts.requester == "parent"
            and facts.about == "child"
            and facts.kind not in ("council", "outside")
        ):
            taken_to_be = from_twelve and facts.child == "from_12"
            grown = facts.child == "not_a_child"
            able = facts.capacity == "able" or (facts.capacity == "not_judged" and (taken_to_be or grown))
            assert not able or facts.child_authority == "yes", facts


@every_policy
def test_nothing_of_another_enquiry_goes_out_but_by_law(edition: Edition) -> None:
    for facts, decision in releases(edition, PERMIT):
        assert facts.about != "other_enquiry" or decision.ground is Ground.LAW, facts


@every_policy
def test_what_the_parents_took_on_is_not_sent_again(edition: Edition) -> None:
    for facts, decision in releases(edition):
        taken_on = facts.kind == "council" and facts.passed_to_parent == "yes"
        if taken_on and edition.names("request-two-routes"):
            assert decision.outcome is not PERMIT or decision.ground is Ground.LAW, facts
            if decision.outcome is REFUSE:
                assert decision.answer.get("reply") == NOT_SUPPLYING, facts


@every_policy
def test_no_personal_information_goes_out_as_freedom_of_information(edition: Edition) -> None:
    for facts, decision in releases(edition, PERMIT):
        if decision.ground is Ground.FREEDOM:
            assert facts.about == "counts", facts
            assert edition.value("foi", "host") == "public_authority"


ASKERS = ("relative", "official", "public")


def test_the_reply_to_a_relative_an_official_or_the_public_is_the_same_bytes() -> None:
    said = set()
    for edition in EDITIONS.values():
        for facts, decision in releases(edition, REFUSE, REFER):
            handed_over = facts.kind == "council" and facts.passed_to_parent == "yes"
            if facts.requester in ASKERS and not handed_over:
                card = answer(decision, edition, facts)
                assert decision.answer["reply"] == card.outward
                said.add(card.outward.encode())
    assert said == {NEITHER_CONFIRM_NOR_DENY.encode()}


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


@every_policy
def test_a_refusal_owes_nothing(edition: Edition) -> None:
    for facts, decision in answers(edition, REFUSE):
        assert not decision.duties, facts


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
