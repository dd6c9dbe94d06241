"""Only the person whose information it is can agree to its leaving."""

from inconfidence.policy.facts import MayDisclose, MayObtain
from inconfidence.policy.finding import NOTHING, Findings
from inconfidence.policy.rule import Bound, Check, Example, disclosing, obtaining, rule
from inconfidence.policy.vocabulary import Ground, Question, StepKind


def agreed(bound: Bound) -> Check:
    """Bar a consent that somebody else gave."""
    own = bound.met(Ground.CONSENT, "it is their own {consent}")
    others = bound.bar(
        Ground.CONSENT,
        "somebody else agreed, and only the person whose information it is can",
        StepKind.OBTAIN_CONSENT,
    )

    def check(facts: MayDisclose | MayObtain) -> Findings:
        if facts.consent != "given":
            return NOTHING
        return own if facts.consent_from == "subject" else others

    return check


RULE = rule(
    __doc__,
    slug="own-consent",
    authority="Children and Families Act 2014 ss.19 and 83; common-law duty of confidence",
    asked=(disclosing(agreed, "consent", "consent_from"), obtaining(agreed, "consent", "consent_from")),
    examples=(
        Example("The young person agreed.", {"consent": "given"}, "met"),
        Example("Her mother agreed for her.", {"consent": "given", "consent_from": "someone_else"}, "bar"),
        Example(
            "Her mother agreed that we see her school record.",
            {"consent": "given", "consent_from": "someone_else"},
            "bar",
            question=Question.MAY_OBTAIN,
        ),
    ),
)
