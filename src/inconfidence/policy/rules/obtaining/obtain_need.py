"""A request for records says why they are needed."""

from inconfidence.policy.facts import MayObtain
from inconfidence.policy.finding import Findings
from inconfidence.policy.rule import Bound, Check, Example, obtaining, rule
from inconfidence.policy.vocabulary import Ground, Question, StepKind

OBTAIN = Question.MAY_OBTAIN


def obtain(bound: Bound) -> Check:
    """Send a request back for its reason; a child in danger is the reason."""
    said = bound.met(Ground.CONSENT, "it says why they are needed")
    unsaid = bound.step(Ground.CONSENT, "why they are needed is written down first", StepKind.STATE_NEED)

    def check(facts: MayObtain) -> Findings:
        return said if facts.need_stated == "yes" else unsaid

    return check


RULE = rule(
    __doc__,
    slug="obtain-need",
    authority="UK GDPR Art. 5(1)(b) and (c)",
    asked=(obtaining(obtain, "need_stated"),),
    examples=(
        Example("For the appeal: what the school saw in class.", {}, "met", question=OBTAIN),
        Example("No reason written down.", {"need_stated": "no"}, "step", question=OBTAIN),
    ),
)
