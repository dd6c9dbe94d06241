"""Periods come from the named schedule; a blank one stops destruction until somebody authorised \
enters it.
"""

from inconfidence.policy.facts import FileToday
from inconfidence.policy.finding import Findings
from inconfidence.policy.parameters import name
from inconfidence.policy.rule import Bound, Check, Example, keeping, rule
from inconfidence.policy.vocabulary import DutyKind, Ground, Question, StepKind

KEEP = Question.HOW_LONG_TO_KEEP
SCHEDULE = {"policy": "The schedule of our host"}


def keep(bound: Bound) -> Check:
    """Bar a file whose period nobody has entered yet, and show the gap."""
    stands = bound.met(Ground.KEPT, "its periods stand beside {schedule}")
    blank = bound.bar(
        Ground.ACT, "the retention period is not set: see {schedule}", StepKind.ENTER_PERIOD
    ) + bound.duty(Ground.ACT, DutyKind.FLAG_NO_PERIOD)

    def check(facts: FileToday) -> Findings:
        return blank if facts.period == "blank" and facts.case == "closed" else stands

    return check


RULE = rule(
    __doc__,
    slug="retention-source",
    authority="UK GDPR Art. 5(1)(e)",
    parameters={"policy": name()},
    asked=(keeping(keep, "case", "period"),),
    examples=(
        Example(
            "Somebody authorised has entered it.",
            {"case": "closed", "period": "set", "set_by": "schedule"},
            "met",
            SCHEDULE,
            question=KEEP,
        ),
        Example("Nobody has.", {"case": "closed"}, "bar duty", SCHEDULE, question=KEEP),
    ),
)
