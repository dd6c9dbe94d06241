"""What the SEN case file holds is not for volunteers, unless the parent handed it over."""

from inconfidence.policy.facts import MaySee
from inconfidence.policy.finding import NOTHING, Findings
from inconfidence.policy.rule import Bound, Check, Example, rule, seeing
from inconfidence.policy.vocabulary import Ground, Question

SEE = Question.MAY_SEE


def see(bound: Bound) -> Check:
    """Bar what comes from the SEN case file, save from the parent's own hand."""
    closed = bound.bar(Ground.ACT, "what the SEN case file holds is not for {volunteers}")
    handed_over = bound.met(Ground.VOLUNTEER, "the {parent} handed it over")

    def check(facts: MaySee) -> Findings:
        if facts.actor != "volunteer" or facts.item != "sen_file":
            return NOTHING
        return handed_over if facts.source == "parent" else closed

    return check


RULE = rule(
    __doc__,
    slug="volunteer-sen-file",
    authority="The service's own policy",
    asked=(seeing(see, "actor", "item", "source"),),
    examples=(
        Example(
            "From the council's file.",
            {"actor": "volunteer", "item": "sen_file", "source": "professional"},
            "bar",
            question=SEE,
        ),
        Example(
            "A copy from the parent.",
            {"actor": "volunteer", "item": "sen_file", "source": "parent"},
            "met",
            question=SEE,
        ),
        Example("A worker.", {"item": "sen_file"}, "", question=SEE),
    ),
)
