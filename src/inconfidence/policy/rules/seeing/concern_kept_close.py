"""Hot words that were not meant stay between the worker and the head of service."""

from inconfidence.policy.facts import MaySee
from inconfidence.policy.finding import NOTHING, Findings
from inconfidence.policy.rule import Bound, Check, Example, rule, seeing
from inconfidence.policy.vocabulary import Ground, Question

SEE = Question.MAY_SEE


def see(bound: Bound) -> Check:
    """Bar marked items from everybody but the worker on the case and the head of service, whatever the reason."""
    close = bound.bar(Ground.ACT, "hot words stay between the worker on the {case} and {lead}")

    def check(facts: MaySee) -> Findings:
        if facts.item != "restricted" or facts.actor == "head_of_service":
            return NOTHING
        return NOTHING if facts.actor == "worker" and facts.assigned == "yes" else close

    return check


RULE = rule(
    __doc__,
    slug="concern-kept-close",
    authority="Common-law duty of confidence",
    asked=(seeing(see, "actor", "item", "assigned"),),
    examples=(
        Example("The worker on the case.", {"item": "restricted"}, "", question=SEE),
        Example(
            "A colleague with a reason.",
            {"item": "restricted", "assigned": "no", "reason": "yes"},
            "bar",
            question=SEE,
        ),
        Example(
            "The head of service.",
            {"actor": "head_of_service", "item": "restricted", "assigned": "no"},
            "",
            question=SEE,
        ),
    ),
)
