"""Whether anybody has come to us is itself confidential: one reply, known or not, that neither \
confirms nor denies.
"""

from inconfidence.policy.agreement import READS, asking_helps, covers
from inconfidence.policy.facts import MayDisclose
from inconfidence.policy.finding import NOTHING, Findings
from inconfidence.policy.rule import Bound, Check, Example, disclosing, rule
from inconfidence.policy.vocabulary import Ground, StepKind

INSIDE = ("service_staff", "user")


def disclose(bound: Bound) -> Check:
    """Bar telling anybody outside that somebody has come to us, unless that somebody agreed to this recipient."""
    says = "whether anybody has come to us is itself confidential"
    unasked = bound.bar(Ground.ACT, says, StepKind.OBTAIN_CONSENT)
    asked = bound.bar(Ground.ACT, says)
    agreed = bound.met(Ground.CONSENT, "{person} agreed to this recipient hearing that they came to us")

    def check(facts: MayDisclose) -> Findings:
        told = facts.act == "confirm_known" or (facts.extent == "existence" and facts.recipient not in INSIDE)
        if not told:
            return NOTHING
        if covers(facts):
            return agreed
        return unasked if asking_helps(facts) else asked

    return check


RULE = rule(
    __doc__,
    slug="existence-protected",
    authority="Common-law duty of confidence: confidence attaches to having sought help",
    asked=(disclosing(disclose, "act", "extent", "recipient", *READS),),
    examples=(
        Example(
            "A grandmother rings to ask whether the family is known.",
            {"act": "confirm_known", "recipient": "relative"},
            "bar",
        ),
        Example("The same after a no.", {"act": "confirm_known", "consent": "refused"}, "bar"),
        Example(
            "The parent agreed that the school may know.", {"act": "confirm_known", "consent": "given"}, "met"
        ),
    ),
)
