"""The wording of letters and sheets: one readable file each, with gaps from a closed list.

A file that is not in order is refused in one sentence: the file, the line, what was found, what is expected.
"""

import re
import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from inconfidence.letters.family import THEMES
from inconfidence.letters.paper import Block, runs_leftwards

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
        "spoken": "what is said aloud when somebody first comes",
        "until_we_know": "what is said until we know who is asking",
        "to_callers": "what everybody hears who asks whether somebody is known to us",
    }
)
# A line with one of these is left out where nothing is known of it.
MAY_BE_LEFT_OUT = frozenset({"meeting_people", "meeting_purpose", "meeting_bring", "organisation"})
TO = ("person", "professional", "anybody", "ourselves")
NEEDS = ("", "meeting", "obtain", "their_own")
MAY_BE_EMPTY = frozenset({"line", "box"})
MOST_ACROSS, MOST_ROWS = 4, 10
A_TEXT = "a text in quotation marks"
TEXTS = "texts in quotation marks between [ and ], with commas between them"
# What each part of a template takes, and each part of a block.
TAKES: Mapping[str, str] = MappingProxyType(
    dict.fromkeys(("title", "says", "to", "heading", "text", "close", "needs"), A_TEXT)
    | {"order": "a whole number", "enclosed": TEXTS, "with": TEXTS}
    | {
        "block": "pieces that begin with [[block]] each",
        "translation": "a part that begins with [translation]",
    }
)
KINDS: Mapping[str, str] = MappingProxyType(
    dict.fromkeys(("p", "h", "line", "box"), A_TEXT)
    | dict.fromkeys(("list", "ticks", "sign", "family"), TEXTS)
)
MEASURES: Mapping[str, str] = MappingProxyType(
    {
        "across": f"a whole number from 1 to {MOST_ACROSS}",
        "rows": f"a whole number from 1 to {MOST_ROWS}",
    }
)
FITS: Mapping[str, Callable[[Any], bool]] = MappingProxyType(
    {
        A_TEXT: lambda value: isinstance(value, str),
        TEXTS: lambda value: _all(str, value),
        TAKES["block"]: lambda value: _all(dict, value),
        TAKES["translation"]: lambda value: isinstance(value, dict),
        TAKES["order"]: lambda value: type(value) is int,
        MEASURES["across"]: lambda value: type(value) is int and 1 <= value <= MOST_ACROSS,
        MEASURES["rows"]: lambda value: type(value) is int and 1 <= value <= MOST_ROWS,
    }
)


class BadTemplate(ValueError):
    """A template that is not in order; the message names file, line, what was found and what is expected."""


@dataclass(frozen=True, slots=True)
class Template:
    """One wording.

    `to`: person (whom we help), professional, anybody (a leaflet or form), or ourselves (a sheet for the office).
    `with_` names sheets that follow in the same print. `needs`: a meeting to be filled in, that asking for records has
    been permitted, or a case of the child's or young person's own. `translation` is what a translated one says of
    itself.
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
    translation: Mapping[str, Any] = field(default_factory=dict)


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
    found, texts, wrong = {}, {}, {}
    for path in sorted(own.glob("*.toml")):
        try:
            texts[path.stem] = path.read_text(encoding="utf-8")
            found[path.stem] = load(path.name, texts[path.stem])
        except BadTemplate as fault:
            wrong[path.stem] = str(fault)
        except (OSError, UnicodeDecodeError):
            wrong[path.stem] = f"{path.name}: this file cannot be read; it takes text in UTF-8."
    sheets = {name for name, one in (_ours() | found).items() if one.to == "anybody"}
    for name, one in tuple(found.items()):
        if unknown := [sheet for sheet in one.with_ if sheet not in sheets | set(wrong)]:
            wrong[name] = (
                f"{name}.toml, {_line(texts[name], 'with')}: “with” names “{unknown[0]}”, which is no leaflet or "
                f"form; there are {_listed(sheets)}."
            )
            del found[name]
    return found, tuple(wrong[name] for name in sorted(wrong))


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
        blocks=tuple(_block(file, text, at, block) for at, block in enumerate(said.get("block", ()), 1)),
        translation=MappingProxyType(said.get("translation", {})),
    )


def _check_gaps(file: str, text: str) -> None:
    for number, line in enumerate(text.splitlines(), 1):
        for gap in GAP.findall(line):
            if gap not in GAPS:
                known = ", ".join(f"{{{name}}}" for name in GAPS)
                raise BadTemplate(f"{file}, line {number}: {{{gap}}} is no gap we know; there are {known}.")


def _check_keys(file: str, text: str, said: Mapping[str, Any]) -> None:
    _check_parts(file, text, said, TAKES, "a template")
    for key in ("title", "heading", "to"):
        if not said.get(key, "").strip():
            raise BadTemplate(f"{file}, line 1: “{key}” is missing; it takes {A_TEXT}.")
    for key, words in (("to", TO), ("needs", NEEDS)):
        if said.get(key, words[0]) not in words:
            raise BadTemplate(f"{file}, {_line(text, key)}: “{key}” takes one of {_listed(words)}.")
    if not said.get("text") and not said.get("block"):
        raise BadTemplate(f"{file}, line 1: there is nothing to print; write “text” or a “block”.")


def _check_parts(
    file: str, text: str, said: Mapping[str, Any], takes: Mapping[str, str], of: str, after: int = 0
) -> None:
    """Each part is one we know, with the kind of value it takes. `after`: the line of the block they stand in."""
    for key, value in said.items():
        if key not in takes:
            raise BadTemplate(
                f"{file}, {_line(text, key, after)}: “{key}” is no part of {of}; there are {_listed(takes)}."
            )
        if not FITS[takes[key]](value):
            raise BadTemplate(f"{file}, {_line(text, key, after)}: “{key}” takes {takes[key]}.")


def _all(kind: type, value: object) -> bool:
    return isinstance(value, list) and all(isinstance(one, kind) for one in value)


def _block(file: str, text: str, number: int, said: Mapping[str, Any]) -> Block:
    starts = [n for n, line in enumerate(text.splitlines(), 1) if line.lstrip().startswith("[[block]]")]
    after = starts[number - 1] if number <= len(starts) else 0
    kinds = [key for key in said if key in KINDS]
    if len(kinds) != 1:
        raise BadTemplate(f"{file}, line {max(after, 1)}: a block is one of {_listed(KINDS)}.")
    _check_parts(file, text, said, {**KINDS, **MEASURES}, "a block", after)
    kind, value = kinds[0], said[kinds[0]]
    if not value and kind not in MAY_BE_EMPTY:
        raise BadTemplate(f"{file}, {_line(text, kind, after)}: “{kind}” is empty; it takes {KINDS[kind]}.")
    items = tuple(value) if isinstance(value, list) else ()
    unknown = [item for item in items if kind == "family" and item not in THEMES]
    if unknown:
        raise BadTemplate(
            f"{file}, {_line(text, 'family', after)}: “{unknown[0]}” is no part of a policy; "
            f"there are {_listed(THEMES)}."
        )
    words = value if isinstance(value, str) else ""
    leftwards = runs_leftwards(words or " ".join(items))
    return Block(kind, words, items, said.get("across", 1), said.get("rows", 3), leftwards)


def _line(text: str, key: str, after: int = 0) -> str:
    """Where a part stands: its first line behind the line `after`, that line itself where it is not found."""
    part = re.compile(rf"\s*\[*{re.escape(key)}\s*[\]=]")
    lines = enumerate(text.splitlines(), 1)
    return f"line {next((n for n, line in lines if n > after and part.match(line)), max(after, 1))}"


def _listed(words: Iterable[str]) -> str:
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
