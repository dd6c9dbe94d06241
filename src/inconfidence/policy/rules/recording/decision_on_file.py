"""The person's own decision is recorded with its date and never overwritten; nobody decides for them."""

from inconfidence.policy.facts import MayRecord
from inconfidence.policy.finding import NOTHING, Findings
from inconfidence.policy.rule import Bound, Check, Example, recording, rule
from inconfidence.policy.vocabulary import Ground, Question, StepKind

RECORD = Question.MAY_RECORD


def record(bound: Bound) -> Check:
    """A decision is the person's, and a later one stands beside the earlier. Nobody is sent to ask again after a no."""
    theirs = bound.met(Ground.RECORD, "it is what {person} decided")
    nobody = "nobody decides this for {person}"
    by_another = {
        "consent": bound.bar(Ground.RECORD, nobody, StepKind.ASK_THE_PERSON),
        "consent_change": bound.bar(Ground.RECORD, nobody),
    }
    overwritten = bound.bar(
        Ground.RECORD,
        "a decision on the file is never overwritten: a later one stands beside it",
        StepKind.RECORD_LATER_DECISION,
    )

    def check(facts: MayRecord) -> Findings:
        if facts.kind == "decision_edit":
            return overwritten
        if facts.kind not in by_another:
            return NOTHING
        return theirs if facts.by == "the_person" else by_another[facts.kind]

    return check


RULE = rule(
    __doc__,
    slug="decision-on-file",
    authority="UK GDPR Arts. 5(1)(d), 5(2) and 7(1)",
    asked=(recording(record, "kind", "by"),),
    examples=(
        Example("She said yes on Tuesday.", {"kind": "consent"}, "met", question=RECORD),
        Example("She takes it back on Friday.", {"kind": "consent_change"}, "met", question=RECORD),
        Example(
            "A worker thinks she would agree.", {"kind": "consent", "by": "worker"}, "bar", question=RECORD
        ),
        Example(
            "The manager turns her no into a yes.",
            {"kind": "consent_change", "by": "head_of_service"},
            "bar",
            question=RECORD,
        ),
        Example("Tuesday's entry is changed.", {"kind": "decision_edit"}, "bar", question=RECORD),
        Example("A note.", {}, "", question=RECORD),
    ),
)
