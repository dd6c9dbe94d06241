"""Without a period nothing is destroyed; a person reviews on the default date."""

from inconfidence.policy.facts import FileToday
from inconfidence.policy.finding import NOTHING, Findings
from inconfidence.policy.rule import Bound, Check, Example, keeping, rule
from inconfidence.policy.vocabulary import Ground, Question, StepKind

KEEP = Question.HOW_LONG_TO_KEEP


def keep(bound: Bound) -> Check:
    """A closing that was undone counts for nothing; a file without a period waits for its day, then for a person."""
    opened = bound.bar(Ground.ACT, "the {case} is open", StepKind.CLOSE_CASE)
    waits = bound.lacks(Ground.KEPT, "a person looks at this file on {review_on}")
    due = (
        bound.ground(Ground.FILE_REVIEW, "a person looked at this file and let it go")
        + bound.approval(Ground.FILE_REVIEW, "no period is set, so a person looks at this file")
        + bound.step(
            Ground.FILE_REVIEW, "no period is set, so a person looks at this file", StepKind.REVIEW_FILE
        )
    )

    def check(facts: FileToday) -> Findings:
        if facts.case == "open":
            return opened
        if facts.period != "blank":
            return NOTHING
        return due if facts.review == "past" else waits

    return check


RULE = rule(
    __doc__,
    slug="retention-review",
    authority="UK GDPR Art. 5(1)(e); Limitation Act 1980",
    asked=(keeping(keep, "case", "period", "review"),),
    examples=(
        Example("A case that was opened again.", {}, "bar", question=KEEP),
        Example("No period, and the day is still to come.", {"case": "closed"}, "lacks", question=KEEP),
        Example(
            "No period, and the day has come.",
            {"case": "closed", "review": "past"},
            "ground approval step",
            question=KEEP,
        ),
        Example("The policy has a period.", {"case": "closed", "period": "set"}, "", question=KEEP),
    ),
)
