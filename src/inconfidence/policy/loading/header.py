"""The header of a policy file: which service, which version, whose words."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from inconfidence.policy.loading.faults import Faults
from inconfidence.policy.loading.text import LONGEST, read_date, too_long
from inconfidence.policy.parameters import nearest
from inconfidence.policy.terms import TERMS, TITLES
from inconfidence.policy.vocabulary import Role

TEXTS = {
    "slug": "words: a name for the file, like elmshire",
    "name": "words: the service, as it stands on its letters",
    "short": "a word or two for the head of a page",
    "title": "words: what the document is called",
    "edition": "a year and month like 2022-08, or undated",
}
DATES = ("in_force_from", "last_review", "next_review")
KEYS = (*TEXTS, *DATES, "reviewed_by", "titles", "terms")
YEARS = (1990, 2100)
ROLES = tuple(role.value for role in Role)
_LABEL = re.compile(r"\d{4}-(0[1-9]|1[0-2])|undated")


def read_header(table: Mapping[str, Any], faults: Faults) -> dict[str, Any]:
    """Read `[service]`; what is missing or wrong is noted and stands empty."""
    found = table.get("service")
    if not isinstance(found, dict):
        faults.add("", "service", found, f"a table [service] with {', '.join(TEXTS)}")
        return {}
    for key in found:
        if key not in KEYS:
            faults.add("", f"service.{key}", key, f"one of {', '.join(KEYS)}{nearest(key, KEYS)}")
    header: dict[str, Any] = {key: _text(found, key, faults) for key in TEXTS}
    header |= {key: _date(found, key, faults) for key in DATES}
    _label_fits(header["edition"], header["in_force_from"], faults)
    header["reviewed_by"] = _roles(found.get("reviewed_by", []), faults)
    header["titles"] = TITLES | _words(found, "titles", TITLES, faults)
    header["terms"] = TERMS | _words(found, "terms", TERMS, faults)
    return header


def _text(found: Mapping[str, Any], key: str, faults: Faults) -> str:
    value = found.get(key)
    if isinstance(value, str) and value.strip():
        if key in LONGEST and (expected := too_long(value, key)):
            faults.add("", f"service.{key}", value, expected)
        return value.strip()
    faults.add("", f"service.{key}", value, TEXTS[key])
    return ""


def _date(found: Mapping[str, Any], key: str, faults: Faults) -> date | None:
    value = found.get(key)
    if value is None:
        return None
    day = read_date(value)
    if day is None:
        faults.add("", f"service.{key}", value, "a date like 2022-08-31, or no such line")
    elif not YEARS[0] <= day.year <= YEARS[1]:
        faults.add("", f"service.{key}", value, f"a date in the years {YEARS[0]} to {YEARS[1]}")
    return day


def _label_fits(label: str, in_force_from: date | None, faults: Faults) -> None:
    if label and not _LABEL.fullmatch(label):
        faults.add("", "service.edition", label, "a year and month like 2022-08, or undated")
    elif label and in_force_from and label != f"{in_force_from:%Y-%m}":
        faults.add("", "service.edition", label, f"{in_force_from:%Y-%m}, the month it is in force from")


def _roles(found: object, faults: Faults) -> tuple[str, ...]:
    if isinstance(found, list) and all(each in ROLES for each in found):
        return tuple(found)
    faults.add("", "service.reviewed_by", found, f"a list of roles, each one of {', '.join(ROLES)}")
    return ()


def _words(found: Mapping[str, Any], key: str, known: Mapping[str, str], faults: Faults) -> dict[str, str]:
    value = found.get(key, {})
    if not isinstance(value, dict):
        faults.add("", f"service.{key}", value, "a table of words")
        return {}
    names = tuple(known)
    words = {}
    for name, said in value.items():
        if name not in known:
            faults.add("", f"service.{key}.{name}", name, f"one of {', '.join(names)}{nearest(name, names)}")
        elif not isinstance(said, str) or not said.strip():
            faults.add("", f"service.{key}.{name}", said, "words")
        elif expected := too_long(said, "word"):
            faults.add("", f"service.{key}.{name}", said, expected)
        else:
            words[name] = said.strip()
    return words
