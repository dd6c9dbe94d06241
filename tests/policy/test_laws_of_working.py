"""Laws of beginning, writing down and asking for records: every combination that can differ, under every policy."""

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
from inconfidence.policy.vocabulary import DutyKind, Ground, Outcome, Question, StepKind
from tests.policy.walk import stray, walk

EDITIONS = {slug: policies.edition(slug) for slug in policies.slugs()}
WORKING = (Question.MAY_BEGIN_CASEWORK, Question.MAY_RECORD, Question.MAY_OBTAIN)
WORSE = {Outcome.PERMIT: 0, Outcome.REFER: 1, Outcome.REFUSE: 2}
FIRST_ADVICE = ("open_enquiry", "general_information")
every_policy = pytest.mark.parametrize("edition", EDITIONS.values(), ids=EDITIONS)
every_question = pytest.mark.parametrize("question", WORKING)


@cache
def everything(slug: str, question: Question) -> tuple[tuple[Any, Decision], ...]:
    """Facts and answers: of beginning a drawn part, of the small questions all of them; and some from anywhere."""
    edition = EDITIONS[slug]
    limit = 4000 if question is Question.MAY_BEGIN_CASEWORK else None
    drawn = (*walk(edition, question, limit, 3), *stray(question, 500, 3))
    return tuple((facts, decide(edition, facts, question)) for facts in drawn)


def decide(edition: Edition, facts: Any, question: Question) -> Decision:
    return QUESTIONS[question].answer(edition, facts)


def answers(edition: Edition, question: Question, *outcomes: Outcome) -> Iterator[tuple[Any, Decision]]:
    for facts, decision in everything(edition.slug, question):
        if not outcomes or decision.outcome in outcomes:
            yield facts, decision


@every_policy
@every_question
def test_every_answer_names_a_clause_and_a_reason(edition: Edition, question: Question) -> None:
    for facts, decision in answers(edition, question):
        assert decision.clauses, facts
        assert decision.reasons, facts
        assert not decision.alarm, facts


@every_policy
@every_question
def test_a_referral_is_steps_that_lead_to_a_permit(edition: Edition, question: Question) -> None:
    for facts, decision in answers(edition, question, Outcome.REFER):
        assert decision.steps
        assert decision.refer_to is None
        assert not decision.duties
        after = decide(edition, taken(facts, decision), question)
        assert after.outcome is Outcome.PERMIT, facts


def taken(facts: Any, decision: Decision) -> Any:
    known = {fact.name for fact in fields(facts)}
    changes = {name: word for kind in decision.steps for name, word in STEPS[kind].changes.items()}
    return replace(facts, **{name: word for name, word in changes.items() if name in known})


@every_policy
@every_question
def test_a_step_of_a_refusal_leads_nowhere_worse(edition: Edition, question: Question) -> None:
    for facts, decision in answers(edition, question, Outcome.REFUSE):
        after = decide(edition, taken(facts, decision), question)
        assert WORSE[after.outcome] <= WORSE[decision.outcome]


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
    Question.MAY_BEGIN_CASEWORK: (
        ("anonymous", "no"),
        ("responsibility", "yes"),
        ("names_child", "no"),
        ("origin", "self"),
        ("confirmed", "yes"),
        ("absence_reason", "yes"),
        ("statement", "yes"),
        ("pack", "yes"),
        ("form_back", "yes"),
        ("consent_question", "answered"),
        ("consent_question", "not_needed"),
        ("refused", "no"),
        ("limits_explained", "yes"),
        ("act", "general_information"),
    ),
    Question.MAY_RECORD: (
        ("relevant", "yes"),
        ("necessity_stated", "yes"),
        ("recipients", "named"),
        ("recipients", "reason_given"),
        ("by", "the_person"),
        ("identifying", "no"),
        ("content", "issues_and_actions"),
        ("safeguarding", "yes"),
    ),
    Question.MAY_OBTAIN: (
        ("actor", "worker"),
        ("actor", "head_of_service"),
        ("source", "school"),
        ("consent", "given"),
        ("consent_from", "subject"),
        ("consent_before", "yes"),
        ("consent_record", "form"),
        ("consent_record", "letter"),
        ("form_back", "yes"),
        ("need_stated", "yes"),
        ("child_at_risk", "yes"),
    ),
}
STEPS_UP = [(question, name, word) for question, better in BETTER.items() for name, word in better]


@every_policy
@pytest.mark.parametrize(("question", "name", "word"), STEPS_UP)
def test_a_better_fact_never_gives_a_worse_answer(
    edition: Edition, question: Question, name: str, word: str
) -> None:
    for facts, decision in everything(edition.slug, question)[::7]:
        if _is_a_better(facts, name):
            after = decide(edition, replace(facts, **{name: word}), question)
            assert WORSE[after.outcome] <= WORSE[decision.outcome], facts


def _is_a_better(facts: Any, name: str) -> bool:
    """A name helps nobody whom it shows to be a relative; first advice is no better than a first contact closed."""
    if name == "anonymous":
        return bool(facts.relation != "relative" and facts.responsibility == "yes")
    return name != "act" or bool(facts.act == "casework" and facts.names_child == "no")


@every_policy
def test_no_casework_without_a_name_and_none_for_other_relatives(edition: Edition) -> None:
    for facts, decision in answers(edition, Question.MAY_BEGIN_CASEWORK):
        if facts.act == "casework" and (facts.anonymous == "yes" or facts.relation == "relative"):
            assert decision.outcome is Outcome.REFUSE, facts


@every_policy
def test_only_work_in_depth_waits_for_the_form(edition: Edition) -> None:
    for facts, decision in answers(edition, Question.MAY_BEGIN_CASEWORK):
        if facts.act == "casework":
            continue
        for form_back in ("yes", "no"):
            after = decide(edition, replace(facts, form_back=form_back), Question.MAY_BEGIN_CASEWORK)
            assert after is decision, facts


@every_policy
def test_general_information_about_nobody_in_particular_is_for_everybody(edition: Edition) -> None:
    for facts, _ in answers(edition, Question.MAY_BEGIN_CASEWORK):
        general = replace(facts, act="general_information", names_child="no")
        assert decide(edition, general, Question.MAY_BEGIN_CASEWORK).outcome is Outcome.PERMIT, facts


@every_policy
def test_a_child_is_never_turned_away_for_who_they_are(edition: Edition) -> None:
    for facts, decision in answers(edition, Question.MAY_BEGIN_CASEWORK):
        if facts.act == "decline" and facts.reason_declined == "age_or_capacity":
            assert decision.outcome is Outcome.REFUSE, facts
        themselves = facts.relation in ("child", "young_person") and facts.anonymous == "no"
        if themselves and facts.act != "decline" and decision.outcome is Outcome.REFUSE:
            assert decision.steps == (StepKind.CHASE_FORM,), facts


@every_policy
@every_question
def test_a_refusal_owes_nothing_but_what_its_own_rule_shows(edition: Edition, question: Question) -> None:
    for facts, decision in answers(edition, question, Outcome.REFUSE):
        if decision.duties:
            assert {duty.duty for duty in decision.duties} == {DutyKind.FLAG_LAW_DIFFERS}
            assert (facts.act, facts.relation, facts.responsibility) == ("casework", "carer", "no")


@every_policy
def test_nobody_decides_for_somebody_else_and_no_decision_is_overwritten(edition: Edition) -> None:
    for facts, decision in answers(edition, Question.MAY_RECORD):
        theirs = facts.by == "the_person" or facts.kind not in ("consent", "consent_change")
        if not theirs or facts.kind == "decision_edit":
            assert decision.outcome is Outcome.REFUSE, facts


@every_policy
def test_what_a_concern_needs_is_always_written_down(edition: Edition) -> None:
    notes = ("note", "observation", "anonymous_note", "paper_note", "encouragement")
    for facts, decision in answers(edition, Question.MAY_RECORD):
        if facts.safeguarding == "yes" and facts.kind in notes:
            assert decision.outcome is Outcome.PERMIT, facts
            assert DutyKind.RECORD_CONCERN in {duty.duty for duty in decision.duties}


@every_policy
def test_taking_back_is_recorded_at_once(edition: Edition) -> None:
    for facts, decision in answers(edition, Question.MAY_RECORD):
        if facts.kind == "consent_change" and facts.by == "the_person":
            assert decision.outcome is Outcome.PERMIT, facts


@every_policy
def test_nothing_is_obtained_without_a_yes_to_obtaining_or_a_child_at_risk(edition: Edition) -> None:
    for facts, decision in answers(edition, Question.MAY_OBTAIN, Outcome.PERMIT):
        agreed = (facts.consent, facts.consent_from, facts.consent_before) == ("given", "subject", "yes")
        assert (decision.ground is Ground.CONSENT and agreed) or facts.child_at_risk == "yes", facts
        assert facts.actor != "volunteer"


@every_policy
def test_a_child_at_risk_passes_every_gate_of_staff(edition: Edition) -> None:
    for facts, decision in answers(edition, Question.MAY_OBTAIN):
        if facts.child_at_risk == "yes" and facts.actor != "volunteer":
            assert decision.outcome is Outcome.PERMIT, facts


@every_policy
def test_nobody_is_sent_to_press_for_records(edition: Edition) -> None:
    for facts, decision in answers(edition, Question.MAY_OBTAIN):
        if facts.consent in ("refused", "withdrawn"):
            assert StepKind.OBTAIN_CONSENT not in decision.steps, facts


@pytest.mark.parametrize("slug", [slug for slug in EDITIONS if slug != "default"])
@every_question
def test_the_name_of_a_service_changes_nothing(slug: str, question: Question) -> None:
    text = policies.text(slug).replace(f'slug = "{slug}"', 'slug = "elsewhere"', 1)
    renamed = load(text, policies.default_text(), "elsewhere.toml")
    for facts, decision in everything(slug, question)[::11]:
        other = decide(renamed, facts, question)
        assert (other.outcome, other.clauses, other.steps) == (
            decision.outcome,
            decision.clauses,
            decision.steps,
        )
