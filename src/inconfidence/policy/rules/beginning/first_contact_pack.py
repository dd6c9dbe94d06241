"""Everyone gets the privacy notice (and, where the policy says so, the permission form) at first contact."""

from inconfidence.policy.facts import MayBeginCasework
from inconfidence.policy.finding import NOTHING, Findings
from inconfidence.policy.parameters import word
from inconfidence.policy.rule import Bound, Check, Example, beginning, rule
from inconfidence.policy.vocabulary import DutyKind, Ground, Question, StepKind

BEGIN = Question.MAY_BEGIN_CASEWORK
LATER = ("casework", "close_first_contact")


def begin(bound: Bound) -> Check:
    """Before casework, and before a first contact is closed: a step, or a duty shown until it is done."""
    given = bound.met(Ground.ACT, "the {privacy_notice} has been given")
    here = bound.hanging_on("missing")
    gates = bound.values["missing"] == "step"
    not_given = (
        here.step(Ground.ACT, "the {privacy_notice} and the {permission_form} come first", StepKind.GIVE_PACK)
        if gates
        else here.duty(Ground.ACT, DutyKind.GIVE_PRIVACY_NOTICE)
    )

    def check(facts: MayBeginCasework) -> Findings:
        if facts.act not in LATER:
            return NOTHING
        return given if facts.pack == "yes" else not_given

    return check


RULE = rule(
    __doc__,
    slug="first-contact-pack",
    authority="UK GDPR Art. 13",
    parameters={"missing": word("step", "flag")},
    asked=(beginning(begin, "act", "pack"),),
    examples=(
        Example("The notice was given.", {}, "met", {"missing": "flag"}, question=BEGIN),
        Example(
            "The call ends without notice and form.",
            {"pack": "no", "act": "close_first_contact"},
            "step",
            {"missing": "step"},
            question=BEGIN,
        ),
        Example("Only the law asks for it.", {"pack": "no"}, "duty", {"missing": "flag"}, question=BEGIN),
        Example(
            "First advice waits for nothing.",
            {"pack": "no", "act": "general_information"},
            "",
            {"missing": "step"},
            question=BEGIN,
        ),
    ),
)
