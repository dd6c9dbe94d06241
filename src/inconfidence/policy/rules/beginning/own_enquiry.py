"""A child or young person is a client in their own right, whatever age or capacity, and apart from any parent."""

from inconfidence.policy.facts import MayBeginCasework
from inconfidence.policy.finding import NOTHING, Findings
from inconfidence.policy.rule import Bound, Check, Example, beginning, rule
from inconfidence.policy.vocabulary import Ground, Question

BEGIN = Question.MAY_BEGIN_CASEWORK
THEMSELVES = ("child", "young_person")


def begin(bound: Bound) -> Check:
    """Nobody is turned away for age or capacity; what a child or young person begins is theirs alone."""
    turned_away = bound.bar(Ground.ACT, "age or capacity is no reason to turn anybody away")
    theirs = bound.met(Ground.ACT, "the enquiry is their own, apart from any parent’s")

    def check(facts: MayBeginCasework) -> Findings:
        if facts.act == "decline" and facts.reason_declined == "age_or_capacity":
            return turned_away
        return theirs if facts.relation in THEMSELVES else NOTHING

    return check


RULE = rule(
    __doc__,
    slug="own-enquiry",
    authority="Children and Families Act 2014 ss.19, 32 and 83; SEND Code of Practice 2015 2.9 to 2.16",
    asked=(beginning(begin, "relation", "act", "reason_declined"),),
    examples=(
        Example("A boy of nine asks for help.", {"relation": "child"}, "met", question=BEGIN),
        Example(
            "He is told to come back with his mother.",
            {"relation": "child", "act": "decline", "reason_declined": "age_or_capacity"},
            "bar",
            question=BEGIN,
        ),
        Example("His mother asks.", {}, "", question=BEGIN),
    ),
)
