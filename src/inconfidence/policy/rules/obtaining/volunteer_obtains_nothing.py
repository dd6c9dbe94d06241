"""A volunteer does not ask for or look up anybody's records."""

from inconfidence.policy.facts import MayObtain
from inconfidence.policy.finding import NOTHING, Findings
from inconfidence.policy.rule import Bound, Check, Example, obtaining, rule
from inconfidence.policy.vocabulary import Ground, Question

OBTAIN = Question.MAY_OBTAIN


def obtain(bound: Bound) -> Check:
    """Bar volunteers, a child in danger included: they pass the concern on at once, and asking is for staff."""
    says = "{volunteers} ask nobody for records, and look nothing up"
    never = bound.bar(Ground.ACT, says) + bound.bar(Ground.CHILD_AT_RISK, says)

    def check(facts: MayObtain) -> Findings:
        return never if facts.actor == "volunteer" else NOTHING

    return check


RULE = rule(
    __doc__,
    slug="volunteer-obtains-nothing",
    authority="UK GDPR Arts. 5(1)(c) and 32(4)",
    asked=(obtaining(obtain, "actor"),),
    examples=(
        Example(
            "A volunteer rings the school for its record.", {"actor": "volunteer"}, "bar bar", question=OBTAIN
        ),
        Example("A worker does.", {}, "", question=OBTAIN),
    ),
)
