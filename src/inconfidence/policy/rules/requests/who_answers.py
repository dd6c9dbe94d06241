"""One named role answers; anyone may log, and a volunteer only passes on."""

from collections.abc import Mapping

from inconfidence.policy.facts import MayAnswerRequest
from inconfidence.policy.finding import Findings
from inconfidence.policy.parameters import word
from inconfidence.policy.requested import READS, is_access
from inconfidence.policy.rule import Bound, Check, Example, answering, rule
from inconfidence.policy.vocabulary import DutyKind, Ground, Question, StepKind

ANSWER = Question.MAY_ANSWER_REQUEST
ACTORS = ("head_of_service", "worker", "volunteer")
OTHERS = ("worker", "volunteer")


def answer(bound: Bound) -> Check:
    """Logging is for everybody, and only logging; the rest is for one role. The last word is this rule's too."""
    head, volunteer = bound.hanging_on("decided_by"), bound.hanging_on("volunteer")
    found = {True: _found(head, volunteer), False: _found(head.but_the_law(), volunteer.but_the_law())}

    def check(facts: MayAnswerRequest) -> Findings:
        return found[is_access(facts)][facts.stage, facts.actor]

    return check


def _found(head: Bound, volunteer: Bound) -> Mapping[tuple[str, str], Findings]:
    """What is found at each stage for each actor; the law on access is cited only where access is asked for."""
    always = head.answer("{lead} answers every request", answered_by="head_of_service") + head.closing(
        "nothing that we hold goes out unless this policy or the law lets it go"
    )
    passes = {"head_of_service": head, "worker": head, "volunteer": volunteer}
    logging = {("log", actor): always + _logs(by, actor) for actor, by in passes.items()}
    theirs = {
        ("release", "head_of_service"): always + head.met(Ground.ACT, "{lead} answers it"),
        ("close", "head_of_service"): always
        + head.ground(Ground.REQUEST, "{lead} closes a request once it is answered"),
    }
    only = _not_theirs(head, "only {lead} answers a request")
    barred = {
        "worker": only,
        "volunteer": _not_theirs(volunteer, "{volunteers} pass a request on, and no more"),
    }
    others = {(stage, actor): always + barred[actor] for stage in ("release", "close") for actor in OTHERS}
    return logging | theirs | others


def _logs(bound: Bound, actor: str) -> Findings:
    says = "{volunteers} pass a request on" if actor == "volunteer" else "anyone here may log a request"
    noted = bound.ground(Ground.REQUEST, says) + bound.duty(Ground.REQUEST, DutyKind.LOG_REQUEST)
    if actor == "head_of_service":
        return noted
    return noted + bound.duty(Ground.REQUEST, DutyKind.HAND_REQUEST_ON)


def _not_theirs(bound: Bound, says: str) -> Findings:
    """Nobody else releases, an order of a court in hand or not: the law's own ground is barred as well."""
    return bound.bar(Ground.ACT, says, StepKind.HAND_TO_LEAD) + bound.bar(
        Ground.LAW, says, StepKind.HAND_TO_LEAD
    )


USUAL = {"decided_by": "head_of_service", "volunteer": "passes_on"}
RULE = rule(
    __doc__,
    slug="who-answers",
    authority="UK GDPR Arts. 12 and 24: somebody must own the deadline",
    parameters={"decided_by": word("head_of_service"), "volunteer": word("passes_on")},
    asked=(answering(answer, "stage", "actor", *READS),),
    examples=(
        Example("The manager answers.", {}, "answer closing met", USUAL, question=ANSWER),
        Example("A worker sends it.", {"actor": "worker"}, "answer closing bar bar", USUAL, question=ANSWER),
        Example(
            "A worker logs it.",
            {"actor": "worker", "stage": "log"},
            "answer closing ground duty duty",
            USUAL,
            question=ANSWER,
        ),
        Example(
            "The manager logs it.", {"stage": "log"}, "answer closing ground duty", USUAL, question=ANSWER
        ),
        Example(
            "A volunteer passes it on.",
            {"actor": "volunteer", "stage": "log"},
            "answer closing ground duty duty",
            USUAL,
            question=ANSWER,
        ),
        Example(
            "A volunteer replies to the police.",
            {"actor": "volunteer", "kind": "outside"},
            "answer closing bar bar",
            USUAL,
            question=ANSWER,
        ),
        Example("It is closed.", {"stage": "close"}, "answer closing ground", USUAL, question=ANSWER),
    ),
)
