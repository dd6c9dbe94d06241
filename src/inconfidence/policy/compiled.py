"""One question under one edition, made ready: its rules bound, and the decisions already finished kept at hand.

Findings are built once, so the tuple of what the rules returned tells a decision from every other one. The calls
of the rules are written out as one straight line, once for each number of rules: a loop would cost as much as they do.
"""

from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

from inconfidence.policy.decision import Combined, Decision, combine, gathered, said_once
from inconfidence.policy.edition import Edition
from inconfidence.policy.finding import Finding, Findings, Kind
from inconfidence.policy.readings import in_play
from inconfidence.policy.register import CLOSING, RULES
from inconfidence.policy.rule import Bound, Check, Rule
from inconfidence.policy.vocabulary import Ground, Outcome, Question

FINISHED_AT_MOST = 50_000

# Whatever a rule does wrong is answered by referring, and shown by the alarm.
_LINE = """
def line(checks, finished, finish, despite_error):
    ({takes}) = checks
    def decide(facts):
        try:
            found = ({calls})
        except Exception:
            return despite_error(facts)
        return finished(found) or finish(found)
    return decide
"""


class Compiled:
    """Answers one question under one edition; safe to share: only its table of answers grows.

    `decide` gives the decision for some facts; an error inside a rule is never lost and never permits.
    """

    __slots__ = (
        "_checks",
        "_closing",
        "_edition",
        "_finished",
        "_known",
        "_question",
        "_slugs",
        "decide",
        "reads",
    )
    decide: Callable[[Any], Decision]

    def __init__(self, edition: Edition, question: Question, rules: Sequence[Rule] = RULES) -> None:
        self._edition = edition
        self._question = question
        bound = [(rule, rule.answering(question)) for rule in rules if edition.names(rule.slug)]
        asked = [(rule, how) for rule, how in bound if how is not None]
        self._slugs = tuple(rule.slug for rule, _ in asked)
        self._checks: tuple[Check, ...] = tuple(how.build(rule.bind(edition)) for rule, how in asked)
        self.reads: frozenset[str] = frozenset().union(*(how.reads for _, how in asked))
        self._closing = edition.naming(CLOSING[question])
        self._finished: dict[tuple[Findings, ...], Decision] = {}
        self._known: dict[tuple[Outcome, Findings, str], Decision] = {}
        line = straight_line(len(self._checks))
        self.decide = line(self._checks, self._finished.get, self._finish, self._despite_error)

    def _finish(self, found: tuple[Findings, ...]) -> Decision:
        """Many roads lead to one answer: it is written out once, and found again by what it shows."""
        decision = self._written(combine(found), "")
        _keep(self._finished, found, decision)
        return decision

    def _written(self, combined: Combined, alarm: str) -> Decision:
        key = (combined.outcome, combined.cited, alarm)
        decision = self._known.get(key)
        if decision is None:
            decision = self._decision(combined, alarm)
            _keep(self._known, key, decision)
        return decision

    def _despite_error(self, facts: Any) -> Decision:
        found: list[Findings] = []
        failed = []
        for slug, check in zip(self._slugs, self._checks, strict=True):
            try:
                found.append(check(facts))
            except Exception:  # noqa: BLE001 - as above, rule by rule
                failed.append(slug)
        findings = [finding for each in found for finding in each]
        standing = {Ground.ACT, *(finding.ground for finding in findings if finding.passes_bars)}
        combined = combine([tuple(finding for finding in findings if finding.ground in standing)])
        if combined.ground is None:
            combined = self._referred(failed[0], combined.answers)
        return self._written(combined, ", ".join(failed))

    def _referred(self, failed: str, answers: Findings) -> Combined:
        closing = Bound(failed, self._closing.cites, self._closing.origin)
        says = "our service could not work this out by itself, so {lead} decides"
        reasons: tuple[Finding, ...] = closing.approval(Ground.ACT, says)
        return Combined(Outcome.REFER, None, reasons, (*reasons, *answers), answers=answers)

    def _decision(self, combined: Combined, alarm: str) -> Decision:
        clauses, default_used = gathered(combined.cited, lambda each: self._edition.clause(each).origin)
        found = [reading for each in clauses for reading in self._edition.clause(each).reading]
        readings = in_play(found, {finding.rule for finding in combined.cited})
        return Decision(
            question=self._question,
            policy=self._edition.slug,
            edition=self._edition.label,
            outcome=combined.outcome,
            refer_to=combined.refer_to,
            ground=combined.ground,
            reasons=said_once(combined.reasons),
            steps=combined.steps,
            duties=_each_kind_once(combined.duties),
            clauses=(*clauses, *readings),
            default_used=default_used,
            answer=combined.answer,
            alarm=alarm,
            rests_on=tuple(each for each in combined.cited if each.kind is Kind.GROUND),
        )


@cache
def straight_line(checks: int) -> Callable[..., Callable[[Any], Decision]]:
    """The source of `decide` for so many rules, made ready to be given them. Nothing in it comes from a policy."""
    names = [f"check{number}" for number in range(checks)]
    written = _LINE.format(
        takes="".join(f"{name}, " for name in names), calls="".join(f"{name}(facts), " for name in names)
    )
    made: dict[str, Any] = {}
    exec(compile(written, "<the rules in one line>", "exec"), made)  # noqa: S102 - our own words, and a number
    line: Callable[..., Callable[[Any], Decision]] = made["line"]
    return line


def _keep(table: dict[Any, Decision], key: object, decision: Decision) -> None:
    if len(table) >= FINISHED_AT_MOST:
        table.clear()
    table[key] = decision


def _each_kind_once(duties: Findings) -> Findings:
    first: dict[object, Finding] = {}
    for duty in duties:
        assert duty.kind is Kind.DUTY
        first.setdefault(duty.duty, duty)
    return tuple(first.values())


def compiled(edition: Edition, question: Question) -> Compiled:
    """The question made ready for an edition, the first time it is asked, and kept with the edition."""
    ready = edition.compiled.get(question)
    if ready is None:
        ready = edition.compiled[question] = Compiled(edition, question)
    return ready
