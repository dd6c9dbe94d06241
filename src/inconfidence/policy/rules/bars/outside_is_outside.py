"""Council and host colleagues outside this service are other parties."""

from inconfidence.policy.agreement import READS, asking_helps, covers
from inconfidence.policy.facts import MayDisclose
from inconfidence.policy.finding import NOTHING, Findings
from inconfidence.policy.rule import Bound, Check, Example, disclosing, rule
from inconfidence.policy.vocabulary import Ground, StepKind

OUTSIDE = ("council", "host_staff")


def disclose(bound: Bound) -> Check:
    """Bar talking a case over with them as if they were inside; under consent they are recipients like any other."""
    says = "colleagues of the council and of the host count as other parties, not as part of our service"
    unasked = bound.bar(Ground.ACT, says, StepKind.OBTAIN_CONSENT)
    asked = bound.bar(Ground.ACT, says)
    party = bound.met(Ground.CONSENT, "they are told as another party, with {consent}")

    def check(facts: MayDisclose) -> Findings:
        if facts.recipient not in OUTSIDE:
            return NOTHING
        if covers(facts) or facts.act != "internal" or facts.identifies == "nobody":
            return party
        return unasked if asking_helps(facts) else asked

    return check


RULE = rule(
    __doc__,
    slug="outside-is-outside",
    authority="UK GDPR Art. 4(10); common-law duty of confidence",
    asked=(disclosing(disclose, "recipient", "act", "identifies", *READS),),
    examples=(
        Example("A council officer joins supervision.", {"recipient": "council", "act": "internal"}, "bar"),
        Example(
            "The same after a no.", {"recipient": "council", "act": "internal", "consent": "refused"}, "bar"
        ),
        Example("The council is told with consent.", {"recipient": "council", "consent": "given"}, "met"),
    ),
)
