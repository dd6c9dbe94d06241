"""The wording of letters and sheets: one readable file each, with gaps from a closed list.

A file that is not in order is refused in one sentence: the file, the line, what was found, what is expected.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from inconfidence.letters.family import THEMES
from inconfidence.letters.paper import Block

TEMPLATES = Path(__file__).resolve().parent / "templates"
GAP = re.compile(r"\{([^{}\n]*)\}")
# Ours are all of several words: a single word in brackets is somebody's own, as in a quotation.
BLANK = re.compile(r"\[(?=[^\[\]\n]*[^\[\]\s]\s+[^\[\]\s])[^\[\]\n]{3,120}\]")

GAPS: Mapping[str, str] = MappingProxyType(
    {
        "person": "the name of the person we help",
        "child": "the child's first name, or “your child”",
        "worker": "who writes",
        "service": "the service's name",
        "today": "the day the letter is written",
        "professional": "the name of whoever is written to, or what they are",
        "organisation": "where they work",
        "meeting_day": "the day of the meeting",
        "meeting_time": "from when to when",
        "meeting_place": "where it is",
        "meeting_people": "who will be there",
        "meeting_purpose": "what it is about",
        "meeting_bring": "what to bring",
        "consent": "the service's word for consent",
        "permission_form": "its word for the permission form",
        "privacy_notice": "its word for the privacy notice",
        "lead": "its title for whoever leads the service",
        "council": "its word for the council",
        "parent": "its word for a parent",
        "unless": "what lets this service pass something on without asking first",
    }
)
# A line with one of these is left out where nothing is known of it.
MAY_BE_LEFT_OUT = frozenset({"meeting_people", "meeting_purpose", "meeting_bring", "organisation"})
KINDS = ("p", "h", "list", "ticks", "line", "box", "sign", "family")
TO = ("person", "professional", "anybody")
KEYS = frozenset(
    {"title", "says", "to", "order", "heading", "text", "close", "enclosed", "with", "block", "needs"}
)
NEEDS = ("", "meeting", "obtain", "their_own")


class BadTemplate(ValueError):
    """A template that is not in order; the message names file, line, what was found and what is expected."""


@dataclass(frozen=True, slots=True)
class Template:
    """One wording.

    `to`: person (whom we help), professional, or anybody (a leaflet or form). `with_` names sheets that follow in
    the same print. `needs`: a meeting to be filled in, that asking for records has been permitted, or a case of
    the child's or young person's own.
    """

    name: str
    title: str
    says: str
    to: str
    order: int
    heading: str
    text: str
    close: str
    enclosed: tuple[str, ...]
    with_: tuple[str, ...]
    needs: str
    blocks: tuple[Block, ...]


def templates(own: Path | None = None) -> dict[str, Template]:
    """Every wording by name, in order; a file of the same name in the folder `own` takes the place of ours.

    One of them that is not in order is left out, and ours does not come back in its place: it says something else.
    """
    theirs, _ = in_order(own) if own is not None else ({}, ())
    names = {path.stem for path in own.glob("*.toml")} if own is not None else set()
    found = {name: one for name, one in _ours().items() if name not in names} | theirs
    return dict(sorted(found.items(), key=lambda item: (item[1].order, item[0])))


def in_order(own: Path) -> tuple[dict[str, Template], tuple[str, ...]]:
    """The wordings of a folder that are in order, and for each other file one sentence."""
    found, wrong = {}, []
    for path in sorted(own.glob("*.toml")):
        try:
            found[path.stem] = load(path.name, path.read_text(encoding="utf-8"))
        except BadTemplate as fault:
            wrong.append(str(fault))
        except (OSError, UnicodeDecodeError):
            wrong.append(f"{path.name}: this file cannot be read; it takes text in UTF-8.")
    return found, tuple(wrong)


@cache
def _ours() -> dict[str, Template]:
    return {
        path.stem: load(path.name, path.read_text(encoding="utf-8"))
        for path in sorted(TEMPLATES.glob("*.toml"))
    }


def load(file: str, text: str) -> Template:
    """One template from the text of its file. BadTemplate in one sentence when something is not in order."""
    try:
        said = tomllib.loads(text)
    except tomllib.TOMLDecodeError as wrong:
        raise BadTemplate(f"{file}: this is no TOML file ({wrong}).") from None
    _check_gaps(file, text)
    _check_keys(file, text, said)
    name = Path(file).stem
    return Template(
        name=name,
        title=said["title"],
        says=said.get("says", ""),
        to=said["to"],
        order=said.get("order", 500),
        heading=said["heading"],
        text=said.get("text", ""),
        close=said.get("close", ""),
        enclosed=tuple(said.get("enclosed", ())),
        with_=tuple(said.get("with", ())),
        needs=said.get("needs", ""),
        blocks=tuple(_block(file, text, block) for block in said.get("block", ())),
    )


def _check_gaps(file: str, text: str) -> None:
    for number, line in enumerate(text.splitlines(), 1):
        for gap in GAP.findall(line):
            if gap not in GAPS:
                known = ", ".join(f"{{{name}}}" for name in GAPS)
                raise BadTemplate(f"{file}, line {number}: {{{gap}}} is no gap we know; there are {known}.")


def _check_keys(file: str, text: str, said: Mapping[str, Any]) -> None:
    for key in said:
        if key not in KEYS:
            raise BadTemplate(
                f"{file}, {_line(text, key)}: “{key}” is no part of a template; there are {_listed(KEYS)}."
            )
    for key in ("title", "heading", "to"):
        if not isinstance(said.get(key), str) or not said[key].strip():
            raise BadTemplate(f"{file}, line 1: “{key}” is missing; it takes a text in quotation marks.")
    for key, words in (("to", TO), ("needs", NEEDS)):
        if said.get(key, words[0]) not in words:
            raise BadTemplate(f"{file}, {_line(text, key)}: “{key}” takes one of {_listed(words)}.")
    if not said.get("text") and not said.get("block"):
        raise BadTemplate(f"{file}, line 1: there is nothing to print; write “text” or a “block”.")


def _block(file: str, text: str, said: Mapping[str, Any]) -> Block:
    kind = next((key for key in said if key in KINDS), "")
    if not kind:
        raise BadTemplate(f"{file}, {_line(text, 'block')}: a block is one of {_listed(KINDS)}.")
    value = said[kind]
    items = tuple(value) if isinstance(value, list) else ()
    words = "" if isinstance(value, list) else str(value)
    unknown = [item for item in items if kind == "family" and item not in THEMES]
    if unknown:
        raise BadTemplate(
            f"{file}, {_line(text, 'family')}: “{unknown[0]}” is no part of a policy; "
            f"there are {_listed(tuple(THEMES))}."
        )
    return Block(kind, words, items, across=said.get("across", 1), rows=said.get("rows", 3))


def _line(text: str, key: str) -> str:
    at = next((n for n, line in enumerate(text.splitlines(), 1) if line.lstrip(" [").startswith(key)), 1)
    return f"line {at}"


def _listed(words: "frozenset[str] | tuple[str, ...]") -> str:
    return ", ".join(word for word in sorted(words) if word)


def fill(text: str, values: Mapping[str, str]) -> str:
    """A template's text with its gaps filled; one without a value stands in square brackets, to be written in.

    A line whose gap may be left out goes when there is nothing to fill it with.
    """
    kept = [line for line in text.split("\n") if not _left_out(line, values)]
    text = re.sub(r"\n{3,}", "\n\n", "\n".join(kept))
    return GAP.sub(lambda gap: values.get(gap[1], "") or f"[{GAPS[gap[1]]}]", text)


def _left_out(line: str, values: Mapping[str, str]) -> bool:
    return any(gap in MAY_BE_LEFT_OUT and not values.get(gap) for gap in GAP.findall(line))


def blanks(text: str) -> list[str]:
    """What still stands in square brackets, to be written in before the letter is final."""
    return BLANK.findall(text)


def gaps_left(text: str) -> list[str]:
    """What stands in curly brackets: a gap that nobody filled, of ours or typed."""
    return [found[0] for found in GAP.finditer(text)]
