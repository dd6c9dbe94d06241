"""Laws that hold for every combination of facts, under every policy: drawn here, walked whole by the campaign."""

import re
from collections.abc import Callable, Iterator
from dataclasses import fields, replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inconfidence import policies
from inconfidence.policy.agreement import covers
from inconfidence.policy.decision import Decision
from inconfidence.policy.edition import Edition
from inconfidence.policy.explain import answer
from inconfidence.policy.facts import WORDS, MayDisclose, MaySee
from inconfidence.policy.loading import load
from inconfidence.policy.questions.may_disclose import may_disclose
from inconfidence.policy.questions.may_see import may_see
from inconfidence.policy.steps import STEPS
from inconfidence.policy.vocabulary import Ground, Outcome, Question, Role, StepKind
from tests.policy.walk import stray, walk

EDITIONS = {slug: policies.edition(slug) for slug in policies.slugs()}
every_policy = pytest.mark.parametrize("edition", EDITIONS.values(), ids=EDITIONS)
WALKED, STRAYED = 500, 250
PERMIT, REFUSE, REFER = Outcome.PERMIT, Outcome.REFUSE, Outcome.REFER
WORSE = {PERMIT: 0, REFER: 1, REFUSE: 2}


def disclosures(edition: Edition) -> Iterator[tuple[MayDisclose, Decision]]:
    for source in (walk(edition, Question.MAY_DISCLOSE, WALKED, 1), stray(Question.MAY_DISCLOSE, STRAYED, 1)):
        for facts in source:
            assert isinstance(facts, MayDisclose)
            yield facts, may_disclose(edition, facts)


def looks(edition: Edition) -> Iterator[tuple[MaySee, Decision]]:
    for source in (walk(edition, Question.MAY_SEE, WALKED, 2), stray(Question.MAY_SEE, STRAYED, 2)):
        for facts in source:
            assert isinstance(facts, MaySee)
            yield facts, may_see(edition, facts)


@every_policy
def test_nothing_goes_on_the_consent_ground_without_a_given_consent(edition: Edition) -> None:
    for facts, decision in disclosures(edition):
        if decision.ground is Ground.CONSENT:
            assert facts.consent == "given", facts


@every_policy
def test_a_believed_risk_to_a_child_always_reaches_those_who_protect_children(edition: Edition) -> None:
    for facts, _ in disclosures(edition):
        believed = replace(facts, risk_to="child", belief="believed", recipient="safeguarding_body")
        for extent in ("chosen", "existence"):
            assert may_disclose(edition, replace(believed, extent=extent)).outcome is PERMIT, believed


@every_policy
def test_the_ground_of_a_child_at_risk_reaches_nobody_else(edition: Edition) -> None:
    for facts, decision in disclosures(edition):
        if decision.ground is Ground.CHILD_AT_RISK:
            at_once = facts.emergency == "yes" and facts.recipient in ("police", "emergency_service")
            assert facts.recipient == "safeguarding_body" or at_once, facts
            assert facts.extent != "whole_file", facts


@every_policy
def test_that_somebody_came_is_told_only_with_consent_order_risk_or_inspection(edition: Edition) -> None:
    allowed = {
        Ground.CONSENT,
        Ground.LAW,
        Ground.CHILD_AT_RISK,
        Ground.PERSON_AT_RISK,
        Ground.INSPECTION,
    }
    for facts, decision in disclosures(edition):
        outside = facts.recipient not in ("service_staff", "user")
        told = facts.act == "confirm_known" or (facts.extent == "existence" and outside)
        if told and decision.outcome is PERMIT:
            assert decision.ground in allowed or covers(facts), facts


@every_policy
def test_no_named_story_reaches_the_public_without_consent_or_order(edition: Edition) -> None:
    for facts, decision in disclosures(edition):
        if facts.recipient == "public" and facts.identifies != "nobody" and decision.outcome is PERMIT:
            assert decision.ground in (Ground.CONSENT, Ground.LAW), facts


@every_policy
def test_a_referral_names_a_role_or_a_step(edition: Edition) -> None:
    for _, decision in (*disclosures(edition), *looks(edition)):
        if decision.outcome is REFER:
            assert decision.refer_to or decision.steps
            assert not decision.duties
        else:
            assert decision.refer_to is None


@every_policy
def test_every_answer_names_a_clause_and_a_reason(edition: Edition) -> None:
    for facts, decision in (*disclosures(edition), *looks(edition)):
        assert decision.clauses, facts
        assert decision.reasons, facts
        assert not decision.alarm, facts


def taken(facts: Any, decision: Decision) -> Any:
    """The facts once every step is done, and the decision is there."""
    changes = {name: word for kind in decision.steps for name, word in STEPS[kind].changes.items()}
    if decision.refer_to is Role.HEAD_OF_SERVICE:
        changes["head_decided"] = "yes"
    known = {fact.name for fact in fields(facts)}
    return replace(facts, **{name: word for name, word in changes.items() if name in known})


def rounds(
    decide: Callable[[Edition, Any], Decision], edition: Edition, facts: Any, decision: Decision
) -> int:
    for count in range(1, 5):
        facts = taken(facts, decision)
        decision = decide(edition, facts)
        if decision.outcome is PERMIT:
            return count
        assert decision.outcome is REFER, facts
    raise AssertionError(facts)


@every_policy
def test_taking_every_step_of_a_referral_gives_a_permit(edition: Edition) -> None:
    for facts, decision in disclosures(edition):
        if decision.outcome is REFER:
            assert rounds(may_disclose, edition, facts, decision) <= 4
    for seen, decision in looks(edition):
        if decision.outcome is REFER:
            assert rounds(may_see, edition, seen, decision) == 1


@every_policy
def test_nobody_is_sent_to_press(edition: Edition) -> None:
    for facts, decision in disclosures(edition):
        if facts.consent in ("refused", "withdrawn", "asked"):
            assert StepKind.OBTAIN_CONSENT not in decision.steps, facts


@every_policy
def test_taking_consent_back_never_widens(edition: Edition) -> None:
    for facts, decision in disclosures(edition):
        for state in ("none", "asked", "refused", "withdrawn", "implied"):
            after = may_disclose(edition, replace(facts, consent=state))
            if facts.consent == "given":
                assert WORSE[after.outcome] >= WORSE[decision.outcome], (facts, state)


BETTER: tuple[tuple[str, str], ...] = (
    ("head_decided", "yes"),
    ("emergency", "yes"),
    ("lead_consulted", "yes"),
    ("spoken_to", "yes"),
    ("identifies", "nobody"),
    ("extent", "chosen"),
    ("consent_record", "form"),
    ("consent_from", "subject"),
    ("consent_recipient", "yes"),
    ("consent_purpose", "yes"),
    ("consent_items", "yes"),
    ("consent_before", "yes"),
    ("consent_review", "current"),
    ("form_back", "yes"),
    ("relevant", "yes"),
    ("need_stated", "yes"),
    ("checklist_signed", "yes"),
    ("within_terms", "yes"),
    ("law", "order"),
    ("belief", "believed"),
    ("provided_by", "subject"),
    ("consent", "given"),
)


@every_policy
@pytest.mark.parametrize(("fact", "better"), BETTER, ids=[fact for fact, _ in BETTER])
def test_a_better_fact_never_gives_a_worse_answer(edition: Edition, fact: str, better: str) -> None:
    for facts in (*walk(edition, Question.MAY_DISCLOSE, 100, 5), *stray(Question.MAY_DISCLOSE, 100, 5)):
        assert isinstance(facts, MayDisclose)
        after = may_disclose(edition, replace(facts, **{fact: better}))  # type: ignore[arg-type]
        assert WORSE[after.outcome] <= WORSE[may_disclose(edition, facts).outcome], facts


SEEN_BETTER = ("assigned", "agreement", "inducted", "trained", "volunteer_wanted", "volunteers_enabled")
SEEN_GAINED = ("reason", "shared", "head_decided", "item_need")


@every_policy
@pytest.mark.parametrize("fact", [*SEEN_BETTER, *SEEN_GAINED])
def test_a_better_fact_never_closes_a_case(edition: Edition, fact: str) -> None:
    for facts, decision in looks(edition):
        after = may_see(edition, replace(facts, **{fact: "yes"}))  # type: ignore[arg-type]
        assert WORSE[after.outcome] <= WORSE[decision.outcome], facts


@every_policy
def test_no_outsider_and_no_unsigned_volunteer_sees_anything(edition: Edition) -> None:
    outsiders = ("council_officer", "host_staff", "other_service", "shared_account")
    for facts, decision in looks(edition):
        if facts.actor in outsiders or (facts.actor == "volunteer" and facts.agreement == "no"):
            assert decision.outcome is REFUSE, facts


@every_policy
def test_nobody_matches_a_caller_or_joins_two_enquiries(edition: Edition) -> None:
    for facts, decision in looks(edition):
        if facts.act in ("match", "merge") or facts.item == "other_enquiry":
            assert decision.outcome is REFUSE, facts


@every_policy
def test_an_answer_for_a_volunteer_never_says_whether_the_thing_exists(edition: Edition) -> None:
    headings = set()
    for facts, decision in looks(edition):
        if facts.actor == "volunteer" and decision.outcome is not PERMIT:
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
            assert card.outcome == REFUSE
            said.add(card.outward)
    other = MayDisclose(act="confirm_known", recipient="relative")
    said.add(answer(may_disclose(EDITIONS["coventry"], other), EDITIONS["coventry"], other).outward)
    assert len(said) == 1


@pytest.mark.parametrize("slug", [slug for slug in EDITIONS if slug != "default"])
def test_renaming_a_service_leaves_every_decision_as_it_was(slug: str) -> None:
    text = policies.text(slug).replace(f'slug = "{slug}"', 'slug = "elsewhere"', 1)
    renamed = load(text, policies.default_text(), "elsewhere.toml")
    assert renamed.slug == "elsewhere"
    for facts, decision in disclosures(EDITIONS[slug]):
        assert told(may_disclose(renamed, facts)) == told(decision)
    for seen, decision in looks(EDITIONS[slug]):
        assert told(may_see(renamed, seen)) == told(decision)


def told(decision: Decision) -> tuple[object, ...]:
    duties = tuple(duty.duty for duty in decision.duties)
    reasons = tuple(reason.says for reason in decision.reasons)
    return (decision.outcome, decision.refer_to, decision.clauses, decision.steps, duties, reasons)


def records(question: Question) -> st.SearchStrategy[dict[str, str]]:
    return st.fixed_dictionaries({}, optional={n: st.sampled_from(w) for n, w in WORDS[question].items()})


@settings(max_examples=60, deadline=None)
@given(records(Question.MAY_DISCLOSE), st.sampled_from(sorted(EDITIONS)))
def test_an_answer_can_be_said_and_the_same_question_has_the_same_answer(
    stated: dict[str, Any], slug: str
) -> None:
    edition, facts = EDITIONS[slug], MayDisclose(**stated)
    card = answer(may_disclose(edition, facts), edition, facts)
    assert card == answer(may_disclose(edition, MayDisclose(**stated)), edition, facts)
    assert all("{" not in said for said in (card.heading, *card.reasons, card.word, card.service_line))
    assert card.heading.endswith(".")
    assert card.clauses


@settings(max_examples=60, deadline=None)
@given(records(Question.MAY_SEE), st.sampled_from(sorted(EDITIONS)))
def test_what_is_said_of_a_look_can_be_said(stated: dict[str, Any], slug: str) -> None:
    edition, facts = EDITIONS[slug], MaySee(**stated)
    card = answer(may_see(edition, facts), edition, facts)
    assert "{" not in card.heading
    assert card.reasons
