"""A policy file changed piece by piece. What is not touched stays as its author left it, remarks and order included."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import tomlkit
from tomlkit.items import AoT, InlineTable, Key, Table

from inconfidence.policy.parameters import Value

Written = Value | date


class NoSuchClause(LookupError):
    """The file has no clause of that id."""


@dataclass(frozen=True, slots=True)
class Statement:
    """A new statement of a policy: its id, its place in the document, what sort it is, and its words."""

    id: str
    ref: str
    kind: str
    says: str


def hash_of(text: str) -> str:
    """The hash that stands for a text: SHA-256, as hexadecimal digits."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def with_header(text: str, changes: Mapping[str, Written]) -> str:
    """The file with some lines of its head changed; `titles.volunteer` is the line `volunteer` under `titles`."""
    file = tomlkit.parse(text)
    for name, value in changes.items():
        *tables, key = ("service", *name.split("."))
        place: Any = file
        for table in tables:
            place = place.setdefault(table, tomlkit.table())
        place[key] = _item(value)
    return tomlkit.dumps(file)


def reworded(text: str, clause_id: str, *, ref: str, says: str) -> str:
    """The file with a clause in other words, or at another place of the document. Raises NoSuchClause."""
    file = tomlkit.parse(text)
    clause = _clause(file, clause_id)
    for key, value in (("ref", ref), ("says", says)):
        if clause[key] != value:
            clause[key] = value
    return tomlkit.dumps(file)


def with_values(text: str, clause_id: str, rule: str, values: Mapping[str, Value | None]) -> str:
    """The file with values that a clause sets for a rule; None takes one out. Raises NoSuchClause.

    A clause that did not name the rule names it from now on, and promises nothing any more.
    """
    file = tomlkit.parse(text)
    clause = _clause(file, clause_id)
    rules: Any = clause.get("rules")
    if rules is None:
        clause.pop("promises", None)
        clause.add(*_effect(rule, values))
    elif rule in rules:
        _set(rules[rule], values)
    else:
        rules[rule] = _effect(rule, values)[1]
    return tomlkit.dumps(file)


def with_statement(text: str, said: Statement, rule: str, values: Mapping[str, Value | None]) -> str:
    """The file with one more statement at its end, which gives a rule these values."""
    file = tomlkit.parse(text.rstrip("\n") + "\n\n")
    clause = tomlkit.table()
    for key in ("id", "ref", "kind", "says"):
        clause[key] = getattr(said, key)
    clause.add(*_effect(rule, values))
    clauses = file["clause"]
    assert isinstance(clauses, AoT)
    clauses.append(clause)
    return tomlkit.dumps(file)


def without_statement(text: str, clause_id: str) -> str:
    """The file without one of its statements. Raises NoSuchClause."""
    file = tomlkit.parse(text)
    clauses = file["clause"]
    assert isinstance(clauses, AoT)
    clauses.remove(_clause(file, clause_id))
    return tomlkit.dumps(file)


def _clause(file: tomlkit.TOMLDocument, clause_id: str) -> Table:
    for clause in _clauses(file):
        if clause.get("id") == clause_id:
            return clause
    raise NoSuchClause(clause_id)


def _clauses(file: tomlkit.TOMLDocument) -> Iterator[Table]:
    found = file.get("clause", [])
    return (clause for clause in found if isinstance(clause, Table))


def _effect(rule: str, values: Mapping[str, Value | None]) -> tuple[Key, InlineTable]:
    effect = tomlkit.inline_table()
    _set(effect, values)
    return tomlkit.key(["rules", rule]), effect


def _set(effect: Any, values: Mapping[str, Value | None]) -> None:
    for key, value in values.items():
        if value is None:
            effect.pop(key, None)
        elif effect.get(key) != value:
            effect[key] = _item(value)


def _item(value: Written) -> Any:
    return list(value) if isinstance(value, tuple) else value
