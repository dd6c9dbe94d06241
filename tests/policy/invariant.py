"""What an invariant is, what a law over one changed fact is, and what it means to take the steps of a referral.

`invariants.py` is the list of them. The tests hold it against drawn facts, `script/prove walk` against every
combination that can differ.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from operator import ge, le
from types import SimpleNamespace
from typing import Any

from inconfidence.policy.decision import Decision
from inconfidence.policy.edition import Edition
from inconfidence.policy.facts import VALUES
from inconfidence.policy.steps import changes
from inconfidence.policy.vocabulary import Outcome, Question, Role, StepKind
from inconfidence.policy.walking.axes import Fragment
from inconfidence.policy.walking.reductions import settled

Holds = Callable[[Any, Decision, Edition], bool | None]
Decide = Callable[[Any], Decision]

# What the decision of somebody referred to changes: they have decided, or it is they who do it.
DECIDED: Mapping[Question, tuple[str, Any]] = {Question.MAY_PUBLISH: ("by", "head_of_service")}
WIDTH = {Outcome.REFUSE: 0, Outcome.REFER: 1, Outcome.PERMIT: 2}
ROUNDS = 4


@dataclass(frozen=True)
class Invariant:
    """A sentence that is true of every answer it bears on.

    `holds` is given the facts it reads and no others, the decision and the policy; None where it does not bear.
    """

    name: str
    says: str
    questions: tuple[Question, ...]
    reads: tuple[str, ...]
    holds: Holds


def of(*questions: Question, reads: str = "") -> Callable[[Holds], Invariant]:
    """Make an invariant of a function: its docstring is the sentence, `reads` the facts it is given."""

    def made(holds: Holds) -> Invariant:
        assert holds.__doc__, holds
        return Invariant(holds.__name__, holds.__doc__, questions, tuple(sorted(reads.split())), holds)

    return made


def wherever(bears: bool, then: bool) -> bool | None:
    """What must be true wherever the invariant bears."""
    return then if bears else None


@dataclass(frozen=True)
class Law:
    """One fact changed: a better one never gives a worse answer, a worse one never a better."""

    question: Question
    fact: str
    to: Any
    better: bool = True
    where: Callable[[Any], bool] = lambda _: True

    @property
    def name(self) -> str:
        way = "never narrows" if self.better else "never widens"
        to = self.to if isinstance(self.to, str) else " and ".join(sorted(self.to))
        return f"{self.question}: {self.fact} changed to {to} {way}"

    def holds(self, before: bytes | bytearray, after: bytes | bytearray) -> bool:
        """Whether each answer afterwards is at least, or at most, as wide as the one before."""
        return all(map(ge if self.better else le, after, before))

    def bears(self, facts: Any) -> bool:
        """Whether there is something to change here."""
        return getattr(facts, self.fact) != self.to and self.where(facts)

    def pairs(self, axis: Sequence[Fragment], fixed: Fragment) -> Iterator[tuple[int, int]]:
        """Which fragment becomes which when the fact changes."""
        places = {tuple(fragment.values()): at for at, fragment in enumerate(axis)}
        for at, fragment in enumerate(axis):
            facts = {**fixed, **fragment}
            if self.bears(SimpleNamespace(**facts)):
                changed = settled(self.question, facts | {self.fact: self.to})
                becomes = places.get(tuple(changed[name] for name in fragment))
                if becomes is not None:
                    yield at, becomes


def every_step_changes_something(facts: Any, decision: Decision) -> bool:
    """No step is named that is taken already, on a referral or on a no."""
    answer = tuple(decision.answer.items())
    return all(_changes(facts, step) for step in promised(decision.question, decision.steps, None, answer))


def taking_every_step_of_a_referral_gives_a_yes(decide: Decide, facts: Any, decision: Decision) -> bool:
    """Take the steps and have the decision, as often as new ones are named: each changes something, and a yes comes.

    The facts are left as they were.
    """
    before = {name: getattr(facts, name) for name in VALUES[decision.question]}
    forward = True
    for _ in range(ROUNDS):
        answer = tuple(decision.answer.items())
        steps = promised(decision.question, decision.steps, decision.refer_to, answer)
        forward = forward and all(_changes(facts, step) for step in steps)
        for step in steps:
            _set(facts, step)
        decision = decide(facts)
        if decision.outcome is not Outcome.REFER:
            break
    _set(facts, before)
    return forward and decision.outcome is Outcome.PERMIT


def _changes(facts: Any, step: Mapping[str, Any]) -> bool:
    return any(getattr(facts, name) != word for name, word in step.items())


def _set(facts: Any, words: Mapping[str, Any]) -> None:
    for name, word in words.items():
        setattr(facts, name, word)


@cache
def promised(
    question: Question,
    steps: tuple[StepKind, ...],
    refer_to: Role | None,
    answer: tuple[tuple[str, object], ...],
) -> tuple[Mapping[str, Any], ...]:
    """What each of these steps, and this person's decision, makes of the facts of a question."""
    known = VALUES[question]
    made = [changes(kind, dict(answer)) for kind in steps]
    promises = [{name: word for name, word in each.items() if name in known} for each in made]
    decided, word = DECIDED.get(question, ("head_decided", "yes"))
    if refer_to is Role.HEAD_OF_SERVICE and decided in known:
        promises.append({decided: word})
    if refer_to in (Role.HOST_MANAGER, Role.HOST_DELEGATE):
        promises.append({"approvals": "two"})
    return tuple(promises)


@cache
def blank(question: Question) -> type[Any]:
    """A plain record with the facts of a question, whose facts can be set: quick to read, and to change."""
    return type(f"Any{question}", (), {"__slots__": tuple(VALUES[question])})


def changeable(question: Question, facts: Mapping[str, Any]) -> Any:
    """These facts on a plain record."""
    record = blank(question)()
    _set(record, facts)
    return record
