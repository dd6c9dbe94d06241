"""What a policy file may set on a rule: closed words, lists of them, whole numbers, yes or no, a name.

A value is never a condition. The moment one needs *and*, *if* or a comparison, it is a new word
and a branch in the rule.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import Literal

MONTH = r"\d{4}-(0[1-9]|1[0-2])"
Value = str | int | bool | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Parameter:
    """One value of a rule: what sort it is, how it is read, and what is said when it cannot be read."""

    sort: Literal["word", "words", "whole", "yes_or_no", "name", "lines"]
    expected: str
    read: Callable[[object], Value | None]
    words: tuple[str, ...] = ()
    required: bool = True


def word(*words: str) -> Parameter:
    """One word of a list."""

    def read(found: object) -> Value | None:
        return found if isinstance(found, str) and found in words else None

    return Parameter("word", f"one of {', '.join(words)}", read, words)


def words(*allowed: str) -> Parameter:
    """A list of words, each of them from a list; the order of the file is kept, an empty list means nobody."""

    def read(found: object) -> Value | None:
        if not isinstance(found, list) or len(set(map(str, found))) != len(found):
            return None
        return tuple(found) if all(isinstance(each, str) and each in allowed for each in found) else None

    return Parameter("words", f"a list of different words, each one of {', '.join(allowed)}", read, allowed)


def whole(at_least: int = 1, at_most: int | None = None) -> Parameter:
    """A whole number."""

    def read(found: object) -> Value | None:
        if not isinstance(found, int) or isinstance(found, bool) or found < at_least:
            return None
        return found if at_most is None or found <= at_most else None

    said = f"{at_least} or more" if at_most is None else f"{at_least} to {at_most}"
    return Parameter("whole", f"a whole number, {said}", read)


def yes_or_no() -> Parameter:
    """True or false."""

    def read(found: object) -> Value | None:
        return found if isinstance(found, bool) else None

    return Parameter("yes_or_no", "true or false", read)


def name() -> Parameter:
    """The name of a document; shown, never compared."""

    def read(found: object) -> Value | None:
        return found.strip() if isinstance(found, str) and found.strip() else None

    return Parameter("name", "the name of a document", read)


def names() -> Parameter:
    """The names of documents; what is kept of each is found under its name."""

    def read(found: object) -> Value | None:
        if not isinstance(found, list) or not found:
            return None
        fits = all(isinstance(each, str) and each.strip() for each in found)
        return tuple(each.strip() for each in found) if fits else None

    return Parameter("lines", "a list of names of documents", read)


def months() -> Parameter:
    """Months of the past, as a document prints them."""

    def read(found: object) -> Value | None:
        if not isinstance(found, list):
            return None
        fits = all(isinstance(each, str) and re.fullmatch(MONTH, each) for each in found)
        return tuple(found) if fits else None

    return Parameter("lines", "a list of months like 2022-08", read)


def optional(parameter: Parameter) -> Parameter:
    """A value that a policy may leave unsaid: the rule does without it."""
    return replace(parameter, required=False)


def nearest(found: str, known: tuple[str, ...]) -> str:
    """Say which known word is most like the one found: `, perhaps …`, or nothing when none is."""
    close = get_close_matches(found, known, n=1)
    return f", perhaps {close[0]}" if close else ""


def in_words(value: object) -> str:
    """A value, or a fact, as people read it: words with spaces, yes or no, none for nothing or an empty list."""
    if value is None:
        return "none"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, frozenset):
        return in_words(tuple(sorted(value)))
    if isinstance(value, tuple | list):
        return ", ".join(map(in_words, value)) or "none"
    return str(value).replace("_", " ")


def as_written(found: object) -> str:
    """A value from JSON or TOML as its file has it, never as Python does: nothing, true, a list, a table, 12."""
    if found is None:
        return "nothing"
    if isinstance(found, bool):
        return "true" if found else "false"
    if isinstance(found, list | tuple):
        return "a list"
    return "a table" if isinstance(found, Mapping) else str(found)
