"""A volunteer sees as much of a case as this policy gives volunteers, and no more."""

from inconfidence.policy.facts import MaySee
from inconfidence.policy.finding import NOTHING, Findings
from inconfidence.policy.parameters import word
from inconfidence.policy.rule import Bound, Check, Example, rule, seeing
from inconfidence.policy.vocabulary import Ground, Question

SEE = Question.MAY_SEE


def see(bound: Bound) -> Check:
    """The ground of volunteers: assignment before provenance before sharing, as far as the policy goes."""
    here = bound.hanging_on("sees")
    sees = bound.values["sees"]
    stands = here.ground(Ground.VOLUNTEER, "{volunteers} see this much of the {case}s they help with")
    nothing = here.lacks(Ground.VOLUNTEER, "{service_users}’ notes are for staff, not for {volunteers}")
    not_theirs = here.lacks(Ground.VOLUNTEER, "{volunteers} see only the {case}s they help with")
    not_given = here.lacks(
        Ground.VOLUNTEER, "{volunteers} see only what the {parent} provided and staff have shared with them"
    )

    def check(facts: MaySee) -> Findings:
        if facts.actor != "volunteer":
            return NOTHING
        if sees == "nothing":
            return nothing
        if facts.assigned == "no":
            return not_theirs
        given = facts.source == "parent" and facts.shared == "yes"
        return stands if given or sees == "assigned_case" else not_given

    return check


LETTER = {"actor": "volunteer", "item": "letter", "source": "parent", "shared": "yes"}


RULE = rule(
    __doc__,
    slug="volunteer-scope",
    authority="UK GDPR Arts. 5(1)(c) and 32(4)",
    parameters={"sees": word("parent_supplied", "assigned_case", "nothing")},
    asked=(seeing(see, "actor", "assigned", "source", "shared"),),
    examples=(
        Example(
            "The parent's letter, shared with her.",
            LETTER,
            "ground",
            {"sees": "parent_supplied"},
            question=SEE,
        ),
        Example(
            "The same, not shared.",
            {**LETTER, "shared": "no"},
            "lacks",
            {"sees": "parent_supplied"},
            question=SEE,
        ),
        Example(
            "Another family's.",
            {**LETTER, "assigned": "no"},
            "lacks",
            {"sees": "assigned_case"},
            question=SEE,
        ),
        Example(
            "A policy that shows volunteers nothing.", LETTER, "lacks", {"sees": "nothing"}, question=SEE
        ),
    ),
)
