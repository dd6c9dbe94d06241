"""Mutants of what runs on import: the changed module is imported in a fork of a process that knows none of ours yet.

All the tests are collected and run until one fails; before them those that carry the name of the module or its folder.
"""

import sys
from collections.abc import Sequence
from dataclasses import replace
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, SourceFileLoader
from importlib.util import spec_from_file_location
from pathlib import Path
from types import CodeType, ModuleType

import pytest

from bench.result import ROOT
from tests.campaigns.mutating.apart import each_apart
from tests.campaigns.mutating.mutants import Mutant, told
from tests.campaigns.mutating.work import Verdict, Work, answer, given


class Changed(SourceFileLoader):
    """Loads a module as its mutant."""

    def __init__(self, mutant: Mutant) -> None:
        super().__init__(mutant.module, str(mutant.path))
        self.mutant = mutant

    def get_code(self, _: str) -> CodeType:
        """The changed code."""
        return self.mutant.code()


class Finder(MetaPathFinder):
    """Finds one changed module, and leaves every other to the rest."""

    def __init__(self, mutant: Mutant) -> None:
        self.mutant = mutant

    def find_spec(
        self, name: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """How the module is loaded, where it is the one."""
        if name != self.mutant.module:
            return None
        return spec_from_file_location(name, self.mutant.path, loader=Changed(self.mutant))


def judged(work: Work) -> Verdict:
    """Try each of these mutants afresh, once the tests are known to pass without any change."""
    if each_apart([work], passes) != ([work], []):
        return Verdict(wrong=["without any change the tests fail"])

    def survives(mutant: Mutant) -> bool:
        sys.meta_path.insert(0, Finder(mutant))
        nearest = near(mutant, work)
        return (not nearest or passes(replace(work, tests=nearest))) and passes(work)

    survived, broken = each_apart(work.mutants, survives)
    return Verdict(survived, wrong=[f"could not be tried: {told(each)}" for each in broken])


def near(mutant: Mutant, work: Work) -> list[str]:
    """The tests whose file or folder is called like the module or a folder it lies in."""
    parts = Path(mutant.file).with_suffix("").parts
    patterns = [pattern for part in parts for pattern in (f"test_{part}.py", f"{part}/test_*.py")]
    return sorted(
        str(path) for folder in work.tests for each in patterns for path in (ROOT / folder).glob(each)
    )


def passes(work: Work) -> bool:
    """Whether all the tests pass."""
    return pytest.main(work.words) is pytest.ExitCode.OK


if __name__ == "__main__":
    answer(judged(given()))
