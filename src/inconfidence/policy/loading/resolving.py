"""Clauses → what each rule has here: value by value the service's own clause, else law or default."""

from collections.abc import Iterable, Mapping, Sequence

from inconfidence.policy.clause import Clause, Effect
from inconfidence.policy.edition import Naming, Row, Setting
from inconfidence.policy.entry import Entry
from inconfidence.policy.loading.faults import Faults
from inconfidence.policy.vocabulary import Origin

Named = Sequence[tuple[Clause, Effect]]


def resolve_settings(
    slug: str, entry: Entry, own: Named, general: Named, faults: Faults
) -> dict[tuple[str, str], Setting]:
    """The values of one rule; two clauses that set one value differently, or a value nobody sets, are faults."""
    settings = {}
    for key, parameter in entry.parameters.items():
        setting = _setting(slug, key, own, faults) or _setting(slug, key, general, faults)
        if setting is not None:
            settings[slug, key] = setting
        elif parameter.required and not faults.at(f"rules.{slug}.{key}"):
            expected = f"{parameter.expected}, in one of the clauses that name it or in the default"
            faults.add(own[0][0].id if own else "", f"rules.{slug}.{key}", None, expected)
    return settings


def resolve_rows(slug: str, entry: Entry, named: Named, faults: Faults) -> tuple[Row, ...]:
    """The rows of a repeatable rule: each clause sets all of its values, or none and is only cited."""
    for clause, effect in named:
        for key, parameter in entry.parameters.items():
            if effect.values and parameter.required and key not in effect.values:
                faults.add(clause.id, f"rules.{slug}.{key}", None, parameter.expected)
    return tuple(Row(clause.id, effect.values, clause.origin) for clause, effect in named if effect.values)


def resolve_naming(own: Named, general: Named, settings: Mapping[tuple[str, str], Setting]) -> Naming:
    """Which clauses stand behind a rule; law that goes with another word keeps silent."""
    speaking = [
        clause
        for clause, effect in general
        if not effect.when or any(_holds(setting, effect.when) for setting in settings.values())
    ]
    return Naming(
        own=_ids(clause for clause, _ in own),
        law=_ids(clause for clause in speaking if clause.origin is Origin.LAW),
        default=_ids(clause for clause in speaking if clause.origin is Origin.DEFAULT),
    )


def naming_each(clauses: Iterable[Clause]) -> Mapping[str, Named]:
    """For each rule the clauses that name it, with what they do."""
    named: dict[str, list[tuple[Clause, Effect]]] = {}
    for clause in clauses:
        for effect in clause.effects:
            named.setdefault(effect.rule, []).append((clause, effect))
    return named


def _setting(slug: str, key: str, named: Named, faults: Faults) -> Setting | None:
    setters = [(clause, effect.values[key]) for clause, effect in named if key in effect.values]
    if not setters:
        return None
    first, value = setters[0]
    for clause, other in setters[1:]:
        if other != value:
            faults.add(clause.id, f"rules.{slug}.{key}", other, f"{value}, as {first.id} sets it")
    return Setting(value, _ids(clause for clause, _ in setters), first.origin)


def _holds(setting: Setting, when: tuple[str, ...]) -> bool:
    return setting.value in when


def _ids(clauses: Iterable[Clause]) -> tuple[str, ...]:
    return tuple(clause.id for clause in clauses)
