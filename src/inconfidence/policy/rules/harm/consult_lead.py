"""Risk of harm is talked over with the head of service; in an emergency, or for a child, acting comes first and \
talking the same day.
"""

from inconfidence.policy import concern
from inconfidence.policy.facts import MayDisclose, WhereToRaise
from inconfidence.policy.finding import NOTHING, Findings
from inconfidence.policy.rule import Bound, Check, Example, disclosing, raising, rule
from inconfidence.policy.rules.harm.check_and_speak_first import DANGERS, waits
from inconfidence.policy.vocabulary import DutyKind, Question, StepKind

CONSULT = ("a risk of harm is talked over with {lead} first", StepKind.CONSULT_LEAD)
DONE = "{lead} has been consulted"


def disclose(bound: Bound) -> Check:
    """A step while wondering and for adults; a duty of the same day for a believed risk to a child or an emergency.

    Whoever has decided has been consulted.
    """
    first = tuple(finding for ground in DANGERS for finding in bound.step(ground, *CONSULT))
    owed = tuple(finding for ground in DANGERS for finding in bound.duty(ground, DutyKind.CONSULT_LEAD))
    done = tuple(finding for ground in DANGERS for finding in bound.met(ground, DONE))

    def check(facts: MayDisclose) -> Findings:
        if facts.risk_to == "nobody":
            return NOTHING
        heard = facts.lead_consulted == "yes" or facts.head_decided == "yes"
        if heard or facts.actor == "head_of_service":
            return done
        return first if waits(facts) else owed

    return check


def where(bound: Bound) -> Check:
    """The same before a concern is passed on."""
    first = {ground: bound.step(ground, *CONSULT) for ground in concern.HARMS}
    owed = {ground: bound.duty(ground, DutyKind.CONSULT_LEAD) for ground in concern.HARMS}
    done = {ground: bound.met(ground, DONE) for ground in concern.HARMS}

    def check(facts: WhereToRaise) -> Findings:
        if facts.stage == "close":
            return NOTHING
        ground = concern.ground_of(facts)
        if facts.lead_consulted == "yes":
            return done[ground]
        return (first if concern.waits(facts) else owed)[ground]

    return check


RAISE = Question.WHERE_TO_RAISE
RULE = rule(
    __doc__,
    slug="consult-lead",
    authority="Working Together to Safeguard Children",
    asked=(
        disclosing(disclose, "risk_to", "belief", "emergency", "lead_consulted", "head_decided", "actor"),
        raising(where, *concern.CANNOT_WAIT, "lead_consulted", "stage"),
    ),
    examples=(
        Example("We wonder about an adult.", {"risk_to": "adult", "belief": "wondering"}, "step step step"),
        Example(
            "We believe a child is at risk.", {"risk_to": "child", "belief": "believed"}, "duty duty duty"
        ),
        Example("Nobody is in danger.", {}, ""),
        Example("The Service Lead has decided.", {"risk_to": "adult", "head_decided": "yes"}, "met met met"),
        Example("The Service Lead knows.", {"risk_to": "adult", "lead_consulted": "yes"}, "met met met"),
        Example(
            "An adult, and the Service Lead does not know.",
            {"about": "adult", "lead_consulted": "no"},
            "step",
            question=RAISE,
        ),
        Example("A child believed at risk.", {"lead_consulted": "no"}, "duty", question=RAISE),
        Example("The concern is closed.", {"stage": "close"}, "", question=RAISE),
    ),
)
