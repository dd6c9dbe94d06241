"""Consent comes before the act; a later one never cures an earlier disclosure."""

from inconfidence.policy.facts import MayDisclose, MayObtain
from inconfidence.policy.finding import NOTHING, Findings
from inconfidence.policy.rule import Bound, Check, Example, disclosing, obtaining, rule
from inconfidence.policy.vocabulary import Ground, Question


def agreed(bound: Bound) -> Check:
    """Bar an act that came before its consent; nothing mends what has been said."""
    before = bound.met(Ground.CONSENT, "{person} agreed beforehand")
    late = bound.bar(
        Ground.CONSENT,
        "{consent} comes first: this one was given afterwards, and what was done before it is a breach",
    )

    def check(facts: MayDisclose | MayObtain) -> Findings:
        if facts.consent != "given":
            return NOTHING
        return before if facts.consent_before == "yes" else late

    return check


RULE = rule(
    __doc__,
    slug="consent-comes-first",
    authority="Common-law duty of confidence; UK GDPR Art. 33 for what went without a ground",
    asked=(disclosing(agreed, "consent", "consent_before"), obtaining(agreed, "consent", "consent_before")),
    examples=(
        Example("Agreed on Monday, told on Tuesday.", {"consent": "given"}, "met"),
        Example("Told on Monday, agreed on Tuesday.", {"consent": "given", "consent_before": "no"}, "bar"),
        Example(
            "Looked up on Monday, agreed on Tuesday.",
            {"consent": "given", "consent_before": "no"},
            "bar",
            question=Question.MAY_OBTAIN,
        ),
    ),
)
