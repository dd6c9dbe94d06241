"""The answer, and how findings combine into one.

A finding speaks about a ground or about the act. A bar ends its ground; a bar on the act ends every ground except those
that pass bars. The best-standing ground answers: a refused consent ends consent, not a court's order.

    standing  what was found for the ground          outcome
    1         no bar, no approval, no step           permit
    2         no bar, an approval                    refer, to that role
    3         no bar, only steps                     refer, to nobody: a step of ours comes first
    4         a bar                                  refuse
    5         no ground at all                       refuse

Ties: own clause before law before default, then fewer approvals, fewer steps, register order.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from inconfidence.policy.finding import Finding, Findings, Kind
from inconfidence.policy.vocabulary import Ground, Origin, Outcome, Question, Role, StepKind

_IN_THE_WAY = (Kind.BAR, Kind.APPROVAL, Kind.STEP)
_RANK = {Origin.OWN: 0, Origin.LAW: 1, Origin.DEFAULT: 2}


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What came of a question. `alarm` names the rule that failed while it was worked out, and is empty otherwise.

    `rests_on` are the grounds that were looked at for it: the one that carried it, or the one that was barred.
    """

    question: Question
    policy: str
    edition: str
    outcome: Outcome
    refer_to: Role | None
    ground: Ground | None
    reasons: Findings
    steps: tuple[StepKind, ...]
    duties: Findings
    clauses: tuple[str, ...]
    default_used: bool
    answer: Mapping[str, object] = field(default_factory=dict)
    alarm: str = ""
    rests_on: Findings = ()


@dataclass(frozen=True, slots=True)
class Combined:
    """A decision before it is given its question and policy; two with the same findings are the same answer."""

    outcome: Outcome
    ground: Ground | None
    reasons: Findings
    cited: Findings
    duties: Findings = ()

    @property
    def refer_to(self) -> Role | None:
        """Whose decision comes first, if anybody's."""
        return next((reason.role for reason in self.reasons if reason.role is not None), None)

    @property
    def steps(self) -> tuple[StepKind, ...]:
        """The steps of the ground shown, each once; on a refusal what would mend it."""
        steps = (step for reason in self.reasons for step in (reason.step, *reason.mends))
        return tuple(dict.fromkeys(step for step in steps if step is not None))


@dataclass(slots=True)
class Standing:
    """One ground on the table with what stands in its way."""

    ground: Finding
    at: int
    bars: list[Finding] = field(default_factory=list)
    approvals: list[Finding] = field(default_factory=list)
    steps: list[Finding] = field(default_factory=list)

    @property
    def level(self) -> int:
        """How it stands, 1 (clear) to 4 (barred)."""
        if self.bars:
            return 4
        if self.approvals:
            return 2
        return 3 if self.steps else 1

    @property
    def order(self) -> tuple[int, int, int, int, int]:
        """What decides between grounds: the smallest answers."""
        return self.level, _RANK[self.ground.origin], len(self.approvals), len(self.steps), self.at

    def take(self, finding: Finding) -> None:
        """Put a bar, an approval or a step in its way."""
        if finding.kind is Kind.BAR:
            self.bars.append(finding)
        elif finding.kind is Kind.APPROVAL:
            self.approvals.append(finding)
        else:
            self.steps.append(finding)


def combine(findings: Sequence[Finding]) -> Combined:
    """Findings in register order → the answer of the best-standing ground, or the nearest reason why there is none."""
    standings = _standings(findings)
    if standings:
        best = min(standings, key=lambda standing: standing.order)
        if best.level < 4:
            return _from_ground(best, findings)
    return _refusal(findings, standings)


def gathered(cited: Findings, voice: Callable[[str], Origin]) -> tuple[tuple[str, ...], bool]:
    """The clauses of some findings, own first, then law, then defaults, each once; and whether any is a default alone.

    `voice` tells whose clause an id is.
    """
    ids = dict.fromkeys(clause for finding in cited for clause in finding.cites)
    clauses = sorted(ids, key=lambda each: _RANK[voice(each)])
    return tuple(clauses), any(finding.origin is Origin.DEFAULT for finding in cited)


def _standings(findings: Sequence[Finding]) -> list[Standing]:
    grounds = [finding for finding in findings if finding.kind is Kind.GROUND]
    by_ground = {ground.ground: Standing(ground, at) for at, ground in enumerate(grounds)}
    standings = list(by_ground.values())
    not_passing = [standing for standing in standings if not standing.ground.passes_bars]
    for finding in findings:
        if finding.kind in _IN_THE_WAY:
            if finding.ground is Ground.ACT:
                for standing in not_passing:
                    standing.take(finding)
            elif finding.ground in by_ground:
                by_ground[finding.ground].take(finding)
    return standings


def _of(findings: Iterable[Finding], kind: Kind) -> Findings:
    return tuple([finding for finding in findings if finding.kind is kind])


def _from_ground(best: Standing, findings: Sequence[Finding]) -> Combined:
    name = best.ground.ground
    here = [finding for finding in findings if finding.ground is name or finding.ground is Ground.ACT]
    met = [each for each in _of(here, Kind.MET) if each.ground is name or not best.ground.passes_bars]
    gates = (*best.approvals, *best.steps)
    if gates:
        return Combined(Outcome.REFER, name, gates, (best.ground, *met, *gates))
    duties = _of(here, Kind.DUTY)
    return Combined(Outcome.PERMIT, name, (best.ground,), (best.ground, *met, *duties), duties)


def _refusal(findings: Sequence[Finding], standings: Sequence[Standing]) -> Combined:
    on_the_act = tuple([each for each in _of(findings, Kind.BAR) if each.ground is Ground.ACT])
    if on_the_act:
        return Combined(Outcome.REFUSE, None, on_the_act, on_the_act)
    nearest = min((*_barred(standings), *_lacking(findings)), key=_distance, default=None)
    shown = nearest.shown if nearest else _of(findings, Kind.CLOSING)
    flags = _flagged(findings, shown)
    return Combined(Outcome.REFUSE, None, shown, (*(nearest.cited if nearest else shown), *flags), flags)


def _flagged(findings: Sequence[Finding], shown: Findings) -> Findings:
    """What a rule that refuses obliges us to show somebody: its own duties on the act, and no other rule's."""
    refusing = {finding.rule for finding in shown}
    return tuple(
        [each for each in _of(findings, Kind.DUTY) if each.ground is Ground.ACT and each.rule in refusing]
    )


@dataclass(frozen=True, slots=True)
class Nearest:
    """A ground that did not make it: what is shown of it, and what is cited."""

    shown: Findings
    cited: Findings
    claimed: bool = False
    barred: bool = False


def _barred(standings: Sequence[Standing]) -> list[Nearest]:
    return [
        Nearest(tuple(each.bars), (each.ground, *each.bars), claimed=each.ground.claimed, barred=True)
        for each in standings
    ]


def _lacking(findings: Sequence[Finding]) -> list[Nearest]:
    closing = _of(findings, Kind.CLOSING)
    by_ground: dict[Ground, list[Finding]] = {}
    for finding in _of(findings, Kind.LACKS):
        by_ground.setdefault(finding.ground, []).append(finding)
    shown = [(*lacks, *closing) for lacks in by_ground.values()]
    return [Nearest(each, each, claimed=any(finding.claimed for finding in each)) for each in shown]


def _distance(nearest: Nearest) -> tuple[bool, bool, int]:
    """A ground that the facts speak of is nearer than consent; one there and barred is nearer than one missing."""
    return not nearest.claimed, not nearest.barred, len(nearest.shown)
