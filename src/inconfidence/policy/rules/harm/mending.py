"""A concern closes with what was done to mend the relationship, or why nothing could be."""

from inconfidence.policy.concern import HARMS, ground_of
from inconfidence.policy.facts import WhereToRaise
from inconfidence.policy.finding import Findings
from inconfidence.policy.rule import Bound, Check, Example, raising, rule
from inconfidence.policy.vocabulary import DutyKind, Question, StepKind

RAISE = Question.WHERE_TO_RAISE


def where(bound: Bound) -> Check:
    """Owed from the start, and a step when the concern is to be closed."""
    owed = {ground: bound.duty(ground, DutyKind.RECORD_MENDING) for ground in HARMS}
    first = {
        ground: bound.step(
            ground,
            "what was done to mend the relationship is noted, or why nothing could be",
            StepKind.RECORD_MENDING,
        )
        for ground in HARMS
    }
    done = {ground: bound.met(ground, "what was done to mend the relationship is noted") for ground in HARMS}

    def check(facts: WhereToRaise) -> Findings:
        if facts.mending == "yes":
            return done[ground_of(facts)]
        return (first if facts.stage == "close" else owed)[ground_of(facts)]

    return check


RULE = rule(
    __doc__,
    slug="mending",
    authority="SEND Code of Practice 2015, 2.17 to 2.19: working with families and schools",
    asked=(raising(where, "about", "child_hurt", "stage", "mending"),),
    examples=(
        Example("A concern is raised.", {}, "duty", question=RAISE),
        Example("It is to be closed.", {"stage": "close"}, "step", question=RAISE),
        Example("With what was done.", {"stage": "close", "mending": "yes"}, "met", question=RAISE),
    ),
)
