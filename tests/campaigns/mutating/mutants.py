"""A mutant: a module of ours with one thing changed."""

import ast
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import CodeType

from bench.result import ROOT
from tests.campaigns.mutating.changes import Change, changes, left_alone


@dataclass(frozen=True, order=True)
class Mutant:
    """The change of that number in a file, the first being 0."""

    file: str
    number: int

    @property
    def path(self) -> Path:
        """Where the file lies."""
        return ROOT / self.file

    @property
    def module(self) -> str:
        """The name the file is imported by."""
        words = Path(self.file).with_suffix("").parts
        return ".".join(words[1:] if words[0] == "src" else words).removesuffix(".__init__")

    def change(self) -> Change:
        """What is changed."""
        return _changes(self.path)[self.number]

    def code(self) -> CodeType:
        """The changed module, compiled."""
        tree = parsed(self.path)
        changes(tree)[self.number].make()
        return compile(tree, str(self.path), "exec")


@cache
def _changes(path: Path) -> Sequence[Change]:
    return changes(parsed(path))


def parsed(path: Path) -> ast.Module:
    """The file as a tree of its own."""
    return ast.parse(path.read_text(encoding="utf-8"))


def files(folder: str) -> list[str]:
    """The modules of a folder and of those within it, in order."""
    return sorted(str(path.relative_to(ROOT)) for path in (ROOT / folder).rglob("*.py"))


def mutants(file: str) -> list[Mutant]:
    """Every mutant of a file."""
    return [Mutant(file, number) for number in range(len(_changes(ROOT / file)))]


def words_left_alone(file: str) -> int:
    """How many sentences and declared words of a file are not changed."""
    return left_alone(parsed(ROOT / file))


def told(mutant: Mutant, *, line: bool = True) -> str:
    """A mutant as a reader finds it: the file (and the line), what stood there and what stands there now."""
    change = mutant.change()
    was, becomes = (" ".join(words.split()) for words in (change.was, change.becomes))
    where = f"{mutant.file}:{change.line}" if line else f"{mutant.file} {change.scope.name}"
    return f"{where}: {was} → {becomes}"
