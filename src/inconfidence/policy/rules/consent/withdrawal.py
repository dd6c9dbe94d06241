"""Consent can be withdrawn at any time, by any means, at once; what was sent stays on record."""

from inconfidence.policy.facts import MayDisclose
from inconfidence.policy.finding import NOTHING, Findings
from inconfidence.policy.rule import Bound, Check, Example, disclosing, rule
from inconfidence.policy.vocabulary import Ground


def disclose(bound: Bound) -> Check:
    """A withdrawn consent is no consent; nobody is sent to ask for it back."""
    withdrawn = bound.lacks(Ground.CONSENT, "taking {consent} back counts at once, however it was said")

    def check(facts: MayDisclose) -> Findings:
        return withdrawn if facts.consent == "withdrawn" else NOTHING

    return check


RULE = rule(
    __doc__,
    slug="withdrawal",
    authority="UK GDPR Art. 7(3)",
    asked=(disclosing(disclose, "consent"),),
    examples=(Example("She rang this morning to take it back.", {"consent": "withdrawn"}, "lacks"),),
)
