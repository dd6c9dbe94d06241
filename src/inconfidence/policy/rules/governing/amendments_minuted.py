"""Changes are agreed and minuted before they take effect."""

from inconfidence.policy.facts import MayAdopt
from inconfidence.policy.finding import NOTHING, Findings
from inconfidence.policy.rule import Bound, Check, Example, adopting, rule
from inconfidence.policy.vocabulary import Ground, Question, StepKind

ADOPT = Question.MAY_ADOPT


def adopt(bound: Bound) -> Check:
    """Bar a version whose minute has no reference and date; a review changes nothing, and needs none."""
    minuted = bound.met(Ground.ADOPTION, "the minute’s reference and date are on record")
    without = bound.bar(
        Ground.ADOPTION, "changes are agreed and minuted before they take effect", StepKind.ENTER_MINUTE
    )

    def check(facts: MayAdopt) -> Findings:
        if facts.act != "adopt_version":
            return NOTHING
        return minuted if facts.minute == "yes" else without

    return check


RULE = rule(
    __doc__,
    slug="amendments-minuted",
    authority="UK GDPR Art. 5(2)",
    asked=(adopting(adopt, "act", "minute"),),
    examples=(
        Example(
            "A version with its minute.", {"act": "adopt_version", "minute": "yes"}, "met", question=ADOPT
        ),
        Example("A version without one.", {"act": "adopt_version"}, "bar", question=ADOPT),
        Example("A review that changes nothing.", {}, "", question=ADOPT),
    ),
)
