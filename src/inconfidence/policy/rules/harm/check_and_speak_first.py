"""Words that worry us are first checked and talked through with whoever said them, if that is safe."""

from inconfidence.policy.facts import MayDisclose
from inconfidence.policy.finding import NOTHING, Findings
from inconfidence.policy.parameters import word
from inconfidence.policy.rule import Bound, Check, Example, disclosing, rule
from inconfidence.policy.vocabulary import DutyKind, Ground, StepKind

DANGERS = (Ground.CHILD_AT_RISK, Ground.PERSON_AT_RISK, Ground.PUBLIC_INTEREST)


def disclose(bound: Bound) -> Check:
    """Speaking first is a step or a prompt, as the policy has it.

    A believed risk to a child and an emergency never wait. Words talked through and not meant stay here.
    """
    here = bound.hanging_on("speak_first")
    not_meant = tuple(
        finding
        for ground in DANGERS
        for finding in bound.bar(ground, "it was talked through and not meant, so it stays confidential")
    )
    owed = tuple(finding for ground in DANGERS for finding in here.duty(ground, DutyKind.SPEAK_TO_PERSON))
    first = tuple(
        finding
        for ground in DANGERS
        for finding in here.step(
            ground, "whoever said it is spoken to first, unless that is unsafe", StepKind.SPEAK_FIRST
        )
    )
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


WORDS = {"risk_to": "child", "belief": "wondering", "spoken_to": "no"}
RULE = rule(
    __doc__,
    slug="check-and-speak-first",
    authority="Working Together to Safeguard Children; UK GDPR Art. 5(1)(a)",
    parameters={"speak_first": word("step", "prompt")},
    asked=(disclosing(disclose, "risk_to", "belief", "spoken_to", "emergency"),),
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
    ),
)
