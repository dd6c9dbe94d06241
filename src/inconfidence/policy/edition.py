"""A checked policy of one service, with every value resolved: its own clause first, then law and default."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from inconfidence.policy.clause import Clause, Reading
from inconfidence.policy.parameters import Value
from inconfidence.policy.vocabulary import Origin


@dataclass(frozen=True, slots=True)
class Setting:
    """A value and the clauses that set it."""

    value: Value
    clauses: tuple[str, ...]
    origin: Origin


@dataclass(frozen=True, slots=True)
class Naming:
    """The clauses that switch a rule on, by whose voice they are."""

    own: tuple[str, ...] = ()
    law: tuple[str, ...] = ()
    default: tuple[str, ...] = ()

    @property
    def origin(self) -> Origin:
        """The best voice behind the rule: own before law before default."""
        if self.own:
            return Origin.OWN
        return Origin.LAW if self.law else Origin.DEFAULT

    @property
    def cites(self) -> tuple[str, ...]:
        """What a finding cites: own clauses and the law laid over; the default only where both are silent."""
        return self.own + self.law or self.default


@dataclass(frozen=True, slots=True)
class Row:
    """One instance of a repeatable rule: the values of one clause."""

    clause: str
    values: Mapping[str, Value]
    origin: Origin = Origin.OWN


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Edition:
    """A policy as it stands: immutable, complete, ready to be compiled.

    `label` is the version as people name it: `2022-08`, or `undated` until a minute is entered.
    """

    slug: str
    kind: str
    service: str
    short: str
    title: str
    label: str
    in_force_from: date | None
    last_review: date | None
    next_review: date | None
    reviewed_by: tuple[str, ...]
    clauses: tuple[Clause, ...]
    titles: Mapping[str, str]
    terms: Mapping[str, str]
    namings: Mapping[str, Naming]
    settings: Mapping[tuple[str, str], Setting]
    rows: Mapping[str, tuple[Row, ...]]
    readings: Mapping[str, Reading]
    every_clause: Mapping[str, Clause] = field(repr=False)
    compiled: dict[str, Any] = field(default_factory=dict, repr=False)

    def clause(self, clause_id: str) -> Clause:
        """A clause of this policy, of the law or of the defaults. Raises KeyError for an id that none of them has."""
        return self.every_clause[clause_id]

    def names(self, rule: str) -> bool:
        """Whether any clause, law or default gives this rule effect here."""
        return rule in self.namings

    def naming(self, rule: str) -> Naming:
        """The clauses behind a rule. Raises KeyError for a rule that has no effect here."""
        return self.namings[rule]

    def setting(self, rule: str, key: str) -> Setting:
        """A value with its clauses. Raises KeyError where the rule has no such value here."""
        return self.settings[rule, key]

    def value(self, rule: str, key: str) -> Value:
        """A value: a word, a whole number, true or false, or a tuple of words. Raises KeyError as `setting` does."""
        return self.settings[rule, key].value
