"""Every rule comes with its reasons, finds what its examples say, and reads only the facts it declares."""

from collections.abc import Iterator
from dataclasses import fields, replace
from itertools import chain
from typing import Any

import pytest

from inconfidence import policies
from inconfidence.policy.duties import DUTIES
from inconfidence.policy.facts import TURNS_ON, VALUES, Facts
from inconfidence.policy.finding import Finding, Kind
from inconfidence.policy.register import CLOSING, ENTRIES, RULES, in_order
from inconfidence.policy.rule import Asked, Bound, Example, Rule, disclosing, rule
from inconfidence.policy.steps import STEPS
from inconfidence.policy.vocabulary import DutyKind, Ground, Origin, Question, StepKind
from inconfidence.policy.walking import record
from inconfidence.policy.wording import sentence, words_for
from tests.policy.walk import stray, walk

EXAMPLES = [(each, example) for each in RULES for example in each.examples]
ASKED = [(each, asked) for each in RULES for asked in each.asked]
EDITIONS = [policies.edition(slug) for slug in policies.slugs()]


def bound(each: Rule, values: dict[str, Any]) -> Bound:
    sources = dict.fromkeys(each.parameters, (("EL-1",), Origin.OWN))
    return Bound(each.slug, ("EL-1",), Origin.OWN, values, sources, ("L-1",))


def asked_of(each: Rule, question: Question) -> Asked:
    found = each.answering(question)
    assert found is not None
    return found


@pytest.mark.parametrize(("each", "example"), EXAMPLES, ids=[f"{r.slug}: {e.says}" for r, e in EXAMPLES])
def test_an_example_finds_what_it_says(each: Rule, example: Example) -> None:
    check = asked_of(each, example.question).build(bound(each, dict(example.values)))
    found = check(TURNS_ON[example.question](**example.facts))
    assert " ".join(finding.kind for finding in found) == example.finds


def shown(kind: Kind) -> list[Finding]:
    """Everything of one kind that the examples find."""
    found = (
        asked_of(each, example.question).build(bound(each, dict(example.values)))(
            TURNS_ON[example.question](**example.facts)
        )
        for each, example in EXAMPLES
    )
    return [finding for findings in found for finding in findings if finding.kind is kind]


def test_what_the_facts_themselves_speak_of_is_nearer_than_what_else_a_ground_lacks() -> None:
    spoken_of = {
        Ground.DE_IDENTIFIED,
        Ground.INSPECTION,
        Ground.INTERNAL,
        Ground.LAW,
        Ground.POWER,
        Ground.PUBLIC_INTEREST,
    }
    for finding in shown(Kind.LACKS):
        assert finding.claimed is (finding.ground in spoken_of), finding


def test_danger_and_the_law_pass_bars_wherever_they_stand() -> None:
    for kind in set(Kind) - {Kind.GROUND}:
        assert not any(finding.passes_bars for finding in shown(kind))
    for finding in shown(Kind.GROUND):
        if finding.ground in (Ground.CHILD_AT_RISK, Ground.PERSON_AT_RISK, Ground.LAW):
            assert finding.passes_bars, finding


@pytest.mark.parametrize("each", RULES, ids=lambda each: each.slug)
def test_a_rule_comes_with_its_reasons(each: Rule) -> None:
    assert len(each.sentence) > 20
    assert not each.sentence.endswith(".")
    assert each.authority
    assert each.asked_by == tuple(asked.question.value for asked in each.asked)
    assert {example.question for example in each.examples} == {asked.question for asked in each.asked}
    for asked in each.asked:
        assert asked.reads <= {fact.name for fact in fields(TURNS_ON[asked.question])}


@pytest.mark.parametrize(
    ("missing", "says"),
    [
        ("slug", "A rule needs its slug: Words has none."),
        ("doc", "A rule needs its sentence: s has none."),
        ("authority", "A rule needs its authority: s has none."),
        ("examples", "A rule needs its examples: s has none."),
        ("slug doc", "A rule needs its slug: one without a name has none."),
    ],
)
def test_a_rule_without_its_reasons_cannot_be_registered(missing: str, says: str) -> None:
    asked = (disclosing(lambda bound: lambda facts: ()),)
    whole: dict[str, Any] = {
        "slug": "s",
        "authority": "a",
        "examples": (Example("x", {}, ""),),
        "doc": "Words.",
    }
    whole |= {name: () if name == "examples" else "" for name in missing.split()}
    with pytest.raises(ValueError) as caught:
        rule(whole.pop("doc"), asked=asked, **whole)
    assert str(caught.value) == says


def test_a_name_stands_for_one_entry_and_a_rule_answers_something() -> None:
    first = RULES[0]
    with pytest.raises(ValueError, match=f"Two entries are called {first.slug}"):
        in_order(first, first)
    idle = rule("Words.", slug="idle", authority="a", asked=(), examples=(Example("x", {}, ""),))
    with pytest.raises(ValueError, match="answers no question"):
        in_order(idle)
    assert set(CLOSING.values()) <= set(ENTRIES)


class Refusing:
    """A record that knows only the facts a rule declares."""

    def __init__(self, facts: object, allowed: frozenset[str]) -> None:
        self._facts = facts
        self._allowed = allowed

    def __getattr__(self, name: str) -> object:
        assert name in self._allowed, f"{name} is read and not declared"
        return getattr(self._facts, name)


@pytest.mark.walk
@pytest.mark.parametrize(("each", "asked"), ASKED, ids=[f"{r.slug}, {a.question}" for r, a in ASKED])
def test_a_rule_reads_only_the_facts_it_declares(each: Rule, asked: Asked) -> None:
    checks = [asked.build(each.bind(edition)) for edition in EDITIONS if edition.names(each.slug)]
    for facts in stray(asked.question, 1500, seed=7):
        for check in checks:
            assert check(Refusing(facts, asked.reads)) == check(facts)


def _every_finding() -> Iterator[Finding]:
    for edition in EDITIONS:
        for question in TURNS_ON:
            for each in RULES:
                asked = each.answering(question)
                if asked is None or not edition.names(each.slug):
                    continue
                check = asked.build(each.bind(edition))
                told = (example for example in each.examples if example.question is question)
                shown = (TURNS_ON[question](**example.facts) for example in told)
                for facts in (*shown, *stray(question, 400, seed=3)):
                    yield from check(facts)


@pytest.fixture(scope="module")
def every_finding() -> list[Finding]:
    return list({id(finding): finding for finding in _every_finding()}.values())


def other(facts: Any, name: str, word: str) -> Any:
    return replace(facts, **{name: word})


def of_examples(each: Rule, asked: Asked) -> Iterator[Facts]:
    """The facts of a rule's examples: a fact that matters beside many others is seldom met by chance."""
    mine = (example for example in each.examples if example.question is asked.question)
    return (record(asked.question, [example.facts]) for example in mine)


@pytest.mark.walk
@pytest.mark.parametrize(("each", "asked"), ASKED, ids=[f"{r.slug}, {a.question}" for r, a in ASKED])
def test_a_declared_fact_matters_to_its_rule(each: Rule, asked: Asked) -> None:
    checks = [asked.build(each.bind(edition)) for edition in EDITIONS if edition.names(each.slug)]
    for name in asked.reads:
        assert any(
            check(facts) != check(other(facts, name, word))
            for facts in chain(of_examples(each, asked), stray(asked.question, 3000, seed=11))
            for word in VALUES[asked.question][name]
            for check in checks
        ), f"{each.slug} declares {name} and never turns on it"


@pytest.mark.walk
def test_every_finding_cites_and_can_be_said(every_finding: list[Finding]) -> None:
    words = {k: v for record in TURNS_ON.values() for k, v in words_for(EDITIONS[0], record()).items()}
    for finding in every_finding:
        assert finding.cites, finding
        if finding.kind is Kind.DUTY:
            assert finding.duty in DUTIES
            continue
        said = sentence(finding.says, words)
        assert said[0].isupper()
        assert "{" not in said


@pytest.mark.walk
def test_every_step_and_duty_is_worded_and_used(every_finding: list[Finding]) -> None:
    steps = {step for finding in every_finding for step in (finding.step, *finding.mends) if step}
    assert steps == set(StepKind) == set(STEPS)
    assert {finding.duty for finding in every_finding if finding.duty} == set(DutyKind) == set(DUTIES)
    assert {finding.ground for finding in every_finding} == set(Ground)


def test_a_step_changes_facts_that_are_there() -> None:
    every = {
        (name, value) for question in TURNS_ON for name, can in VALUES[question].items() for value in can
    }
    for step in STEPS.values():
        assert set(step.changes.items()) <= every


@pytest.mark.walk
def test_only_the_four_grounds_of_the_house_pass_bars(every_finding: list[Finding]) -> None:
    passing = {finding.ground for finding in every_finding if finding.passes_bars}
    assert passing == {Ground.CHILD_AT_RISK, Ground.PERSON_AT_RISK, Ground.LAW, Ground.INSPECTION}


def test_the_walk_draws_what_it_is_asked_for() -> None:
    edition = policies.edition("coventry")
    drawn = list(walk(edition, Question.MAY_SEE, limit=50, seed=2))
    assert len(drawn) == 50
    assert drawn == list(walk(edition, Question.MAY_SEE, limit=50, seed=2))
    assert drawn != list(walk(edition, Question.MAY_SEE, limit=50, seed=3))
