"""Paper notes hold what this policy says and nothing more."""

from inconfidence.policy.facts import MayRecord
from inconfidence.policy.finding import NOTHING, Findings
from inconfidence.policy.rule import Bound, Check, Example, recording, rule
from inconfidence.policy.vocabulary import DutyKind, Ground, Question

RECORD = Question.MAY_RECORD


def record(bound: Bound) -> Check:
    """Flag a paper note that holds more: the policy says what is among them, and forbids nothing."""
    fits = bound.met(Ground.RECORD, "it holds issues raised and action taken")
    more = bound.duty(Ground.RECORD, DutyKind.FLAG_PAPER_NOTE)

    def check(facts: MayRecord) -> Findings:
        if facts.kind != "paper_note":
            return NOTHING
        return fits if facts.content == "issues_and_actions" else more

    return check


RULE = rule(
    __doc__,
    slug="paper-notes-purpose",
    authority="UK GDPR Art. 5(1)(b) and (c)",
    asked=(recording(record, "kind", "content"),),
    examples=(
        Example("The issue raised and what was done.", {"kind": "paper_note"}, "met", question=RECORD),
        Example("A list of addresses.", {"kind": "paper_note", "content": "other"}, "duty", question=RECORD),
        Example("A note in the system.", {}, "", question=RECORD),
    ),
)
