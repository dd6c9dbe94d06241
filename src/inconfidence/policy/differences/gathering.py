"""Facts put together piece by piece; whatever comes to the same so far goes on as one, and is counted as often.

The facts of a question under two policies are too many to be asked one by one (13 million for `may_disclose`). After
each piece the rules that have read all they read are asked, and two beginnings go on as one where these found the same
and no other rule will read what they differ in. Nothing is lost by it: both come to the same answers, whatever follows.
Where the rules that differ between the policies have all been asked and found nothing different, the answers are alike.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import fields
from functools import cache
from operator import attrgetter
from typing import Any, NamedTuple

from inconfidence.policy.decision import telling
from inconfidence.policy.facts import VALUES
from inconfidence.policy.finding import NOTHING, Finding, Findings
from inconfidence.policy.rule import Check
from inconfidence.policy.vocabulary import Question
from inconfidence.policy.walking import record
from inconfidence.policy.walking.axes import Axes, Fragment

_EVERYTHING = attrgetter(*(each.name for each in fields(Finding)))


class Pair(NamedTuple):
    """A rule as each policy has it; `changed` where they do not have it alike."""

    reads: frozenset[str]
    first: Check
    second: Check
    changed: bool


class Gathered(NamedTuple):
    """Facts that come to the same so far: the plainest of them, how many it states, how many there are.

    `ours` and `theirs` are what the rules found under each policy, as far as it tells; `apart` if it is not alike.
    """

    facts: Fragment
    stated: int
    times: int
    ours: Findings = NOTHING
    theirs: Findings = NOTHING
    apart: bool = False


Find = Callable[[Fragment], tuple[Findings, Findings, bool]]


def gathered(question: Question, axes: Axes, pairs: Sequence[Pair]) -> list[Gathered]:
    """The facts of a block whose answers may differ, one for all that come to the same."""
    elsewhere = _read(pairs) - _stated(each for axis in axes for each in axis)
    known, left, states = elsewhere, list(pairs), [Gathered({}, 0, 1)]
    for axis in _in_order(axes, pairs):
        known |= _stated(axis)
        now = [pair for pair in left if pair.reads <= known]
        left = [pair for pair in left if not pair.reads <= known]
        grown = _grown(question, states, axis, _finder(question, now))
        open_still = any(pair.changed for pair in left)
        states = _merged((each for each in grown if each.apart or open_still), sorted(_read(left) & known))
    return states


def joined(blocks: Iterable[Axes]) -> list[Axes]:
    """Blocks that differ in their first axis only, as one block."""
    found: dict[str, list[Sequence[Fragment]]] = {}
    for first, *rest in blocks:
        here = found.setdefault(repr(rest), [[], *rest])
        here[0] = [*here[0], *first]
    return list(found.values())


def _in_order(axes: Axes, pairs: Sequence[Pair]) -> Iterator[Sequence[Fragment]]:
    """The longest first that a changed rule reads; then whatever lets most rules be asked, the shorter one first."""
    changed = _read(pair for pair in pairs if pair.changed)
    left = sorted(axes, key=lambda axis: (bool(_stated(axis) & changed), len(axis)))
    known: frozenset[str] = frozenset()
    while left:
        axis = left.pop() if not known else left.pop(_next(left, known, pairs))
        known |= _stated(axis)
        yield axis


def _next(left: Axes, known: frozenset[str], pairs: Sequence[Pair]) -> int:
    def lets(at: int) -> tuple[int, int]:
        then = known | _stated(left[at])
        return sum(pair.reads <= then and bool(pair.reads & known) for pair in pairs), -len(left[at])

    return max(range(len(left)), key=lets)


def _grown(
    question: Question, states: Sequence[Gathered], axis: Sequence[Fragment], find: Find
) -> Iterator[Gathered]:
    usual = {name: values[0] for name, values in VALUES[question].items()}
    more = [(piece, sum(word != usual[name] for name, word in piece.items())) for piece in axis]
    together = cache(_together)
    for facts, stated, times, ours, theirs, apart in states:
        for piece, states_more in more:
            here = {**facts, **piece}
            found, other, differ = find(here)
            yield Gathered(
                here,
                stated + states_more,
                times,
                together(ours, found),
                together(theirs, other),
                apart or differ,
            )


def _together(before: Findings, found: Findings) -> Findings:
    return telling(before + found) if found else before


def _finder(question: Question, pairs: Sequence[Pair]) -> Find:
    """What some rules find under each policy, and whether it is different; asked once for all that they read."""
    reads = sorted(_read(pairs))
    seen: dict[tuple[Any, ...], tuple[Findings, Findings, bool]] = {}

    def find(stated: Fragment) -> tuple[Findings, Findings, bool]:
        key = tuple(map(stated.get, reads))
        if key not in seen:
            facts = record(question, [stated])
            ours = tuple(each for pair in pairs for each in pair.first(facts))
            theirs = tuple(each for pair in pairs for each in pair.second(facts))
            seen[key] = ours, theirs, [*map(_EVERYTHING, ours)] != [*map(_EVERYTHING, theirs)]
        return seen[key]

    return find


def _merged(states: Iterable[Gathered], awaited: Sequence[str]) -> list[Gathered]:
    """Those that came to the same and differ in nothing that will still be read, as one."""
    merged: dict[tuple[Any, ...], Gathered] = {}
    for each in states:
        key = (each.ours, each.theirs, each.apart, *map(each.facts.get, awaited))
        before = merged.get(key)
        merged[key] = each if before is None else _both(before, each)
    return list(merged.values())


def _both(one: Gathered, other: Gathered) -> Gathered:
    plainer = one if one.stated <= other.stated else other
    times = one.times + other.times
    return Gathered(plainer.facts, plainer.stated, times, one.ours, one.theirs, one.apart)


def _read(pairs: Iterable[Pair]) -> frozenset[str]:
    return frozenset(name for pair in pairs for name in pair.reads)


def _stated(axis: Iterable[Fragment]) -> frozenset[str]:
    return frozenset(name for fragment in axis for name in fragment)
