"""TOML text → tables, so that a date which is no date is one fault among the others and does not hide them."""

import re
import tomllib
from collections.abc import Mapping
from datetime import date
from typing import Any

from inconfidence.policy.loading.faults import Faults

# How many characters the words of a policy may have: pages show them, forms take them, letters print them.
LONGEST: Mapping[str, int] = {
    "slug": 60, "name": 120, "short": 60, "title": 200, "word": 80, "id": 60, "ref": 120, "what": 2000, "says": 2000,
    "promises": 2000, "why": 2000,
}  # fmt: skip
LINES = ("says", "promises", "why", "what")
_BARE_DATE = re.compile(r"(=\s*)(\d{4}-\d{2}-\d{2})(?=\s*(?:#.*)?$)", re.MULTILINE)


def parse(text: str, faults: Faults) -> Mapping[str, Any]:
    """Read TOML; where the text itself cannot be read, one fault with the line, and an empty table."""
    try:
        return tomllib.loads(_BARE_DATE.sub(_quoted_unless_real, text))
    except tomllib.TOMLDecodeError as error:
        said = str(error)
    except RecursionError:
        said = "lists in lists in lists, too deep to read"
    faults.unread = True
    faults.add("", "", said, "a TOML file: [service], then one [[clause]] after another")
    return {}


def too_long(found: object, sort: str) -> str:
    """What is expected of words that are longer than a page takes, or that are more than one line where one is due."""
    if not isinstance(found, str):
        return ""
    if len(found) > LONGEST[sort]:
        return f"{LONGEST[sort]} characters at most"
    return "one line" if sort not in LINES and len(found.strip().splitlines()) > 1 else ""


def read_date(found: object) -> date | None:
    """A TOML date, or the same in quotation marks; None for anything that is no date."""
    if type(found) is date:
        return found
    try:
        return date.fromisoformat(found) if isinstance(found, str) else None
    except ValueError:
        return None


def _quoted_unless_real(match: re.Match[str]) -> str:
    before, written = match.groups()
    return f"{before}{written}" if read_date(written) else f'{before}"{written}"'
