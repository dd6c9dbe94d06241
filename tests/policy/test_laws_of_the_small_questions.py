"""Laws of getting in touch, taking on work, moving paper and publishing: every combination, under every policy."""

from collections.abc import Iterator
from dataclasses import fields, replace
from functools import cache
from typing import Any

import pytest

from inconfidence import policies
from inconfidence.policy.decision import Decision
from inconfidence.policy.edition import Edition
from inconfidence.policy.explain import answer
from inconfidence.policy.loading import load
from inconfidence.policy.questions import QUESTIONS
from inconfidence.policy.steps import STEPS
from inconfidence.policy.vocabulary import DutyKind, Ground, Outcome, Question, Role, StepKind
from tests.policy.walk import walk

EDITIONS = {slug: policies.edition(slug) for slug in policies.slugs()}
SMALL = (Question.MAY_CONTACT, Question.MAY_WORK, Question.MAY_MOVE_PAPER, Question.MAY_PUBLISH)
WORSE = {Outcome.PERMIT: 0, Outcome.REFER: 1, Outcome.REFUSE: 2}
every_policy = pytest.mark.parametrize("edition", EDITIONS.values(), ids=EDITIONS)
every_question = pytest.mark.parametrize("question", SMALL)


@cache
def everything(slug: str, question: Question) -> tuple[tuple[Any, Decision], ...]:
    """All facts that can differ, with their answers."""
    edition = EDITIONS[slug]
    return tuple((facts, decide(edition, facts, question)) for facts in walk(edition, question))


def decide(edition: Edition, facts: Any, question: Question) -> Decision:
    return QUESTIONS[question].answer(edition, facts)


def answers(edition: Edition, question: Question, *outcomes: Outcome) -> Iterator[tuple[Any, Decision]]:
    for facts, decision in everything(edition.slug, question):
        if not outcomes or decision.outcome in outcomes:
            yield facts, decision


@every_policy
@every_question
def test_every_answer_names_a_clause_and_a_reason(edition: Edition, question: Question) -> None:
    outcomes = set()
    for facts, decision in answers(edition, question):
        assert decision.clauses, facts
        assert decision.reasons, facts
        assert not decision.alarm, facts
        outcomes.add(decision.outcome)
    assert {Outcome.PERMIT, Outcome.REFUSE} <= outcomes


@every_policy
@every_question
def test_a_referral_is_steps_and_a_decision_that_lead_to_a_permit(
    edition: Edition, question: Question
) -> None:
    for facts, decision in answers(edition, question, Outcome.REFER):
        assert decision.steps or decision.refer_to is Role.HEAD_OF_SERVICE
        assert not decision.duties
        after = decide(edition, taken(facts, decision), question)
        assert after.outcome is Outcome.PERMIT, facts


def taken(facts: Any, decision: Decision) -> Any:
    """The facts once every step is taken; the head of service, asked, releases themselves."""
    known = {fact.name for fact in fields(facts)}
    changes = {name: word for kind in decision.steps for name, word in STEPS[kind].changes.items()}
    if decision.refer_to is not None:
        changes["by"] = decision.refer_to.value
    return replace(facts, **{name: word for name, word in changes.items() if name in known})


@every_policy
@every_question
def test_a_step_of_a_refusal_leads_nowhere_worse_and_changes_something(
    edition: Edition, question: Question
) -> None:
    for facts, decision in answers(edition, question, Outcome.REFUSE):
        mended = taken(facts, decision)
        assert (mended != facts) == bool(decision.steps), facts
        assert WORSE[decide(edition, mended, question).outcome] <= WORSE[decision.outcome]


@every_policy
@every_question
def test_every_answer_can_be_said(edition: Edition, question: Question) -> None:
    shown = {id(decision): (facts, decision) for facts, decision in answers(edition, question)}
    for facts, decision in shown.values():
        card = answer(decision, edition, facts)
        owed = (*(step.says for step in card.steps), *(duty.says for duty in card.duties))
        for sentence in (card.heading, *card.reasons, *owed):
            assert "{" not in sentence
            assert sentence.endswith(".")
        assert card.outward == ""


BETTER: dict[Question, tuple[tuple[str, str], ...]] = {
    Question.MAY_CONTACT: (
        ("actor", "worker"),
        ("who", "client"),
        ("who", "self_referred"),
        ("agreement", "before"),
        ("exceptional", "yes"),
        ("agreed_by", "yes"),
        ("preference", "yes"),
        ("mailing_consent", "yes"),
        ("address", "confirmed"),
    ),
    Question.MAY_WORK: (
        ("actor", "worker"),
        ("agreement", "signed"),
        ("inducted", "yes"),
        ("trained", "yes"),
        ("remote_policy", "yes"),
        ("asked_for", "yes"),
        ("enabled", "yes"),
    ),
    Question.MAY_MOVE_PAPER: (
        ("to", "staff"),
        ("what", "parent_supplied_copies"),
        ("purpose", "yes"),
        ("secure", "yes"),
        ("due_back", "yes"),
    ),
    Question.MAY_PUBLISH: (
        ("level", "suppressed_counts"),
        ("cadence", "own"),
        ("audience", "local_authority"),
        ("by", "head_of_service"),
        ("purpose", "performance"),
        ("identifies", "nobody"),
        ("checklist_signed", "yes"),
    ),
}
STEPS_UP = [(question, name, word) for question, better in BETTER.items() for name, word in better]


@every_policy
@pytest.mark.parametrize(("question", "name", "word"), STEPS_UP)
def test_a_better_fact_never_gives_a_worse_answer(
    edition: Edition, question: Question, name: str, word: str
) -> None:
    for facts, decision in everything(edition.slug, question):
        after = decide(edition, replace(facts, **{name: word}), question)
        assert WORSE[after.outcome] <= WORSE[decision.outcome], facts


@every_policy
def test_a_stranger_is_never_approached_and_nobody_is_told_to_ask_them(edition: Edition) -> None:
    for facts, decision in answers(edition, Question.MAY_CONTACT):
        if facts.who == "stranger":
            assert decision.outcome is Outcome.REFUSE, facts
            assert not decision.steps


@every_policy
def test_a_family_put_forward_is_reached_only_when_they_agreed_beforehand(edition: Edition) -> None:
    for facts, decision in answers(edition, Question.MAY_CONTACT):
        if facts.who == "referred" and facts.agreement != "before":
            assert decision.outcome is not Outcome.PERMIT, facts
        if facts.who == "referred" and facts.agreement == "after":
            assert decision.outcome is Outcome.REFUSE, facts
            assert StepKind.SHOW_AGREEMENT not in decision.steps


@every_policy
def test_nobody_is_on_the_mailing_list_without_agreeing(edition: Edition) -> None:
    for facts, _ in answers(edition, Question.MAY_CONTACT, Outcome.PERMIT, Outcome.REFER):
        if facts.channel == "newsletter":
            assert (facts.mailing_consent, facts.preference == "no") == ("yes", False), facts


@every_policy
def test_what_somebody_ruled_out_is_ruled_out_and_nobody_presses(edition: Edition) -> None:
    for facts, decision in answers(edition, Question.MAY_CONTACT):
        if facts.preference == "no":
            assert decision.outcome is Outcome.REFUSE, facts
            assert not {StepKind.ASK_IF_SAFE, StepKind.ASK_FOR_MAILING} & set(decision.steps)


@every_policy
def test_nothing_is_sent_to_an_address_that_is_not_confirmed(edition: Edition) -> None:
    for facts, _ in answers(edition, Question.MAY_CONTACT, Outcome.PERMIT):
        assert facts.channel not in ("letter", "newsletter") or facts.address == "confirmed", facts


@every_policy
def test_work_machines_and_other_people_wait_for_a_yes(edition: Edition) -> None:
    for facts, _ in answers(edition, Question.MAY_CONTACT, Outcome.PERMIT, Outcome.REFER):
        if facts.channel in ("work", "answerphone", "via_relative", "via_colleague"):
            assert facts.preference == "yes", facts


@every_policy
def test_a_volunteer_without_a_signed_agreement_never_works(edition: Edition) -> None:
    for facts, decision in answers(edition, Question.MAY_WORK):
        if facts.actor == "worker":
            assert decision.outcome is Outcome.PERMIT, facts
        elif facts.agreement != "signed":
            assert decision.outcome is Outcome.REFUSE, facts


@every_policy
def test_nobody_is_sent_to_make_a_parent_ask_for_a_volunteer(edition: Edition) -> None:
    asked = edition.names("volunteer-asked-for")
    for facts, decision in answers(edition, Question.MAY_WORK):
        if facts.actor == "volunteer" and facts.asked_for == "no" and asked:
            assert decision.outcome is Outcome.REFUSE, facts


@every_policy
def test_the_paper_file_and_its_keys_stay_with_staff(edition: Edition) -> None:
    for facts, decision in answers(edition, Question.MAY_MOVE_PAPER, Outcome.PERMIT):
        assert facts.to == "staff" or (facts.to, facts.what, facts.as_keyholder) == (
            "volunteer",
            "parent_supplied_copies",
            "no",
        ), facts
        kinds = {duty.duty for duty in decision.duties}
        carried = {DutyKind.RECORD_PAPER_OUT, DutyKind.BRING_PAPER_BACK}
        assert kinds == ({DutyKind.RECORD_KEYHOLDER} if facts.as_keyholder == "yes" else carried)


@every_policy
def test_no_paper_leaves_without_why_how_and_until_when(edition: Edition) -> None:
    for facts, decision in answers(edition, Question.MAY_MOVE_PAPER, Outcome.PERMIT):
        if facts.as_keyholder == "no":
            assert (facts.purpose, facts.secure, facts.due_back) == ("yes", "yes", "yes"), facts
        assert decision.ground is Ground.PAPER


@every_policy
def test_nobody_but_the_head_of_service_releases_figures(edition: Edition) -> None:
    for facts, decision in answers(edition, Question.MAY_PUBLISH, Outcome.PERMIT):
        if facts.kind == "return":
            assert facts.by == "head_of_service", facts
            assert [duty.duty for duty in decision.duties] == [DutyKind.RECORD_RELEASE]


@every_policy
def test_nobody_can_be_picked_out_of_what_is_published(edition: Edition) -> None:
    for facts, _ in answers(edition, Question.MAY_PUBLISH, Outcome.PERMIT, Outcome.REFER):
        if facts.kind == "return":
            assert facts.level == "suppressed_counts", facts
        else:
            assert (facts.kind, facts.identifies, facts.checklist_signed) == ("story", "nobody", "yes"), facts


@pytest.mark.parametrize("slug", [slug for slug in EDITIONS if slug != "default"])
@every_question
def test_the_name_of_a_service_changes_nothing(slug: str, question: Question) -> None:
    text = policies.text(slug).replace(f'slug = "{slug}"', 'slug = "elsewhere"', 1)
    renamed = load(text, policies.default_text(), "elsewhere.toml")
    for facts, decision in everything(slug, question)[::5]:
        other = decide(renamed, facts, question)
        assert (other.outcome, other.clauses, other.steps) == (
            decision.outcome,
            decision.clauses,
            decision.steps,
        )
