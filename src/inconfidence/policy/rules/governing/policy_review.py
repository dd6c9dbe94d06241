"""The policy is reviewed as often, and by whom, as it says itself."""

from inconfidence.policy.facts import MayAdopt
from inconfidence.policy.finding import NOTHING, Findings
from inconfidence.policy.parameters import months, words
from inconfidence.policy.rule import Bound, Check, Example, adopting, rule
from inconfidence.policy.vocabulary import DutyKind, Ground, Question, Role, StepKind

ADOPT = Question.MAY_ADOPT
REVIEWERS = {
    Role.HEAD_OF_SERVICE: ("{lead}", StepKind.REVIEW_BY_LEAD),
    Role.GOVERNING_GROUP: ("{group}", StepKind.REVIEW_BY_GROUP),
}


def adopt(bound: Bound) -> Check:
    """A review counts once everybody named has recorded it; a version that nobody reviewed moves no date."""
    here = bound.hanging_on("by")
    by = bound.values["by"]
    assert isinstance(by, tuple)
    named = [Role(each) for each in by]
    everybody = " and ".join(REVIEWERS[role][0] for role in named)
    some = here.ground(Ground.REVIEW, f"{everybody} looked at the policy as a whole")
    missing = {role: _missing(here, role) for role in named}
    nobody = here.lacks(
        Ground.REVIEW, f"{everybody} must look at this policy", *(REVIEWERS[role][1] for role in named)
    )
    set_the_next = bound.duty(Ground.ACT, DutyKind.SET_NEXT_REVIEW)
    keep_the_old = bound.duty(Ground.ACT, DutyKind.KEEP_REVIEW_DATE)

    def check(facts: MayAdopt) -> Findings:
        absent = [role for role in named if role not in facts.by]
        if facts.act == "adopt_version":
            return keep_the_old if absent else set_the_next
        if len(absent) == len(named):
            return nobody
        return some + sum((missing[role] for role in absent), NOTHING) + set_the_next

    return check


def _missing(here: Bound, role: Role) -> Findings:
    who, step = REVIEWERS[role]
    says = f"{who} has not recorded a review"
    return here.approval(Ground.REVIEW, says, role) + here.step(Ground.REVIEW, says, step)


RULE = rule(
    __doc__,
    slug="policy-review",
    authority="UK GDPR Arts. 5(2) and 24(1) and (2)",
    parameters={"months": months(), "by": words("head_of_service", "governing_group")},
    asked=(adopting(adopt, "act", "by"),),
    examples=(
        Example(
            "Whoever the policy names looked at it.",
            {"by": frozenset({"governing_group"})},
            "ground duty",
            {"months": 12, "by": ("governing_group",)},
            question=ADOPT,
        ),
        Example(
            "The head of service alone, where the group reviews.",
            {"by": frozenset({"head_of_service"})},
            "lacks",
            {"months": 36, "by": ("governing_group",)},
            question=ADOPT,
        ),
        Example(
            "One of the two who review it.",
            {"by": frozenset({"head_of_service"})},
            "ground approval step duty",
            {"months": 24, "by": ("head_of_service", "governing_group")},
            question=ADOPT,
        ),
        Example(
            "A version that changes a name and nothing else.",
            {"act": "adopt_version", "minute": "yes"},
            "duty",
            {"months": 24, "by": ("head_of_service",)},
            question=ADOPT,
        ),
    ),
)
