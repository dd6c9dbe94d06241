"""A referrer is told nothing afterwards without consent."""

from inconfidence.policy.agreement import READS, asking_helps, covers
from inconfidence.policy.facts import MayDisclose
from inconfidence.policy.finding import NOTHING, Findings
from inconfidence.policy.rule import Bound, Check, Example, disclosing, rule
from inconfidence.policy.vocabulary import Ground, StepKind


def disclose(bound: Bound) -> Check:
    """Bar whatever goes to whoever sent the family, unless the family agreed to it."""
    says = "whoever sent a family to us is told nothing afterwards unless the family agrees"
    unasked = bound.bar(Ground.ACT, says, StepKind.OBTAIN_CONSENT)
    asked = bound.bar(Ground.ACT, says)
    agreed = bound.met(Ground.CONSENT, "{person} agreed to the referrer being told")

    def check(facts: MayDisclose) -> Findings:
        if facts.recipient != "referrer":
            return NOTHING
        if covers(facts):
            return agreed
        return unasked if asking_helps(facts) else asked

    return check


RULE = rule(
    __doc__,
    slug="referrer-learns-nothing",
    authority="Common-law duty of confidence",
    asked=(disclosing(disclose, "recipient", *READS),),
    examples=(
        Example("The teacher who referred them asks how it goes.", {"recipient": "referrer"}, "bar"),
        Example("They said that she may know.", {"recipient": "referrer", "consent": "given"}, "met"),
        Example("They said no.", {"recipient": "referrer", "consent": "refused"}, "bar"),
    ),
)
