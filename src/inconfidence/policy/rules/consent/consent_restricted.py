"""A consent limited to certain people, roles or items reaches nobody and nothing else."""

from inconfidence.policy.facts import MayDisclose
from inconfidence.policy.finding import NOTHING, Findings
from inconfidence.policy.rule import Bound, Check, Example, disclosing, rule
from inconfidence.policy.vocabulary import Ground, StepKind


def disclose(bound: Bound) -> Check:
    """Bar a recipient or an item that the consent does not cover."""
    inside = bound.met(Ground.CONSENT, "this recipient and these items are covered")
    recipient = bound.bar(
        Ground.CONSENT, "{person} agreed to other people being told, not to this", StepKind.OBTAIN_CONSENT
    )
    items = bound.bar(
        Ground.CONSENT, "{person} agreed to other things being told, not to these", StepKind.OBTAIN_CONSENT
    )

    def check(facts: MayDisclose) -> Findings:
        if facts.consent != "given":
            return NOTHING
        found = recipient if facts.consent_recipient == "no" else NOTHING
        if facts.consent_items == "no":
            found += items
        return found or inside

    return check


RULE = rule(
    __doc__,
    slug="consent-restricted",
    authority="Common-law duty of confidence; UK GDPR Art. 5(1)(b)",
    asked=(disclosing(disclose, "consent", "consent_recipient", "consent_items"),),
    examples=(
        Example("The school, on a yes to the school.", {"consent": "given"}, "met"),
        Example(
            "The council, on a yes to the school.", {"consent": "given", "consent_recipient": "no"}, "bar"
        ),
        Example(
            "The diagnosis, on a yes to attendance only.", {"consent": "given", "consent_items": "no"}, "bar"
        ),
    ),
)
