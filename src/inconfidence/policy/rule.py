"""What a rule is: a sentence, what it rests on, the facts it reads, and the function that finds.

A rule is a factory. It is called once per edition with the values its clauses set and returns a closure; every finding
the closure can return is built by then, so that answering builds nothing.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Protocol

from inconfidence.policy.edition import Edition, Naming, Row
from inconfidence.policy.entry import Entry
from inconfidence.policy.finding import Finding, Findings, Kind
from inconfidence.policy.parameters import Parameter, Value
from inconfidence.policy.vocabulary import DutyKind, Ground, Origin, Question, Role, StepKind

Check = Callable[[Any], Findings]


@dataclass(frozen=True, slots=True)
class Bound:
    """A rule in one edition: its values, and the clauses that its findings cite."""

    rule: str
    cites: tuple[str, ...]
    origin: Origin
    values: Mapping[str, Value] = field(default_factory=dict)
    sources: Mapping[str, tuple[tuple[str, ...], Origin]] = field(default_factory=dict)
    law_cites: tuple[str, ...] = ()
    each_row: tuple[Row, ...] = ()

    @property
    def rows(self) -> tuple[tuple[Mapping[str, Value], "Bound"], ...]:
        """The rows of a repeatable rule, each with the rule as its clause alone has it: it cites only that clause."""
        return tuple(
            (row.values, replace(self, cites=(row.clause,), origin=row.origin)) for row in self.each_row
        )

    def hanging_on(self, key: str) -> "Bound":
        """The same rule, for findings that hang on one value: they cite only what set it."""
        cites, origin = self.sources[key]
        return replace(self, cites=cites, origin=origin)

    def by_law(self) -> "Bound":
        """The same rule where the law speaks without the policy: only the law is cited."""
        return replace(self, cites=self.law_cites, origin=Origin.LAW)

    def but_the_law(self) -> "Bound":
        """The same rule where the law laid over it does not bear on what is found: whoever else speaks is cited."""
        return replace(self, cites=tuple(each for each in self.cites if each not in self.law_cites))

    def ground(
        self, ground: Ground, says: str, *, passes_bars: bool = False, claimed: bool = True
    ) -> Findings:
        """For this reason it may be done."""
        return self._one(Kind.GROUND, ground, says, passes_bars=passes_bars, claimed=claimed)

    def bar(self, ground: Ground, says: str, *mends: StepKind) -> Findings:
        """Not so, and what would mend it."""
        return self._one(Kind.BAR, ground, says, mends=mends)

    def approval(self, ground: Ground, says: str, role: Role = Role.HEAD_OF_SERVICE) -> Findings:
        """Somebody else decides first."""
        return self._one(Kind.APPROVAL, ground, says, role=role)

    def step(self, ground: Ground, says: str, step: StepKind) -> Findings:
        """Something we can do comes first."""
        return self._one(Kind.STEP, ground, says, step=step)

    def lacks(self, ground: Ground, says: str, *mends: StepKind, claimed: bool = False) -> Findings:
        """This ground is not there, because …"""
        return self._one(Kind.LACKS, ground, says, mends=mends, claimed=claimed)

    def met(self, ground: Ground, says: str) -> Findings:
        """This condition was looked at and is satisfied."""
        return self._one(Kind.MET, ground, says)

    def duty(self, ground: Ground, duty: DutyKind) -> Findings:
        """Then you also owe this; the words are the duty's own."""
        return self._one(Kind.DUTY, ground, "", duty=duty)

    def answer(self, says: str, **answer: object) -> Findings:
        """Who, by when, to whom: said whatever the outcome is."""
        return self._one(Kind.ANSWER, Ground.ACT, says, answer=answer)

    def closing(self, says: str) -> Findings:
        """What is said when no rule had anything to say."""
        return self._one(Kind.CLOSING, Ground.ACT, says)

    def _one(self, kind: Kind, ground: Ground, says: str, **more: Any) -> Findings:
        return (
            Finding(
                kind=kind,
                rule=self.rule,
                ground=ground,
                says=says,
                cites=self.cites,
                origin=self.origin,
                **more,
            ),
        )


@dataclass(frozen=True, slots=True)
class Asked:
    """How a rule answers one question: the facts it reads, and the factory."""

    question: Question
    reads: frozenset[str]
    build: Callable[[Bound], Check]


class Asking(Protocol):
    """How a rule says that a question asks it, and which facts it reads for that."""

    def __call__(self, build: Callable[[Bound], Check], *reads: str) -> Asked: ...


def _asking(question: Question) -> Asking:
    def asked(build: Callable[[Bound], Check], *reads: str) -> Asked:
        return Asked(question, frozenset(reads), build)

    return asked


beginning = _asking(Question.MAY_BEGIN_CASEWORK)
contacting = _asking(Question.MAY_CONTACT)
recording = _asking(Question.MAY_RECORD)
seeing = _asking(Question.MAY_SEE)
obtaining = _asking(Question.MAY_OBTAIN)
disclosing = _asking(Question.MAY_DISCLOSE)
answering = _asking(Question.MAY_ANSWER_REQUEST)
raising = _asking(Question.WHERE_TO_RAISE)
working = _asking(Question.MAY_WORK)
moving = _asking(Question.MAY_MOVE_PAPER)
keeping = _asking(Question.HOW_LONG_TO_KEEP)
publishing = _asking(Question.MAY_PUBLISH)
adopting = _asking(Question.MAY_ADOPT)


@dataclass(frozen=True, slots=True)
class Example:
    """What a rule finds for some facts, in words a practitioner can dispute; the tests run every one.

    `finds` lists the kinds of finding in order, parted by spaces; it is empty where the rule keeps silent.
    """

    says: str
    facts: Mapping[str, Any]
    finds: str
    values: Mapping[str, Value] = field(default_factory=dict)
    question: Question = Question.MAY_DISCLOSE


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule(Entry):
    """A rule that answers. One that is retired gets `ends_on`, never a deletion: its decisions stay replayable."""

    authority: str
    asked: tuple[Asked, ...]
    examples: tuple[Example, ...]
    ends_on: date | None = None

    def bind(self, edition: Edition) -> Bound:
        """This rule with the values and clauses of an edition. Raises KeyError where the edition does not name it."""
        naming = edition.naming(self.slug)
        settings = {
            key: edition.setting(self.slug, key)
            for key in self.parameters
            if (self.slug, key) in edition.settings
        }
        return Bound(
            rule=self.slug,
            cites=naming.cites,
            origin=naming.origin,
            values={key: setting.value for key, setting in settings.items()},
            sources={
                key: (_with_law(setting.clauses, naming), setting.origin) for key, setting in settings.items()
            },
            law_cites=naming.law,
            each_row=edition.rows.get(self.slug, ()),
        )

    def answering(self, question: Question) -> Asked | None:
        """How this rule answers a question, or None when it is not asked."""
        return next((asked for asked in self.asked if asked.question == question), None)


def rule(
    doc: str | None,
    *,
    slug: str,
    authority: str,
    asked: tuple[Asked, ...],
    examples: tuple[Example, ...],
    parameters: Mapping[str, Parameter] | None = None,
    ends_on: date | None = None,
    repeatable: bool = False,
) -> Rule:
    """Register a rule; its sentence is the first line of its module. Raises ValueError where it has no reasons."""
    sentence = (doc or "").strip().split("\n")[0].rstrip(".")
    for name, given in (
        ("slug", slug),
        ("sentence", sentence),
        ("authority", authority),
        ("examples", examples),
    ):
        if not given:
            raise ValueError(f"A rule needs its {name}: {slug or sentence or 'one without a name'} has none.")
    return Rule(
        slug=slug,
        sentence=sentence,
        authority=authority,
        asked=asked,
        asked_by=tuple(each.question.value for each in asked),
        examples=examples,
        parameters=parameters or {},
        repeatable=repeatable,
        ends_on=ends_on,
    )


def _with_law(cites: tuple[str, ...], naming: Naming) -> tuple[str, ...]:
    return cites + tuple(law for law in naming.law if law not in cites)
