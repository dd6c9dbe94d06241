"""What comes from a central system is marked with its source and its permission."""

from inconfidence.policy.facts import MayObtain
from inconfidence.policy.finding import NOTHING, Findings
from inconfidence.policy.rule import Bound, Check, Example, obtaining, rule
from inconfidence.policy.vocabulary import DutyKind, Ground, Question

OBTAIN = Question.MAY_OBTAIN
CENTRAL = ("council_system", "sen_file")


def obtain(bound: Bound) -> Check:
    """Oblige whoever looks something up to mark what they found."""
    mark = bound.duty(Ground.ACT, DutyKind.MARK_LOOKUP)

    def check(facts: MayObtain) -> Findings:
        return mark if facts.source in CENTRAL else NOTHING

    return check


RULE = rule(
    __doc__,
    slug="lookups-marked",
    authority="UK GDPR Art. 5(1)(a) and 5(2)",
    asked=(obtaining(obtain, "source"),),
    examples=(
        Example("A look at the council's database.", {"source": "council_system"}, "duty", question=OBTAIN),
        Example("A letter to the school.", {}, "", question=OBTAIN),
    ),
)
