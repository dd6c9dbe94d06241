"""What is noticed about a family is written down only when it bears on the matter in hand; safeguarding notes have \
their own way.
"""

from inconfidence.policy.facts import MayRecord
from inconfidence.policy.finding import NOTHING, Findings
from inconfidence.policy.rule import Bound, Check, Example, recording, rule
from inconfidence.policy.vocabulary import Ground, Question, StepKind

RECORD = Question.MAY_RECORD
NOTES = ("note", "observation", "anonymous_note", "paper_note")


def record(bound: Bound) -> Check:
    """Bar a note that bears on no issue of the case, unless it belongs to a concern."""
    bears = bound.met(Ground.RECORD, "it bears on an issue of the {case}")
    beside = bound.bar(
        Ground.RECORD,
        "only what bears directly on the matter in hand is written down",
        StepKind.STATE_RELEVANCE,
    )

    def check(facts: MayRecord) -> Findings:
        if facts.kind not in NOTES or facts.safeguarding == "yes":
            return NOTHING
        return bears if facts.relevant == "yes" else beside

    return check


RULE = rule(
    __doc__,
    slug="directly-relevant",
    authority="UK GDPR Art. 5(1)(c)",
    asked=(recording(record, "kind", "relevant", "safeguarding"),),
    examples=(
        Example(
            "The steps at the door, for a transport appeal.", {"kind": "observation"}, "met", question=RECORD
        ),
        Example(
            "The state of the kitchen.", {"kind": "observation", "relevant": "no"}, "bar", question=RECORD
        ),
        Example(
            "The same, for a concern about a child.",
            {"kind": "observation", "relevant": "no", "safeguarding": "yes"},
            "",
            question=RECORD,
        ),
        Example("A consent.", {"kind": "consent", "relevant": "no"}, "", question=RECORD),
    ),
)
