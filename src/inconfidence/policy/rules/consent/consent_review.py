"""In continuing work consent is looked at again; an overdue one is checked before it is used."""

from inconfidence.policy.facts import MayDisclose
from inconfidence.policy.finding import NOTHING, Findings
from inconfidence.policy.parameters import months, word
from inconfidence.policy.rule import Bound, Check, Example, disclosing, rule
from inconfidence.policy.vocabulary import DutyKind, Ground, StepKind


def disclose(bound: Bound) -> Check:
    """Overdue: confirm first, or remind, as the policy has it. Given before a reopening: confirm first, always."""
    overdue = bound.hanging_on("overdue")
    current = bound.met(Ground.CONSENT, "it was looked at again in time")
    confirm = overdue.step(
        Ground.CONSENT, "it is time to ask whether {person} still agrees", StepKind.CONFIRM_CONSENT
    )
    found = {
        "current": current,
        "overdue": confirm
        if bound.values["overdue"] == "confirm_first"
        else overdue.duty(Ground.CONSENT, DutyKind.REVIEW_CONSENT),
        "reopened": bound.step(
            Ground.CONSENT,
            "the {case} was reopened since {person} agreed, and {consent} does not come back by itself",
            StepKind.CONFIRM_CONSENT,
        ),
    }

    def check(facts: MayDisclose) -> Findings:
        return found[facts.consent_review] if facts.consent == "given" else NOTHING

    return check


OVERDUE = {"consent": "given", "consent_review": "overdue"}
RULE = rule(
    __doc__,
    slug="consent-review",
    authority="UK GDPR Art. 5(1)(d)",
    parameters={"overdue": word("confirm_first", "remind"), "months": months()},
    asked=(disclosing(disclose, "consent", "consent_review"),),
    examples=(
        Example(
            "Overdue, and this policy confirms first.",
            OVERDUE,
            "step",
            {"overdue": "confirm_first", "months": 6},
        ),
        Example("Overdue, and this policy reminds.", OVERDUE, "duty", {"overdue": "remind", "months": 6}),
        Example(
            "The case was closed and reopened since.",
            {"consent": "given", "consent_review": "reopened"},
            "step",
            {"overdue": "remind", "months": 6},
        ),
    ),
)
