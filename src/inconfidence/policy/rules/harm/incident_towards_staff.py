"""Threats and abuse towards staff are reported, without the user's consent and apart from the case."""

from inconfidence.policy.concern import HARMS, ground_of
from inconfidence.policy.facts import WhereToRaise
from inconfidence.policy.finding import NOTHING, Findings
from inconfidence.policy.rule import Bound, Check, Example, raising, rule
from inconfidence.policy.vocabulary import DutyKind, Ground, Question, StepKind

RAISE = Question.WHERE_TO_RAISE


def where(bound: Bound) -> Check:
    """Reported whatever the user says; one that would be closed unreported is shown to the head of service."""
    report = {ground: bound.duty(ground, DutyKind.RECORD_INCIDENT) for ground in HARMS}
    unreported = {
        ground: bound.bar(
            ground,
            "threats and abuse towards staff are reported, and nobody has been told",
            StepKind.TELL_HEARERS,
        )
        + bound.duty(Ground.ACT, DutyKind.FLAG_UNREPORTED)
        for ground in HARMS
    }

    def check(facts: WhereToRaise) -> Findings:
        if facts.about != "employee" or facts.belief == "no_intention":
            return NOTHING
        if facts.stage == "pass_on":
            return report[ground_of(facts)]
        return NOTHING if facts.to else unreported[ground_of(facts)]

    return check


COLLEAGUE = {"about": "employee"}
RULE = rule(
    __doc__,
    slug="incident-towards-staff",
    authority="Health and Safety at Work etc. Act 1974 s.2; Management of Health and Safety at Work Regulations 1999",
    asked=(raising(where, "about", "belief", "child_hurt", "stage", "to"),),
    examples=(
        Example("A father threatens a worker at the door.", COLLEAGUE, "duty", question=RAISE),
        Example(
            "Closed, and reported to nobody.", {**COLLEAGUE, "stage": "close"}, "bar duty", question=RAISE
        ),
        Example(
            "Closed, and reported.",
            {**COLLEAGUE, "stage": "close", "to": frozenset({"line_manager"})},
            "",
            question=RAISE,
        ),
        Example("A child at risk.", {}, "", question=RAISE),
    ),
)
