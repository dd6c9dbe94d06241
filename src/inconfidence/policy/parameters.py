"""What a policy file may set on a rule: closed words, lists of them, whole numbers, yes or no, a name.

A value is never a condition. The moment one needs *and*, *if* or a comparison, it is a new word
and a branch in the rule.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import Literal

MONTH = r"(199\d|20\d\d)-(0[1-9]|1[0-2])"
# What a value may be at most: a name, a list of lines, months between two looks at a thing.
NAME, LINES, TEN_YEARS = 200, 100, 120
Value = str | int | bool | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Parameter:
    """One value of a rule: what sort it is, how it is read, and what is said when it cannot be read.

    Of the words `needed` at least one stands in every list of the value.
    """

    sort: Literal["word", "words", "whole", "yes_or_no", "name", "lines"]
    expected: str
    read: Callable[[object], Value | None]
    words: tuple[str, ...] = ()
    required: bool = True
    needed: tuple[str, ...] = ()


def word(*words: str) -> Parameter:
    """One word of a list."""

    def read(found: object) -> Value | None:
        return found if isinstance(found, str) and found in words else None

    return Parameter("word", f"one of {', '.join(words)}", read, words)


def words(*allowed: str) -> Parameter:
    """A list that names somebody or something: words from a list, at least one; the order of the file is kept."""
    return _list(allowed, allowed, "at least one, ")


def words_or_none(*allowed: str) -> Parameter:
    """A list of words that may be empty, where nobody is a value too."""
    return _list(allowed, (), "or none, ")


def words_with(needed: tuple[str, ...], *others: str) -> Parameter:
    """A list of words in which at least one of those needed stands, whatever else a policy says."""
    allowed = (*needed, *others)
    return _list(allowed, needed, f"{' or '.join(needed)} among them, ")


def _list(allowed: tuple[str, ...], needed: tuple[str, ...], at_least: str) -> Parameter:
    """Words of a list, none of them twice; where some are needed, one of these is among them."""

    def read(found: object) -> Value | None:
        if not isinstance(found, list) or len(set(map(str, found))) != len(found):
            return None
        if needed and not any(each in found for each in needed):
            return None
        return tuple(found) if all(isinstance(each, str) and each in allowed for each in found) else None

    said = f"a list of different words, {at_least}each one of {', '.join(allowed)}"
    return Parameter("words", said, read, allowed, needed=needed)


def whole(at_least: int, at_most: int) -> Parameter:
    """A whole number between two others: there is none that nobody could mean."""

    def read(found: object) -> Value | None:
        if not isinstance(found, int) or isinstance(found, bool):
            return None
        return found if at_least <= found <= at_most else None

    return Parameter("whole", f"a whole number, {at_least} to {at_most}", read)


def months() -> Parameter:
    """So many months, ten years at most."""
    return whole(1, TEN_YEARS)


def yes_or_no() -> Parameter:
    """True or false."""

    def read(found: object) -> Value | None:
        return found if isinstance(found, bool) else None

    return Parameter("yes_or_no", "true or false", read)


def name() -> Parameter:
    """The name of a document; shown, never compared."""

    def read(found: object) -> Value | None:
        return found.strip() if isinstance(found, str) and _is_name(found) else None

    return Parameter("name", f"the name of a document, {NAME} characters at most", read)


def names() -> Parameter:
    """The names of documents; what is kept of each is found under its name."""

    def read(found: object) -> Value | None:
        if not isinstance(found, list) or not 0 < len(found) <= LINES:
            return None
        fits = all(isinstance(each, str) and _is_name(each) for each in found)
        return tuple(each.strip() for each in found) if fits else None

    return Parameter("lines", f"a list of names of documents, {LINES} at most of {NAME} characters", read)


def printed_months() -> Parameter:
    """Months of the past, as a document prints them."""

    def read(found: object) -> Value | None:
        if not isinstance(found, list) or not 0 < len(found) <= LINES:
            return None
        fits = all(isinstance(each, str) and re.fullmatch(MONTH, each) for each in found)
        return tuple(found) if fits else None

    return Parameter("lines", f"a list of months like 2022-08, from 1990 on, {LINES} at most", read)


def optional(parameter: Parameter) -> Parameter:
    """A value that a policy may leave unsaid: the rule does without it."""
    return replace(parameter, required=False)


def _is_name(found: str) -> bool:
    return 0 < len(found.strip()) <= NAME


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
