"""Everyone, managers too, opens a case by assignment or with a recorded, time-limited reason."""

from inconfidence.policy.facts import MaySee
from inconfidence.policy.finding import Findings
from inconfidence.policy.rule import Bound, Check, Example, rule, seeing
from inconfidence.policy.vocabulary import DutyKind, Ground, Question, StepKind

SEE = Question.MAY_SEE


STAFF = ("worker", "head_of_service")


def see(bound: Bound) -> Check:
    """The ground of staff; and the last word for everybody who has none."""
    assigned = bound.ground(Ground.NEED, "the {case} is yours")
    with_reason = bound.ground(Ground.NEED, "you have written down why you need to see it") + bound.duty(
        Ground.NEED, DutyKind.REPORT_LOOK
    )
    neither = bound.lacks(
        Ground.NEED, "the {case} is not yours, and no reason to open it is written down", StepKind.GIVE_REASON
    )
    closing = bound.closing("a {case} is opened by those who work on it, or with a written reason")

    def check(facts: MaySee) -> Findings:
        if facts.actor not in STAFF:
            return closing
        if facts.assigned == "yes":
            return assigned + closing
        return (with_reason if facts.reason == "yes" else neither) + closing

    return check


RULE = rule(
    __doc__,
    slug="need-to-see",
    authority="UK GDPR Arts. 5(1)(f) and 32",
    asked=(seeing(see, "actor", "assigned", "reason"),),
    examples=(
        Example("My own case.", {}, "ground closing", question=SEE),
        Example("A colleague's case, without a reason.", {"assigned": "no"}, "lacks closing", question=SEE),
        Example(
            "The head of service looks, and says why.",
            {"actor": "head_of_service", "assigned": "no", "reason": "yes"},
            "ground duty closing",
            question=SEE,
        ),
        Example("A volunteer.", {"actor": "volunteer"}, "closing", question=SEE),
    ),
)
