"""Marked items are never preselected and go out only by a choice with a reason."""

from inconfidence.policy.facts import MayDisclose
from inconfidence.policy.finding import NOTHING, Findings
from inconfidence.policy.rule import Bound, Check, Example, disclosing, rule
from inconfidence.policy.vocabulary import Ground, StepKind

WEIGHED = (Ground.CONSENT, Ground.PUBLIC_INTEREST)


def disclose(bound: Bound) -> Check:
    """Ask for the reason of each item before it goes out; supervision inside the service sends nothing out."""
    unsaid = tuple(
        finding
        for ground in WEIGHED
        for finding in bound.step(ground, "a marked item goes only with a reason", StepKind.STATE_NEED)
    )

    def check(facts: MayDisclose) -> Findings:
        return unsaid if facts.need_stated == "no" else NOTHING

    return check


RULE = rule(
    __doc__,
    slug="sensitivity",
    authority="UK GDPR Arts. 9 and 10",
    asked=(disclosing(disclose, "need_stated"),),
    examples=(
        Example("No reason written down.", {"need_stated": "no"}, "step step"),
        Example("Each item has its reason.", {}, ""),
    ),
)
