"""Fear for a colleague starts the work-related violence procedure."""

from inconfidence.policy.concern import HARMS, ground_of
from inconfidence.policy.facts import WhereToRaise
from inconfidence.policy.finding import NOTHING, Findings
from inconfidence.policy.rule import Bound, Check, Example, raising, rule
from inconfidence.policy.vocabulary import DutyKind, Question, StepKind

RAISE = Question.WHERE_TO_RAISE


def where(bound: Bound) -> Check:
    """Owed as soon as a colleague is feared for; a step before the concern closes, unless nothing was meant."""
    owed = {ground: bound.duty(ground, DutyKind.START_VIOLENCE_PROCEDURE) for ground in HARMS}
    first = {
        ground: bound.step(
            ground, "the work-related violence procedure is started", StepKind.START_VIOLENCE_PROCEDURE
        )
        for ground in HARMS
    }
    started = {ground: bound.met(ground, "the violence procedure has been started") for ground in HARMS}

    def check(facts: WhereToRaise) -> Findings:
        if facts.about != "employee" or facts.belief == "no_intention":
            return NOTHING
        if facts.violence_procedure == "yes":
            return started[ground_of(facts)]
        return (first if facts.stage == "close" else owed)[ground_of(facts)]

    return check


COLLEAGUE = {"about": "employee"}
RULE = rule(
    __doc__,
    slug="violence-procedure",
    authority="Health and Safety at Work etc. Act 1974 s.2",
    asked=(raising(where, "about", "belief", "child_hurt", "stage", "violence_procedure"),),
    examples=(
        Example("A father says what he will do to a worker.", COLLEAGUE, "duty", question=RAISE),
        Example("Closed without the procedure.", {**COLLEAGUE, "stage": "close"}, "step", question=RAISE),
        Example(
            "Closed with it.",
            {**COLLEAGUE, "stage": "close", "violence_procedure": "yes"},
            "met",
            question=RAISE,
        ),
        Example("A child at risk.", {}, "", question=RAISE),
    ),
)
