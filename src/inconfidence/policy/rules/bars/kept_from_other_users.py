"""What one user tells us is not shown to another, family or not, and neither learns that the other came."""

from inconfidence.policy.agreement import READS, asking_helps, covers
from inconfidence.policy.facts import MayDisclose, MaySee
from inconfidence.policy.finding import NOTHING, Findings
from inconfidence.policy.rule import Bound, Check, Example, disclosing, rule, seeing
from inconfidence.policy.vocabulary import Ground, Question, StepKind

USERS = ("other_user", "relative", "user")


def disclose(bound: Bound) -> Check:
    """Bar one user's words from another, unless they are the speaker's own and the speaker agreed."""
    says = "what one person tells us is not shown to another, family or not"
    unasked = bound.bar(Ground.ACT, says, StepKind.OBTAIN_CONSENT)
    asked = bound.bar(Ground.ACT, says)
    in_confidence = bound.bar(Ground.ACT, "somebody else told us this in confidence")
    agreed = bound.met(Ground.CONSENT, "{person} agreed to this person being told")

    def check(facts: MayDisclose) -> Findings:
        if facts.recipient not in USERS:
            return NOTHING
        if facts.provided_by == "other_in_confidence":
            return in_confidence
        if facts.recipient != "other_user":
            return NOTHING
        if covers(facts):
            return agreed
        return unasked if asking_helps(facts) else asked

    return check


def see(bound: Bound) -> Check:
    """Bar looking across from one enquiry into another, and joining two."""
    other = bound.bar(Ground.ACT, "each enquiry is kept apart, same family or not")
    joined = bound.bar(Ground.ACT, "separate enquiries are never joined")

    def check(facts: MaySee) -> Findings:
        if facts.act == "merge":
            return joined
        return other if facts.item == "other_enquiry" else NOTHING

    return check


RULE = rule(
    __doc__,
    slug="kept-from-other-users",
    authority="SEND Code of Practice 2015 2.9 to 2.16; Children Act 1989 ss.2 and 3",
    asked=(disclosing(disclose, "recipient", "provided_by", *READS), seeing(see, "act", "item")),
    examples=(
        Example("The father asks what the mother said.", {"recipient": "other_user"}, "bar"),
        Example("The mother said that he may know.", {"recipient": "other_user", "consent": "given"}, "met"),
        Example("The mother said no.", {"recipient": "other_user", "consent": "refused"}, "bar"),
        Example(
            "The mother asks to read what her son told us.",
            {"recipient": "user", "provided_by": "other_in_confidence"},
            "bar",
        ),
        Example(
            "A worker opens the son's enquiry from the mother's.",
            {"item": "other_enquiry"},
            "bar",
            question=Question.MAY_SEE,
        ),
        Example("A worker joins the two.", {"act": "merge"}, "bar", question=Question.MAY_SEE),
    ),
)
