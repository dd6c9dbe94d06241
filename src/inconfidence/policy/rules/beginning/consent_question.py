"""At first contact people are asked, as this policy has it, whether they agree to sharing."""

from inconfidence.policy.facts import MayBeginCasework
from inconfidence.policy.finding import NOTHING, Findings
from inconfidence.policy.parameters import word
from inconfidence.policy.rule import Bound, Check, Example, beginning, rule
from inconfidence.policy.vocabulary import Ground, Question, StepKind

BEGIN = Question.MAY_BEGIN_CASEWORK
LATER = ("casework", "close_first_contact")


def begin(bound: Bound) -> Check:
    """Where asking is required a first contact is not complete without an answer, or the reason why none is needed.

    Casework comes after a first contact, so it waits for the same; where asking is optional it may be left.
    """
    here = bound.hanging_on("at_first_contact")
    found = {
        "answered": here.met(Ground.ACT, "{person} was asked about talking to others"),
        "not_needed": bound.met(Ground.ACT, "talking to others is not needed, and the file says why"),
        "untouched": here.step(
            Ground.ACT, "{person} has not been asked about talking to others", StepKind.ASK_CONSENT_QUESTION
        )
        if bound.values["at_first_contact"] == "required"
        else here.met(Ground.ACT, "asking about talking to others can wait"),
    }

    def check(facts: MayBeginCasework) -> Findings:
        return found[facts.consent_question] if facts.act in LATER else NOTHING

    return check


LEFT = {"act": "close_first_contact", "consent_question": "untouched"}
REQUIRED, OPTIONAL = {"at_first_contact": "required"}, {"at_first_contact": "optional"}
RULE = rule(
    __doc__,
    slug="consent-question",
    authority="The service's own policy; UK GDPR Art. 5(1)(c)",
    parameters={"at_first_contact": word("required", "optional")},
    asked=(beginning(begin, "act", "consent_question"),),
    examples=(
        Example("The first call ends and nobody asked.", LEFT, "step", REQUIRED, question=BEGIN),
        Example("The same, where asking is optional.", LEFT, "met", OPTIONAL, question=BEGIN),
        Example(
            "Talking to others is not needed, and the file says why.",
            {**LEFT, "consent_question": "not_needed"},
            "met",
            REQUIRED,
            question=BEGIN,
        ),
        Example(
            "First advice waits for nothing.",
            {**LEFT, "act": "general_information"},
            "",
            REQUIRED,
            question=BEGIN,
        ),
    ),
)
