"""A strong public interest, set out and weighed, can outweigh confidence where the policy says so."""

from inconfidence.policy.facts import MayDisclose
from inconfidence.policy.finding import NOTHING, Findings
from inconfidence.policy.parameters import word
from inconfidence.policy.rule import Bound, Check, Example, disclosing, rule
from inconfidence.policy.rules.grounds.person_at_risk import PEOPLE, PROTECTORS
from inconfidence.policy.vocabulary import DutyKind, Ground, StepKind

AUTHORITIES = (*PROTECTORS, "professional", "council", "host_staff")
NOT_A_WARNING = ("raise_pattern", "internal", "training_example")


def disclose(bound: Bound) -> Check:
    """A danger to people other than children; the policy's own ground, wider than the law's but not past its bars.

    It warns somebody: a story, a pattern or supervision with a name in it does not become right by it.
    """
    interest = Ground.PUBLIC_INTEREST
    if bound.values["decided_by"] == "not_a_ground":
        none = bound.hanging_on("decided_by").lacks(
            interest, "this policy lets nothing go for the public interest alone", claimed=True
        )
        return lambda facts: none if facts.risk_to in PEOPLE else NOTHING
    stands = bound.ground(interest, "a strong public interest outweighs confidence here") + bound.duty(
        interest, DutyKind.RECORD_PUBLIC_INTEREST
    )
    elsewhere = bound.bar(
        interest, "only those who can act on the danger may be told", StepKind.TELL_SAFEGUARDING
    )
    undecided = bound.step(
        interest, "set out the danger, whether you believe in it, and why", StepKind.RECORD_BELIEF
    )
    owed = bound.duty(interest, DutyKind.RECORD_BELIEF)
    decides = bound.approval(interest, "{lead} weighs the public interest against confidence")
    report = bound.duty(interest, DutyKind.REPORT_TO_LEAD)

    def check(facts: MayDisclose) -> Findings:
        if facts.risk_to not in PEOPLE or facts.act in NOT_A_WARNING:
            return NOTHING
        at_once = facts.emergency == "yes" and facts.recipient in PROTECTORS
        found = stands if facts.recipient in AUTHORITIES else stands + elsewhere
        if facts.belief in ("none", "wondering"):
            found += owed if at_once else undecided
        if facts.head_decided == "no":
            found += report if at_once else decides
        return found

    return check


DANGER = {"risk_to": "public", "belief": "believed", "recipient": "police"}
RULE = rule(
    __doc__,
    slug="public-interest",
    authority="The public interest at common law; Data Protection Act 2018 Sch. 1",
    parameters={"decided_by": word("head_of_service", "not_a_ground")},
    asked=(disclosing(disclose, "act", "risk_to", "belief", "recipient", "emergency", "head_decided"),),
    examples=(
        Example(
            "People at large are in danger, and the manager has not decided.",
            DANGER,
            "ground duty approval",
            {"decided_by": "head_of_service"},
        ),
        Example(
            "The manager has decided.",
            {**DANGER, "head_decided": "yes"},
            "ground duty",
            {"decided_by": "head_of_service"},
        ),
        Example(
            "A story told in training, with a name in it.",
            {**DANGER, "act": "training_example"},
            "",
            {"decided_by": "head_of_service"},
        ),
        Example("The policy knows no such reason.", DANGER, "lacks", {"decided_by": "not_a_ground"}),
    ),
)
