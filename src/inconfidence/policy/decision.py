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
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from inconfidence.policy.finding import Finding, Findings, Kind
from inconfidence.policy.vocabulary import Ground, Origin, Outcome, Question, Role, StepKind

# In Python 3.11 a member of an enumeration takes as long to name as a small call.
_ACT = Ground.ACT
_KINDS = (
    Kind.GROUND,
    Kind.BAR,
    Kind.APPROVAL,
    Kind.STEP,
    Kind.LACKS,
    Kind.MET,
    Kind.DUTY,
    Kind.ANSWER,
    Kind.CLOSING,
)
_BEYOND_A_BAR = (Kind.APPROVAL, Kind.STEP, Kind.MET, Kind.DUTY)
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


class Combined(NamedTuple):
    """A decision before it is given its question and policy; two with the same findings are the same answer."""

    outcome: Outcome
    ground: Ground | None
    reasons: Findings
    cited: Findings
    duties: Findings = ()
    answers: Findings = ()

    @property
    def refer_to(self) -> Role | None:
        """Whose decision comes first, if anybody's."""
        return next((reason.role for reason in self.reasons if reason.role is not None), None)

    @property
    def answer(self) -> dict[str, object]:
        """Who, by when, to whom: what all rules said of it, whether it is a yes or not."""
        return {name: said for each in self.answers for name, said in each.answer.items()}

    @property
    def steps(self) -> tuple[StepKind, ...]:
        """The steps of the ground shown, each once; on a refusal what would mend it."""
        steps = (step for reason in self.reasons for step in (reason.step, *reason.mends))
        return tuple(dict.fromkeys(step for step in steps if step is not None))


class Sorts(NamedTuple):
    """Findings by their kind, each kind in register order."""

    grounds: list[Finding]
    bars: list[Finding]
    approvals: list[Finding]
    steps: list[Finding]
    lacks: list[Finding]
    met: list[Finding]
    duties: list[Finding]
    answers: list[Finding]
    closing: list[Finding]


class Standing(NamedTuple):
    """One ground on the table with what stands in its way."""

    ground: Finding
    at: int
    bars: list[Finding]
    approvals: list[Finding]
    steps: list[Finding]

    @property
    def level(self) -> int:
        """How it stands, 1 (clear) to 4 (barred)."""
        if self.bars:
            return 4
        if self.approvals:
            return 2
        return 3 if self.steps else 1


def combine(found: Iterable[Findings]) -> Combined:
    """What each rule found, in register order → the answer of the best-standing ground, or the nearest reason not."""
    of = _sorted(found)
    standings = [_standing(ground, at, of) for at, ground in enumerate(of.grounds)]
    if standings:
        best = min(standings, key=_order)
        if not best.bars:
            return _with_answers(_from_ground(best, of), of)
    return _with_answers(_refusal(standings, of), of)


def _with_answers(combined: Combined, of: Sorts) -> Combined:
    """Who must hear of it is said with every answer, a refusal too, and cited."""
    if not of.answers:
        return combined
    answers = tuple(of.answers)
    cited = (*combined.cited, *answers)
    return Combined(combined.outcome, combined.ground, combined.reasons, cited, combined.duties, answers)


def telling(found: Findings) -> Findings:
    """Findings without those that nothing can come of: of a ground that is barred only the bars are looked at."""
    barred = {each.ground for each in found if each.kind is Kind.BAR and each.ground is not _ACT}
    if not barred:
        return found
    return tuple([each for each in found if each.ground not in barred or each.kind not in _BEYOND_A_BAR])


def said_once(reasons: Findings) -> Findings:
    """Each reason once, with everything it rests on: an approval and its step say one thing, as two rules can."""
    alike: dict[str, list[Finding]] = {}
    for reason in reasons:
        alike.setdefault(reason.says, []).append(reason)
    return tuple(_as_one(each) for each in alike.values())


def _as_one(alike: Sequence[Finding]) -> Finding:
    if not alike[1:]:
        return alike[0]
    cites = dict.fromkeys(clause for each in alike for clause in each.cites)
    return replace(alike[0], cites=tuple(cites))


def gathered(cited: Findings, voice: Callable[[str], Origin]) -> tuple[tuple[str, ...], bool]:
    """The clauses of some findings, own first, then law, then defaults, each once; and whether any is a default alone.

    `voice` tells whose clause an id is.
    """
    ids = dict.fromkeys(clause for finding in cited for clause in finding.cites)
    clauses = sorted(ids, key=lambda each: _RANK[voice(each)])
    return tuple(clauses), any(finding.origin is Origin.DEFAULT for finding in cited)


def _sorted(found: Iterable[Findings]) -> Sorts:
    """One look at each: this is most of the work for an answer that was never given before."""
    of = Sorts([], [], [], [], [], [], [], [], [])
    piles = dict(zip(_KINDS, of, strict=True))
    for findings in found:
        for finding in findings:
            piles[finding.kind].append(finding)
    return of


def _standing(ground: Finding, at: int, of: Sorts) -> Standing:
    ends = (ground.ground,) if ground.passes_bars else (ground.ground, _ACT)
    bars, approvals, steps = (
        [each for each in pile if each.ground in ends] for pile in (of.bars, of.approvals, of.steps)
    )
    return Standing(ground, at, bars, approvals, steps)


def _order(standing: Standing) -> tuple[int, int, int, int, int]:
    """What decides between grounds: the smallest answers."""
    ground, at, _, approvals, steps = standing
    return standing.level, _RANK[ground.origin], len(approvals), len(steps), at


def _from_ground(best: Standing, of: Sorts) -> Combined:
    name = best.ground.ground
    here = (name,) if best.ground.passes_bars else (name, _ACT)
    met = [each for each in of.met if each.ground in here]
    gates = (*best.approvals, *best.steps)
    if gates:
        return Combined(Outcome.REFER, name, gates, (best.ground, *met, *gates))
    duties = tuple([each for each in of.duties if each.ground in (name, _ACT)])
    return Combined(Outcome.PERMIT, name, (best.ground,), (best.ground, *met, *duties), duties)


def _refusal(standings: Sequence[Standing], of: Sorts) -> Combined:
    on_the_act = tuple([each for each in of.bars if each.ground is _ACT])
    if on_the_act:
        flags = _flagged(on_the_act, of)
        return Combined(Outcome.REFUSE, None, on_the_act, (*on_the_act, *flags), flags)
    nearest = min((*_barred(standings), *_lacking(of)), key=_distance, default=_NOTHING_NEAR)
    reasons = tuple(nearest.reasons) if nearest.ground else (*nearest.reasons, *of.closing)
    cited = (nearest.ground, *reasons) if nearest.ground else reasons
    flags = _flagged(reasons, of)
    return Combined(Outcome.REFUSE, None, reasons, (*cited, *flags), flags)


def _flagged(reasons: Findings, of: Sorts) -> Findings:
    """What a rule that refuses obliges us to show somebody: its own duties on the act, and no other rule's."""
    refusing = {finding.rule for finding in reasons}
    return tuple([each for each in of.duties if each.ground is _ACT and each.rule in refusing])


class Nearest(NamedTuple):
    """A ground that did not make it, and why: the bars on it, or what it lacks where it is not there at all."""

    ground: Finding | None
    reasons: Sequence[Finding]
    claimed: bool


_NOTHING_NEAR = Nearest(None, (), claimed=False)


def _barred(standings: Sequence[Standing]) -> list[Nearest]:
    return [Nearest(each.ground, each.bars, each.ground.claimed) for each in standings]


def _lacking(of: Sorts) -> list[Nearest]:
    by_ground: dict[Ground, list[Finding]] = {}
    for finding in of.lacks:
        by_ground.setdefault(finding.ground, []).append(finding)
    claimed = {finding.ground for finding in of.lacks if finding.claimed}
    return [Nearest(None, lacks, ground in claimed) for ground, lacks in by_ground.items()]


def _distance(nearest: Nearest) -> tuple[bool, bool, int]:
    """A ground that the facts speak of is nearer than consent; one there and barred is nearer than one missing."""
    return not nearest.claimed, nearest.ground is None, len(nearest.reasons)
