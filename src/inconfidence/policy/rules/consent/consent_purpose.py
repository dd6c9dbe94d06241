"""A consent serves the purpose it was given for and no other."""

from inconfidence.policy.facts import MayDisclose
from inconfidence.policy.finding import NOTHING, Findings
from inconfidence.policy.rule import Bound, Check, Example, disclosing, rule
from inconfidence.policy.vocabulary import Ground, StepKind


def disclose(bound: Bound) -> Check:
    """Bar a purpose that the consent was not given for."""
    same = bound.met(Ground.CONSENT, "it serves the purpose agreed to")
    other = bound.bar(Ground.CONSENT, "{consent} was not given for this purpose", StepKind.OBTAIN_CONSENT)

    def check(facts: MayDisclose) -> Findings:
        if facts.consent != "given":
            return NOTHING
        return same if facts.consent_purpose == "yes" else other

    return check


RULE = rule(
    __doc__,
    slug="consent-purpose",
    authority="UK GDPR Art. 5(1)(b)",
    asked=(disclosing(disclose, "consent", "consent_purpose"),),
    examples=(
        Example("The annual review, on a yes for it.", {"consent": "given"}, "met"),
        Example("A prosecution, on the same yes.", {"consent": "given", "consent_purpose": "no"}, "bar"),
    ),
)
