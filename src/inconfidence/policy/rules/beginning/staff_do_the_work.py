"""Staff take on casework, record what the work needs, and say why when they send somebody elsewhere."""

from inconfidence.policy.facts import MayBeginCasework, MayRecord, MayWork
from inconfidence.policy.finding import Findings
from inconfidence.policy.rule import Bound, Check, Example, beginning, recording, rule, working
from inconfidence.policy.vocabulary import DutyKind, Ground, Question, StepKind

BEGIN, RECORD, WORK = Question.MAY_BEGIN_CASEWORK, Question.MAY_RECORD, Question.MAY_WORK
NOTICED = ("note", "observation")


def begin(bound: Bound) -> Check:
    """The ground of closing a first contact and of sending elsewhere; and the last word on beginning."""
    closing = bound.closing("nothing in this policy lets it begin")
    in_depth = bound.closing("general information can be given all the same")
    found = {
        "casework": bound.met(Ground.CASEWORK, "staff take on casework") + in_depth,
        "close_first_contact": bound.ground(Ground.FIRST_CONTACT, "nothing that has to come first is missing")
        + closing,
    }
    elsewhere = bound.ground(Ground.FIRST_CONTACT, "the reason is written down") + closing
    unsaid = elsewhere + bound.step(
        Ground.FIRST_CONTACT,
        "why {person} is sent elsewhere is written down first",
        StepKind.SAY_WHY_DECLINED,
    )

    def check(facts: MayBeginCasework) -> Findings:
        if facts.act == "decline":
            return unsaid if facts.reason_declined == "none" else elsewhere
        return found.get(facts.act, closing)

    return check


def record(bound: Bound) -> Check:
    """The ground of everything that is written down, with what is owed for a concern and for what bears on nothing."""
    closing = bound.closing("what the work does not need is not written down")
    needed = bound.ground(Ground.RECORD, "staff record what the work needs") + closing
    concern = needed + bound.duty(Ground.RECORD, DutyKind.RECORD_CONCERN)
    beside = (
        bound.ground(Ground.RECORD, "this policy leaves it to staff what the work needs")
        + closing
        + bound.duty(Ground.RECORD, DutyKind.LEAVE_UNWRITTEN)
    )

    def check(facts: MayRecord) -> Findings:
        if facts.safeguarding == "yes":
            return concern
        return beside if facts.kind in NOTICED and facts.relevant == "no" else needed

    return check


def work(bound: Bound) -> Check:
    """The ground of staff; and the last word for everybody who has none."""
    closing = bound.closing("nothing in this policy lets anybody else take on casework")
    staff = bound.ground(Ground.CASEWORK, "staff take on casework") + closing

    def check(facts: MayWork) -> Findings:
        return staff if facts.actor == "worker" else closing

    return check


RULE = rule(
    __doc__,
    slug="staff-do-the-work",
    authority="Children and Families Act 2014 s.32: what the service is there for",
    asked=(
        beginning(begin, "act", "reason_declined"),
        recording(record, "kind", "relevant", "safeguarding"),
        working(work, "actor"),
    ),
    examples=(
        Example("A worker takes on a case.", {}, "met closing", question=BEGIN),
        Example("The first call is over.", {"act": "close_first_contact"}, "ground closing", question=BEGIN),
        Example(
            "A matter for another service.",
            {"act": "decline", "reason_declined": "other"},
            "ground closing",
            question=BEGIN,
        ),
        Example("Sent away, and nobody says why.", {"act": "decline"}, "ground closing step", question=BEGIN),
        Example("A note of a call.", {}, "ground closing", question=RECORD),
        Example("A note about a concern.", {"safeguarding": "yes"}, "ground closing duty", question=RECORD),
        Example("What the work does not need.", {"relevant": "no"}, "ground closing duty", question=RECORD),
        Example("A colleague takes on a case.", {"actor": "worker"}, "ground closing", question=WORK),
        Example("A volunteer would.", {}, "closing", question=WORK),
    ),
)
