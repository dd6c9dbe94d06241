"""A decision with its clauses and duties, beside the same width of plain `if` statements."""

import random
import time
from collections.abc import Callable, Sequence
from typing import Any, get_args, get_type_hints

from bench.chain import answer
from bench.figure import Figure, in_turn
from inconfidence import policies
from inconfidence.policy.facts import MayDisclose
from inconfidence.policy.questions.may_disclose import may_disclose

WORLDS = 2000


def worlds(seed: int = 1) -> list[MayDisclose]:
    """Facts at random: mostly unremarkable, a few words changed in each."""
    chance = random.Random(seed)
    words = {name: get_args(kind) for name, kind in get_type_hints(MayDisclose).items()}
    return [
        MayDisclose(**{name: chance.choice(words[name]) for name in chance.sample(sorted(words), 8)})
        for _ in range(WORLDS)
    ]


def rate(decide: Callable[[Any], object], facts: Sequence[Any]) -> float:
    """Decisions a second over all the worlds, five times round."""
    began = time.perf_counter()
    for _ in range(5):
        for one in facts:
            decide(one)
    return 5 * len(facts) / (time.perf_counter() - began)


def answering(slug: str) -> Callable[[Any], object]:
    """The question under one policy."""
    edition = policies.edition(slug)
    return lambda one: may_disclose(edition, one)


def compared(slug: str, facts: Sequence[MayDisclose]) -> Figure:
    """One line: a policy's decisions beside the plain statements."""
    decide = answering(slug)
    ours, peer = in_turn(lambda: rate(decide, facts), lambda: rate(answer, facts))
    return Figure(f"may_disclose, {slug}", "a second", ours, peer, 0.35, judged=False)


def measure() -> list[Figure]:
    """One line for each policy."""
    facts = worlds()
    return [compared(slug, facts) for slug in policies.slugs()]
