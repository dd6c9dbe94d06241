"""A request ends one of three ways: released with consent, handed to the parents or their solicitor, declined; what \
the parents took on themselves is not sent again.
"""

from inconfidence.policy.facts import MayAnswerRequest
from inconfidence.policy.finding import NOTHING, Findings
from inconfidence.policy.replies import NOT_SUPPLYING
from inconfidence.policy.rule import Bound, Check, Example, answering, rule
from inconfidence.policy.vocabulary import Ground, Question

ANSWER = Question.MAY_ANSWER_REQUEST


def answer(bound: Bound) -> Check:
    """Two roads beside a plain no, and never both: once handed over, the rest is for whoever has it."""
    theirs = bound.bar(
        Ground.ACT, "the {parents} chose to pass this on themselves, and we do not send it again"
    ) + bound.answer("the {council} hears that we shall not be supplying it", reply=NOT_SUPPLYING)
    open_still = bound.met(Ground.CONSENT, "the {parents} have not taken this on themselves")
    ends = bound.met(Ground.REQUEST, "it ends as released, handed over or declined")

    def check(facts: MayAnswerRequest) -> Findings:
        if facts.kind != "council" or facts.stage == "log":
            return NOTHING
        if facts.stage == "close":
            return ends
        return theirs if facts.passed_to_parent == "yes" else open_still

    return check


COUNCIL = {"kind": "council"}
RULE = rule(
    __doc__,
    slug="request-two-routes",
    authority="The national network’s guidance on requests for case files",
    asked=(answering(answer, "kind", "stage", "passed_to_parent"),),
    examples=(
        Example("Notes go with the parents' consent.", COUNCIL, "met", question=ANSWER),
        Example(
            "The parents already have everything.",
            {**COUNCIL, "passed_to_parent": "yes"},
            "bar answer",
            question=ANSWER,
        ),
        Example("It is closed.", {**COUNCIL, "stage": "close"}, "met", question=ANSWER),
        Example("It came in today.", {**COUNCIL, "stage": "log"}, "", question=ANSWER),
    ),
)
