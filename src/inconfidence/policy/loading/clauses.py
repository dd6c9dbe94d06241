"""The clauses of a policy file, one by one, in the order of the document."""

import re
from collections.abc import Mapping
from typing import Any

from inconfidence.policy.clause import Clause, Effect, Reading
from inconfidence.policy.entry import Entry
from inconfidence.policy.loading.effects import read_effects
from inconfidence.policy.loading.faults import Faults
from inconfidence.policy.loading.text import LONGEST, too_long
from inconfidence.policy.parameters import nearest
from inconfidence.policy.vocabulary import ClauseKind

KEYS = ("id", "ref", "kind", "says", "rules", "promises", "reading", "why")
READING_KEYS = ("id", "ref", "what", "says")
KINDS = tuple(kind.value for kind in ClauseKind)
# An id stands in addresses: of these words a page of its own is called.
ID = re.compile(r"[A-Za-z0-9]+([.-][A-Za-z0-9]+)*")
PAGES = ("changes", "inspection", "reviewed", "versions", "withdraw")
TAKEN_IDS = re.compile(r"[LDX]-\d")
IN_DEFAULT = (ClauseKind.LAW, ClauseKind.DEFAULT)


def read_clauses(
    table: Mapping[str, Any], kind: str, entries: Mapping[str, Entry], faults: Faults
) -> tuple[Clause, ...]:
    """Read every `[[clause]]`, and note the keys beside them that nobody expects."""
    known = ("service", "clause", "reading") if kind == "default" else ("service", "clause")
    _only_known("", table, known, faults)
    found = table.get("clause", [])
    if not isinstance(found, list) or not all(isinstance(each, dict) for each in found):
        faults.add("", "clause", found, "one [[clause]] after another")
        return ()
    clauses = tuple(_clause(each, at, kind, entries, faults) for at, each in enumerate(found, 1))
    _no_id_twice([clause.id for clause in clauses], faults)
    return clauses


def read_readings(table: Mapping[str, Any], faults: Faults) -> dict[str, Reading]:
    """Read every `[[reading]]` of the default policy: an id, what was unclear and what was settled."""
    found = table.get("reading", [])
    if not isinstance(found, list) or not all(isinstance(each, dict) for each in found):
        faults.add("", "reading", found, "one [[reading]] after another")
        return {}
    readings = [_reading(each, at, faults) for at, each in enumerate(found, 1)]
    _no_id_twice([reading.id for reading in readings], faults)
    return {reading.id: reading for reading in readings}


def _reading(found: Mapping[str, Any], at: int, faults: Faults) -> Reading:
    reading_id = found["id"] if _is_text(found.get("id")) else f"reading {at}"
    _only_known(reading_id, found, READING_KEYS, faults)
    _said(reading_id, found, ("id", "what", "says"), faults)
    return Reading(reading_id, str(found.get("what", "")), str(found.get("says", "")))


def _clause(
    found: Mapping[str, Any], at: int, kind: str, entries: Mapping[str, Entry], faults: Faults
) -> Clause:
    clause_id = found["id"] if _is_text(found.get("id")) else f"clause {at}"
    _only_known(clause_id, found, KEYS, faults)
    _said(clause_id, found, ("id", "ref", "says"), faults)
    if _is_text(found.get("id")) and (expected := wrong_id(clause_id, kind)):
        faults.add(clause_id, "id", clause_id, expected)
    effects = read_effects(clause_id, found.get("rules", {}), kind, entries, faults)
    promises = found.get("promises", "")
    _does_something(clause_id, found, promises, effects, faults)
    return Clause(
        id=clause_id,
        ref=str(found.get("ref", "")).strip(),
        kind=_kind(clause_id, found.get("kind"), kind, faults),
        says=str(found.get("says", "")).strip(),
        effects=effects,
        promises=promises if isinstance(promises, str) else "",
        reading=_readings(clause_id, found.get("reading", []), faults),
        why=str(found.get("why", "")).strip(),
    )


def wrong_id(clause_id: str, kind: str = "service") -> str:
    """What is expected of an id that no clause can have; nothing for one that it can."""
    if not ID.fullmatch(clause_id):
        return "letters, figures, dots and hyphens, like BN-1.2"
    if clause_id.lower() in PAGES:
        return "another id: a page of the policy is called that"
    if kind == "service" and TAKEN_IDS.match(clause_id):
        return "another id: these name the law, a default and a reading"
    return ""


def _said(clause_id: str, found: Mapping[str, Any], needed: tuple[str, ...], faults: Faults) -> None:
    """Words where they are needed, and nowhere more of them than a page takes."""
    for key in needed:
        if not _is_text(found.get(key)):
            faults.add(clause_id, key, found.get(key), "words")
    for key in (each for each in LONGEST if each in found):
        if expected := too_long(found[key], key):
            faults.add(clause_id, key, found[key], expected)


def _only_known(clause_id: str, found: Mapping[str, Any], known: tuple[str, ...], faults: Faults) -> None:
    for key in found:
        if key not in known:
            faults.add(clause_id, key, key, f"one of {', '.join(known)}{nearest(key, known)}")


def _is_text(found: object) -> bool:
    return isinstance(found, str) and bool(found.strip())


def _kind(clause_id: str, found: object, kind: str, faults: Faults) -> ClauseKind:
    allowed = [each for each in ClauseKind if (each in IN_DEFAULT) == (kind == "default")]
    if found in allowed:
        return ClauseKind(str(found))
    faults.add(clause_id, "kind", found, f"one of {', '.join(allowed)}{nearest(str(found), KINDS)}")
    return ClauseKind.CONTEXT


def _does_something(
    clause_id: str, found: Mapping[str, Any], promises: object, effects: tuple[Effect, ...], faults: Faults
) -> None:
    if "promises" in found and not _is_text(promises):
        faults.add(clause_id, "promises", promises, "words that say what becomes of the promise")
    elif "promises" in found and effects:
        faults.add(clause_id, "promises", promises, "rules or a promise, not both")
    elif "promises" not in found and not found.get("rules"):
        faults.add(clause_id, "rules", None, "the rules it gives effect to, or what it promises")


def _readings(clause_id: str, found: object, faults: Faults) -> tuple[str, ...]:
    if isinstance(found, list) and all(_is_text(each) for each in found):
        return tuple(found)
    faults.add(clause_id, "reading", found, 'a list of readings like ["X-01"]')
    return ()


def _no_id_twice(ids: list[str], faults: Faults) -> None:
    seen: set[str] = set()
    for clause_id in ids:
        if clause_id in seen:
            faults.add(clause_id, "id", clause_id, "an id that no other clause has")
        seen.add(clause_id)
