"""A reply to one person holds nothing from or about another's enquiry, and no gap shows that there is one."""

from inconfidence.policy.facts import MayAnswerRequest
from inconfidence.policy.finding import NOTHING, Findings
from inconfidence.policy.requested import READS, is_personal
from inconfidence.policy.rule import Bound, Check, Example, answering, rule
from inconfidence.policy.vocabulary import Ground, Question

ANSWER = Question.MAY_ANSWER_REQUEST


def answer(bound: Bound) -> Check:
    """Whose it is comes before who asks and who receives: nothing lifts this but the law."""
    others = bound.bar(Ground.ACT, "a reply to one person holds nothing of somebody else’s enquiry")
    own = bound.met(Ground.OWN_INFORMATION, "it holds nothing of anybody else’s enquiry")

    def check(facts: MayAnswerRequest) -> Findings:
        if facts.stage != "release":
            return NOTHING
        if facts.about == "other_enquiry":
            return others
        return own if is_personal(facts) else NOTHING

    return check


RULE = rule(
    __doc__,
    slug="separate-requests",
    authority="SEND Code of Practice 2015 2.9 to 2.16; Data Protection Act 2018 Sch. 2 para 16",
    asked=(answering(answer, "stage", *READS),),
    examples=(
        Example("The mother asks for her own notes.", {"requester": "parent"}, "met", question=ANSWER),
        Example(
            "The mother asks for what her son told us.",
            {"requester": "parent", "about": "other_enquiry"},
            "bar",
            question=ANSWER,
        ),
        Example("How many families were helped.", {"kind": "foi", "about": "counts"}, "", question=ANSWER),
    ),
)
