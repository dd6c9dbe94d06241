"""In what two answers to the same facts differ, and by what cause: differences of one cause are told once."""

from collections.abc import Hashable, Mapping
from typing import NamedTuple

from inconfidence.policy.decision import Decision
from inconfidence.policy.differences.views import Kind
from inconfidence.policy.edition import Edition


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
        return Sort(kind, apart(ours.answer, theirs.answer))
    return Sort(kind, (*_came_to(ours), *_came_to(theirs)))


def apart(ours: Mapping[str, object], theirs: Mapping[str, object]) -> tuple[str, ...]:
    """The parts of two answers that are not the same."""
    return tuple(name for name in dict.fromkeys((*ours, *theirs)) if ours.get(name) != theirs.get(name))


def _kind(first: Edition, second: Edition, ours: Decision, theirs: Decision) -> Kind | None:
    differ = {
        Kind.OUTCOME: ours.outcome is not theirs.outcome,
        Kind.WHO_DECIDES: ours.refer_to is not theirs.refer_to,
        Kind.STEPS: set(ours.steps) != set(theirs.steps),
        Kind.DUTIES: {each.duty for each in ours.duties} != {each.duty for each in theirs.duties},
        Kind.ANSWER: ours.answer != theirs.answer,
        Kind.CLAUSES: _cited(first, ours) != _cited(second, theirs),
    }
    return next((kind for kind in Kind if differ[kind]), None)


def _came_to(decision: Decision) -> tuple[Hashable, ...]:
    return decision.outcome, decision.refer_to, decision.reasons[0].rule


def _cited(edition: Edition, decision: Decision) -> list[str]:
    """What it stands on, without the readings: these are shown beside their clauses."""
    return [each for each in decision.clauses if each in edition.every_clause]
