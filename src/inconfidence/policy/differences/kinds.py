"""In what two answers to the same facts differ, and by what cause: differences of one cause are told once."""

from collections.abc import Hashable, Mapping
from typing import NamedTuple

from inconfidence.policy.decision import Decision
from inconfidence.policy.differences.views import Kind
from inconfidence.policy.edition import Edition
from inconfidence.policy.vocabulary import Question

# Of what is worked out for a file, the days that people act on; what else stands beside them follows from these.
DAYS = ("destroy_on", "review_on")


class Sort(NamedTuple):
    """A kind of difference with its cause: what both answers come to, and the rules that gave their first reasons."""

    kind: Kind
    cause: tuple[Hashable, ...]


def sort_of(first: Edition, second: Edition, ours: Decision, theirs: Decision) -> Sort | None:
    """The gravest way in which two decisions differ, with its cause; None where they come to the same."""
    kind = _kind(first, second, ours, theirs)
    if kind is None:
        return None
    if kind is Kind.CLAUSES:
        return Sort(kind, (ours.reasons[0].origin, theirs.reasons[0].origin))
    if kind is Kind.ANSWER:
        return Sort(kind, apart(part(ours), part(theirs)))
    return Sort(kind, (*_came_to(ours), *_came_to(theirs)))


def part(decision: Decision) -> Mapping[str, object]:
    """What a decision answers beyond yes and no, as far as two policies are compared in it."""
    if decision.question is not Question.HOW_LONG_TO_KEEP:
        return decision.answer
    return {name: decision.answer[name] for name in DAYS}


def apart(ours: Mapping[str, object], theirs: Mapping[str, object]) -> tuple[str, ...]:
    """The parts of two answers that are not the same."""
    return tuple(name for name in dict.fromkeys((*ours, *theirs)) if ours.get(name) != theirs.get(name))


def _kind(first: Edition, second: Edition, ours: Decision, theirs: Decision) -> Kind | None:
    differ = {
        Kind.OUTCOME: ours.outcome is not theirs.outcome,
        Kind.WHO_DECIDES: ours.refer_to is not theirs.refer_to,
        Kind.STEPS: set(ours.steps) != set(theirs.steps),
        Kind.DUTIES: {each.duty for each in ours.duties} != {each.duty for each in theirs.duties},
        Kind.ANSWER: part(ours) != part(theirs),
        Kind.CLAUSES: _cited(first, ours) != _cited(second, theirs),
    }
    return next((kind for kind in Kind if differ[kind]), None)


def _came_to(decision: Decision) -> tuple[Hashable, ...]:
    return decision.outcome, decision.refer_to, decision.reasons[0].rule


def _cited(edition: Edition, decision: Decision) -> set[str]:
    """What it stands on, without the readings: these are shown beside their clauses."""
    return {each for each in decision.clauses if each in edition.every_clause}
