"""What the work does not need may be heard and left unwritten."""

from inconfidence.policy.facts import MayRecord
from inconfidence.policy.finding import NOTHING, Findings
from inconfidence.policy.rule import Bound, Check, Example, recording, rule
from inconfidence.policy.vocabulary import DutyKind, Ground, Question

RECORD = Question.MAY_RECORD
NOTES = ("note", "observation")


def record(bound: Bound) -> Check:
    """Remind that hearing is not writing, before what bears on nothing is written down."""
    unwritten = bound.duty(Ground.RECORD, DutyKind.LEAVE_UNWRITTEN)

    def check(facts: MayRecord) -> Findings:
        beside = facts.kind in NOTES and facts.relevant == "no" and facts.safeguarding == "no"
        return unwritten if beside else NOTHING

    return check


RULE = rule(
    __doc__,
    slug="heard-not-recorded",
    authority="UK GDPR Arts. 5(1)(c) and 9",
    asked=(recording(record, "kind", "relevant", "safeguarding"),),
    examples=(
        Example("Her tears, which the work does not need.", {"relevant": "no"}, "duty", question=RECORD),
        Example("The worry that her request rests on.", {}, "", question=RECORD),
    ),
)
