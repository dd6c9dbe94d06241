"""A consent names those who will be told, or gives the reason that it cannot."""

from inconfidence.policy.facts import MayDisclose
from inconfidence.policy.finding import NOTHING, Findings
from inconfidence.policy.rule import Bound, Check, Example, disclosing, rule
from inconfidence.policy.vocabulary import Ground, StepKind


def disclose(bound: Bound) -> Check:
    """Send a form without recipients back for them."""
    named = bound.met(Ground.CONSENT, "it says who will be told")
    unnamed = bound.step(Ground.CONSENT, "the form does not say who will be told", StepKind.NAME_RECIPIENTS)

    def check(facts: MayDisclose) -> Findings:
        if facts.consent != "given":
            return NOTHING
        return unnamed if facts.consent_record == "form_no_recipients" else named

    return check


RULE = rule(
    __doc__,
    slug="recipients-named",
    authority="UK GDPR Arts. 5(2) and 7(1)",
    asked=(disclosing(disclose, "consent", "consent_record"),),
    examples=(
        Example("The form names the school.", {"consent": "given"}, "met"),
        Example("It names nobody.", {"consent": "given", "consent_record": "form_no_recipients"}, "step"),
    ),
)
