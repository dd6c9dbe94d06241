"""Everything that hangs on one clause: its rules and what they rest on, every value with who set it, law, questions."""

from collections.abc import Iterable
from dataclasses import dataclass

from inconfidence.policy.clause import Clause, Effect, Reading
from inconfidence.policy.edition import Edition, Naming
from inconfidence.policy.parameters import in_words
from inconfidence.policy.questions import QUESTIONS
from inconfidence.policy.register import ENTRIES
from inconfidence.policy.rule import Rule
from inconfidence.policy.vocabulary import Origin, Question


@dataclass(frozen=True, slots=True)
class ValueAbout:
    """A value as it stands under the policy, in words, with the clauses that set it; `here` if this clause does."""

    name: str
    words: str
    clauses: tuple[str, ...]
    origin: Origin
    here: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleAbout:
    """A rule that a clause gives effect to, or something that it asks to keep (`kept_by` is then the area that does).

    `law` are the entries laid over it, `beside` the other clauses of the policy that name it.
    """

    slug: str
    sentence: str
    authority: str
    values: tuple[ValueAbout, ...]
    questions: tuple[Question, ...]
    kept_by: str
    law: tuple[Clause, ...]
    beside: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ClauseAbout:
    """One clause with its rules and readings, and the questions whose answers it can change."""

    clause: Clause
    rules: tuple[RuleAbout, ...]
    readings: tuple[Reading, ...]
    questions: tuple[Question, ...]


def about(edition: Edition, clause_id: str) -> ClauseAbout:
    """What hangs on a clause of the policy, of the law or of the defaults. Raises KeyError for an unknown id."""
    clause = edition.clause(clause_id)
    rules = tuple(_rule(edition, clause, effect) for effect in clause.effects)
    asked = {question for rule in rules for question in rule.questions}
    return ClauseAbout(
        clause,
        rules,
        tuple(edition.readings[each] for each in clause.reading),
        tuple(question for question in QUESTIONS if question in asked),
    )


def _rule(edition: Edition, clause: Clause, effect: Effect) -> RuleAbout:
    entry = ENTRIES[effect.rule]
    naming = edition.naming(effect.rule) if edition.names(effect.rule) else Naming()
    return RuleAbout(
        slug=effect.rule,
        sentence=entry.sentence,
        authority=entry.authority if isinstance(entry, Rule) else "",
        values=tuple(_row(clause, effect) if entry.repeatable else _values(edition, clause, effect.rule)),
        questions=tuple(question for question in QUESTIONS if question in entry.asked_by),
        kept_by=entry.kept_by,
        law=tuple(edition.clause(each) for each in naming.law if each != clause.id),
        beside=tuple(each for each in naming.own if each != clause.id),
    )


def _values(edition: Edition, clause: Clause, rule: str) -> Iterable[ValueAbout]:
    for (of, name), setting in edition.settings.items():
        if of == rule:
            words = in_words(setting.value)
            yield ValueAbout(name, words, setting.clauses, setting.origin, clause.id in setting.clauses)


def _row(clause: Clause, effect: Effect) -> Iterable[ValueAbout]:
    """A rule that each clause names with values of its own."""
    for name, value in effect.values.items():
        yield ValueAbout(name, in_words(value), (clause.id,), clause.origin, here=True)
