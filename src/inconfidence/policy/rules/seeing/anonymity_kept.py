"""Nobody tries to find out who an anonymous caller was."""

from inconfidence.policy.facts import MaySee
from inconfidence.policy.finding import NOTHING, Findings
from inconfidence.policy.rule import Bound, Check, Example, rule, seeing
from inconfidence.policy.vocabulary import Ground, Question

SEE = Question.MAY_SEE


def see(bound: Bound) -> Check:
    """Bar matching, by anybody and for whatever reason."""
    matching = bound.bar(Ground.ACT, "nobody tries to find out who an anonymous caller was")

    def check(facts: MaySee) -> Findings:
        return matching if facts.act == "match" else NOTHING

    return check


RULE = rule(
    __doc__,
    slug="anonymity-kept",
    authority="UK GDPR Art. 11",
    asked=(seeing(see, "act"),),
    examples=(
        Example("A worker looks for whose number it was.", {"act": "match"}, "bar", question=SEE),
        Example("A worker reads what was asked.", {"item": "anonymous_enquiry"}, "", question=SEE),
    ),
)
