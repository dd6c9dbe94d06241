"""Every combination of facts that can differ, of every question, under every policy: what must be true of each answer.

A number is a combination; blocks of them are walked whole, the small ones first, two at a time. What a combination
can be is said in `policy/walking/`, what must be true in `tests/policy/invariants.py`.
"""

from bisect import bisect_left
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from itertools import accumulate
from typing import NamedTuple

from bench.piece import Piece, together
from inconfidence import policies
from inconfidence.policy import walking
from inconfidence.policy.questions import QUESTIONS
from inconfidence.policy.vocabulary import Question
from tests.policy.whole import Block

AT_ONCE = 2


class Place(NamedTuple):
    """Which block of a question's space, under which policy; `size` tells how many combinations it has."""

    size: int
    slug: str
    question: Question
    number: int


def places() -> list[Place]:
    """Every block there is, the small ones first."""
    return sorted(
        Place(walking.size(axes), slug, question, number)
        for slug in policies.slugs()
        for question in QUESTIONS
        for number, axes in enumerate(walking.spaces(policies.edition(slug), question))
    )


PLACES: Sequence[Place] = places()
STARTS = [0, *accumulate(place.size for place in PLACES)]
LARGE = STARTS[-1]
PIECE = 2_000_000
SMALL = 20_000
GUARDS = ("src/inconfidence/policy", "src/inconfidence/policies", "tests/policy", "tests/campaigns/walk.py")


def walked(place: Place) -> Piece:
    """Walk one block; a line for each fault, and how often each invariant bore."""
    edition = policies.edition(place.slug)
    axes = walking.spaces(edition, place.question)[place.number]
    found = Block(edition, place.question, axes).check()
    return Piece(found.failed, found.counted)


def attempt(first: int, count: int, seed: int) -> Piece:
    """Walk the blocks that begin among these numbers. The seed says nothing: nothing is drawn."""
    begin, end = bisect_left(STARTS, first), bisect_left(STARTS, min(first + count, LARGE))
    with ProcessPoolExecutor(AT_ONCE) as pool:
        return together(pool.map(walked, PLACES[begin:end]))
