"""What a fact may be: one word of a list, several of them, or a day; read from JSON, and told as a schema."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from typing import Any, Protocol, get_args, get_origin

from inconfidence.policy.parameters import as_written, nearest


class Shape(Protocol):
    """How one fact is read. `words` are the closed words it is made of, `values` all it can be, the default first."""

    @property
    def words(self) -> tuple[str, ...]: ...

    @property
    def values(self) -> tuple[Any, ...]: ...

    @property
    def expected(self) -> str: ...

    def read(self, found: object) -> Any:
        """The value, or None where it is not one."""

    def schema(self) -> Mapping[str, Any]:
        """Its part of the JSON Schema."""


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a list; a fact with yes and no also takes true and false."""

    words: tuple[str, ...]

    @property
    def values(self) -> tuple[str, ...]:
        return self.words

    @property
    def expected(self) -> str:
        return f"one of {', '.join(self.words)}"

    @property
    def yes_or_no(self) -> bool:
        return "yes" in self.words and "no" in self.words

    def read(self, found: object) -> str | None:
        if isinstance(found, bool) and self.yes_or_no:
            return "yes" if found else "no"
        return found if isinstance(found, str) and found in self.words else None

    def schema(self) -> Mapping[str, Any]:
        return {
            "type": ["string", "boolean"] if self.yes_or_no else "string",
            "enum": [*self.words, *([True, False] if self.yes_or_no else [])],
            "default": self.words[0],
        }


@dataclass(frozen=True, slots=True)
class SetOfWords:
    """Some words of a list, in no order; none where nothing is said."""

    words: tuple[str, ...]

    @property
    def values(self) -> tuple[frozenset[str], ...]:
        sizes = range(len(self.words) + 1)
        return tuple(frozenset(some) for size in sizes for some in combinations(self.words, size))

    @property
    def expected(self) -> str:
        return f"a list of different words, each one of {', '.join(self.words)}"

    def read(self, found: object) -> frozenset[str] | None:
        if not isinstance(found, list | tuple | frozenset) or not all(each in self.words for each in found):
            return None
        return frozenset(found) if len(frozenset(found)) == len(found) else None

    def schema(self) -> Mapping[str, Any]:
        items = {"type": "string", "enum": [*self.words]}
        return {"type": "array", "items": items, "uniqueItems": True, "default": []}


@dataclass(frozen=True, slots=True)
class Day:
    """A day like 2026-11-20, or nothing where it is not known or has not come."""

    words: tuple[str, ...] = ()

    @property
    def values(self) -> tuple[date | None, ...]:
        return (None,)

    @property
    def expected(self) -> str:
        return "a day like 2026-11-20, or nothing"

    def read(self, found: object) -> date | None:
        if isinstance(found, date):
            return found
        try:
            day = date.fromisoformat(found) if isinstance(found, str) else None
        except ValueError:
            return None
        return day if day and day.isoformat() == found else None

    def schema(self) -> Mapping[str, Any]:
        return {"type": ["string", "null"], "format": "date", "default": None}


def shape_of(hint: Any) -> Shape:
    """The shape that the type of a fact stands for."""
    if hint == date | None:
        return Day()
    if get_origin(hint) is frozenset:
        return SetOfWords(get_args(get_args(hint)[0]))
    return Word(get_args(hint))


def unreadable(name: str, found: object, shape: Shape) -> str:
    """One sentence: what was found, what was expected, and the word most like it."""
    near = nearest(found, shape.words) if isinstance(found, str) else ""
    said = f"“{found}”" if isinstance(found, str) else as_written(found)
    return f"{name} is {said}; expected {shape.expected}{near}."
