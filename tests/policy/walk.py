"""Facts drawn by a seed: from the reduced space of a question, and from anywhere at all."""

from collections.abc import Iterator
from itertools import islice
from random import Random

from inconfidence.policy import walking
from inconfidence.policy.edition import Edition
from inconfidence.policy.facts import VALUES, Facts
from inconfidence.policy.vocabulary import Question


def walk(edition: Edition, question: Question, limit: int | None = None, seed: int = 0) -> Iterator[Facts]:
    """Facts of the reduced space: all of it in order, or `limit` of them."""
    if limit is None:
        yield from walking.walk(edition, question)
        return
    draw = Random(seed)
    blocks = walking.spaces(edition, question)
    for axes in draw.choices(blocks, weights=[walking.size(axes) for axes in blocks], k=limit):
        yield walking.record(question, [draw.choice(axis) for axis in axes])


def stray(question: Question, limit: int, seed: int = 0) -> Iterator[Facts]:
    """Facts drawn from the whole space, every word as likely as the next: what the reductions never put together."""
    draw = Random(seed)
    values = VALUES[question]
    every = ({name: draw.choice(can) for name, can in values.items()} for _ in iter(lambda: True, False))
    yield from (walking.record(question, [facts]) for facts in islice(every, limit))
