"""Only contact basics are required; help never depends on more."""

from inconfidence.policy.facts import MayBeginCasework
from inconfidence.policy.finding import NOTHING, Findings
from inconfidence.policy.rule import Bound, Check, Example, beginning, rule
from inconfidence.policy.vocabulary import Ground, Question

BEGIN = Question.MAY_BEGIN_CASEWORK


def begin(bound: Bound) -> Check:
    """Bar sending somebody away because they would not say more."""
    withheld = bound.bar(Ground.ACT, "help does not depend on telling us more than how to reach {person}")

    def check(facts: MayBeginCasework) -> Findings:
        if facts.act == "decline" and facts.reason_declined == "optional_detail":
            return withheld
        return NOTHING

    return check


RULE = rule(
    __doc__,
    slug="optional-detail",
    authority="UK GDPR Art. 5(1)(c)",
    asked=(beginning(begin, "act", "reason_declined"),),
    examples=(
        Example(
            "Sent away because she would not say where the child goes to school.",
            {"act": "decline", "reason_declined": "optional_detail"},
            "bar",
            question=BEGIN,
        ),
        Example("She is helped.", {}, "", question=BEGIN),
    ),
)
