"""An answer cites the clause, or the default, that set the value it turns on; and says so where a default did."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import pytest

from inconfidence import policies
from inconfidence.policy.edition import Edition, Setting
from inconfidence.policy.facts import TURNS_ON, parse
from inconfidence.policy.finding import Finding
from inconfidence.policy.loading import Faulty
from inconfidence.policy.questions import QUESTIONS
from inconfidence.policy.register import ENTRIES
from inconfidence.policy.rule import Check, Rule
from inconfidence.policy.vocabulary import Origin, Outcome, Question
from tests.policy.biting import DEFAULT, Value, asked, changed, decisions, sample, values


def of_rules() -> Iterator[Value]:
    """The values that something can turn on: those of rules that answer, with what else they can be."""
    for value in values():
        rule = ENTRIES.get(value.rule)
        if isinstance(rule, Rule) and not rule.repeatable and value.clauses and value.others:
            yield value


VALUES = list(of_rules())
RULES = [rule for rule in ENTRIES.values() if rule.slug in {value.rule for value in VALUES}]
ASKED = [
    (rule, asked.question, slug)
    for rule in RULES
    if isinstance(rule, Rule)
    for asked in rule.asked
    for slug in policies.slugs()
    if policies.edition(slug).names(rule.slug)
]


def in_force(value: Value) -> Iterator[str]:
    """The policies in which this value, and not one of their own, is the one that counts."""
    for slug in policies.slugs() if value.policy == DEFAULT else (value.policy,):
        setting = policies.edition(slug).settings.get((value.rule, value.key))
        if setting is not None and setting.clauses == value.clauses:
            yield slug


def others(value: Value, slug: str) -> Iterator[Edition]:
    """The policy with the value changed, each way that can be; of a list, with one of its words gone."""
    for other in value.others:
        if not isinstance(value.now, list) or len(other) < len(value.now):
            try:
                yield changed(value, other, slug)
            except Faulty:
                continue


def check(edition: Edition, rule: Rule, question: Question) -> Check:
    """The rule as this policy has it."""
    asking = rule.answering(question)
    assert asking is not None
    return asking.build(rule.bind(edition))


def said(finding: Finding) -> tuple[Any, ...]:
    """What a finding says, whoever stands behind it."""
    return (
        finding.kind, finding.ground, finding.says, finding.step, finding.role, finding.duty, finding.mends,
        tuple(finding.answer.items()),
    )  # fmt: skip


def words(slug: str, question: Question) -> Iterator[Any]:
    """The sample as words; where facts are dates, what a story states is left out."""
    return (facts for facts in sample(slug, question) if isinstance(facts, TURNS_ON[question]))


def resting(rule: Rule, question: Question, slug: str) -> dict[Finding, set[str]]:
    """What the rule finds under a policy, with each value without which it would not find it."""
    edition = policies.edition(slug)
    now, rests = check(edition, rule, question), defaultdict[Finding, set[str]](set)
    for value in VALUES:
        if value.rule == rule.slug and slug in in_force(value):
            for other in (check(each, rule, question) for each in others(value, slug)):
                for facts in words(slug, question):
                    without = {said(finding) for finding in other(facts)}
                    for finding in now(facts):
                        if said(finding) not in without:
                            rests[finding].add(value.key)
    return rests


def cites_what_set(finding: Finding, setting: Setting) -> bool:
    """Whether a finding names whoever set a value, and is a default's where a default did."""
    by_default = (finding.origin is Origin.DEFAULT) == (setting.origin is Origin.DEFAULT)
    return set(setting.clauses) <= set(finding.cites) and by_default


def of_one_word(rule: Rule) -> set[str]:
    """The values that cannot be another, so that nobody can tell what would be without them."""
    return {key for key, parameter in rule.parameters.items() if len(parameter.words) == 1}


@pytest.mark.walk
@pytest.mark.parametrize(
    ("rule", "question", "slug"), ASKED, ids=[f"{r.slug}, {q}, {s}" for r, q, s in ASKED]
)
def test_what_rests_on_a_value_cites_what_set_it(rule: Rule, question: Question, slug: str) -> None:
    for finding, keys in resting(rule, question, slug).items():
        settings = (policies.edition(slug).settings.get((rule.slug, key)) for key in keys | of_one_word(rule))
        assert any(each and cites_what_set(finding, each) for each in settings), (finding, keys)


@pytest.mark.walk
@pytest.mark.parametrize("value", VALUES, ids=lambda each: f"{each.policy}, {each.place}")
def test_a_yes_that_another_value_would_not_give_cites_what_set_this_one(value: Value) -> None:
    for slug in in_force(value):
        edition, questions = policies.edition(slug), asked(value)
        setting = edition.setting(value.rule, value.key)
        for other in others(value, slug):
            both = zip(decisions(edition, slug, questions), decisions(other, slug, questions), strict=True)
            for (facts, now), (_, then) in both:
                if now.outcome is Outcome.PERMIT and then.outcome is not Outcome.PERMIT:
                    assert set(setting.clauses) <= set(now.clauses), (slug, facts)
                    assert now.default_used or setting.origin is not Origin.DEFAULT, (slug, facts)


NOBODY = {"identifies": "nobody", "checklist_signed": "yes"}
STORY = {"act": "training_example", "recipient": "public", **NOBODY}
PATTERN = {"act": "raise_pattern", "recipient": "council", **NOBODY}
SENT_AWAY = {"act": "decline", "reason_declined": "no_responsibility", "responsibility": "no"}


@pytest.mark.parametrize(
    ("slug", "question", "stated", "clauses", "default_used"),
    [
        (
            "blackburn-with-darwen",
            "may_publish",
            {"audience": "public"},
            "BD-DATA-06a BD-DATA-06b D-19",
            True,
        ),
        ("bath-and-north-east-somerset", "may_publish", {}, "BN-2.6a BN-2.6b D-19 X-25", True),
        ("bath-and-north-east-somerset", "may_publish", {"by": "worker"}, "BN-2.6a BN-2.6b D-19 X-25", True),
        ("bath-and-north-east-somerset", "may_publish", {"audience": "public"}, "BN-2.6a X-25", False),
        ("blackburn-with-darwen", "may_disclose", STORY, "D-23", True),
        ("blackburn-with-darwen", "may_disclose", PATTERN, "BD-ROLE-06a", False),
        ("rotherham", "may_disclose", STORY, "RO-THIRD-01a RO-THIRD-01b X-18", False),
        ("rotherham", "may_disclose", PATTERN, "RO-THIRD-02b", False),
        ("coventry", "may_disclose", STORY, "D-23", True),
        ("coventry", "may_disclose", PATTERN, "D-24", True),
        ("coventry", "may_begin_casework", SENT_AWAY, "CV-PRACTICAL-02a D-36 X-10", True),
    ],
)
def test_the_clauses_of_an_answer_are_those_that_set_what_it_used(
    slug: str, question: str, stated: dict[str, str], clauses: str, default_used: bool
) -> None:
    found = QUESTIONS[Question(question)].answer(policies.edition(slug), parse(question, stated))
    assert (set(found.clauses), found.default_used) == (set(clauses.split()), default_used)
