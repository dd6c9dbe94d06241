"""Every value of every policy changed to everything else it may be, and every clause taken out: what notices?

The result lists each value with what changed first, and each clause with what failed without it.
"""

from concurrent.futures import ProcessPoolExecutor
from functools import cache
from random import Random

from bench.piece import Piece, together
from tests.policy.biting import NOTHING, ONLY_SHOWN, ORDER, SHOWN, Value, bites, clauses, misses, values

AT_ONCE = 2
LARGE = len(values()) + len(clauses())
PIECE = 60
SMALL = 24
GUARDS = (
    "src/inconfidence/policy",
    "src/inconfidence/policies",
    "src/inconfidence/letters/family.py",
    "src/inconfidence/commands/pages.py",
    "tests/policy",
    "tests/stories",
    "tests/campaigns/values.py",
)


@cache
def shuffled(seed: int) -> tuple[Value | tuple[str, str], ...]:
    """Values and clauses in an order of their own, so that a small run meets some of each."""
    every: list[Value | tuple[str, str]] = [*values(), *clauses()]
    Random(seed).shuffle(every)
    return tuple(every)


def attempt(first: int, count: int, seed: int) -> Piece:
    """Look at the values and clauses of these numbers."""
    with ProcessPoolExecutor(AT_ONCE) as pool:
        return together(pool.map(looked_at, shuffled(seed)[first : first + count]))


def looked_at(one: Value | tuple[str, str]) -> Piece:
    """What notices that a value is another, or that a clause is gone."""
    return _value(one) if isinstance(one, Value) else _clause(*one)


def _value(value: Value) -> Piece:
    found = [(other, bites(value, other)) for other in value.others]
    place = f"{value.policy}, {value.place}"
    kinds = {kind for _, kind in found}
    shown = kinds <= {NOTHING, *SHOWN} and (value.rule, value.key) not in ONLY_SHOWN
    failed = [f"{place}: {', '.join(sorted(kinds))}"] if shown or kinds == {NOTHING} else []
    best = min((kind for _, kind in found), key=ORDER.index)
    listed = [f"{place} = {value.now} → {other}: {kind}" for other, kind in found]
    return Piece(failed, {f"value: {best}": 1}, {}, listed)


def _clause(slug: str, clause: str) -> Piece:
    found = misses(slug, clause)
    failed = [f"{slug} without {clause}: {found}"] if found == NOTHING else []
    return Piece(failed, {f"clause: {found.split(':')[0]}": 1}, {}, [f"{slug} without {clause}: {found}"])
