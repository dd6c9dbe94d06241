"""`policy show`: a policy as it reads, or one clause with everything that hangs on it."""

from inconfidence.commands.coverage import Covered, covered
from inconfidence.commands.printing import wrapped
from inconfidence.commands.stories import told
from inconfidence.policies import DEFAULT
from inconfidence.policy.clause import Clause, Effect
from inconfidence.policy.edition import Edition
from inconfidence.policy.parameters import in_words
from inconfidence.policy.register import ENTRIES


def policy_json(policy: Edition) -> dict[str, object]:
    """Its words for people and things, and its clauses in the order of the document."""
    return {
        "titles": dict(policy.titles),
        "terms": dict(policy.terms),
        "reviewed_by": policy.reviewed_by,
        "clauses": [_clause(clause) for clause in policy.clauses],
    }


def clause_json(policy: Edition, clause_id: str) -> dict[str, object]:
    """One clause, law, default or reading, with its rules, stories and pages."""
    if clause_id in policy.readings:
        reading = policy.readings[clause_id]
        return {
            "id": reading.id,
            "ref": "reading",
            "kind": "reading",
            "what": reading.what,
            "says": reading.says,
        }
    clause = policy.clause(clause_id)
    found = _behind(policy, clause)
    return _clause(clause) | {"stories": found.stories, "pages": found.pages, "waits_for": found.waits_for}


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
    """One clause to read in a terminal, with its rules, stories and pages."""
    if clause_id in policy.readings:
        reading = policy.readings[clause_id]
        return "\n".join((f"{reading.id}  reading", wrapped(reading.what, "  "), wrapped(reading.says, "  ")))
    clause = policy.clause(clause_id)
    found = _behind(policy, clause)
    lines = _lines(clause)[:-1]
    for effect in clause.effects:
        lines.append(wrapped(f"{effect.rule}: {ENTRIES[effect.rule].sentence}.", "      ", "    "))
    for title, entries in (("Stories", found.stories), ("Pages", found.pages)):
        lines += [f"  {title}", *(wrapped(each, "      ", "    ") for each in entries or ("none",))]
    return "\n".join(lines)


def _behind(policy: Edition, clause: Clause) -> Covered:
    return covered(policy.slug if clause in policy.clauses else DEFAULT, clause, told())


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
