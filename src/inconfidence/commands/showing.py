"""`policy show`: a policy as it reads, or one clause with everything that hangs on it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from inconfidence.commands.coverage import Covered, covered
from inconfidence.commands.folder import data_folder, start_on
from inconfidence.commands.printing import wrapped
from inconfidence.policies import DEFAULT
from inconfidence.policies.stories import told
from inconfidence.policy.about import ClauseAbout, RuleAbout, about
from inconfidence.policy.clause import Clause, Effect, Reading
from inconfidence.policy.edition import Edition
from inconfidence.policy.parameters import in_words
from inconfidence.policy.questions import QUESTIONS
from inconfidence.policy.register import ENTRIES
from inconfidence.policy.vocabulary import Origin

if TYPE_CHECKING:
    from inconfidence.team.screens import Screen

WHOSE = {Origin.OWN: "its own", Origin.LAW: "the law", Origin.DEFAULT: "the default"}


def policy_json(policy: Edition) -> dict[str, object]:
    """Its words for people and things, and its clauses in the order of the document."""
    return {
        "titles": dict(policy.titles),
        "terms": dict(policy.terms),
        "reviewed_by": policy.reviewed_by,
        "clauses": [_clause(clause) for clause in policy.clauses],
    }


def clause_json(policy: Edition, clause_id: str) -> dict[str, object]:
    """One clause, law, default or reading, with its rules, stories, pages and the screens that ask it."""
    if clause_id in policy.readings:
        return _reading(policy.readings[clause_id]) | {"ref": "reading", "kind": "reading"}
    found, behind = about(policy, clause_id), _behind(policy, policy.clause(clause_id))
    return _clause(found.clause) | {
        "why": found.clause.why or None,
        "rules": [
            _rule(effect) | _rule_about(rule)
            for effect, rule in zip(found.clause.effects, found.rules, strict=True)
        ],
        "readings": [_reading(each) for each in found.readings],
        "questions": found.questions,
        "screens": [{"address": each.address, "does": each.does} for each in _screens(found)],
        "stories": behind.stories,
        "pages": behind.pages,
        "waits_for": behind.waits_for,
    }


def policy_text(policy: Edition) -> str:
    """The whole policy to read in a terminal."""
    since = (
        f"in force from {policy.in_force_from}"
        if policy.in_force_from
        else "in force once its minute is entered"
    )
    head = [policy.service, policy.title, f"Version {policy.label}, {since}", ""]
    return "\n".join(head + [line for clause in policy.clauses for line in _lines(clause)]).rstrip()


def clause_text(policy: Edition, clause_id: str) -> str:
    """The same to read in a terminal."""
    if clause_id in policy.readings:
        reading = policy.readings[clause_id]
        return "\n".join((f"{reading.id}  reading", wrapped(reading.what, "  "), wrapped(reading.says, "  ")))
    found, behind = about(policy, clause_id), _behind(policy, policy.clause(clause_id))
    clause = found.clause
    lines = [f"{clause.id}  {clause.ref}", wrapped(clause.says, "  ")]
    lines += [wrapped(f"Rests on {clause.why}.", "  ")] if clause.why else []
    lines += [wrapped(clause.promises, "      ", "  → ")] if clause.promises else []
    lines += [line for rule in found.rules for line in _rule_lines(rule)]
    lines += [
        wrapped(f"read with {each.id}: {each.what} {each.says}", "      ", "  ") for each in found.readings
    ]
    for title, entries in (
        ("Questions", [QUESTIONS[each].sentence for each in found.questions]),
        ("Screens", [f"{each.does} ({each.address})" for each in _screens(found)]),
        ("Stories", behind.stories),
        ("Pages", behind.pages),
    ):
        lines += [f"  {title}", *(wrapped(each, "      ", "    ") for each in entries or ("none",))]
    return "\n".join(lines)


def _rule_lines(rule: RuleAbout) -> Iterator[str]:
    yield wrapped(f"{rule.slug}: {rule.sentence}.", "      ", "  → ")
    for value in rule.values:
        source = "here" if value.here else f"{', '.join(value.clauses)}, {WHOSE[value.origin]}"
        yield wrapped(f"{value.name} = {value.words} ({source})", "        ", "      ")
    if rule.authority:
        yield wrapped(f"It rests on {rule.authority}.", "      ")
    for law in rule.law:
        yield wrapped(f"Law besides, {law.id}: {law.says}", "        ", "      ")
    if rule.beside:
        yield wrapped(f"Also named by {', '.join(rule.beside)}.", "      ")
    if rule.kept_by:
        yield wrapped(f"Kept, in {rule.kept_by}; no answer changes by it.", "      ")


def _screens(found: ClauseAbout) -> "tuple[Screen, ...]":
    """Read from the addresses of the program, which is started for it: no data is looked at."""
    start_on(data_folder(""))
    from inconfidence.team.screens import screens_asking

    return screens_asking(found.questions)


def _behind(policy: Edition, clause: Clause) -> Covered:
    return covered(policy.slug if clause in policy.clauses else DEFAULT, clause, told())


def _reading(reading: Reading) -> dict[str, object]:
    return {"id": reading.id, "what": reading.what, "says": reading.says}


def _rule_about(rule: RuleAbout) -> dict[str, object]:
    return {
        "authority": rule.authority or None,
        "settings": [
            {"name": value.name, "words": value.words, "clauses": value.clauses, "origin": value.origin.value}
            for value in rule.values
        ],
        "law": [{"id": law.id, "says": law.says} for law in rule.law],
        "beside": rule.beside,
    }


def _clause(clause: Clause) -> dict[str, object]:
    return {
        "id": clause.id,
        "ref": clause.ref,
        "kind": clause.kind.value,
        "says": clause.says,
        "reading": clause.reading,
        "rules": [_rule(effect) for effect in clause.effects],
        "promises": clause.promises or None,
    }


def _rule(effect: Effect) -> dict[str, object]:
    entry = ENTRIES[effect.rule]
    return {
        "slug": effect.rule,
        "sentence": entry.sentence,
        "values": dict(effect.values),
        "asked_by": [str(question) for question in entry.asked_by],
        "kept_by": entry.kept_by or None,
    }


def _lines(clause: Clause) -> list[str]:
    lines = [f"{clause.id}  {clause.ref}", wrapped(clause.says, "  ")]
    for effect in clause.effects:
        values = ", ".join(f"{key} = {in_words(value)}" for key, value in effect.values.items())
        lines.append(wrapped(f"{effect.rule}{f' ({values})' if values else ''}", "      ", "  → "))
    if clause.promises:
        lines.append(wrapped(clause.promises, "      ", "  → "))
    if clause.reading:
        lines.append(f"  read with {', '.join(clause.reading)}")
    return [*lines, ""]
