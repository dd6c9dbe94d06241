"""A checked version comes into force from its date; earlier decisions keep the version of their day."""

from inconfidence.policy.facts import MayAdopt
from inconfidence.policy.finding import Findings
from inconfidence.policy.rule import Bound, Check, Example, adopting, rule
from inconfidence.policy.vocabulary import DutyKind, Ground, Question

ADOPT = Question.MAY_ADOPT


def adopt(bound: Bound) -> Check:
    """The ground of a new version; and the last word on what nobody has reviewed."""
    version = bound.ground(
        Ground.ADOPTION, "what was decided before keeps the version of its own day"
    ) + bound.duty(Ground.ADOPTION, DutyKind.ACKNOWLEDGE_VERSION)
    closing = bound.closing(
        "a review is recorded once those named have looked, and a version is in force once it is minuted"
    )

    def check(facts: MayAdopt) -> Findings:
        return version + closing if facts.act == "adopt_version" else closing

    return check


RULE = rule(
    __doc__,
    slug="adoption",
    authority="UK GDPR Arts. 5(2) and 24(2)",
    asked=(adopting(adopt, "act"),),
    examples=(
        Example("A new version.", {"act": "adopt_version"}, "ground duty closing", question=ADOPT),
        Example("A review.", {}, "closing", question=ADOPT),
    ),
)
