"""A decision with its clauses, reasons, duties and steps, beside the same rules written out and beside Cedar.

The first peer is every rule as plain `if` statements that return the very same answers. The second is cedarpy on
policies written from the same texts by somebody who had not seen the rules: parsed once, entities parsed once, one
asking for each decision (yes or no with policy ids, where we tell refuse from refer and name clauses and duties), its
requests made and turned into JSON before the clock starts. A Python caller has to make them: that line is printed too.

We keep finished answers, Cedar keeps none. So what is judged beside it are facts that were never met, in a program
that has answered many others; the same facts met again are printed beside them.
"""

import random
import time
from collections.abc import Callable, Sequence
from functools import partial
from statistics import median, quantiles
from typing import Any

import cedarpy

from bench.chain import all_words, the_same, written_out
from bench.figure import Figure, in_turn
from inconfidence import policies
from inconfidence.policy.questions import QUESTIONS
from inconfidence.policy.vocabulary import Question
from tests.oracle import second_opinion as cedar

WORLDS = 2000
ROUNDS = 5
MET_BEFORE = range(100, 120)
NEVER_MET = range(200, 300)
OTHERS_UNDER = "rotherham"


def worlds(question: Question, seed: int = 1) -> list[Any]:
    """Facts at random: mostly unremarkable, a few words changed in each."""
    chance = random.Random(seed)
    words = all_words(question)
    facts: Any = QUESTIONS[question].facts
    changed = min(8, len(words))
    return [
        facts(**{name: chance.choice(words[name]) for name in chance.sample(sorted(words), changed)})
        for _ in range(WORLDS)
    ]


def rate(decide: Callable[[Any], object], facts: Sequence[Any], rounds: int = ROUNDS) -> float:
    """Decisions a second over all the worlds, a few times round."""
    began = time.perf_counter()
    for _ in range(rounds):
        for one in facts:
            decide(one)
    return rounds * len(facts) / (time.perf_counter() - began)


def worst(decide: Callable[[Any], object], facts: Sequence[Any]) -> float:
    """The 99th percentile of one decision, in microseconds, the timer included."""
    clock, waits = time.perf_counter_ns, []
    for one in facts:
        began = clock()
        decide(one)
        waits.append(clock() - began)
    return quantiles(waits, n=100)[-1] / 1000


def asking_cedar(slug: str) -> Callable[[dict[str, str]], object]:
    """One asking of Cedar with everything parsed."""
    ready = cedar.policies(slug)
    return lambda request: cedarpy.is_authorized_batch([request], ready, cedar.NOBODY)[0].allowed


def beside_the_chain(question: Question, slug: str, *, judged: bool) -> Figure:
    """One policy's decisions beside its rules written out."""
    edition, facts = policies.edition(slug), worlds(question)
    ours, chain = partial(QUESTIONS[question].answer, edition), written_out(edition, question)
    the_same(chain, ours, facts)
    mine, other = in_turn(lambda: rate(ours, facts), lambda: rate(chain, facts))
    return Figure(f"{question}, {slug}, beside if", "a second", mine, other, 0.35, judged=judged)


def beside_cedar(slug: str) -> list[Figure]:
    """One policy's decisions beside Cedar's: rate, 99th percentile, and the rate with its requests made in time."""
    question = Question.MAY_DISCLOSE
    facts = worlds(question)
    requests = [cedar.requests(one)[1] for one in facts]
    ours, ask = partial(QUESTIONS[question].answer, policies.edition(slug)), asking_cedar(slug)
    for seed in MET_BEFORE:
        rate(ours, worlds(question, seed), 1)
    never_met = (worlds(question, seed) for seed in NEVER_MET)
    mine, other = in_turn(lambda: rate(ours, next(never_met), 1), lambda: rate(ask, requests, 1))
    slow, slower = in_turn(lambda: worst(ours, next(never_met)), lambda: worst(ask, requests))
    whole = rate(lambda one: ask(cedar.requests(one)[1]), facts, 1)
    again, tail = (median(each(ours, facts) for _ in range(ROUNDS)) for each in (rate, worst))
    return [
        Figure(f"{question}, {slug}, beside cedarpy", "a second", mine, other, 20),
        Figure(f"{question}, {slug}, 99th percentile", "µs", slow, slower, 0.1, at_most=True),
        Figure(f"{question}, {slug}, with requests made", "a second", mine, whole, 20, judged=False),
        Figure(f"{question}, {slug}, met again", "a second", again, other, 20, judged=False),
        Figure(f"{question}, {slug}, met again, 99th", "µs", tail, slower, 0.1, at_most=True, judged=False),
    ]


def cold(slug: str) -> Figure:
    """Answers met for the first time, while the table of answers is empty, beside the same met again."""
    question = Question.MAY_DISCLOSE
    facts, decide = worlds(question), partial(QUESTIONS[question].answer, policies.edition(slug))
    first, again = rate(decide, facts, 1), rate(decide, facts)
    return Figure(f"{question}, {slug}, met first", "a second", first, again, 0.35, judged=False)


def measure() -> list[Figure]:
    """Every policy for sharing, and the other questions under one."""
    found = [cold(slug) for slug in policies.slugs()]
    found += [beside_the_chain(Question.MAY_DISCLOSE, slug, judged=True) for slug in policies.slugs()]
    for slug in cedar.slugs():
        found += beside_cedar(slug)
    others = [question for question in QUESTIONS if question is not Question.MAY_DISCLOSE]
    return found + [beside_the_chain(question, OTHERS_UNDER, judged=False) for question in others]
