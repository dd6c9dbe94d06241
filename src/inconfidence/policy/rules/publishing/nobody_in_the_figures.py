"""No figure lets anybody be picked out."""

from inconfidence.policy.facts import MayPublish
from inconfidence.policy.finding import NOTHING, Findings
from inconfidence.policy.rule import Bound, Check, Example, publishing, rule
from inconfidence.policy.vocabulary import Ground, Question, StepKind

PUBLISH = Question.MAY_PUBLISH


def publish(bound: Bound) -> Check:
    """Counts alone, and no small one that can be read or worked out; a list of people is no figure."""
    could = "these figures could show who a family is"
    fine = {
        "suppressed_counts": bound.met(Ground.FIGURES, "no small number can be read or worked out"),
        "unsuppressed_counts": bound.bar(
            Ground.FIGURES, f"{could}: small numbers are still in them", StepKind.COUNT_ONLY
        ),
        "case_level": bound.bar(Ground.FIGURES, f"{could}: they go case by case", StepKind.COUNT_ONLY),
    }
    people = bound.bar(Ground.ACT, "a list of the people we help is no figure", StepKind.COUNT_ONLY)

    def check(facts: MayPublish) -> Findings:
        if facts.kind == "user_list":
            return people
        return fine[facts.level] if facts.kind == "return" else NOTHING

    return check


RULE = rule(
    __doc__,
    slug="nobody-in-the-figures",
    authority="UK GDPR recital 26; common-law duty of confidence",
    asked=(publishing(publish, "kind", "level"),),
    examples=(
        Example("Counts, the small ones hidden.", {}, "met", {}, PUBLISH),
        Example("A table with a two in it.", {"level": "unsuppressed_counts"}, "bar", {}, PUBLISH),
        Example("A line for every case.", {"level": "case_level"}, "bar", {}, PUBLISH),
        Example("A list of our users.", {"kind": "user_list"}, "bar", {}, PUBLISH),
        Example("A story is no figure.", {"kind": "story", "level": "case_level"}, "", {}, PUBLISH),
    ),
)
