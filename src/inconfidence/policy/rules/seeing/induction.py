"""Everyone learns the policy at induction; a gap is flagged, and for volunteers it bars."""

from inconfidence.policy.facts import MaySee
from inconfidence.policy.finding import NOTHING, Findings
from inconfidence.policy.parameters import word
from inconfidence.policy.rule import Bound, Check, Example, rule, seeing
from inconfidence.policy.vocabulary import DutyKind, Ground, Question

SEE = Question.MAY_SEE


def see(bound: Bound) -> Check:
    """Flag a gap for staff; for volunteers it bars where the policy says so."""
    here = bound.hanging_on("missing")
    flag = here.duty(Ground.ACT, DutyKind.FLAG_INDUCTION)
    bar = here.bar(Ground.ACT, "{volunteers} learn the policy before they take part")
    bars = bound.values["missing"] == "bar_volunteers"

    def check(facts: MaySee) -> Findings:
        if facts.inducted == "yes":
            return NOTHING
        return bar if bars and facts.actor == "volunteer" else flag

    return check


RULE = rule(
    __doc__,
    slug="induction",
    authority="UK GDPR Arts. 32(4) and 39(1)(b)",
    parameters={"missing": word("flag", "bar_volunteers")},
    asked=(seeing(see, "actor", "inducted"),),
    examples=(
        Example(
            "A worker without induction.",
            {"inducted": "no"},
            "duty",
            {"missing": "bar_volunteers"},
            question=SEE,
        ),
        Example(
            "A volunteer without it.",
            {"actor": "volunteer", "inducted": "no"},
            "bar",
            {"missing": "bar_volunteers"},
            question=SEE,
        ),
        Example(
            "The same where a gap is flagged.",
            {"actor": "volunteer", "inducted": "no"},
            "duty",
            {"missing": "flag"},
            question=SEE,
        ),
    ),
)
