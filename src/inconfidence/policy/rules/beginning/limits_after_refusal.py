"""Someone who refuses is told how far help can then go, and the file says so."""

from inconfidence.policy.facts import MayBeginCasework
from inconfidence.policy.finding import NOTHING, Findings
from inconfidence.policy.parameters import word
from inconfidence.policy.rule import Bound, Check, Example, beginning, rule
from inconfidence.policy.vocabulary import DutyKind, Ground, Question, StepKind

BEGIN = Question.MAY_BEGIN_CASEWORK


def begin(bound: Bound) -> Check:
    """Casework after a refusal waits for the explanation, or reminds of it, as the policy has it; it never ends."""
    here = bound.hanging_on("missing")
    told = here.met(Ground.CASEWORK, "{person} knows how far help goes without talking to others")
    untold = (
        here.step(
            Ground.CASEWORK,
            "{person} said no to sharing, and has not heard how far help then goes",
            StepKind.EXPLAIN_LIMITS,
        )
        if bound.values["missing"] == "step"
        else here.duty(Ground.CASEWORK, DutyKind.EXPLAIN_LIMITS)
    )

    def check(facts: MayBeginCasework) -> Findings:
        if facts.refused == "no" or facts.act != "casework":
            return NOTHING
        return told if facts.limits_explained == "yes" else untold

    return check


STEP, PROMPT = {"missing": "step"}, {"missing": "prompt"}
RULE = rule(
    __doc__,
    slug="limits-after-refusal",
    authority="The service's own policy; UK GDPR Art. 5(1)(a)",
    parameters={"missing": word("step", "prompt")},
    asked=(beginning(begin, "act", "refused", "limits_explained"),),
    examples=(
        Example(
            "She said no and knows what follows.",
            {"refused": "yes", "limits_explained": "yes"},
            "met",
            STEP,
            question=BEGIN,
        ),
        Example(
            "She said no, and nobody said what follows.", {"refused": "yes"}, "step", STEP, question=BEGIN
        ),
        Example("The same, where the policy is silent.", {"refused": "yes"}, "duty", PROMPT, question=BEGIN),
        Example("She agreed.", {}, "", STEP, question=BEGIN),
    ),
)
