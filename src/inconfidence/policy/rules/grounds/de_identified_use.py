"""Stories and patterns leave the service without anything that points to a person, unless that person agreed to \
this use.
"""

from inconfidence.policy.agreement import READS_OF_ALL, asking_adds
from inconfidence.policy.facts import MayDisclose, MayPublish
from inconfidence.policy.finding import NOTHING, Findings
from inconfidence.policy.parameters import word
from inconfidence.policy.rule import Bound, Check, Example, disclosing, publishing, rule
from inconfidence.policy.vocabulary import DutyKind, Ground, Question, StepKind

OUTSIDE = ("raise_pattern", "training_example")
PUBLISH = Question.MAY_PUBLISH
POINTS = "somebody could be picked out: remove identifying details"
FILE = "a file is not a story: it is written afresh without identifying details"
UNSIGNED = "the checklist for taking identifying details out is not signed"


def disclose(bound: Bound) -> Check:
    """A pattern that points to nobody; a story that points to nobody, once its checklist is signed."""
    pattern, story = _Use(bound, "patterns"), _Use(bound, "stories")

    def check(facts: MayDisclose) -> Findings:
        outside = facts.act in OUTSIDE or (facts.act == "internal" and facts.recipient != "service_staff")
        if not outside:
            return NOTHING
        a_pattern = facts.act == "raise_pattern"
        use = pattern if a_pattern else story
        if facts.identifies != "nobody":
            return use.pointing_or_agreed if asking_adds(facts) else use.pointing
        found = use.nobody if a_pattern or facts.checklist_signed == "yes" else use.unsigned
        return found if facts.extent != "whole_file" else found + use.file

    return check


def publish(bound: Bound) -> Check:
    """A story that points to nobody, once its checklist is signed; one that names somebody is a thing to share."""
    story = _Use(bound, "stories")

    def check(facts: MayPublish) -> Findings:
        if facts.kind != "story":
            return NOTHING
        if facts.identifies != "nobody":
            return story.pointing
        return story.nobody if facts.checklist_signed == "yes" else story.unsigned

    return check


class _Use:
    """What is found about a story, or about a pattern, as the clause that speaks of it has it."""

    def __init__(self, bound: Bound, key: str) -> None:
        here, ground = bound.hanging_on(key), Ground.DE_IDENTIFIED
        self.nobody = here.ground(ground, "nothing in it points to anybody") + here.duty(
            ground, DutyKind.RECORD_USE
        )
        self.unsigned = self.nobody + here.bar(ground, UNSIGNED, StepKind.SIGN_CHECKLIST)
        self.file = here.bar(ground, FILE, StepKind.CHOOSE_ITEMS)
        self.pointing = here.lacks(ground, POINTS, StepKind.DE_IDENTIFY, claimed=True)
        self.pointing_or_agreed = here.lacks(
            ground, POINTS, StepKind.DE_IDENTIFY, StepKind.OBTAIN_CONSENT, claimed=True
        )


STORY = {"kind": "story"}
RULE = rule(
    __doc__,
    slug="de-identified-use",
    authority="UK GDPR recital 26; common-law duty of confidence",
    parameters={
        "stories": word("de_identified_and_signed"),
        "patterns": word("de_identified_unless_agreed"),
    },
    asked=(
        disclosing(disclose, "act", "recipient", "identifies", "extent", "checklist_signed", *READS_OF_ALL),
        publishing(publish, "kind", "identifies", "checklist_signed"),
    ),
    examples=(
        Example(
            "A pattern of delay is raised, and one family could be picked out.",
            {"act": "raise_pattern", "identifies": "recognisable"},
            "lacks",
        ),
        Example(
            "A pattern is raised, and nobody can be picked out.",
            {"act": "raise_pattern", "identifies": "nobody"},
            "ground duty",
        ),
        Example(
            "A story in which nobody can be picked out, its checklist signed.",
            {"act": "training_example", "identifies": "nobody", "checklist_signed": "yes"},
            "ground duty",
        ),
        Example(
            "The checklist is not signed.",
            {"act": "training_example", "identifies": "nobody"},
            "ground duty bar",
        ),
        Example(
            "A story told among colleagues stays inside.",
            {"act": "internal", "recipient": "service_staff"},
            "",
        ),
        Example(
            "A whole file is no story, whatever it says.",
            {
                "act": "training_example",
                "identifies": "nobody",
                "checklist_signed": "yes",
                "extent": "whole_file",
            },
            "ground duty bar",
        ),
        Example("A story with the family's name.", STORY, "lacks", question=PUBLISH),
        Example(
            "A story that points to nobody, unsigned.",
            {**STORY, "identifies": "nobody"},
            "ground duty bar",
            question=PUBLISH,
        ),
        Example(
            "A story that points to nobody, signed.",
            {**STORY, "identifies": "nobody", "checklist_signed": "yes"},
            "ground duty",
            question=PUBLISH,
        ),
        Example("A return is no story.", {}, "", question=PUBLISH),
    ),
)
