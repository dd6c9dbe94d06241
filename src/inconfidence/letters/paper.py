"""What can be printed: frozen values of plain words. Each becomes data for the typesetter, never source."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import asdict, dataclass

RIGHT_TO_LEFT = frozenset({"R", "AL"})
LEFT_TO_RIGHT = frozenset({"L"})
LONGEST_HEADING = 60
A_POINT = re.compile(r"^\s*[•*–-]\s+(.*)$")


@dataclass(frozen=True, slots=True)
class Letterhead:
    """Who writes: the service's name, six hexadecimal digits of its colour, and lines beside the name."""

    service: str
    accent: str
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """One piece of a text.

    `kind`: p (paragraph), h (heading), list, ticks (boxes to tick), line (to write on), box (`rows` lines of
    room), sign (a line each for signature and date).
    """

    kind: str
    text: str = ""
    items: tuple[str, ...] = ()
    across: int = 1
    rows: int = 3
    rtl: bool = False


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter. `to` is name and address, or the name alone; `beside` date and reference; the first block greets."""

    heading: str
    to: tuple[str, ...]
    beside: tuple[str, ...]
    blocks: tuple[Block, ...]
    close: str
    signed: tuple[str, ...]
    enclosed: tuple[str, ...] = ()
    kind: str = "letter"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A leaflet, or a form to fill in. `lang` is the language it is written in, from which its direction follows."""

    heading: str
    blocks: tuple[Block, ...]
    kind: str = "sheet"
    lang: str = "en"


@dataclass(frozen=True, slots=True)
class Fact:
    """One row of the case sheet. A `firm` one is never left out: it is set smaller where there is no room."""

    label: str
    value: str
    firm: bool = False


@dataclass(frozen=True, slots=True)
class CaseSheet:
    """What a worker takes to a meeting: exactly one page, the rest of it ruled for notes.

    `more`: something of the case has been left out of the facts already, and the page says so.
    """

    heading: str
    beside: str
    facts: tuple[Fact, ...]
    more: bool = False
    notes: str = "Notes"
    kind: str = "case"


@dataclass(frozen=True, slots=True)
class Label:
    """One address label; `at` is its place on the sheet, 0 to 13. Nothing on it says who sends it."""

    to: tuple[str, ...]
    at: int = 0
    kind: str = "labels"


Part = Letter | Sheet | CaseSheet | Label


@dataclass(frozen=True, slots=True)
class Paper:
    """Everything of one print. `title` stands in the file and never holds a name; `foot` is the reference.

    A `draft` says across each page that it is not to be sent.
    """

    title: str
    head: Letterhead
    parts: tuple[Part, ...]
    foot: str = ""
    large: bool = False
    lang: str = "en"
    draft: bool = False

    def data(self) -> dict[str, object]:
        """As the typesetter reads it."""
        return {
            "title": self.title,
            "service": self.head.service,
            "accent": f"#{self.head.accent}",
            "lines": list(self.head.lines),
            "foot": self.foot,
            "large": self.large,
            "lang": self.lang,
            "draft": self.draft,
            "parts": [asdict(part) for part in self.parts],
        }


def blocks_of(text: str) -> tuple[Block, ...]:
    """A text as people type it: an empty line ends a paragraph, lines that begin with a dash are a list.

    A short line by itself that ends with a colon heads what follows it.
    """
    parts = re.split(r"\n[ \t]*\n+", text.replace("\r\n", "\n").replace("\r", "\n").strip())
    return tuple(block for part in parts if part.strip() for block in _blocks(part.split("\n")))


def _blocks(lines: Sequence[str]) -> list[Block]:
    """A paragraph, a list, or a paragraph that a list follows without an empty line."""
    points = [A_POINT.match(line) for line in lines]
    first = next((at for at, point in enumerate(points) if point), len(lines))
    if not all(points[first:]):
        first = len(lines)
    said, listed = "\n".join(line.strip() for line in lines[:first]), points[first:]
    heads = said.endswith(":") and "\n" not in said and len(said) <= LONGEST_HEADING and not listed
    blocks = [Block("h" if heads else "p", said, rtl=runs_leftwards(said))] if said else []
    if listed:
        blocks.append(Block("list", items=tuple(point.group(1).strip() for point in listed if point)))
    return blocks


def runs_leftwards(text: str) -> bool:
    """Whether the first letter that has a direction is written from right to left."""
    for sign in text:
        direction = unicodedata.bidirectional(sign)
        if direction in RIGHT_TO_LEFT:
            return True
        if direction in LEFT_TO_RIGHT:
            return False
    return False
