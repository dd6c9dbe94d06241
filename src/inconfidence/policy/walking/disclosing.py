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
WHO = ("actor", "assigned")
INSIDE = ("internal", "service_staff")
SUPERVISION = {"act": "internal", "recipient": "service_staff"}
FORMS: dict[str, tuple[str, ...]] = {
    "share": EVERYBODY,
    "confirm_known": EVERYBODY,
    "raise_pattern": ("council", "professional", "public"),
    "internal": ("service_staff", "mixed_audience", "host_staff", "council"),
    "training_example": ("public", "professional", "mixed_audience", "council"),
}


def blocks() -> list[Axes]:
    """One block for each act and recipient with the risks, one with what the law may say."""
    return [
        _disclosing({"act": act, "recipient": recipient}, risks_or_laws)
        for act, recipients in FORMS.items()
        for recipient in recipients
        for risks_or_laws in (_risks((act, recipient) == INSIDE), _laws((act, recipient) == INSIDE))
    ]


def _disclosing(here: dict[str, str], risks_or_laws: Sequence[Fragment]) -> Axes:
    return [
        [here],
        [{"extent": "existence"}] if here["act"] == "confirm_known" else each("extent", SAID["extent"]),
        [{}, {"relevant": "no"}, {"need_stated": "no"}],
        _consents(),
        risks_or_laws,
        crossed(DISCLOSE, "head_decided"),
        crossed(DISCLOSE, "inspection", here=here),
        crossed(DISCLOSE, "provided_by", here=here),
        crossed(DISCLOSE, "identifies", "checklist_signed", here=here),
    ]


@cache
def _consents() -> Sequence[Fragment]:
    departures = [{name: word} for name in DETAILS for word in SAID[name][1:]]
    return [*each("consent", SAID["consent"]), *({"consent": "given"} | each for each in departures)]


@cache
def _risks(inside: bool) -> Sequence[Fragment]:
    return crossed(DISCLOSE, "risk_to", *STAGES, *WHO, here=SUPERVISION if inside else {})


@cache
def _laws(inside: bool) -> Sequence[Fragment]:
    found = crossed(DISCLOSE, "law", "within_terms", *WHO, here=SUPERVISION if inside else {})
    return [each for each in found if each["law"] != "none"]
