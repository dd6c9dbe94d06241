"""Where the policy knows no volunteers, no volunteer account works until the head of service allows \
volunteers.
"""

from inconfidence.policy.facts import MaySee
from inconfidence.policy.finding import NOTHING, Findings
from inconfidence.policy.rule import Bound, Check, Example, rule, seeing
from inconfidence.policy.vocabulary import Ground, Question

SEE = Question.MAY_SEE


def see(bound: Bound) -> Check:
    """Bar every volunteer until the head of service has allowed volunteers here."""
    not_yet = bound.bar(Ground.ACT, "{lead} has not allowed {volunteers} in our service")
    allowed = bound.met(Ground.VOLUNTEER, "{lead} has allowed {volunteers}")

    def check(facts: MaySee) -> Findings:
        if facts.actor != "volunteer":
            return NOTHING
        return allowed if facts.volunteers_enabled == "yes" else not_yet

    return check


RULE = rule(
    __doc__,
    slug="volunteers-enabled",
    authority="UK GDPR Art. 25",
    asked=(seeing(see, "actor", "volunteers_enabled"),),
    examples=(
        Example(
            "Nobody has allowed volunteers.",
            {"actor": "volunteer", "volunteers_enabled": "no"},
            "bar",
            question=SEE,
        ),
        Example("They are allowed.", {"actor": "volunteer"}, "met", question=SEE),
    ),
)
