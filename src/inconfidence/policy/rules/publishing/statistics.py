"""Figures go out as often, to whom and in the way this policy says; the head of service releases."""

from inconfidence.policy.facts import MayPublish
from inconfidence.policy.finding import NOTHING, Findings
from inconfidence.policy.parameters import Value, word, words
from inconfidence.policy.rule import Bound, Check, Example, publishing, rule
from inconfidence.policy.vocabulary import DutyKind, Ground, Question, StepKind

PUBLISH = Question.MAY_PUBLISH
FIGURES = Ground.FIGURES


def publish(bound: Bound) -> Check:
    """The ground of a return; and the last word on whatever else is offered."""
    closing = bound.closing("figures and stories leave our service only as this policy says")
    returned = bound.ground(FIGURES, "figures that show how the service works may go out") + closing
    released = _released(bound)
    outside = _outside(bound)

    def check(facts: MayPublish) -> Findings:
        if facts.kind != "return":
            return closing
        return returned + outside(facts) + released[facts.by]

    return check


def _released(bound: Bound) -> dict[str, Findings]:
    """Who lets figures go, whoever made them."""
    here = bound.hanging_on("released_by")
    says = "{lead} releases figures"
    return {
        "head_of_service": here.met(FIGURES, says) + bound.duty(FIGURES, DutyKind.RECORD_RELEASE),
        "worker": here.approval(FIGURES, says),
    }


def _outside(bound: Bound) -> Check:
    """To others, at other times, for other ends than this policy names; what is made on demand has no other time."""
    audience = bound.values["audience"]
    assert isinstance(audience, tuple)
    to, time, end = (bound.hanging_on(key) for key in ("audience", "cadence", "purpose"))
    theirs = to.met(FIGURES, "our policy sends figures to these people")
    others = to.bar(FIGURES, "our policy does not send figures to these people")
    often = (
        time.met(FIGURES, "figures are made when they are asked for")
        if bound.values["cadence"] == "on_demand"
        else time.bar(FIGURES, "figures go out at the times our policy names", StepKind.OFFER_OWN_RETURN)
    )
    ends = (
        end.met(FIGURES, "figures may serve another end")
        if bound.values["purpose"] == "any"
        else end.bar(FIGURES, "figures show how the service works and serve nothing else")
    )

    def check(facts: MayPublish) -> Findings:
        found = theirs if facts.audience in audience else others
        found += often if facts.cadence == "other" else NOTHING
        return found + ends if facts.purpose == "other" else found

    return check


MONTHLY: dict[str, Value] = {
    "cadence": "monthly",
    "audience": ("local_authority",),
    "mode": "due",
    "purpose": "performance",
    "released_by": "head_of_service",
}
ON_DEMAND: dict[str, Value] = {
    "cadence": "on_demand",
    "audience": ("local_authority", "host", "public"),
    "mode": "may",
    "purpose": "any",
    "released_by": "head_of_service",
}
RULE = rule(
    __doc__,
    slug="statistics",
    authority="UK GDPR recital 26 and Art. 5(1)(b)",
    parameters={
        "cadence": word("monthly", "quarterly", "on_demand"),
        "audience": words("local_authority", "host", "public"),
        "mode": word("due", "available", "may"),
        "purpose": word("performance", "any"),
        "released_by": word("head_of_service"),
    },
    asked=(publishing(publish, "kind", "audience", "cadence", "purpose", "by"),),
    examples=(
        Example("The month's return for the council.", {}, "ground closing met met duty", MONTHLY, PUBLISH),
        Example("A worker would send it.", {"by": "worker"}, "ground closing met approval", MONTHLY, PUBLISH),
        Example(
            "The newspaper asks.", {"audience": "public"}, "ground closing bar met duty", MONTHLY, PUBLISH
        ),
        Example(
            "The council asks for the week.",
            {"cadence": "other"},
            "ground closing met bar met duty",
            MONTHLY,
            PUBLISH,
        ),
        Example(
            "To decide whom to prosecute.",
            {"purpose": "other"},
            "ground closing met bar met duty",
            MONTHLY,
            PUBLISH,
        ),
        Example(
            "A week, a newspaper, another end, where the policy leaves all that open.",
            {"audience": "public", "cadence": "other", "purpose": "other"},
            "ground closing met met met met duty",
            ON_DEMAND,
            PUBLISH,
        ),
        Example("A list of our users.", {"kind": "user_list"}, "closing", ON_DEMAND, PUBLISH),
    ),
)
