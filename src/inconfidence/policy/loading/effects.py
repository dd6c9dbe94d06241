"""What a clause does: `rules.<slug> = { value = word }`."""

from collections.abc import Mapping
from typing import Any

from inconfidence.policy.clause import Effect
from inconfidence.policy.entry import Entry
from inconfidence.policy.loading.faults import Faults
from inconfidence.policy.parameters import Parameter, Value, nearest

CONDITIONS = ("unless", "when")


def read_effects(
    clause_id: str, found: object, kind: str, entries: Mapping[str, Entry], faults: Faults
) -> tuple[Effect, ...]:
    """Read the rules a clause names; a rule or value that cannot be read is noted and left out."""
    if not isinstance(found, dict):
        faults.add(clause_id, "rules", found, "rules.<name> = { value = word }")
        return ()
    effects = (_effect(clause_id, slug, values, kind, entries, faults) for slug, values in found.items())
    return tuple(effect for effect in effects if effect is not None)


def _effect(
    clause_id: str, slug: str, found: object, kind: str, entries: Mapping[str, Entry], faults: Faults
) -> Effect | None:
    key = f"rules.{slug}"
    if slug not in entries:
        known = tuple(entries)
        faults.add(clause_id, key, slug, f"the name of a rule{nearest(slug, known)}")
        return None
    if not isinstance(found, dict):
        faults.add(clause_id, key, found, "a table of values, {} when it sets none")
        return None
    parameters = entries[slug].parameters
    allowed = (*parameters, *(CONDITIONS if kind == "default" else ()))
    for each in found:
        if each not in allowed:
            expected = f"one of {', '.join(allowed)}" if allowed else "no value: this rule has none"
            faults.add(clause_id, f"{key}.{each}", each, f"{expected}{nearest(each, allowed)}")
    values = _values(clause_id, key, found, parameters, faults)
    when = _when(clause_id, key, found.get("when", []), parameters, faults) if "when" in allowed else ()
    unless = _unless(clause_id, key, found.get("unless"), entries, faults) if "unless" in allowed else None
    _can_be_reached(clause_id, key, values, when, faults)
    return Effect(slug, values, unless, when)


def _values(
    clause_id: str, key: str, found: Mapping[str, Any], parameters: Mapping[str, Parameter], faults: Faults
) -> dict[str, Value]:
    values = {}
    for each, parameter in parameters.items():
        if each in found:
            value = parameter.read(found[each])
            if value is None:
                near = nearest(str(found[each]), parameter.words)
                faults.add(clause_id, f"{key}.{each}", found[each], f"{parameter.expected}{near}")
            else:
                values[each] = value
    return values


def _when(
    clause_id: str, key: str, found: object, parameters: Mapping[str, Parameter], faults: Faults
) -> tuple[str, ...]:
    words = tuple(word for parameter in parameters.values() for word in parameter.words)
    if isinstance(found, list) and all(each in words for each in found):
        return tuple(found)
    faults.add(
        clause_id, f"{key}.when", found, f"a list of words it goes with, each one of {', '.join(words)}"
    )
    return ()


def _unless(
    clause_id: str, key: str, found: object, entries: Mapping[str, Entry], faults: Faults
) -> str | None:
    if found is None or (isinstance(found, str) and found in entries):
        return found
    known = tuple(entries)
    faults.add(clause_id, f"{key}.unless", found, f"the name of a rule{nearest(str(found), known)}")
    return None


def _can_be_reached(
    clause_id: str, key: str, values: Mapping[str, Value], when: tuple[str, ...], faults: Faults
) -> None:
    said = [value for value in values.values() if isinstance(value, str)]
    if when and said and not set(said) & set(when):
        expected = f"one of the words it goes with, {', '.join(when)}: no policy can reach it"
        faults.add(clause_id, key, ", ".join(said), expected)
