"""Training in data protection and freedom of information is on record for everyone with cases; a gap \
is flagged.
"""

from inconfidence.policy.facts import MaySee
from inconfidence.policy.finding import NOTHING, Findings
from inconfidence.policy.rule import Bound, Check, Example, rule, seeing
from inconfidence.policy.vocabulary import DutyKind, Ground, Question

SEE = Question.MAY_SEE


def see(bound: Bound) -> Check:
    """Flag a gap; it bars nobody."""
    gap = bound.duty(Ground.ACT, DutyKind.FLAG_TRAINING)

    def check(facts: MaySee) -> Findings:
        return NOTHING if facts.trained == "yes" else gap

    return check


RULE = rule(
    __doc__,
    slug="training",
    authority="UK GDPR Art. 39(1)(b)",
    asked=(seeing(see, "trained"),),
    examples=(
        Example("No training on record.", {"trained": "no"}, "duty", question=SEE),
        Example("Trained.", {}, "", question=SEE),
    ),
)
