"""What a command prints, and how it says that it cannot answer."""

import json
import textwrap
from collections.abc import Iterable, Sequence
from difflib import get_close_matches

WIDTH = 80


class BadInput(Exception):
    """What was asked cannot be answered as it stands; the message says in one sentence what was expected."""


def as_json(value: object) -> None:
    """Print a value as JSON that a person can read too."""
    print(json.dumps(value, indent=2, ensure_ascii=False))


def wrapped(text: str, indent: str = "", first: str | None = None, width: int = WIDTH) -> str:
    """Text folded at the width of a card; later lines stand under the first."""
    opening = indent if first is None else first
    return textwrap.fill(
        text, width, initial_indent=opening, subsequent_indent=indent, break_on_hyphens=False
    )


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Rows in columns, each as wide as its longest entry."""
    lines = [tuple(head), *(tuple(row) for row in rows)]
    widths = [max(len(line[at]) for line in lines) for at in range(len(head))]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
        for line in lines
    )


def nearest(found: str, known: Sequence[str]) -> str:
    """The known word most like the one found, as `, perhaps …`; nothing when none is like it."""
    close = get_close_matches(found, known, n=1)
    return f", perhaps {close[0]}" if close else ""
