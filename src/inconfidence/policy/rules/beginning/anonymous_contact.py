"""Anyone may ask without a name and get general information; work in depth waits until they choose to give it."""

from inconfidence.policy.facts import MayBeginCasework
from inconfidence.policy.finding import NOTHING, Findings
from inconfidence.policy.rule import Bound, Check, Example, beginning, rule
from inconfidence.policy.vocabulary import Ground, Question, StepKind

BEGIN = Question.MAY_BEGIN_CASEWORK
FIRST_ADVICE = ("open_enquiry", "general_information")


def begin(bound: Bound) -> Check:
    """The ground of first advice without a name. Casework has none, and no step: nobody is sent to press for a name."""
    advice = bound.ground(Ground.FIRST_CONTACT, "anyone may ask without giving a name")
    particular = advice + bound.bar(
        Ground.FIRST_CONTACT,
        "what is about a particular child is not general, and without a name nobody has it",
        StepKind.KEEP_GENERAL,
    )
    in_depth = bound.lacks(Ground.CASEWORK, "casework waits until {person} chooses to say who they are")

    def check(facts: MayBeginCasework) -> Findings:
        if facts.anonymous == "no":
            return NOTHING
        if facts.act in FIRST_ADVICE:
            return particular if facts.names_child == "yes" else advice
        return in_depth if facts.act == "casework" else NOTHING

    return check


RULE = rule(
    __doc__,
    slug="anonymous-contact",
    authority="UK GDPR Art. 5(1)(c); SEND Code of Practice 2015 ch. 2",
    asked=(beginning(begin, "anonymous", "act", "names_child"),),
    examples=(
        Example(
            "A caller without a name asks about exclusions.",
            {"anonymous": "yes", "act": "general_information"},
            "ground",
            question=BEGIN,
        ),
        Example(
            "A caller without a name asks what we know of a girl.",
            {"anonymous": "yes", "act": "general_information", "names_child": "yes"},
            "ground bar",
            question=BEGIN,
        ),
        Example("A caller without a name wants casework.", {"anonymous": "yes"}, "lacks", question=BEGIN),
        Example("A mother gives her name.", {}, "", question=BEGIN),
    ),
)
