"""Training in data protection and freedom of information is on record for everyone with cases; a gap \
is flagged.
"""

from inconfidence.policy.facts import MaySee, MayWork
from inconfidence.policy.finding import NOTHING, Findings
from inconfidence.policy.rule import Bound, Check, Example, rule, seeing, working
from inconfidence.policy.vocabulary import DutyKind, Ground, Question

SEE, WORK = Question.MAY_SEE, Question.MAY_WORK


def see_or_work(bound: Bound) -> Check:
    """Flag a gap; it bars nobody."""
    gap = bound.duty(Ground.ACT, DutyKind.FLAG_TRAINING)

    def check(facts: MaySee | MayWork) -> Findings:
        return NOTHING if facts.trained == "yes" else gap

    return check


RULE = rule(
    __doc__,
    slug="training",
    authority="UK GDPR Art. 39(1)(b)",
    asked=(seeing(see_or_work, "trained"), working(see_or_work, "trained")),
    examples=(
        Example("No training on record.", {"trained": "no"}, "duty", question=SEE),
        Example("Trained.", {}, "", question=SEE),
        Example("A new colleague takes on a case.", {"trained": "no"}, "duty", question=WORK),
        Example("A colleague who was trained.", {}, "", question=WORK),
    ),
)
