"""Records that schools keep are closed to volunteers; a copy from the parent is treated as this \
policy says.
"""

from inconfidence.policy.facts import MaySee
from inconfidence.policy.finding import NOTHING, Findings
from inconfidence.policy.parameters import word
from inconfidence.policy.rule import Bound, Check, Example, rule, seeing
from inconfidence.policy.vocabulary import Ground, Question

SEE = Question.MAY_SEE


def see(bound: Bound) -> Check:
    """Bar what the school sent; the parent's copy is visible, or waits for the head of service."""
    closed = bound.bar(Ground.ACT, "records that schools keep are closed to {volunteers}")
    here = bound.hanging_on("parent_copy")
    visible = here.met(Ground.VOLUNTEER, "it is the {parent}’s own copy")
    decides = here.approval(
        Ground.VOLUNTEER, "{lead} decides whether a {volunteer} may see a {parent}’s copy of a school record"
    )
    waits = bound.values["parent_copy"] == "head_decides"

    def check(facts: MaySee) -> Findings:
        if facts.actor != "volunteer" or facts.item != "school_record":
            return NOTHING
        if facts.source != "parent":
            return closed
        return decides if waits and facts.head_decided == "no" else visible

    return check


COPY = {"actor": "volunteer", "item": "school_record", "source": "parent"}


RULE = rule(
    __doc__,
    slug="volunteer-school-record",
    authority="The service's own policy",
    parameters={"parent_copy": word("head_decides", "visible")},
    asked=(seeing(see, "actor", "item", "source", "head_decided"),),
    examples=(
        Example(
            "The parent's copy, where the manager decides.",
            COPY,
            "approval",
            {"parent_copy": "head_decides"},
            question=SEE,
        ),
        Example(
            "The parent's copy, where it is visible.", COPY, "met", {"parent_copy": "visible"}, question=SEE
        ),
        Example(
            "The school's own.",
            {**COPY, "source": "professional"},
            "bar",
            {"parent_copy": "visible"},
            question=SEE,
        ),
    ),
)
