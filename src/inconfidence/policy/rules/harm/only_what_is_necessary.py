"""No more is passed on than is needed."""

from inconfidence.policy.concern import HARMS, ground_of
from inconfidence.policy.facts import WhereToRaise
from inconfidence.policy.finding import NOTHING, Findings
from inconfidence.policy.rule import Bound, Check, Example, raising, rule
from inconfidence.policy.vocabulary import Question, StepKind

RAISE = Question.WHERE_TO_RAISE


def where(bound: Bound) -> Check:
    """Bar the whole file; what is needed is chosen, and takes no longer."""
    whole = {
        ground: bound.bar(
            ground, "no more is passed on than is needed, and the whole file to nobody", StepKind.CHOOSE_ITEMS
        )
        for ground in HARMS
    }
    needed = {ground: bound.met(ground, "only what is needed goes") for ground in HARMS}

    def check(facts: WhereToRaise) -> Findings:
        if facts.stage == "close":
            return NOTHING
        return (whole if facts.extent == "whole_file" else needed)[ground_of(facts)]

    return check


RULE = rule(
    __doc__,
    slug="only-what-is-necessary",
    authority="UK GDPR Art. 5(1)(c)",
    asked=(raising(where, "about", "child_hurt", "extent", "stage"),),
    examples=(
        Example("What was heard, and the child’s name.", {}, "met", question=RAISE),
        Example("The whole file.", {"extent": "whole_file"}, "bar", question=RAISE),
        Example("Closed.", {"extent": "whole_file", "stage": "close"}, "", question=RAISE),
    ),
)
