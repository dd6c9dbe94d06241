"""Volunteers acknowledge the remote-working policy; a gap is flagged."""

from inconfidence.policy.facts import MayWork
from inconfidence.policy.finding import NOTHING, Findings
from inconfidence.policy.rule import Bound, Check, Example, rule, working
from inconfidence.policy.vocabulary import DutyKind, Ground, Question

WORK = Question.MAY_WORK


def work(bound: Bound) -> Check:
    """Flag a gap; it bars nobody."""
    acknowledged = bound.met(Ground.VOLUNTEER, "the policy on remote working is acknowledged")
    gap = bound.duty(Ground.VOLUNTEER, DutyKind.FLAG_REMOTE_POLICY)

    def check(facts: MayWork) -> Findings:
        if facts.actor != "volunteer":
            return NOTHING
        return acknowledged if facts.remote_policy == "yes" else gap

    return check


RULE = rule(
    __doc__,
    slug="remote-policy",
    authority="UK GDPR Art. 32(4)",
    asked=(working(work, "actor", "remote_policy"),),
    examples=(
        Example("Acknowledged.", {}, "met", {}, WORK),
        Example("Not acknowledged.", {"remote_policy": "no"}, "duty", {}, WORK),
        Example("A member of staff.", {"actor": "worker", "remote_policy": "no"}, "", {}, WORK),
    ),
)
