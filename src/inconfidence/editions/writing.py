"""A policy file changed piece by piece. What is not touched stays as its author left it, remarks and order included."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import tomlkit
from tomlkit.items import AoT, InlineTable, Key, Table

from inconfidence.policy.parameters import Value

Written = Value | date | None
Values = Mapping[str, Value | None]


class NoSuchClause(LookupError):
    """The file has no clause of that id."""


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement of a policy: its id, place, sort and words; what it promises, if it only promises.

    `after` is the statement it follows in the document; empty for the end of it.
    """

    id: str
    ref: str
    kind: str
    says: str
    promises: str = ""
    after: str = ""


def hash_of(text: str) -> str:
    """The hash that stands for a text: SHA-256, as hexadecimal digits."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def with_header(text: str, changes: Mapping[str, Written]) -> str:
    """The file with some lines of its head changed; `titles.volunteer` is the line `volunteer` under `titles`.

    None takes a line out.
    """
    file = tomlkit.parse(text)
    for name, value in changes.items():
        *tables, key = ("service", *name.split("."))
        place: Any = file
        for table in tables:
            place = place.setdefault(table, tomlkit.table())
        if value is None:
            place.pop(key, None)
        else:
            place[key] = _item(value)
    return tomlkit.dumps(file)


def restated(text: str, said: Statement, rules: Mapping[str, Values | None]) -> str:
    """The file with a statement in other words, with other values, or giving up rules (None). Raises NoSuchClause.

    One that gives effect to nothing any more promises what `said` has; its place and sort stay as they were.
    """
    for rule in [each for each, values in rules.items() if values is None]:
        text = _without_rule(text, said.id, rule)
    file = tomlkit.parse(text)
    clause = _clause(file, said.id)
    for key, value in (("ref", said.ref), ("says", said.says)):
        if clause[key] != value:
            clause[key] = value
    effects: Any = clause.get("rules", {})
    for rule, values in rules.items():
        if values is not None:
            _set(effects[rule], values)
    if said.promises and clause.get("promises") != said.promises:
        clause["promises"] = said.promises
    return tomlkit.dumps(file)


def with_values(text: str, clause_id: str, rule: str, values: Values) -> str:
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


def with_statement(text: str, said: Statement, rules: Mapping[str, Values]) -> str:
    """The file with one more statement, which gives rules these values, or promises. Raises NoSuchClause."""
    file = tomlkit.parse(text.rstrip("\n") + "\n\n")
    clause = tomlkit.table()
    for key in ("id", "ref", "kind", "says", "promises"):
        if getattr(said, key):
            clause[key] = getattr(said, key)
    for rule, values in rules.items():
        clause.add(*_effect(rule, values))
    return _placed(file, clause, said.after)


def put_back(text: str, before: str, clause_id: str) -> str:
    """The file with a statement as another text has it, behind the one it followed there. Raises NoSuchClause."""
    file, other = tomlkit.parse(text.rstrip("\n") + "\n\n"), tomlkit.parse(before)
    clause, ids = _clause(other, clause_id), [str(each["id"]) for each in _clauses(other)]
    earlier = ids[: ids.index(clause_id)]
    clauses = file["clause"]
    assert isinstance(clauses, AoT)
    at = max((n for n, each in enumerate(clauses, 1) if each["id"] in earlier), default=0)
    clauses.insert(at, clause)
    return _dumped(file)


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


def _without_rule(text: str, clause_id: str, rule: str) -> str:
    """One rule at a time: tomlkit takes no second one out of lines `rules.<name>` that it has read once."""
    file = tomlkit.parse(text)
    clause = _clause(file, clause_id)
    rules: Any = clause["rules"]
    if len(rules) == 1:
        clause.remove("rules")
    else:
        del rules[rule]
    return tomlkit.dumps(file)


def _placed(file: tomlkit.TOMLDocument, clause: Table, after: str) -> str:
    """The file with a statement behind another one, or at its end. Remarks on what follows stay before that."""
    clauses = file["clause"]
    assert isinstance(clauses, AoT)
    clause.add(tomlkit.nl())
    if after:
        before = _clause(file, after)
        clause.value.body.extend(_cut_remarks(before)[1:])
        before.add(tomlkit.nl())
        clauses.insert([each["id"] for each in clauses].index(after) + 1, clause)
    else:
        clauses.append(clause)
    return _dumped(file)


def _dumped(file: tomlkit.TOMLDocument) -> str:
    return tomlkit.dumps(file).rstrip("\n") + "\n"


def _cut_remarks(clause: Table) -> list[Any]:
    """What stands behind the last line of a statement, taken away from it: blank lines and remarks."""
    body = clause.value.body
    last = max(at for at, (key, _) in enumerate(body) if key is not None)
    cut = body[last + 1 :]
    del body[last + 1 :]
    return cut


def _effect(rule: str, values: Values) -> tuple[Key, InlineTable]:
    effect = tomlkit.inline_table()
    _set(effect, values)
    return tomlkit.key(["rules", rule]), effect


def _set(effect: Any, values: Values) -> None:
    for key, value in values.items():
        if value is None:
            effect.pop(key, None)
        elif effect.get(key) != value:
            effect[key] = _item(value)


def _item(value: Written) -> Any:
    return list(value) if isinstance(value, tuple) else value
