"""A volunteer is brought in when the parent has asked for one, and leaves when the parent no longer \
wants one.
"""

from inconfidence.policy.facts import MaySee
from inconfidence.policy.finding import NOTHING, Findings
from inconfidence.policy.rule import Bound, Check, Example, rule, seeing
from inconfidence.policy.vocabulary import Ground, Question

SEE = Question.MAY_SEE


def see(bound: Bound) -> Check:
    """Bar a volunteer whom the parent has not asked for."""
    unasked = bound.bar(Ground.ACT, "a {volunteer} is brought in when the {parent} has asked for one")
    asked = bound.met(Ground.VOLUNTEER, "the {parent} asked for a {volunteer}")

    def check(facts: MaySee) -> Findings:
        if facts.actor != "volunteer":
            return NOTHING
        return asked if facts.volunteer_wanted == "yes" else unasked

    return check


RULE = rule(
    __doc__,
    slug="volunteer-asked-for",
    authority="The service's own policy",
    asked=(seeing(see, "actor", "volunteer_wanted"),),
    examples=(
        Example(
            "The parent no longer wants one.",
            {"actor": "volunteer", "volunteer_wanted": "no"},
            "bar",
            question=SEE,
        ),
        Example("The parent asked.", {"actor": "volunteer"}, "met", question=SEE),
    ),
)
