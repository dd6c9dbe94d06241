"""Where the policy knows no volunteers, no volunteer account works until the head of service allows \
volunteers.
"""

from inconfidence.policy.facts import MaySee, MayWork
from inconfidence.policy.finding import NOTHING, Findings
from inconfidence.policy.rule import Bound, Check, Example, rule, seeing, working
from inconfidence.policy.vocabulary import Ground, Question, StepKind

SEE, WORK = Question.MAY_SEE, Question.MAY_WORK


def see(bound: Bound) -> Check:
    """Bar every volunteer until the head of service has allowed volunteers here."""
    not_yet = bound.bar(Ground.ACT, "{lead} has not allowed {volunteers} in our service")
    allowed = bound.met(Ground.VOLUNTEER, "{lead} has allowed {volunteers}")

    def check(facts: MaySee) -> Findings:
        if facts.actor != "volunteer":
            return NOTHING
        return allowed if facts.volunteers_enabled == "yes" else not_yet

    return check


def work(bound: Bound) -> Check:
    """The same before the work begins."""
    not_yet = bound.bar(
        Ground.ACT, "{lead} has not allowed {volunteers} in our service", StepKind.ALLOW_VOLUNTEERS
    )
    allowed = bound.met(Ground.VOLUNTEER, "{lead} has allowed {volunteers}")

    def check(facts: MayWork) -> Findings:
        if facts.actor != "volunteer":
            return NOTHING
        return allowed if facts.enabled == "yes" else not_yet

    return check


RULE = rule(
    __doc__,
    slug="volunteers-enabled",
    authority="UK GDPR Art. 25",
    asked=(seeing(see, "actor", "volunteers_enabled"), working(work, "actor", "enabled")),
    examples=(
        Example(
            "Nobody has allowed volunteers.",
            {"actor": "volunteer", "volunteers_enabled": "no"},
            "bar",
            question=SEE,
        ),
        Example("They are allowed.", {"actor": "volunteer"}, "met", question=SEE),
        Example("A volunteer, and volunteers are allowed.", {}, "met", question=WORK),
        Example("A volunteer, and none are allowed.", {"enabled": "no"}, "bar", question=WORK),
        Example("A member of staff.", {"actor": "worker", "enabled": "no"}, "", question=WORK),
    ),
)
