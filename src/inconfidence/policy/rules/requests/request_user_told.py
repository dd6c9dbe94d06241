"""The person concerned is told of (or talks through) every request from outside before anything is decided."""

from inconfidence.policy.facts import MayAnswerRequest
from inconfidence.policy.finding import NOTHING, Findings
from inconfidence.policy.parameters import word
from inconfidence.policy.requested import from_outside
from inconfidence.policy.rule import Bound, Check, Example, answering, rule
from inconfidence.policy.vocabulary import DutyKind, Ground, Question, StepKind

ANSWER = Question.MAY_ANSWER_REQUEST


def answer(bound: Bound) -> Check:
    """A step before any other ground; where the law obliges us it is owed the same day, unless the law forbids it."""
    here = bound.hanging_on("user")
    talks = bound.values["user"] == "discussed"
    knows = here.met(Ground.ACT, "{person} knows of the request")
    says = (
        "this has not been talked through with {person}"
        if talks
        else "{person} has not heard of this request"
    )
    step = StepKind.TALK_IT_THROUGH if talks else StepKind.TELL_PERSON
    unheard = here.step(Ground.ACT, says, step) + here.duty(Ground.LAW, DutyKind.TELL_OF_REQUEST)

    def check(facts: MayAnswerRequest) -> Findings:
        if facts.stage != "release" or not from_outside(facts):
            return NOTHING
        heard = facts.told == "yes" and (not talks or facts.user_discussed == "yes")
        return knows if heard else unheard

    return check


COUNCIL = {"kind": "council"}
RULE = rule(
    __doc__,
    slug="request-user-told",
    authority="UK GDPR Art. 5(1)(a); common-law duty of confidence",
    parameters={"user": word("told", "discussed")},
    asked=(answering(answer, "kind", "stage", "told", "user_discussed"),),
    examples=(
        Example("The parent was told.", COUNCIL, "met", {"user": "told"}, question=ANSWER),
        Example(
            "Nobody told the parent.",
            {"kind": "outside", "told": "no"},
            "step duty",
            {"user": "told"},
            question=ANSWER,
        ),
        Example(
            "The parent was told, and it was not talked through.",
            {**COUNCIL, "user_discussed": "no"},
            "step duty",
            {"user": "discussed"},
            question=ANSWER,
        ),
        Example("The person asks for their own.", {"told": "no"}, "", {"user": "told"}, question=ANSWER),
    ),
)
