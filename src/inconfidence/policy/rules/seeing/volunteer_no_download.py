"""Volunteers look; they keep no case information on equipment of their own."""

from inconfidence.policy.facts import MaySee
from inconfidence.policy.finding import NOTHING, Findings
from inconfidence.policy.rule import Bound, Check, Example, rule, seeing
from inconfidence.policy.vocabulary import Ground, Question

SEE = Question.MAY_SEE


def see(bound: Bound) -> Check:
    """Bar a volunteer's download."""
    kept = bound.bar(Ground.ACT, "{volunteers} keep no {case} information on equipment of their own")

    def check(facts: MaySee) -> Findings:
        return kept if facts.actor == "volunteer" and facts.act == "download" else NOTHING

    return check


RULE = rule(
    __doc__,
    slug="volunteer-no-download",
    authority="UK GDPR Art. 32",
    asked=(seeing(see, "actor", "act"),),
    examples=(
        Example(
            "A volunteer saves a letter at home.",
            {"actor": "volunteer", "act": "download"},
            "bar",
            question=SEE,
        ),
        Example("A worker does.", {"act": "download"}, "", question=SEE),
    ),
)
