"""Where a professional made the first contact, casework waits for the person's own word."""

from inconfidence.policy.facts import MayBeginCasework
from inconfidence.policy.finding import NOTHING, Findings
from inconfidence.policy.rule import Bound, Check, Example, beginning, rule
from inconfidence.policy.vocabulary import Ground, Question, StepKind

BEGIN = Question.MAY_BEGIN_CASEWORK
BY_A_PROFESSIONAL = ("professional_present", "professional_absent")


def begin(bound: Bound) -> Check:
    """Why the person was not there is noted before more is done; their own word comes before casework."""
    noted = bound.met(Ground.ACT, "how {person} came to us is noted")
    unheard = bound.step(
        Ground.CASEWORK, "{person} has not said yet that they want our help", StepKind.CONFIRM_WITH_PERSON
    )
    unexplained = bound.step(
        Ground.ACT,
        "why {person} could not get in touch themselves is noted first",
        StepKind.RECORD_ABSENCE_REASON,
    )

    def check(facts: MayBeginCasework) -> Findings:
        if facts.origin not in BY_A_PROFESSIONAL or facts.act in ("general_information", "decline"):
            return NOTHING
        absent = facts.origin == "professional_absent" and facts.absence_reason == "no"
        found = unexplained if absent else NOTHING
        if facts.act == "casework" and facts.confirmed == "no":
            found += unheard
        return found or noted

    return check


ALONE = {"origin": "professional_absent"}
RULE = rule(
    __doc__,
    slug="professional-made-contact",
    authority="The service's own policy; common-law duty of confidence",
    asked=(beginning(begin, "origin", "act", "confirmed", "absence_reason"),),
    examples=(
        Example(
            "A nurse rang beside the mother, who asked for us.",
            {"origin": "professional_present"},
            "met",
            question=BEGIN,
        ),
        Example(
            "A nurse rang alone; the mother has not been heard.",
            {**ALONE, "confirmed": "no"},
            "step",
            question=BEGIN,
        ),
        Example(
            "A nurse rang alone and nobody asked why.",
            {**ALONE, "absence_reason": "no"},
            "step",
            question=BEGIN,
        ),
        Example("A nurse asks for a leaflet.", {**ALONE, "act": "general_information"}, "", question=BEGIN),
        Example("The mother rang.", {}, "", question=BEGIN),
    ),
)
