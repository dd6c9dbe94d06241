"""Mutants of functions: the tests are collected once, and each mutant's function is swapped in a fork of that process.

A function that has run by the time the tests are collected has left its traces: its mutants are tried afresh
(`afresh.py`). For the others only the tests that call the function are run, the most particular first.
"""

import gc
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import _lru_cache_wrapper
from types import CodeType, FrameType, FunctionType
from typing import Any

import pytest
from _pytest.runner import runtestprotocol

from tests.campaigns.mutating.apart import asked_apart, each_apart
from tests.campaigns.mutating.mutants import Mutant
from tests.campaigns.mutating.work import Verdict, Work, answer, given

Place = tuple[str, str]


def place_of(code: CodeType) -> Place:
    """The file and the outermost function that a piece of code stands in."""
    return code.co_filename, code.co_qualname.split(".<locals>")[0]


class Calls:
    """Which functions of some files are called, while it is set as the profiler."""

    def __init__(self, files: set[str]) -> None:
        self.files = files
        self.seen: set[CodeType] = set()

    def __call__(self, frame: FrameType, event: str, _: object) -> None:
        """Called by Python for each call."""
        if event == "call" and frame.f_code.co_filename in self.files:
            self.seen.add(frame.f_code)

    def take(self) -> set[Place]:
        """What was called since this was last asked."""
        places = {place_of(code) for code in self.seen}
        self.seen.clear()
        return places


class Inside:
    """A plugin that tries mutants in place of running the tests."""

    def __init__(self, work: Work) -> None:
        self.work = work
        self.calls = Calls({str(mutant.path) for mutant in work.mutants})
        self.verdict = Verdict()
        self.functions: dict[Place, list[FunctionType]] = {}
        self.tests: dict[Place, list[pytest.Item]] = {}

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """In place of running the tests: learn which calls what, then try the mutants."""
        sys.setprofile(None)
        too_early = self.calls.take()
        self.functions = functions_of(self.calls.files)
        learned = asked_apart(lambda: self._learn(session.items))
        if learned is None or learned["failed"]:
            self.verdict.wrong.append(f"without any change these tests fail: {learned and learned['failed']}")
            return True
        for file, name, numbers in learned["called"]:
            self.tests[file, name] = [session.items[number] for number in numbers]
        later = [each for each in self.work.mutants if self._place(each) in self.functions.keys() - too_early]
        self.verdict.afresh = [each for each in self.work.mutants if each not in set(later)]
        self.verdict.survived, unlike = each_apart(later, self._survives)
        self.verdict.afresh += (
            unlike  # the changed code cannot stand in for the other: it names no class any more
        )
        return True

    def _place(self, mutant: Mutant) -> Place | None:
        scope = mutant.change().scope
        return (str(mutant.path), scope.name) if scope.called else None

    def _learn(self, items: Sequence[pytest.Item]) -> dict[str, Any]:
        """Which tests call which functions, each asked with nothing kept from the one before; and which fail."""
        forget = forgetting()
        called: dict[Place, list[tuple[int, int]]] = {}
        failed = []
        for number, item in enumerate(items):
            forget()
            sys.setprofile(self.calls)
            passed = passes(item, next_of(items, number))
            sys.setprofile(None)
            failed += [] if passed else [item.nodeid]
            places = self.calls.take()
            for place in places:
                called.setdefault(place, []).append((len(places), number))
        particular_first = [
            (*place, [number for _, number in sorted(numbers)]) for place, numbers in called.items()
        ]
        return {"called": particular_first, "failed": failed}

    def _survives(self, mutant: Mutant) -> bool:
        """Whether every test that calls the function passes though it is changed."""
        place = self._place(mutant)
        assert place is not None
        changed = list(codes(mutant.code()))
        for function in self.functions[place]:
            function.__code__ = next(code for code in changed if same_place(code, function.__code__))
        items = self.tests.get(place, [])
        return all(passes(item, next_of(items, number)) for number, item in enumerate(items))


def next_of(items: Sequence[pytest.Item], number: int) -> pytest.Item | None:
    """The item after this one: pytest keeps what both stand in."""
    return items[number + 1] if number + 1 < len(items) else None


def passes(item: pytest.Item, following: pytest.Item | None) -> bool:
    """Run one test."""
    return not any(report.failed for report in runtestprotocol(item, log=False, nextitem=following))


def codes(code: CodeType) -> Iterator[CodeType]:
    """A piece of code and all those written within it."""
    yield code
    for each in code.co_consts:
        if isinstance(each, CodeType):
            yield from codes(each)


def same_place(one: CodeType, other: CodeType) -> bool:
    """Whether two pieces of code are the same one before and after a change."""
    return (place_of(one), one.co_firstlineno, one.co_name) == (
        place_of(other),
        other.co_firstlineno,
        other.co_name,
    )


def functions_of(files: set[str]) -> dict[Place, list[FunctionType]]:
    """The functions of some files that are there, by their place; those made inside others are not."""
    found: dict[Place, list[FunctionType]] = {}
    for each in gc.get_objects():
        if (
            isinstance(each, FunctionType)
            and _is_outermost(each.__code__)
            and each.__code__.co_filename in files
        ):
            found.setdefault(place_of(each.__code__), []).append(each)
    return found


def _is_outermost(code: CodeType) -> bool:
    return "<locals>" not in code.co_qualname


def forgetting() -> Callable[[], None]:
    """A function that empties whatever is kept to be quick and is empty now: so that every test calls what it needs."""
    from inconfidence.policy.edition import Edition

    everything = gc.get_objects()
    kept = [each for each in everything if isinstance(each, _lru_cache_wrapper)]
    clears = [each.cache_clear for each in kept if not each.cache_info().currsize]
    clears += [each.compiled.clear for each in everything if isinstance(each, Edition) and not each.compiled]

    def forget() -> None:
        for clear in clears:
            clear()

    return forget


def main() -> None:
    """Try the mutants this process is given."""
    plugin = Inside(given())
    sys.setprofile(plugin.calls)
    ended = pytest.main(plugin.work.words, plugins=[plugin])
    sys.setprofile(None)
    if ended is not pytest.ExitCode.OK:
        plugin.verdict.wrong.append(f"pytest ended with {ended!r}")
    answer(plugin.verdict)


if __name__ == "__main__":
    main()
