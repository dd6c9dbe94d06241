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

_RANK = {Origin.OWN: 0, Origin.LAW: 1, Origin.DEFAULT: 2}


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What came of a question. `alarm` names the rule that failed while it was worked out, and is empty otherwise."""

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


@dataclass(frozen=True, slots=True)
class Combined:
    """A decision before it is given its question and policy."""

    outcome: Outcome
    refer_to: Role | None
    ground: Ground | None
    reasons: Findings
    steps: tuple[StepKind, ...]
    duties: Findings
    cited: Findings


@dataclass(frozen=True, slots=True)
class Standing:
    """One ground on the table with everything that was found for it."""

    ground: Finding
    bars: Findings
    approvals: Findings
    steps: Findings
    met: Findings
    duties: Findings
    at: int

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


def combine(findings: Sequence[Finding]) -> Combined:
    """Findings in register order → the answer of the best-standing ground, or the nearest reason why there is none."""
    standings = sorted(_standings(findings), key=lambda standing: standing.order)
    if standings and standings[0].level < 4:
        return _from_ground(standings[0])
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
    return [_standing(ground, at, findings) for at, ground in enumerate(grounds)]


def _standing(ground: Finding, at: int, findings: Sequence[Finding]) -> Standing:
    about = {ground.ground} if ground.passes_bars else {ground.ground, Ground.ACT}
    here = [finding for finding in findings if finding.ground in about]
    return Standing(
        ground=ground,
        bars=_of(here, Kind.BAR),
        approvals=_of(here, Kind.APPROVAL),
        steps=_of(here, Kind.STEP),
        met=_of(here, Kind.MET),
        duties=_of([each for each in findings if each.ground in {ground.ground, Ground.ACT}], Kind.DUTY),
        at=at,
    )


def _of(findings: Iterable[Finding], kind: Kind) -> Findings:
    return tuple(finding for finding in findings if finding.kind is kind)


def _from_ground(best: Standing) -> Combined:
    clear = best.level == 1
    gates = best.approvals + best.steps
    return Combined(
        outcome=Outcome.PERMIT if clear else Outcome.REFER,
        refer_to=best.approvals[0].role if best.approvals else None,
        ground=best.ground.ground,
        reasons=(best.ground,) if clear else gates,
        steps=_once(finding.step for finding in best.steps),
        duties=best.duties if clear else (),
        cited=(best.ground, *best.met, *gates, *(best.duties if clear else ())),
    )


def _refusal(findings: Sequence[Finding], standings: Sequence[Standing]) -> Combined:
    bars = tuple(finding for finding in _of(findings, Kind.BAR) if finding.ground is Ground.ACT)
    nearest = min((*_barred(standings), *_lacking(findings)), key=_distance, default=Nearest((), ()))
    shown = bars or nearest.shown or _of(findings, Kind.CLOSING)
    return Combined(
        outcome=Outcome.REFUSE,
        refer_to=None,
        ground=None,
        reasons=shown,
        steps=_once(step for finding in shown for step in finding.mends),
        duties=(),
        cited=bars or nearest.cited or shown,
    )


@dataclass(frozen=True, slots=True)
class Nearest:
    """A ground that did not make it: what is shown of it, and what is cited."""

    shown: Findings
    cited: Findings
    claimed: bool = False
    barred: bool = False


def _barred(standings: Sequence[Standing]) -> list[Nearest]:
    in_order = sorted(standings, key=lambda standing: standing.at)
    return [
        Nearest(each.bars, (each.ground, *each.bars), claimed=each.ground.claimed, barred=True)
        for each in in_order
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


def _once(steps: Iterable[StepKind | None]) -> tuple[StepKind, ...]:
    return tuple(dict.fromkeys(step for step in steps if step is not None))
