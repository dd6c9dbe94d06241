"""A volunteer is brought in when the parent has asked for one, and leaves when the parent no longer \
wants one.
"""

from inconfidence.policy.facts import MaySee, MayWork
from inconfidence.policy.finding import NOTHING, Findings
from inconfidence.policy.rule import Bound, Check, Example, rule, seeing, working
from inconfidence.policy.vocabulary import Ground, Question

SEE, WORK = Question.MAY_SEE, Question.MAY_WORK


def see(bound: Bound) -> Check:
    """Bar a volunteer whom the parent has not asked for."""
    unasked = bound.bar(Ground.ACT, "a {volunteer} is brought in when the {parent} has asked for one")
    asked = bound.met(Ground.VOLUNTEER, "the {parent} asked for a {volunteer}")

    def check(facts: MaySee) -> Findings:
        if facts.actor != "volunteer":
            return NOTHING
        return asked if facts.volunteer_wanted == "yes" else unasked

    return check


def work(bound: Bound) -> Check:
    """The same before the work begins: nobody but the parent can ask for one."""
    unasked = bound.bar(Ground.ACT, "the {parent} has not asked for a {volunteer}")
    asked = bound.met(Ground.VOLUNTEER, "the {parent} asked for a {volunteer}")

    def check(facts: MayWork) -> Findings:
        if facts.actor != "volunteer":
            return NOTHING
        return asked if facts.asked_for == "yes" else unasked

    return check


RULE = rule(
    __doc__,
    slug="volunteer-asked-for",
    authority="The service's own policy",
    asked=(seeing(see, "actor", "volunteer_wanted"), working(work, "actor", "asked_for")),
    examples=(
        Example(
            "The parent no longer wants one.",
            {"actor": "volunteer", "volunteer_wanted": "no"},
            "bar",
            question=SEE,
        ),
        Example("The parent asked.", {"actor": "volunteer"}, "met", question=SEE),
        Example("The parent asked for one.", {}, "met", question=WORK),
        Example("Nobody asked for one.", {"asked_for": "no"}, "bar", question=WORK),
        Example("Nobody asks for staff.", {"actor": "worker", "asked_for": "no"}, "", question=WORK),
    ),
)
