"""As many people approve as this policy says, and two approvals are two people."""

from collections.abc import Callable

from inconfidence.policy.facts import MayAnswerRequest
from inconfidence.policy.finding import NOTHING, Findings
from inconfidence.policy.parameters import word
from inconfidence.policy.rule import Bound, Check, Example, answering, rule
from inconfidence.policy.vocabulary import Ground, Question, Role, StepKind

ANSWER = Question.MAY_ANSWER_REQUEST
CONSENT = Ground.CONSENT


def answer(bound: Bound) -> Check:
    """Who decides on a council's request beside whoever answers it: nobody, the head of service, or two people."""
    builds: dict[object, Callable[[Bound], Check]] = {
        "none": _nobody_else,
        "one_consulted": _consulted,
        "head": _head,
        "two": _two,
    }
    approved = builds[bound.values["approvals"]](bound)

    def check(facts: MayAnswerRequest) -> Findings:
        return approved(facts) if facts.kind == "council" and facts.stage == "release" else NOTHING

    return check


def _nobody_else(bound: Bound) -> Check:
    met = bound.hanging_on("approvals").met(CONSENT, "our service handles it, and nobody else has to approve")
    return lambda facts: met


def _consulted(bound: Bound) -> Check:
    here = bound.hanging_on("approvals")
    talked = here.met(CONSENT, "it was talked through with {lead}")
    not_yet = here.step(CONSENT, "this has not been talked through with {lead}", StepKind.CONSULT_LEAD)
    return lambda facts: talked if facts.lead_discussed == "yes" else not_yet


def _head(bound: Bound) -> Check:
    here = bound.hanging_on("approvals")
    decided = here.met(CONSENT, "{lead} has decided")
    decides = here.approval(CONSENT, "{lead} decides whether this goes to the {council}")
    return lambda facts: decided if facts.head_decided == "yes" else decides


def _two(bound: Bound) -> Check:
    """Both posts on one day; one person in both is one approval, and the second passes to the host's delegate."""
    here = bound.hanging_on("approvals")
    both = "both {lead} and {host_manager} consider this"
    host = here.approval(CONSENT, both, Role.HOST_MANAGER)
    approved = {
        "none": host + here.approval(CONSENT, both, Role.HEAD_OF_SERVICE),
        "one": host,
        "same_person": bound.hanging_on("same_person").approval(
            CONSENT,
            "two approvals are two people: the second passes from {host_manager} to {host_delegate}",
            Role.HOST_DELEGATE,
        ),
        "two": here.met(CONSENT, "two people have considered it"),
    }
    return lambda facts: approved[facts.approvals]


COUNCIL = {"kind": "council"}
RULE = rule(
    __doc__,
    slug="request-approvals",
    authority="UK GDPR Arts. 24 and 32",
    parameters={
        "approvals": word("none", "one_consulted", "head", "two"),
        "same_person": word("host_delegate"),
    },
    asked=(answering(answer, "kind", "stage", "lead_discussed", "head_decided", "approvals"),),
    examples=(
        Example("The service handles it alone.", COUNCIL, "met", {"approvals": "none"}, question=ANSWER),
        Example(
            "Nobody spoke to the manager.",
            {**COUNCIL, "lead_discussed": "no"},
            "step",
            {"approvals": "one_consulted"},
            question=ANSWER,
        ),
        Example(
            "The manager has yet to decide.", COUNCIL, "approval", {"approvals": "head"}, question=ANSWER
        ),
        Example(
            "One of two has approved.",
            {**COUNCIL, "approvals": "one"},
            "approval",
            {"approvals": "two", "same_person": "host_delegate"},
            question=ANSWER,
        ),
        Example(
            "One person has approved in both posts.",
            {**COUNCIL, "approvals": "same_person"},
            "approval",
            {"approvals": "two", "same_person": "host_delegate"},
            question=ANSWER,
        ),
        Example("The police ask.", {"kind": "outside"}, "", {"approvals": "none"}, question=ANSWER),
    ),
)
