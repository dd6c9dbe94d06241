"""Staff take on casework, record what the work needs, and say why when they send somebody elsewhere."""

from inconfidence.policy.facts import MayBeginCasework, MayRecord
from inconfidence.policy.finding import NOTHING, Findings
from inconfidence.policy.rule import Bound, Check, Example, beginning, recording, rule
from inconfidence.policy.vocabulary import DutyKind, Ground, Question, StepKind

BEGIN, RECORD = Question.MAY_BEGIN_CASEWORK, Question.MAY_RECORD


def begin(bound: Bound) -> Check:
    """The ground of closing a first contact and of sending elsewhere; and the last word on beginning."""
    closing = bound.closing("nothing in this policy lets it begin")
    found = {
        "casework": bound.met(Ground.CASEWORK, "staff take on casework"),
        "close_first_contact": bound.ground(
            Ground.FIRST_CONTACT, "everything that belongs to a first contact is done"
        ),
    }
    elsewhere = bound.ground(Ground.FIRST_CONTACT, "the reason is written down")
    unsaid = elsewhere + bound.step(
        Ground.FIRST_CONTACT,
        "why {person} is sent elsewhere is written down first",
        StepKind.SAY_WHY_DECLINED,
    )

    def check(facts: MayBeginCasework) -> Findings:
        if facts.act == "decline":
            return (unsaid if facts.reason_declined == "none" else elsewhere) + closing
        return found.get(facts.act, NOTHING) + closing

    return check


def record(bound: Bound) -> Check:
    """The ground of everything that is written down; what belongs to a concern goes into the concern."""
    closing = bound.closing("what the work does not need is not written down")
    needed = bound.ground(Ground.RECORD, "staff record what the work needs") + closing
    concern = bound.duty(Ground.RECORD, DutyKind.RECORD_CONCERN) + needed

    def check(facts: MayRecord) -> Findings:
        return concern if facts.safeguarding == "yes" else needed

    return check


RULE = rule(
    __doc__,
    slug="staff-do-the-work",
    authority="Children and Families Act 2014 s.32: what the service is there for",
    asked=(beginning(begin, "act", "reason_declined"), recording(record, "safeguarding")),
    examples=(
        Example("A worker takes on a case.", {}, "met closing", question=BEGIN),
        Example("The first call is over.", {"act": "close_first_contact"}, "ground closing", question=BEGIN),
        Example(
            "A matter for another service.",
            {"act": "decline", "reason_declined": "other"},
            "ground closing",
            question=BEGIN,
        ),
        Example("Sent away, and nobody says why.", {"act": "decline"}, "ground step closing", question=BEGIN),
        Example("A note of a call.", {}, "ground closing", question=RECORD),
        Example("A note about a concern.", {"safeguarding": "yes"}, "duty ground closing", question=RECORD),
    ),
)
