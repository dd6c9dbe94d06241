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
    released = bound.duty(FIGURES, DutyKind.RECORD_RELEASE)
    not_released = bound.approval(FIGURES, "{lead} releases figures")
    outside = _outside(bound)

    def check(facts: MayPublish) -> Findings:
        if facts.kind != "return":
            return closing
        return returned + outside(facts) + (released if facts.by == "head_of_service" else not_released)

    return check


def _outside(bound: Bound) -> Check:
    """To others, at other times, for other ends than this policy names; what is made on demand has no other time."""
    audience = bound.values["audience"]
    assert isinstance(audience, tuple)
    own_time = bound.values["cadence"] != "on_demand"
    own_purpose = bound.values["purpose"] == "performance"
    others = bound.hanging_on("audience").bar(FIGURES, "our policy does not send figures to these people")
    often = bound.hanging_on("cadence").bar(
        FIGURES, "figures go out at the times our policy names", StepKind.OFFER_OWN_RETURN
    )
    ends = bound.hanging_on("purpose").bar(
        FIGURES, "figures show how the service works and serve nothing else"
    )

    def check(facts: MayPublish) -> Findings:
        found = NOTHING if facts.audience in audience else others
        found += often if own_time and facts.cadence == "other" else NOTHING
        return found + ends if own_purpose and facts.purpose == "other" else found

    return check


MONTHLY: dict[str, Value] = {
    "cadence": "monthly",
    "audience": ("local_authority",),
    "mode": "due",
    "purpose": "performance",
}
ON_DEMAND: dict[str, Value] = {
    "cadence": "on_demand",
    "audience": ("local_authority", "host", "public"),
    "mode": "may",
    "purpose": "any",
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
    },
    asked=(publishing(publish, "kind", "audience", "cadence", "purpose", "by"),),
    examples=(
        Example("The month's return for the council.", {}, "ground closing duty", MONTHLY, PUBLISH),
        Example("A worker would send it.", {"by": "worker"}, "ground closing approval", MONTHLY, PUBLISH),
        Example("The newspaper asks.", {"audience": "public"}, "ground closing bar duty", MONTHLY, PUBLISH),
        Example(
            "The council asks for the week.",
            {"cadence": "other"},
            "ground closing bar duty",
            MONTHLY,
            PUBLISH,
        ),
        Example(
            "To decide whom to prosecute.", {"purpose": "other"}, "ground closing bar duty", MONTHLY, PUBLISH
        ),
        Example(
            "A week, a newspaper, another end, where the policy leaves all that open.",
            {"audience": "public", "cadence": "other", "purpose": "other"},
            "ground closing duty",
            ON_DEMAND,
            PUBLISH,
        ),
        Example("A list of our users.", {"kind": "user_list"}, "closing", ON_DEMAND, PUBLISH),
    ),
)
