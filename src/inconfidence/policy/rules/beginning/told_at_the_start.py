"""At the start people hear what confidentiality means here and where it ends."""

from inconfidence.policy.facts import MayBeginCasework
from inconfidence.policy.finding import NOTHING, Findings
from inconfidence.policy.parameters import word
from inconfidence.policy.rule import Bound, Check, Example, beginning, rule
from inconfidence.policy.vocabulary import DutyKind, Ground, Question, StepKind

BEGIN = Question.MAY_BEGIN_CASEWORK
LATER = ("casework", "close_first_contact")


def begin(bound: Bound) -> Check:
    """Before casework, and before a first contact is closed: a step, or a reminder, as the policy has it."""
    here = bound.hanging_on("missing")
    told = here.met(Ground.ACT, "{person} knows what confidentiality means here")
    gates = bound.values["missing"] == "step"
    untold = (
        here.step(
            Ground.ACT, "{person} has not heard what confidentiality means here", StepKind.GIVE_STATEMENT
        )
        if gates
        else here.duty(Ground.ACT, DutyKind.EXPLAIN_CONFIDENTIALITY)
    )

    def check(facts: MayBeginCasework) -> Findings:
        if facts.act not in LATER:
            return NOTHING
        return told if facts.statement == "yes" else untold

    return check


RULE = rule(
    __doc__,
    slug="told-at-the-start",
    authority="UK GDPR Arts. 5(1)(a) and 13",
    parameters={"missing": word("step", "prompt")},
    asked=(beginning(begin, "act", "statement"),),
    examples=(
        Example("Said in the first call.", {}, "met", {"missing": "step"}, question=BEGIN),
        Example("Nobody said it.", {"statement": "no"}, "step", {"missing": "step"}, question=BEGIN),
        Example(
            "Nobody said it, and this policy has no words of its own on it.",
            {"statement": "no"},
            "duty",
            {"missing": "prompt"},
            question=BEGIN,
        ),
        Example(
            "First advice waits for nothing.",
            {"statement": "no", "act": "general_information"},
            "",
            {"missing": "step"},
            question=BEGIN,
        ),
    ),
)
