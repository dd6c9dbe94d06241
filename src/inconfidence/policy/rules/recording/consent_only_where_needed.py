"""Consent is asked for only where talking to others is needed to help, and says to whom."""

from inconfidence.policy.facts import MayRecord
from inconfidence.policy.finding import NOTHING, Findings
from inconfidence.policy.rule import Bound, Check, Example, recording, rule
from inconfidence.policy.vocabulary import Ground, Question, StepKind

RECORD = Question.MAY_RECORD


def record(bound: Bound) -> Check:
    """Bar a consent to everything; send back one that names nobody. A later change of mind needs neither."""
    needed = bound.met(Ground.RECORD, "it says why talking to others is needed, and to whom")
    blanket = bound.bar(
        Ground.RECORD,
        "{consent} is asked for only where talking to others is needed to help",
        StepKind.STATE_NECESSITY,
    )
    nobody = bound.step(
        Ground.RECORD,
        "it does not say who will be told, or why nobody can be named",
        StepKind.NAME_RECIPIENTS,
    )

    def check(facts: MayRecord) -> Findings:
        if facts.kind != "consent":
            return NOTHING
        found = blanket if facts.necessity_stated == "no" else NOTHING
        if facts.recipients == "neither":
            found += nobody
        return found or needed

    return check


CONSENT = {"kind": "consent"}
RULE = rule(
    __doc__,
    slug="consent-only-where-needed",
    authority="UK GDPR Art. 5(1)(b) and (c)",
    asked=(recording(record, "kind", "necessity_stated", "recipients"),),
    examples=(
        Example("To the school, for the review.", CONSENT, "met", question=RECORD),
        Example("To everybody, just in case.", {**CONSENT, "necessity_stated": "no"}, "bar", question=RECORD),
        Example("It names nobody.", {**CONSENT, "recipients": "neither"}, "step", question=RECORD),
        Example(
            "She takes it back.", {"kind": "consent_change", "necessity_stated": "no"}, "", question=RECORD
        ),
    ),
)
