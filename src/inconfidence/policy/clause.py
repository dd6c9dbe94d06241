"""One statement of a policy: its number, a faithful paraphrase, and the rules it gives effect to."""

from collections.abc import Mapping
from dataclasses import dataclass

from inconfidence.policy.parameters import Value
from inconfidence.policy.vocabulary import ClauseKind, Origin


@dataclass(frozen=True, slots=True)
class Effect:
    """One rule that a clause names, with the values it sets there.

    `unless` (defaults only) silences it where the service's own policy names that rule.
    `when` (law only) names the words it goes with: it speaks only where a value of the rule is one of them.
    """

    rule: str
    values: Mapping[str, Value]
    unless: str | None = None
    when: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Clause:
    """A statement in the order of its document, in our own words."""

    id: str
    ref: str
    kind: ClauseKind
    says: str
    effects: tuple[Effect, ...] = ()
    promises: str = ""
    reading: tuple[str, ...] = ()
    why: str = ""

    @property
    def origin(self) -> Origin:
        """Whose voice this is."""
        if self.kind is ClauseKind.LAW:
            return Origin.LAW
        return Origin.DEFAULT if self.kind is ClauseKind.DEFAULT else Origin.OWN

    def effect(self, rule: str) -> Effect | None:
        """What this clause does with a rule, or None when it does not name it."""
        return next((effect for effect in self.effects if effect.rule == rule), None)


@dataclass(frozen=True, slots=True)
class Reading:
    """How a contradiction between or inside policies was settled (X-…), shown beside the clauses it concerns."""

    id: str
    what: str
    says: str
