"""What a fact may be: one word of a list or several, a day or several, rows; read from JSON, and told as a schema."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from typing import Any, Protocol, get_args, get_origin, get_type_hints

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


@dataclass(frozen=True, slots=True)
class Years:
    """A number of years."""

    words: tuple[str, ...] = ()
    values: tuple[int, ...] = (1,)
    least: int = 1
    most: int = 150

    @property
    def expected(self) -> str:
        return f"a whole number from {self.least} to {self.most}"

    def read(self, found: object) -> int | None:
        whole = isinstance(found, int) and not isinstance(found, bool)
        return found if whole and self.least <= found <= self.most else None  # type: ignore[operator,return-value]

    def schema(self) -> Mapping[str, Any]:
        return {"type": "integer", "minimum": self.least, "maximum": self.most}


@dataclass(frozen=True, slots=True)
class Text:
    """Words of somebody's own, shown and never compared."""

    words: tuple[str, ...] = ()
    values: tuple[str, ...] = ("",)

    @property
    def expected(self) -> str:
        return "words"

    def read(self, found: object) -> str | None:
        return found.strip() if isinstance(found, str) and found.strip() else None

    def schema(self) -> Mapping[str, Any]:
        return {"type": "string", "minLength": 1}


@dataclass(frozen=True, slots=True)
class Row:
    """A table read into a record; a column whose name Python keeps for itself ends in `_` there, and nowhere else."""

    record: type[Any]
    columns: Mapping[str, Shape]
    words: tuple[str, ...] = ()
    values: tuple[Any, ...] = ()

    @property
    def expected(self) -> str:
        return f"a table with {', '.join(self.columns)}"

    def read(self, found: object) -> Any:
        if not isinstance(found, Mapping) or found.keys() != self.columns.keys():
            return None
        read = [shape.read(found[name]) for name, shape in self.columns.items()]
        if None in read:
            return None
        return self.record(**dict(zip(self.record.__annotations__, read, strict=True)))

    def schema(self) -> Mapping[str, Any]:
        columns = {name: {**shape.schema()} for name, shape in self.columns.items()}
        for column in columns.values():
            column.pop("default", None)
        return {
            "type": "object",
            "properties": columns,
            "required": [*columns],
            "additionalProperties": False,
        }


@dataclass(frozen=True, slots=True)
class Several:
    """Several days, of which some may be unknown, or several rows; the order is kept."""

    each: Day | Row
    words: tuple[str, ...] = ()
    values: tuple[tuple[()], ...] = ((),)

    @property
    def expected(self) -> str:
        return f"a list, each of it {self.each.expected}"

    def takes(self, piece: object) -> bool:
        return piece in self.each.values or self.each.read(piece) is not None

    def read(self, found: object) -> tuple[Any, ...] | None:
        if not isinstance(found, list | tuple) or not all(map(self.takes, found)):
            return None
        return tuple(self.each.read(piece) for piece in found)

    def schema(self) -> Mapping[str, Any]:
        items = {name: said for name, said in self.each.schema().items() if name != "default"}
        return {"type": "array", "items": items, "default": []}


def shape_of(hint: Any) -> Shape:
    """The shape that the type of a fact stands for."""
    if hint == date | None:
        return Day()
    if hint is int:
        return Years()
    if hint is str:
        return Text()
    if get_origin(hint) is frozenset:
        return SetOfWords(get_args(get_args(hint)[0]))
    if get_origin(hint) is tuple:
        each = get_args(hint)[0]
        return Several(Day() if each == date | None else _row(each))
    return Word(get_args(hint))


def _row(record: type[Any]) -> Row:
    hints = get_type_hints(record)
    return Row(record, {name.rstrip("_"): shape_of(hint) for name, hint in hints.items()})


def unreadable(name: str, found: object, shape: Shape) -> str:
    """One sentence: what was found and where, what was expected, and the word most like it."""
    twice = _twice(found, shape)
    if twice:
        return f"{name} has “{twice}” twice; expected {shape.expected}."
    at, piece, takes = _culprit(name, found, shape)
    near = nearest(piece, takes.words) if isinstance(piece, str) else ""
    said = f"“{piece}”" if isinstance(piece, str) else as_written(piece)
    return f"{at} is {said}; expected {takes.expected}{near}."


def _twice(found: object, shape: Shape) -> str:
    """Of a list of words that are all known, the first that is there twice."""
    if not isinstance(shape, SetOfWords) or not isinstance(found, list | tuple):
        return ""
    known = all(each in shape.words for each in found)
    return next((each for at, each in enumerate(found) if known and each in found[:at]), "")


def _culprit(name: str, found: object, shape: Shape) -> tuple[str, object, Shape]:
    """Of a list or a table the piece that is wrong; of anything else the whole."""
    if isinstance(shape, Several) and isinstance(found, list | tuple):
        piece = next(each for each in found if not shape.takes(each))
        return _culprit(f"one of {name}", piece, shape.each)
    if isinstance(shape, SetOfWords) and isinstance(found, list | tuple):
        piece = next(each for each in found if each not in shape.words)
        return f"one of {name}", piece, Word(shape.words)
    if isinstance(shape, Row) and isinstance(found, Mapping) and found.keys() == shape.columns.keys():
        column, takes = next(
            (column, takes) for column, takes in shape.columns.items() if takes.read(found[column]) is None
        )
        return f"{column} in {name}", found[column], takes
    return name, found, shape
