"""A belief that a child is at risk passes every gate, to a safeguarding recipient only."""

from inconfidence.policy.facts import MayDisclose, MayObtain
from inconfidence.policy.finding import NOTHING, Findings
from inconfidence.policy.rule import Bound, Check, Example, disclosing, obtaining, rule
from inconfidence.policy.vocabulary import DutyKind, Ground, Question, StepKind


def disclose(bound: Bound) -> Check:
    """The ground stands as soon as a child may come to harm; only the belief is still to be written down."""
    child = Ground.CHILD_AT_RISK
    stands = (
        bound.ground(
            child, "a child may be at risk, and this goes to those who protect children", passes_bars=True
        )
        + bound.duty(child, DutyKind.RECORD_CONCERN)
        + bound.duty(child, DutyKind.TELL_LEAD)
    )
    elsewhere = bound.bar(
        child, "only those who protect children may be told on this ground", StepKind.TELL_SAFEGUARDING
    )
    undecided = bound.step(
        child, "say whether you believe that a child is at risk, and why", StepKind.RECORD_BELIEF
    )
    owed = bound.duty(child, DutyKind.RECORD_BELIEF)

    def check(facts: MayDisclose) -> Findings:
        if facts.risk_to != "child":
            return NOTHING
        at_once = facts.emergency == "yes"
        found = stands
        if not protects_children(facts.recipient, at_once):
            found += elsewhere
        if facts.belief in ("none", "wondering"):
            found += owed if at_once else undecided
        return found

    return check


def obtain(bound: Bound) -> Check:
    """A believed concern that needs what others hold: the law speaks, whatever the policy says of asking."""
    law = bound.by_law()
    needed = (
        law.ground(
            Ground.CHILD_AT_RISK, "a child is believed to be at risk, and this is needed", passes_bars=True
        )
        + law.duty(Ground.CHILD_AT_RISK, DutyKind.RECORD_CONCERN)
        + law.duty(Ground.CHILD_AT_RISK, DutyKind.CONSULT_LEAD)
    )

    def check(facts: MayObtain) -> Findings:
        return needed if facts.child_at_risk == "yes" else NOTHING

    return check


def protects_children(recipient: str, at_once: bool) -> bool:
    """Social care and the designated officer always; the police and an ambulance when there is no time."""
    return recipient == "safeguarding_body" or (at_once and recipient in ("police", "emergency_service"))


RULE = rule(
    __doc__,
    slug="child-at-risk",
    authority="Children Act 2004 s.11; UK GDPR Art. 6(1)(c) to (e); Data Protection Act 2018 Sch. 1 para 18",
    asked=(
        disclosing(disclose, "risk_to", "belief", "recipient", "emergency"),
        obtaining(obtain, "child_at_risk"),
    ),
    examples=(
        Example(
            "We believe that the child is at risk, and ring social care.",
            {"risk_to": "child", "belief": "believed", "recipient": "safeguarding_body"},
            "ground duty duty",
        ),
        Example(
            "The same, told to the school.",
            {"risk_to": "child", "belief": "believed", "recipient": "professional"},
            "ground duty duty bar",
        ),
        Example(
            "Something the parent said worries us; we do not know yet what to think.",
            {"risk_to": "child", "belief": "wondering", "recipient": "safeguarding_body"},
            "ground duty duty step",
        ),
        Example(
            "A child is in danger this minute and the police are on the line.",
            {"risk_to": "child", "belief": "wondering", "recipient": "police", "emergency": "yes"},
            "ground duty duty duty",
        ),
        Example(
            "We believe that a child is at risk, and the school knows where they are.",
            {"child_at_risk": "yes"},
            "ground duty duty",
            question=Question.MAY_OBTAIN,
        ),
    ),
)
