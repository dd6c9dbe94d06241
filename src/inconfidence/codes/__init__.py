"""Code lists as data: one CSV file per list, the columns code, label, order, active, group, source, certainty.

A code never changes its meaning and is never deleted; a row that is no longer offered is set inactive.
"""

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Code:
    """One row of a list. `recipient` is filled for professional roles: the core's word for them."""

    code: str
    label: str
    order: int
    active: bool
    group: str
    source: str
    certainty: str
    recipient: str = ""


@cache
def rows(name: str) -> tuple[Code, ...]:
    """All rows of the list `name`, in their order, inactive ones too."""
    lines = (files(__name__) / f"{name}.csv").read_text(encoding="utf-8").splitlines()
    return tuple(sorted(map(_row, csv.DictReader(lines)), key=lambda row: row.order))


def _row(line: dict[str, str]) -> Code:
    return Code(
        code=line["code"],
        label=line["label"],
        order=int(line["order"]),
        active=line["active"] == "true",
        group=line["group"],
        source=line["source"],
        certainty=line["certainty"],
        recipient=line.get("recipient") or "",
    )


@cache
def _by_code(name: str) -> dict[str, Code]:
    return {row.code: row for row in rows(name)}


def label(name: str, code: str) -> str:
    """What people read for `code`; a code the list does not know is shown as it is."""
    row = _by_code(name).get(code)
    return row.label if row else code


def known(name: str, code: str) -> bool:
    """Whether the list `name` has this code, offered or not."""
    return code in _by_code(name)


def choices(name: str) -> list[tuple[str, str]]:
    """The rows that are offered, as (code, label)."""
    return [(row.code, row.label) for row in rows(name) if row.active]


def grouped(name: str, groups: str) -> list[tuple[str, list[tuple[str, str]]]]:
    """The rows that are offered, under the labels that the list `groups` gives to their group."""
    shelves: dict[str, list[tuple[str, str]]] = {}
    for row in rows(name):
        if row.active:
            shelves.setdefault(row.group, []).append((row.code, row.label))
    return [(label(groups, group), found) for group, found in shelves.items()]


def recipient(role: str) -> str:
    """The core's word for a professional role (`may_disclose.recipient`); an unknown role is a professional."""
    row = _by_code("professional_role").get(role)
    return (row.recipient if row else "") or "professional"


def body(role: str) -> str:
    """The body a professional role belongs to, as a consent names it: `body:setting`."""
    row = _by_code("professional_role").get(role)
    return f"body:{row.group if row else 'other'}"


@cache
def purpose(issue: str) -> str:
    """The purpose of a consent that goes with this matter of a case (a code of `consent_purpose`); empty for none."""
    found = (row.code for row in rows("consent_purpose") if issue in row.group.split())
    return next(found, "")
