"""What people tell us stays here unless one of this policy's grounds, or the law, lets it go."""

from inconfidence.policy.facts import MayDisclose
from inconfidence.policy.finding import Findings
from inconfidence.policy.rule import Bound, Check, Example, disclosing, rule


def disclose(bound: Bound) -> Check:
    """Always the same last word, shown when no other rule had a reason."""
    closing = bound.closing("none of the grounds of this policy lets it go")

    def check(facts: MayDisclose) -> Findings:
        return closing

    return check


RULE = rule(
    __doc__,
    slug="only-these-grounds",
    authority="Common-law duty of confidence",
    asked=(disclosing(disclose),),
    examples=(Example("Whatever is asked, this is the last word.", {}, "closing"),),
)
