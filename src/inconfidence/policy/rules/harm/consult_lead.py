"""Risk of harm is talked over with the head of service; in an emergency, or for a child, acting comes first and \
talking the same day.
"""

from inconfidence.policy.facts import MayDisclose
from inconfidence.policy.finding import NOTHING, Findings
from inconfidence.policy.rule import Bound, Check, Example, disclosing, rule
from inconfidence.policy.rules.harm.check_and_speak_first import DANGERS, waits
from inconfidence.policy.vocabulary import DutyKind, StepKind


def disclose(bound: Bound) -> Check:
    """A step while wondering and for adults; a duty of the same day for a believed risk to a child or an emergency."""
    first = tuple(
        finding
        for ground in DANGERS
        for finding in bound.step(
            ground, "a risk of harm is talked over with {lead} first", StepKind.CONSULT_LEAD
        )
    )
    owed = tuple(finding for ground in DANGERS for finding in bound.duty(ground, DutyKind.CONSULT_LEAD))
    done = tuple(finding for ground in DANGERS for finding in bound.met(ground, "{lead} has been consulted"))

    def check(facts: MayDisclose) -> Findings:
        if facts.risk_to == "nobody":
            return NOTHING
        if facts.lead_consulted == "yes" or facts.actor == "head_of_service":
            return done
        return first if waits(facts) else owed

    return check


RULE = rule(
    __doc__,
    slug="consult-lead",
    authority="Working Together to Safeguard Children",
    asked=(disclosing(disclose, "risk_to", "belief", "emergency", "lead_consulted", "actor"),),
    examples=(
        Example("We wonder about an adult.", {"risk_to": "adult", "belief": "wondering"}, "step step step"),
        Example(
            "We believe a child is at risk.", {"risk_to": "child", "belief": "believed"}, "duty duty duty"
        ),
        Example("The Service Lead knows.", {"risk_to": "adult", "lead_consulted": "yes"}, "met met met"),
    ),
)
