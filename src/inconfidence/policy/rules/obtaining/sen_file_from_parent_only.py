"""Information from the SEN case file comes from the parent's own hand, never from the council, consent or not."""

from inconfidence.policy.facts import MayObtain
from inconfidence.policy.finding import NOTHING, Findings
from inconfidence.policy.rule import Bound, Check, Example, obtaining, rule
from inconfidence.policy.vocabulary import Ground, Question

OBTAIN = Question.MAY_OBTAIN


def obtain(bound: Bound) -> Check:
    """Bar the SEN case file; no yes opens it, and no step of ours."""
    never = bound.bar(Ground.ACT, "what the SEN case file holds comes from the {parent}’s own hand")

    def check(facts: MayObtain) -> Findings:
        return never if facts.source == "sen_file" else NOTHING

    return check


RULE = rule(
    __doc__,
    slug="sen-file-from-parent-only",
    authority="The service's own policy",
    asked=(obtaining(obtain, "source"),),
    examples=(
        Example(
            "The SEN case file, with a signed yes.",
            {"source": "sen_file", "consent": "given"},
            "bar",
            question=OBTAIN,
        ),
        Example("The school's record.", {"consent": "given"}, "", question=OBTAIN),
    ),
)
