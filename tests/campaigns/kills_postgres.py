"""The same kills on PostgreSQL; every third time the database itself is stopped without a shutdown first."""

from bench.piece import Piece
from tests.campaigns import kills

LARGE = 150
PIECE = 25
SMALL = 3
GUARDS = kills.GUARDS


def attempt(first: int, count: int, seed: int) -> Piece:
    """Kill numbers `first` to `first + count`; one line for each that left something wrong."""
    return kills.killed(first, count, seed, "postgres")
