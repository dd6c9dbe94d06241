"""The space of `may_disclose`: consent, risk and law beside each other, for every recipient an act can have."""

from collections.abc import Sequence
from functools import cache

from inconfidence.policy.facts import WORDS
from inconfidence.policy.vocabulary import Question
from inconfidence.policy.walking.axes import Axes, Fragment, crossed, each
from inconfidence.policy.walking.reductions import DETAILS, STAGES

DISCLOSE = Question.MAY_DISCLOSE
SAID = WORDS[DISCLOSE]
EVERYBODY = SAID["recipient"]
NEED: Sequence[Fragment] = [{}, {"relevant": "no"}, {"need_stated": "no"}]
WORKER = "worker"
FORMS: dict[str, tuple[str, ...]] = {
    "share": EVERYBODY,
    "confirm_known": EVERYBODY,
    "raise_pattern": ("council", "professional", "public"),
    "internal": ("service_staff", "mixed_audience", "host_staff", "council"),
    "training_example": ("public", "professional", "mixed_audience", "council"),
}


def blocks() -> list[Axes]:
    """For each act and recipient one block with the risks, one with what the law may say, and one for each who else."""
    return [block for act, recipients in FORMS.items() for to in recipients for block in _of(act, to)]


def _of(act: str, recipient: str) -> list[Axes]:
    here = {"act": act, "recipient": recipient}
    others = (_done_by({**here, "actor": each}) for each in SAID["actor"] if each != WORKER)
    return [_disclosing(here, _risks()), _disclosing(here, _laws()), *others]


def _disclosing(here: Fragment, risks_or_laws: Sequence[Fragment]) -> Axes:
    return [
        [here],
        _extents(here),
        NEED,
        _consents(),
        risks_or_laws,
        crossed(DISCLOSE, "head_decided"),
        crossed(DISCLOSE, "inspection", here=here),
        crossed(DISCLOSE, "provided_by", here=here),
        crossed(DISCLOSE, "identifies", "checklist_signed", here=here),
    ]


def _done_by(here: Fragment) -> Axes:
    """Not a worker: danger, law, need, inspection, whose words they are and whose case it is, one of them at a time."""
    beside = (crossed(DISCLOSE, name, here=here) for name in ("inspection", "provided_by", "assigned"))
    return [
        [here],
        _extents(here),
        each("consent", SAID["consent"]),
        [*_risks(), *_laws(), *NEED, *(one for names in beside for one in names)],
        crossed(DISCLOSE, "head_decided"),
        crossed(DISCLOSE, "identifies", "checklist_signed", here=here),
    ]


def _extents(here: Fragment) -> list[Fragment]:
    return [{"extent": "existence"}] if here["act"] == "confirm_known" else each("extent", SAID["extent"])


@cache
def _consents() -> Sequence[Fragment]:
    departures = [{name: word} for name in DETAILS for word in SAID[name][1:]]
    return [*each("consent", SAID["consent"]), *({"consent": "given"} | each for each in departures)]


@cache
def _risks() -> Sequence[Fragment]:
    return crossed(DISCLOSE, "risk_to", *STAGES)


@cache
def _laws() -> Sequence[Fragment]:
    return [each for each in crossed(DISCLOSE, "law", "within_terms") if each["law"] != "none"]
