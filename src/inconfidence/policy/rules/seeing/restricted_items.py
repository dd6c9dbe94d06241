"""Criminal-record and similarly marked items open only to a recorded need for that very item."""

from inconfidence.policy.facts import MaySee
from inconfidence.policy.finding import NOTHING, Findings
from inconfidence.policy.rule import Bound, Check, Example, rule, seeing
from inconfidence.policy.vocabulary import Ground, Question, StepKind

SEE = Question.MAY_SEE


def see(bound: Bound) -> Check:
    """Staff first write down why they need this very item; a volunteer's way ends here."""
    need = bound.step(
        Ground.ACT, "why you need this very item is written down first", StepKind.RECORD_ITEM_NEED
    )
    needed = bound.met(Ground.ACT, "why this very item is needed is on record")
    closed = bound.bar(Ground.ACT, "marked items are for staff with a recorded need")

    def check(facts: MaySee) -> Findings:
        if facts.item != "restricted":
            return NOTHING
        if facts.item_need == "yes":
            return needed
        return closed if facts.actor == "volunteer" else need

    return check


RULE = rule(
    __doc__,
    slug="restricted-items",
    authority="UK GDPR Art. 10",
    asked=(seeing(see, "actor", "item", "item_need"),),
    examples=(
        Example("A worker opens a marked item.", {"item": "restricted"}, "step", question=SEE),
        Example("The need is written down.", {"item": "restricted", "item_need": "yes"}, "met", question=SEE),
        Example("A volunteer.", {"actor": "volunteer", "item": "restricted"}, "bar", question=SEE),
    ),
)
