"""A caller who stays unknown is not pressed for detail, and nothing that identifies them is written down."""

from inconfidence.policy.facts import MayRecord
from inconfidence.policy.finding import NOTHING, Findings
from inconfidence.policy.rule import Bound, Check, Example, recording, rule
from inconfidence.policy.vocabulary import Ground, Question, StepKind

RECORD = Question.MAY_RECORD


def record(bound: Bound) -> Check:
    """Bar words that show who an anonymous caller is, save what is needed to protect a child."""
    unknown = bound.met(Ground.RECORD, "nothing in it shows who the caller is")
    protects = bound.met(Ground.RECORD, "what is needed to protect a child may be asked and written down")
    shows = bound.bar(Ground.RECORD, "this caller chose to stay unknown", StepKind.LEAVE_OUT_IDENTIFYING)

    def check(facts: MayRecord) -> Findings:
        if facts.kind != "anonymous_note":
            return NOTHING
        if facts.identifying == "no":
            return unknown
        return protects if facts.safeguarding == "yes" else shows

    return check


CALLER = {"kind": "anonymous_note"}
RULE = rule(
    __doc__,
    slug="no-probing",
    authority="UK GDPR Art. 5(1)(c)",
    asked=(recording(record, "kind", "identifying", "safeguarding"),),
    examples=(
        Example("What the caller asked.", CALLER, "met", question=RECORD),
        Example("And the street they live in.", {**CALLER, "identifying": "yes"}, "bar", question=RECORD),
        Example(
            "The street where a child is in danger.",
            {**CALLER, "identifying": "yes", "safeguarding": "yes"},
            "met",
            question=RECORD,
        ),
        Example("A note on a case.", {}, "", question=RECORD),
    ),
)
