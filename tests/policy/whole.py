"""One block of a space walked whole: every combination decided, every invariant and law held against the answers.

The facts of a block are set on one plain object, for a frozen record each time would cost more than the answer. What is
kept of the walk is a number for each combination: which of the block's different decisions it got. An invariant that
reads few facts is then asked once for each decision that meets each of their values, and not once for each combination.
"""

from array import array
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import product
from math import prod
from types import SimpleNamespace
from typing import Any, TypeVar

from inconfidence.policy.compiled import compiled
from inconfidence.policy.decision import Decision
from inconfidence.policy.edition import Edition
from inconfidence.policy.facts import VALUES
from inconfidence.policy.vocabulary import Outcome, Question
from inconfidence.policy.walking.axes import Axes, Fragment
from tests.policy.invariant import WIDTH, Invariant, changeable, every_step_changes_something
from tests.policy.invariant import taking_every_step_of_a_referral_gives_a_yes as steps_lead_to_a_yes
from tests.policy.invariants import INVARIANTS, LAWS

Numbers = TypeVar("Numbers", bytearray, "array[int]")

NO_AXIS: Sequence[Fragment] = ({},)


@dataclass
class Found:
    """What came of a walk: a line for each fault, and how often each thing was looked at."""

    failed: list[str] = field(default_factory=list)
    counted: Counter[str] = field(default_factory=Counter)

    def saw(self, name: str, times: int, *, holds: bool, where: object) -> None:
        """An invariant or a law bore on so many combinations."""
        self.counted[name] += times
        if not holds:
            self.failed.append(f"{name}: {where}")


class Block:
    """A block of one question's space under one policy, decided."""

    def __init__(self, edition: Edition, question: Question, axes: Axes) -> None:
        self.edition, self.question = edition, question
        self.decide = compiled(edition, question).decide
        defaults = {name: values[0] for name, values in VALUES[question].items()}
        full = sorted((_filled(axis, defaults) for axis in axes), key=len)
        self.fixed: Fragment = defaults | {
            n: word for axis in full if len(axis) == 1 for n, word in axis[0].items()
        }
        self.axes = [axis for axis in full if len(axis) > 1]
        self.decisions: list[Decision] = []
        self.numbers = self._decided()

    def _decided(self) -> "array[int]":
        """The number of its decision for each combination, in order."""
        known: dict[int, int] = {}
        numbers = array("H")
        for facts in self._combinations():
            decision = self.decide(facts)
            number = known.get(id(decision))
            if number is None:
                number = known[id(decision)] = len(self.decisions)
                self.decisions.append(decision)
            numbers.append(number)
        return numbers

    def _combinations(self) -> Iterator[Any]:
        """One record, set to each combination in turn."""
        facts = changeable(self.question, self.fixed)
        *outer, last = ([tuple(fragment.items()) for fragment in axis] for axis in (NO_AXIS, *self.axes))
        for chosen in product(*outer):
            for fragment in chosen:
                for name, word in fragment:
                    setattr(facts, name, word)
            for fragment in last:
                for name, word in fragment:
                    setattr(facts, name, word)
                yield facts

    def check(self) -> Found:
        """Hold everything that speaks of this question against the block."""
        found = Found()
        found.counted[f"walked: {self.question}, {self.edition.slug}"] = len(self.numbers)
        for reads, invariants in _by_what_they_read(self.question).items():
            self._hold(reads, invariants, found)
        self._compare(found)
        self._take_steps(found)
        return found

    def _hold(self, reads: tuple[str, ...], invariants: Sequence[Invariant], found: Found) -> None:
        """Ask the invariants that read these facts, once for each decision beside each of their values."""
        met: dict[tuple[Any, ...], Counter[int]] = {}
        for fragment, numbers in cells(self.numbers, self.axes, reads):
            facts = {**self.fixed, **fragment}
            met.setdefault(tuple(facts[name] for name in reads), Counter()).update(numbers)
        for values, times in met.items():
            facts = dict(zip(reads, values, strict=True))
            for number, count in times.items():
                decision = self.decisions[number]
                for invariant in invariants:
                    holds = invariant.holds(SimpleNamespace(**facts), decision, self.edition)
                    if holds is not None:
                        found.saw(invariant.name, count, holds=holds, where=self._told(facts, decision))

    def _compare(self, found: Found) -> None:
        """Ask the laws: the answers of one fragment beside those of the same fragment with one fact changed."""
        width = [WIDTH[decision.outcome] for decision in self.decisions]
        widths = bytearray(width[number] for number in self.numbers)
        for at, axis in enumerate(self.axes):
            laws = [law for law in LAWS if law.question is self.question and law.fact in axis[0]]
            parted = lanes(widths, self.axes, at) if laws else []
            for law in laws:
                for one, other in law.pairs(axis, self.fixed):
                    holds = law.holds(parted[one], parted[other])
                    found.saw(law.name, len(parted[one]), holds=holds, where=self._told(axis[one]))

    def _take_steps(self, found: Found) -> None:
        """Wherever steps are named they change something; on a referral, all of them taken, it becomes a yes."""
        referred = {at for at, each in enumerate(self.decisions) if each.outcome is Outcome.REFER}
        stepping = referred | {at for at, each in enumerate(self.decisions) if each.steps}
        for number, facts in zip(self.numbers, self._combinations(), strict=True) if stepping else ():
            decision = self.decisions[number]
            if number in stepping:
                changes = every_step_changes_something(facts, decision)
                self._saw(found, every_step_changes_something, facts, holds=changes)
            if number in referred:
                becomes = steps_lead_to_a_yes(self.decide, facts, decision)
                self._saw(found, steps_lead_to_a_yes, facts, holds=becomes)

    def _saw(self, found: Found, law: Callable[..., bool], facts: Any, *, holds: bool) -> None:
        found.counted[law.__name__] += 1
        if not holds:
            said = {name: getattr(facts, name) for name in self.fixed}
            found.failed.append(f"{law.__name__}: {self._told(said)}")

    def _told(self, facts: Mapping[str, Any], decision: Decision | None = None) -> str:
        said = {**self.fixed, **facts}
        unusual = {name: word for name, word in said.items() if word != VALUES[self.question][name][0]}
        came = f" {decision.outcome} on {decision.ground}" if decision else ""
        return f"{self.question} under {self.edition.slug}:{came} {unusual}"


def lanes(numbers: Numbers, axes: Axes, at: int) -> list[Numbers]:
    """The numbers parted by what is taken from one axis: for each fragment all of them, in the order of the rest."""
    inner = prod(len(axis) for axis in axes[at + 1 :])
    period = inner * len(axes[at])
    return [_lane(numbers, place * inner, inner, period) for place in range(len(axes[at]))]


def _lane(numbers: Numbers, first: int, inner: int, period: int) -> Numbers:
    if inner == 1:
        return numbers[first::period]
    lane = numbers[:0]
    for start in range(first, len(numbers), period):
        lane += numbers[start : start + inner]
    return lane


def cells(numbers: Numbers, axes: Axes, reads: Sequence[str]) -> Iterator[tuple[Fragment, Numbers]]:
    """The numbers parted by every axis that has one of these facts, with what was taken from those axes."""
    wanted = [place for place, axis in enumerate(axes) if axis[0].keys() & set(reads)]
    if not wanted:
        yield {}, numbers
        return
    at: int = wanted[-1]
    rest = [*axes[:at], *axes[at + 1 :]]
    for fragment, lane in zip(axes[at], lanes(numbers, axes, at), strict=True):
        for chosen, inner in cells(lane, rest, reads):
            yield {**chosen, **fragment}, inner


def _filled(axis: Sequence[Fragment], defaults: Fragment) -> list[Fragment]:
    """Every fragment of an axis with all the facts of the axis, in one order."""
    names = sorted({name for fragment in axis for name in fragment})
    return [{name: fragment.get(name, defaults[name]) for name in names} for fragment in axis]


@cache
def _by_what_they_read(question: Question) -> Mapping[tuple[str, ...], list[Invariant]]:
    by_reads: dict[tuple[str, ...], list[Invariant]] = {}
    for invariant in INVARIANTS:
        if question in invariant.questions:
            by_reads.setdefault(invariant.reads, []).append(invariant)
    return by_reads
