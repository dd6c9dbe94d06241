"""Dated entries of consent and of danger, drawn: the core and a plain model of it come to the same words."""

from concurrent.futures import ProcessPoolExecutor
from random import Random

from bench.piece import Piece, together
from tests.policy.standing_model import differences

AT_ONCE = 2
LARGE = 200_000
PIECE = 20_000
SMALL = 2_000
SHARE = 1_000
GUARDS = ("src/inconfidence/policy/standing", "tests/policy/standing_model.py", "tests/campaigns/standing.py")


def attempt(first: int, count: int, seed: int) -> Piece:
    """Draw histories `first` to `first + count`, a share of them at a time."""
    shares = [
        (start, min(start + SHARE, first + count), seed) for start in range(first, first + count, SHARE)
    ]
    with ProcessPoolExecutor(AT_ONCE) as pool:
        return together(pool.map(compared, shares))


def compared(share: tuple[int, int, int]) -> Piece:
    """A line for each history of these numbers on which the two differ."""
    first, end, seed = share
    failed = [
        f"{number}: {difference}"
        for number in range(first, end)
        for difference in differences(Random(seed * 1_000_003 + number))
    ]
    return Piece(failed, {"histories": end - first})
