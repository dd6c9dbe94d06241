"""TOML text → tables, so that a date which is no date is one fault among the others and does not hide them."""

import re
import tomllib
from collections.abc import Mapping
from datetime import date
from typing import Any

from inconfidence.policy.loading.faults import Faults

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
