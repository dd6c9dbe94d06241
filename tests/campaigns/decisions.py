"""Random facts, every policy, every question: what must be true of every answer whatever was asked.

An answer is one of three outcomes and names at least one clause that its policy has; no rule fails; a consent taken
back never widens an answer; two policies that differ only in their name answer alike.
"""

from collections import Counter
from dataclasses import replace
from functools import cache
from random import Random
from typing import Any

from bench.piece import Piece
from inconfidence import policies
from inconfidence.policy.compiled import compiled
from inconfidence.policy.decision import Decision
from inconfidence.policy.edition import Edition
from inconfidence.policy.facts import VALUES
from inconfidence.policy.loading import load
from inconfidence.policy.questions import QUESTIONS
from inconfidence.policy.vocabulary import Outcome, Question
from inconfidence.policy.walking import record

LARGE = 400_000
PIECE = 20_000
SMALL = 2_000
GUARDS = ("src/inconfidence/policy", "src/inconfidence/policies")

WIDTH = {Outcome.REFUSE: 0, Outcome.REFER: 1, Outcome.PERMIT: 2}


@cache
def renamed(slug: str) -> Edition:
    """The same policy under a name that nothing knows."""
    text = policies.text(slug).replace(f'slug = "{slug}"', 'slug = "elsewhere"')
    return load(text, policies.default_text(), "elsewhere.toml")


def services() -> list[str]:
    """The policies of services; the default is nobody's."""
    return [slug for slug in policies.slugs() if slug != policies.DEFAULT]


def world(number: int, seed: int) -> tuple[Question, str, Any]:
    """The question, the policy and the facts of one number; the same for the same seed."""
    chance = Random(seed * 1_000_003 + number)
    question = chance.choice(sorted(QUESTIONS))
    said = VALUES[question]
    changed = chance.sample(sorted(said), chance.randint(0, len(said)))
    facts = record(question, [{name: chance.choice(said[name]) for name in changed}])
    return question, chance.choice(services()), facts


def faults(question: Question, slug: str, facts: Any) -> list[str]:
    """What is wrong with the answer to these facts."""
    edition = policies.edition(slug)
    decision = decided(edition, question, facts)
    found = [] if decision.clauses else ["no clause"]
    found += [f"no such clause: {each}" for each in decision.clauses if not known(edition, each)]
    found += [f"the rule {decision.alarm} failed"] if decision.alarm else []
    found += (
        ["the name of the service counts"]
        if differs(decision, decided(renamed(slug), question, facts))
        else []
    )
    if getattr(facts, "consent", "none") == "given":
        after = decided(edition, question, replace(facts, consent="withdrawn"))
        found += ["wider without consent"] if WIDTH[after.outcome] > WIDTH[decision.outcome] else []
    return found


def decided(edition: Edition, question: Question, facts: Any) -> Decision:
    """What the rules make of the words they turn on; of a question asked in dates these are worked out before."""
    return compiled(edition, question).decide(facts)


def known(edition: Edition, clause: str) -> bool:
    """Whether the policy, the law, the defaults or the readings have a clause of that id."""
    if clause in edition.readings:
        return True
    try:
        edition.clause(clause)
    except KeyError:
        return False
    return True


def differs(one: Decision, other: Decision) -> bool:
    """Whether two decisions differ in more than the name of their policy."""
    return told(one) != told(other)


def told(decision: Decision) -> tuple[object, ...]:
    """A decision as a reader meets it: what came of it, why, what would change it, what it brings."""
    reasons = tuple(finding.says for finding in decision.reasons)
    duties = tuple(finding.duty for finding in decision.duties)
    return decision.outcome, decision.refer_to, decision.steps, decision.clauses, reasons, duties


def attempt(first: int, count: int, seed: int) -> Piece:
    """Ask numbers `first` to `first + count`; a line for each answer with a fault."""
    failed, asked = [], Counter[str]()
    for number in range(first, first + count):
        question, slug, facts = world(number, seed)
        asked[question] += 1
        failed += [f"{number}: {question} under {slug}: {fault}" for fault in faults(question, slug, facts)]
    return Piece(failed, asked)
