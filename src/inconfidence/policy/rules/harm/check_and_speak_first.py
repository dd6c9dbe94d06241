"""Words that worry us are first checked and talked through with whoever said them, if that is safe."""

from inconfidence.policy import concern
from inconfidence.policy.facts import MayDisclose, WhereToRaise
from inconfidence.policy.finding import NOTHING, Findings
from inconfidence.policy.parameters import word
from inconfidence.policy.rule import Bound, Check, Example, disclosing, raising, rule
from inconfidence.policy.vocabulary import DutyKind, Ground, Question, StepKind

DANGERS = (*concern.HARMS, Ground.PUBLIC_INTEREST)
NOT_MEANT = "it was talked through and not meant, so it stays confidential"
SPEAK = ("whoever said it is spoken to first, unless that is unsafe", StepKind.SPEAK_FIRST)
CHECK = ("what was said is checked or challenged first", StepKind.CHECK_MEANT)


def disclose(bound: Bound) -> Check:
    """Speaking first is a step or a prompt, as the policy has it.

    A believed risk to a child and an emergency never wait. Words talked through and not meant stay here.
    """
    here = bound.hanging_on("speak_first")
    not_meant = tuple(finding for ground in DANGERS for finding in bound.bar(ground, NOT_MEANT))
    owed = tuple(finding for ground in DANGERS for finding in here.duty(ground, DutyKind.SPEAK_TO_PERSON))
    first = tuple(finding for ground in DANGERS for finding in here.step(ground, *SPEAK))
    gates = bound.values["speak_first"] == "step"

    def check(facts: MayDisclose) -> Findings:
        if facts.risk_to == "nobody":
            return NOTHING
        if facts.belief == "no_intention":
            return not_meant
        if facts.spoken_to != "no":
            return NOTHING
        return first if gates and waits(facts) else owed

    return check


def waits(facts: MayDisclose) -> bool:
    """Whether talking and consulting come before acting: while wondering, and for adults; never in an emergency."""
    believed_child = facts.risk_to == "child" and facts.belief == "believed"
    return facts.emergency == "no" and not believed_child


def where(bound: Bound) -> Check:
    """The same before a concern is passed on, and the checking of what was meant before the speaking."""
    here = bound.hanging_on("speak_first")
    gates = bound.values["speak_first"] == "step"
    not_meant = {ground: bound.bar(ground, NOT_MEANT) for ground in concern.HARMS}
    first = {ground: (bound.step(ground, *CHECK), here.step(ground, *SPEAK)) for ground in concern.HARMS}
    owed = {
        ground: (
            bound.duty(ground, DutyKind.CHECK_MEANT),
            here.duty(ground, DutyKind.SPEAK_TO_PERSON),
        )
        for ground in concern.HARMS
    }

    def check(facts: WhereToRaise) -> Findings:
        ground = concern.ground_of(facts)
        if facts.stage == "close":
            return NOTHING
        if facts.belief == "no_intention":
            return not_meant[ground]
        checking, speaking = (first if gates and concern.waits(facts) else owed)[ground]
        found = checking if facts.checked == "no" else NOTHING
        return found + speaking if facts.spoken_to == "no" else found

    return check


RAISE = Question.WHERE_TO_RAISE
STEP = {"speak_first": "step"}
UNCHECKED = {"belief": "wondering", "checked": "no", "spoken_to": "no"}
WORDS = {"risk_to": "child", "belief": "wondering", "spoken_to": "no"}
RULE = rule(
    __doc__,
    slug="check-and-speak-first",
    authority="Working Together to Safeguard Children; UK GDPR Art. 5(1)(a)",
    parameters={"speak_first": word("step", "prompt")},
    asked=(
        disclosing(disclose, "risk_to", "belief", "spoken_to", "emergency"),
        raising(where, *concern.CANNOT_WAIT, "checked", "spoken_to", "stage"),
    ),
    examples=(
        Example("A father lets off steam and we wonder.", WORDS, "step step step", {"speak_first": "step"}),
        Example("The same where it is a prompt.", WORDS, "duty duty duty", {"speak_first": "prompt"}),
        Example(
            "A risk to a child is believed.",
            {**WORDS, "belief": "believed"},
            "duty duty duty",
            {"speak_first": "step"},
        ),
        Example(
            "Talked through, and not meant.",
            {**WORDS, "belief": "no_intention"},
            "bar bar bar",
            {"speak_first": "step"},
        ),
        Example("Nobody is in danger.", {"spoken_to": "no"}, "", {"speak_first": "step"}),
        Example("Hot words, and nobody has asked what was meant.", UNCHECKED, "step step", STEP, RAISE),
        Example("A child believed at risk.", UNCHECKED | {"belief": "believed"}, "duty duty", STEP, RAISE),
        Example("Hot words not meant.", {"belief": "no_intention"}, "bar", STEP, RAISE),
    ),
)
