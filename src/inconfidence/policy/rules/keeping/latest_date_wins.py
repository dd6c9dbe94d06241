"""The latest of those dates governs, compared as dates."""

from inconfidence.policy.facts import FileToday
from inconfidence.policy.finding import Findings
from inconfidence.policy.rule import Bound, Check, Example, keeping, rule
from inconfidence.policy.vocabulary import DutyKind, Ground, Question

KEEP = Question.HOW_LONG_TO_KEEP
SET = {"case": "closed", "period": "set"}


def keep(bound: Bound) -> Check:
    """Bar whatever comes before the latest date; afterwards the file goes with a certificate. And the last word."""
    closing = bound.closing("a file is destroyed only after the latest of its dates")
    ahead = bound.bar(Ground.KEPT, "this file is kept until {destroy_on}") + closing
    other = (
        bound.bar(Ground.KEPT, "another category, {category}, needs this file until {destroy_on}") + closing
    )
    past = (
        bound.met(Ground.KEPT, "every date has passed")
        + bound.duty(Ground.ACT, DutyKind.AUTHORISED_DESTROYS)
        + bound.duty(Ground.ACT, DutyKind.WRITE_CERTIFICATE)
        + closing
    )

    def check(facts: FileToday) -> Findings:
        if facts.period != "set":
            return closing
        if facts.date == "past":
            return past
        return ahead if facts.category == "parent_support" else other

    return check


RULE = rule(
    __doc__,
    slug="latest-date-wins",
    authority="UK GDPR Art. 5(1)(e); Family Law Reform Act 1969 s.9",
    asked=(keeping(keep, "period", "category", "date"),),
    examples=(
        Example(
            "The day after the latest date.", {**SET, "date": "past"}, "met duty duty closing", question=KEEP
        ),
        Example("Twelve years are not over.", {**SET}, "bar closing", question=KEEP),
        Example(
            "They are, and the child was in care.",
            {**SET, "category": "in_care"},
            "bar closing",
            question=KEEP,
        ),
        Example("No date has been worked out.", {"case": "closed"}, "closing", question=KEEP),
    ),
)
