"""A refusal is respected: nobody but the person can turn it into a yes."""

from inconfidence.policy.facts import MayDisclose
from inconfidence.policy.finding import NOTHING, Findings
from inconfidence.policy.rule import Bound, Check, Example, disclosing, rule
from inconfidence.policy.vocabulary import Ground


def disclose(bound: Bound) -> Check:
    """A refusal ends the consent ground and nothing else, and brings no step: nobody is sent to press."""
    refused = bound.lacks(Ground.CONSENT, "a no is respected: only {person} can turn it into a yes")

    def check(facts: MayDisclose) -> Findings:
        return refused if facts.consent == "refused" else NOTHING

    return check


RULE = rule(
    __doc__,
    slug="refusal-stands",
    authority="UK GDPR Art. 7(4); common-law duty of confidence",
    asked=(disclosing(disclose, "consent"),),
    examples=(Example("He said no last week.", {"consent": "refused"}, "lacks"),),
)
