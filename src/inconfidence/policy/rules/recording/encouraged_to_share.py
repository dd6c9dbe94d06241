"""Urging somebody to share is recorded as urging, never as consent."""

from inconfidence.policy.facts import MayRecord
from inconfidence.policy.finding import NOTHING, Findings
from inconfidence.policy.rule import Bound, Check, Example, recording, rule
from inconfidence.policy.vocabulary import Ground, Question

RECORD = Question.MAY_RECORD
CONSENTS = ("consent", "consent_change")


def record(bound: Bound) -> Check:
    """Urging has an entry of its own; only what the person then says themselves is their agreement."""
    urged = bound.met(Ground.RECORD, "it is recorded as urging")
    taken_for = bound.bar(Ground.RECORD, "urging somebody to share is not their {consent}")

    def check(facts: MayRecord) -> Findings:
        if facts.kind == "encouragement":
            return urged
        return taken_for if facts.kind in CONSENTS and facts.by != "the_person" else NOTHING

    return check


RULE = rule(
    __doc__,
    slug="encouraged-to-share",
    authority="UK GDPR Art. 4(11) by analogy; common-law duty of confidence",
    asked=(recording(record, "kind", "by"),),
    examples=(
        Example("We urged her to tell the school.", {"kind": "encouragement"}, "met", question=RECORD),
        Example(
            "We write that down as her yes.", {"kind": "consent", "by": "worker"}, "bar", question=RECORD
        ),
        Example("She says yes herself.", {"kind": "consent"}, "", question=RECORD),
    ),
)
