"""What comes of laying two policies side by side: frozen values, for a command, a documentation page, a screen."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from inconfidence.policy.explain import Answer
from inconfidence.policy.vocabulary import Question


class Kind(StrEnum):
    """In what two answers differ, the gravest first: each pair of answers is counted under one kind only."""

    OUTCOME = "outcome"
    WHO_DECIDES = "who_decides"
    STEPS = "steps"
    DUTIES = "duties"
    ANSWER = "answer"
    CLAUSES = "clauses"


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One way in which answers differ, how many times, and the smallest example: the fewest facts stated.

    `facts` are those that are not what they are when nothing is said; `says` is the example in a sentence or two.
    """

    kind: Kind
    times: int
    facts: Mapping[str, Any]
    first: Answer
    second: Answer
    says: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswersDiffer:
    """One question under both policies: of so many combinations of facts, how often each kind of difference is met.

    `counted` says what was counted; `beside` what both policies set that the answers follow from, empty where the list
    of values says it all.
    """

    question: Question
    sentence: str
    walked: int
    counted: str
    beside: str
    times: Mapping[Kind, int]
    differences: tuple[Difference, ...]

    @property
    def otherwise(self) -> int:
        """How often the answer itself differs, and not only the clauses it stands on."""
        return sum(times for kind, times in self.times.items() if kind is not Kind.CLAUSES)


@dataclass(frozen=True, slots=True)
class Said:
    """What one policy sets: as its file has it, the clauses that say so, and as people read it.

    All are empty where it says nothing.
    """

    words: str
    clauses: tuple[str, ...]
    told: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SetDiffers:
    """A value that the policies set differently, or a rule or register that one of them has (`key` is then empty).

    `asked_by` are the questions whose answers may change by it; empty where it is only kept.
    """

    rule: str
    sentence: str
    key: str
    asked_by: tuple[str, ...]
    first: Said
    second: Said


@dataclass(frozen=True, slots=True, kw_only=True)
class WordDiffers:
    """Something of the header: a date, who reviews, a title, a term. No answer changes by it, only its words."""

    about: str
    name: str
    first: str
    second: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseDiffers:
    """A clause of the same number that says something else, or that only one version has (the other is empty)."""

    id: str
    first: str
    second: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """Two policies side by side; `first` and `second` are what sentences call them (“in Elmshire”, “in the draft”)."""

    first: str
    second: str
    answers: tuple[AnswersDiffer, ...]
    values: tuple[SetDiffers, ...]
    words: tuple[WordDiffers, ...]
    clauses: tuple[ClauseDiffers, ...]

    @property
    def alike(self) -> bool:
        """Whether there is nothing to tell."""
        return not (self.answers or self.values or self.words or self.clauses)
