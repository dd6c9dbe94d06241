"""The person whose file it is gets a copy of what went."""

from inconfidence.policy.facts import MayAnswerRequest
from inconfidence.policy.finding import NOTHING, Findings
from inconfidence.policy.parameters import word
from inconfidence.policy.rule import Bound, Check, Example, answering, rule
from inconfidence.policy.vocabulary import DutyKind, Ground, Question, StepKind

ANSWER = Question.MAY_ANSWER_REQUEST
BY_LAW = ("requires", "order")


def answer(bound: Bound) -> Check:
    """Owed from the release on, and a step before closing; what went by order of the law brings none."""
    here = bound.hanging_on("copy")
    must = bound.values["copy"] == "must"
    owed = here.duty(Ground.CONSENT, DutyKind.COPY_TO_SERVICE_USER if must else DutyKind.OFFER_COPY)
    copied = here.met(Ground.REQUEST, "{person} has a copy of what went")
    offered = here.met(Ground.REQUEST, "a copy is offered, and {person} need not have one")
    missing = here.step(Ground.REQUEST, "{person} has no copy of what went", StepKind.SEND_COPY)

    def check(facts: MayAnswerRequest) -> Findings:
        if facts.kind != "council" or facts.stage == "log":
            return NOTHING
        if facts.stage == "release":
            return owed
        if facts.ended != "released" or facts.law in BY_LAW:
            return NOTHING
        if not must:
            return offered
        return copied if (facts.copy_sent, facts.copy_to) == ("yes", "subject") else missing

    return check


CLOSING = {"kind": "council", "stage": "close"}
SENT = {**CLOSING, "copy_sent": "yes"}
RULE = rule(
    __doc__,
    slug="request-copy",
    authority="UK GDPR Art. 5(1)(a)",
    parameters={"copy": word("must", "offer")},
    asked=(answering(answer, "kind", "stage", "ended", "law", "copy_sent", "copy_to"),),
    examples=(
        Example("Notes go to the council.", {"kind": "council"}, "duty", {"copy": "must"}, question=ANSWER),
        Example(
            "The same where a copy is offered.",
            {"kind": "council"},
            "duty",
            {"copy": "offer"},
            question=ANSWER,
        ),
        Example("Closed without a copy.", CLOSING, "step", {"copy": "must"}, question=ANSWER),
        Example("Closed with a copy.", SENT, "met", {"copy": "must"}, question=ANSWER),
        Example(
            "The copy went to a neighbour.",
            {**SENT, "copy_to": "someone_else"},
            "step",
            {"copy": "must"},
            question=ANSWER,
        ),
        Example(
            "Closed without one, where it is offered.", CLOSING, "met", {"copy": "offer"}, question=ANSWER
        ),
        Example("It was declined.", {**CLOSING, "ended": "declined"}, "", {"copy": "must"}, question=ANSWER),
    ),
)
