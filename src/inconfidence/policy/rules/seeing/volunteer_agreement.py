"""No volunteer takes part before signing the agreement."""

from inconfidence.policy.facts import MaySee
from inconfidence.policy.finding import NOTHING, Findings
from inconfidence.policy.rule import Bound, Check, Example, rule, seeing
from inconfidence.policy.vocabulary import Ground, Question

SEE = Question.MAY_SEE


def see(bound: Bound) -> Check:
    """Bar a volunteer without an agreement signed by the day of assignment."""
    unsigned = bound.bar(Ground.ACT, "no {volunteer} takes part before signing the agreement")
    signed = bound.met(Ground.VOLUNTEER, "the agreement is signed")

    def check(facts: MaySee) -> Findings:
        if facts.actor != "volunteer":
            return NOTHING
        return signed if facts.agreement == "yes" else unsigned

    return check


RULE = rule(
    __doc__,
    slug="volunteer-agreement",
    authority="UK GDPR Art. 32(4)",
    asked=(seeing(see, "actor", "agreement"),),
    examples=(
        Example("Signed the day after.", {"actor": "volunteer", "agreement": "no"}, "bar", question=SEE),
        Example("Signed in time.", {"actor": "volunteer"}, "met", question=SEE),
    ),
)
