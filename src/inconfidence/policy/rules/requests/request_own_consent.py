"""The council gets notes only on a yes to this very request from the person whose file it is; an older or wider \
consent is not enough, a refusal ends it.
"""

from inconfidence.policy.facts import MayAnswerRequest
from inconfidence.policy.finding import NOTHING, Findings
from inconfidence.policy.parameters import word
from inconfidence.policy.rule import Bound, Check, Example, answering, rule
from inconfidence.policy.vocabulary import DutyKind, Ground, Question, StepKind

ANSWER = Question.MAY_ANSWER_REQUEST


def answer(bound: Bound) -> Check:
    """The consent ground of a council's request; after a no nobody is sent to ask again."""
    here = bound.hanging_on("consent")
    agreed = here.ground(Ground.CONSENT, "{person} agreed to this very request") + here.duty(
        Ground.CONSENT, DutyKind.RECORD_ANSWER
    )
    asks = StepKind.ASK_ABOUT_REQUEST
    lacking = {
        "none": here.lacks(Ground.CONSENT, "{person} has not agreed to this request", asks),
        "general": here.lacks(Ground.CONSENT, "an older or wider yes is no yes to this request", asks),
        "specific": here.lacks(Ground.CONSENT, "somebody else agreed, not the person whose file it is", asks),
        "refused": here.lacks(Ground.CONSENT, "{person} has said no"),
    }

    def check(facts: MayAnswerRequest) -> Findings:
        if facts.kind != "council" or facts.stage != "release":
            return NOTHING
        theirs = facts.consent == "specific" and facts.consent_from == "subject"
        return agreed if theirs else lacking[facts.consent]

    return check


COUNCIL = {"kind": "council"}
SPECIFIC = {"consent": "specific"}
RULE = rule(
    __doc__,
    slug="request-own-consent",
    authority="Common-law duty of confidence",
    parameters={"consent": word("specific")},
    asked=(answering(answer, "kind", "stage", "consent", "consent_from"),),
    examples=(
        Example(
            "The parent agreed to it.", {**COUNCIL, **SPECIFIC}, "ground duty", SPECIFIC, question=ANSWER
        ),
        Example(
            "The parent once agreed that we talk to the council.",
            {**COUNCIL, "consent": "general"},
            "lacks",
            SPECIFIC,
            question=ANSWER,
        ),
        Example("The parent said no.", {**COUNCIL, "consent": "refused"}, "lacks", SPECIFIC, question=ANSWER),
        Example(
            "The mother agreed for a young man.",
            {**COUNCIL, **SPECIFIC, "consent_from": "someone_else"},
            "lacks",
            SPECIFIC,
            question=ANSWER,
        ),
        Example("The police ask.", {"kind": "outside"}, "", SPECIFIC, question=ANSWER),
    ),
)
