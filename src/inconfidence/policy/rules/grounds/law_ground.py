"""Court orders and duties in law are obeyed, within their terms; a letter or a badge is neither."""

from inconfidence.policy.facts import MayAnswerRequest, MayDisclose
from inconfidence.policy.finding import NOTHING, Findings
from inconfidence.policy.parameters import optional, word
from inconfidence.policy.requested import from_outside
from inconfidence.policy.rule import Bound, Check, Example, answering, disclosing, rule
from inconfidence.policy.vocabulary import DutyKind, Ground, Question, StepKind

LETTER = "a letter, a claim of authority or a badge is not an order or a duty in law"


def disclose(bound: Bound) -> Check:
    """An order or a duty stands by itself and ends at its own terms; a policy may have the head see it first."""
    found = {
        "none": NOTHING,
        "asserted": bound.lacks(Ground.LAW, LETTER, claimed=True),
        "permits": bound.lacks(Ground.LAW, "the law cited allows this and does not require it", claimed=True),
        "requires": _stands(bound, "the law requires it"),
        "order": _stands(bound, "a court has ordered it"),
    }
    beyond = bound.bar(
        Ground.LAW, "this goes beyond what the order or the duty names", StepKind.KEEP_WITHIN_TERMS
    )
    unseen = (
        bound.hanging_on("decided_by").approval(
            Ground.LAW, "{lead} sees the order or the duty first, and decides"
        )
        if bound.values.get("decided_by") == "head_of_service"
        else bound.duty(Ground.LAW, DutyKind.TELL_LEAD)
    )

    def check(facts: MayDisclose) -> Findings:
        here = found[facts.law]
        if facts.law not in ("requires", "order"):
            return here
        if facts.within_terms == "no":
            here += beyond
        return here if facts.head_decided == "yes" else here + unseen

    return check


def answer(bound: Bound) -> Check:
    """A request that the law or a court stands behind is answered, to whoever it names."""
    found = {
        "asserted": bound.lacks(Ground.LAW, LETTER, claimed=True),
        "requires": _stands(bound, "the law requires it"),
        "order": _stands(bound, "a court has ordered it"),
    }
    elsewhere = bound.bar(
        Ground.LAW, "it goes to whom the order or the duty names", StepKind.SEND_TO_REQUESTER
    )
    decides = (
        bound.hanging_on("decided_by").approval(
            Ground.LAW, "{lead} sees the order or the duty first, and decides"
        )
        if bound.values.get("decided_by") == "head_of_service"
        else NOTHING
    )

    def check(facts: MayAnswerRequest) -> Findings:
        if facts.stage != "release" or not from_outside(facts) or facts.law not in found:
            return NOTHING
        here = found[facts.law]
        if facts.law == "asserted":
            return here
        if facts.to not in ("requester", "named_officer"):
            here += elsewhere
        return here if facts.head_decided == "yes" else here + decides

    return check


def _stands(bound: Bound, says: str) -> Findings:
    return bound.ground(Ground.LAW, says, passes_bars=True) + bound.duty(Ground.LAW, DutyKind.RECORD_LAW)


ANSWER = Question.MAY_ANSWER_REQUEST
POLICE = {"kind": "outside", "requester": "official"}
RULE = rule(
    __doc__,
    slug="law-ground",
    authority="UK GDPR Art. 6(1)(c)",
    parameters={"decided_by": optional(word("head_of_service"))},
    asked=(
        disclosing(disclose, "law", "within_terms", "head_decided"),
        answering(answer, "kind", "stage", "to", "law", "head_decided"),
    ),
    examples=(
        Example("A sealed court order names these notes.", {"law": "order"}, "ground duty duty"),
        Example(
            "The same where the manager sees it first.",
            {"law": "order"},
            "ground duty approval",
            {"decided_by": "head_of_service"},
        ),
        Example("It names less.", {"law": "order", "within_terms": "no"}, "ground duty bar duty"),
        Example("A solicitor's letter says that we must.", {"law": "asserted"}, "lacks"),
        Example("The council says that a statute lets us.", {"law": "permits"}, "lacks"),
        Example("The police bring an order.", {**POLICE, "law": "order"}, "ground duty", question=ANSWER),
        Example("They bring a letter.", {**POLICE, "law": "asserted"}, "lacks", question=ANSWER),
        Example(
            "They bring a letter that names somebody else.",
            {**POLICE, "law": "asserted", "to": "mailbox"},
            "lacks",
            question=ANSWER,
        ),
        Example(
            "It would go to somebody else.",
            {**POLICE, "law": "requires", "to": "mailbox"},
            "ground duty bar",
            question=ANSWER,
        ),
    ),
)
