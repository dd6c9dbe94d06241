"""Everyone learns the policy at induction; a gap is flagged, and for volunteers it bars."""

from inconfidence.policy.facts import MaySee, MayWork
from inconfidence.policy.finding import NOTHING, Findings
from inconfidence.policy.parameters import word
from inconfidence.policy.rule import Bound, Check, Example, rule, seeing, working
from inconfidence.policy.vocabulary import DutyKind, Ground, Question, StepKind

SEE, WORK = Question.MAY_SEE, Question.MAY_WORK


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


def work(bound: Bound) -> Check:
    """The same before the work begins; an induction mends it."""
    here = bound.hanging_on("missing")
    flag = here.duty(Ground.ACT, DutyKind.FLAG_INDUCTION)
    bar = here.bar(Ground.ACT, "{volunteers} learn the policy before they take part", StepKind.INDUCT)
    bars = bound.values["missing"] == "bar_volunteers"

    def check(facts: MayWork) -> Findings:
        if facts.inducted == "yes":
            return NOTHING
        return bar if bars and facts.actor == "volunteer" else flag

    return check


RULE = rule(
    __doc__,
    slug="induction",
    authority="UK GDPR Arts. 32(4) and 39(1)(b)",
    parameters={"missing": word("flag", "bar_volunteers")},
    asked=(seeing(see, "actor", "inducted"), working(work, "actor", "inducted")),
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
        Example("A volunteer not inducted.", {"inducted": "no"}, "bar", {"missing": "bar_volunteers"}, WORK),
        Example(
            "A new colleague.",
            {"actor": "worker", "inducted": "no"},
            "duty",
            {"missing": "bar_volunteers"},
            WORK,
        ),
        Example("The same volunteer, flagged.", {"inducted": "no"}, "duty", {"missing": "flag"}, WORK),
    ),
)
