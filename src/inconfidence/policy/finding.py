"""What a rule says: one finding about a ground, or about the act."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from inconfidence.policy.vocabulary import DutyKind, Ground, Origin, Role, StepKind


class Kind(StrEnum):
    """The kinds of finding, in the words of the combination."""

    GROUND = "ground"
    BAR = "bar"
    APPROVAL = "approval"
    STEP = "step"
    LACKS = "lacks"
    MET = "met"
    DUTY = "duty"
    ANSWER = "answer"
    CLOSING = "closing"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Finding:
    """Built once per edition and compared by identity: a set of them is the key of a finished decision.

    `says` is the reason as a clause of a sentence, with the service's words in braces. `mends` are the steps that would
    lift a bar or supply what a ground lacks; empty where only the person can. `claimed` marks a ground that the facts
    themselves speak of (a letter shown, an inspector asking): what it lacks is nearer than what others lack.
    `answer` is for questions that ask more than yes or no: who hears of it, by when.
    """

    kind: Kind
    rule: str
    ground: Ground
    says: str
    cites: tuple[str, ...]
    origin: Origin
    passes_bars: bool = False
    claimed: bool = False
    mends: tuple[StepKind, ...] = ()
    step: StepKind | None = None
    role: Role | None = None
    duty: DutyKind | None = None
    answer: Mapping[str, object] = field(default_factory=dict)


Findings = tuple[Finding, ...]
NOTHING: Findings = ()
