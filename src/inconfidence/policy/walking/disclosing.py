"""The space of `may_disclose`: consent, risk and law beside each other, for every recipient an act can have."""

from collections.abc import Sequence

from inconfidence.policy.facts import WORDS
from inconfidence.policy.vocabulary import Question
from inconfidence.policy.walking.axes import Axes, Fragment, crossed, each

DISCLOSE = WORDS[Question.MAY_DISCLOSE]
EVERYBODY = DISCLOSE["recipient"]
FORMS: dict[str, tuple[str, ...]] = {
    "share": EVERYBODY,
    "confirm_known": EVERYBODY,
    "raise_pattern": ("council", "professional", "public"),
    "internal": ("service_staff", "mixed_audience", "host_staff", "council"),
    "training_example": ("public", "professional", "mixed_audience", "council"),
}
USERS = ("user", "other_user", "relative")


def blocks() -> list[Axes]:
    """One block for each act and recipient with the risks, one with what the law may say."""
    return [
        _disclosing(act, recipient, risk, law)
        for act, recipients in FORMS.items()
        for recipient in recipients
        for risk, law in ((_risks(), [{}]), ([{}], _laws()))
    ]


def _disclosing(act: str, recipient: str, risks: Sequence[Fragment], laws: Sequence[Fragment]) -> Axes:
    points = act not in ("share", "confirm_known")
    return [
        [{"act": act, "recipient": recipient}],
        [{"extent": "existence"}] if act == "confirm_known" else each("extent", DISCLOSE["extent"]),
        [{}, {"relevant": "no"}, {"need_stated": "no"}],
        _consents(),
        risks,
        laws,
        each("head_decided", ("no", "yes")),
        each("inspection", DISCLOSE["inspection"]) if recipient == "inspector" else [{}],
        each("provided_by", DISCLOSE["provided_by"]) if recipient in USERS else [{}],
        [*each("identifies", DISCLOSE["identifies"]), {"identifies": "nobody", "checklist_signed": "yes"}]
        if points
        else [{}],
    ]


def _consents() -> list[Fragment]:
    details = ("from", "recipient", "purpose", "items", "record", "before", "review")
    names = [*(f"consent_{each}" for each in details), "form_back"]
    departures = [{name: word} for name in names for word in DISCLOSE[name][1:]]
    other = [{"consent": state} for state in DISCLOSE["consent"] if state != "given"]
    return [*other, {"consent": "given"}, *({"consent": "given"} | each for each in departures)]


def _risks() -> list[Fragment]:
    stages = crossed(DISCLOSE, "belief", "emergency", "spoken_to", "lead_consulted")
    actors: list[Fragment] = [{}, {"actor": "head_of_service"}]
    people = [risk for risk in DISCLOSE["risk_to"] if risk != "nobody"]
    return [
        {},
        *({"risk_to": risk, **stage, **actor} for risk in people for stage in stages for actor in actors),
    ]


def _laws() -> list[Fragment]:
    terms = ("permits", "requires", "order")
    return [
        *({"law": law} for law in DISCLOSE["law"][1:]),
        *({"law": law, "within_terms": "no"} for law in terms),
    ]
