"""Families come to this service; it does not approach a family that has not."""

from inconfidence.policy.facts import MayBeginCasework
from inconfidence.policy.finding import NOTHING, Findings
from inconfidence.policy.rule import Bound, Check, Example, beginning, rule
from inconfidence.policy.vocabulary import Ground, Question, StepKind

BEGIN = Question.MAY_BEGIN_CASEWORK


def begin(bound: Bound) -> Check:
    """However they came, casework waits for their own word; taking down that somebody put them forward does not."""
    came = bound.met(Ground.CASEWORK, "{person} asked for our help")
    unheard = bound.step(
        Ground.CASEWORK, "{person} has not said yet that they want our help", StepKind.CONFIRM_WITH_PERSON
    )

    def check(facts: MayBeginCasework) -> Findings:
        if facts.act != "casework":
            return NOTHING
        return came if facts.origin == "self" or facts.confirmed == "yes" else unheard

    return check


RULE = rule(
    __doc__,
    slug="people-come-to-us",
    authority="Common-law duty of confidence; SEND Code of Practice 2015 ch. 2",
    asked=(beginning(begin, "act", "origin", "confirmed"),),
    examples=(
        Example("A mother rang us.", {}, "met", question=BEGIN),
        Example(
            "A teacher put a father forward, who has not been heard.",
            {"origin": "referral", "confirmed": "no"},
            "step",
            question=BEGIN,
        ),
        Example(
            "The referral is taken down.", {"origin": "referral", "act": "open_enquiry"}, "", question=BEGIN
        ),
    ),
)
