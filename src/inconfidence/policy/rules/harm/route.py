"""Each kind of concern has the people who must hear it, and those who must not."""

from collections.abc import Mapping
from itertools import product

from inconfidence.policy.concern import (
    ABOUT,
    CHILDREN,
    FOR_A_CHILD,
    FOR_AN_ADULT,
    HEARERS,
    PROTECTORS,
    TEACHERS,
    Route,
    ground_of,
    lawful,
    route,
)
from inconfidence.policy.facts import WORDS, WhereToRaise
from inconfidence.policy.finding import NOTHING, Findings
from inconfidence.policy.parameters import Parameter, Value, words, words_with
from inconfidence.policy.rule import Bound, Check, Example, raising, rule
from inconfidence.policy.vocabulary import DutyKind, Ground, Question, StepKind
from inconfidence.policy.wording import hearers

RAISE = Question.WHERE_TO_RAISE
WORD = WORDS[RAISE]
# Where the danger is to a child or an adult, and where a teacher is said to have hurt a child, only those who protect
# are named; a concern about a head teacher goes past the head.
PARAMETERS: Mapping[str, Parameter] = {
    "child": words_with(FOR_A_CHILD, "police", "designated_officer"),
    "employee": words(*HEARERS),
    "class_teacher": words(*HEARERS),
    "head_teacher": words(*(each for each in HEARERS if each != "head")),
    "adult": words_with(FOR_AN_ADULT, "social_care", "designated_officer"),
    "allegation": words(*PROTECTORS),
}


def where(bound: Bound) -> Check:
    """Say who hears of it, whatever the outcome; bar the subject and a wrong road, ask for whoever is left out."""
    roads = {key: _Road(bound, *key) for key in product(WORD["about"], WORD["child_hurt"], WORD["emergency"])}

    def check(facts: WhereToRaise) -> Findings:
        if facts.belief == "no_intention":
            return NOTHING
        road = roads[facts.about, facts.child_hurt, facts.emergency]
        found = road.closing(facts) if facts.stage == "close" else road.passing(facts)
        return road.answer + found

    return check


def sources(about: str, child_hurt: str) -> tuple[str, ...]:
    """The values a road is made of: a child also hurt adds those for a child, and for whoever works with children."""
    own = "child" if about in CHILDREN else about
    also = ("child",) if child_hurt == "yes" and own != "child" else ()
    return (own, *also, *(("allegation",) if also and about in TEACHERS else ()))


def chosen(about: str, child_hurt: str, values: Mapping[str, Value]) -> tuple[str, ...]:
    """Those whom the policy, or the default, sends such a concern to, and for a child the law whatever they say."""
    found: list[str] = []
    for key in sources(about, child_hurt):
        value = values[key]
        assert isinstance(value, tuple)
        found += lawful(key, value)
    return tuple(found)


class _Road:
    """One kind of concern under one policy: its route, and everything that can be found about who is told."""

    def __init__(self, bound: Bound, about: str, child_hurt: str, emergency: str) -> None:
        facts = WhereToRaise(about=about, child_hurt=child_hurt)  # type: ignore[arg-type]
        own, *others = sources(about, child_hurt)
        must = chosen(about, child_hurt, bound.values)
        self.route = route(about, must, at_once=emergency == "yes")
        self.ground = ground_of(facts)
        self.owes_the_rest = self.ground is Ground.CHILD_AT_RISK or emergency == "yes"
        here = bound.hanging_on(own)
        goes = f"a concern about {ABOUT[about]} goes to {hearers(self.route.must)}"
        self.answer = here.answer(goes, **_codes(self.route, emergency))
        for other in others:
            self.answer += bound.hanging_on(other).answer("a child is also at risk")
        self.wrong = here.bar(self.ground, goes, StepKind.TELL_HEARERS)
        self.subject = here.bar(
            self.ground, f"it is about {ABOUT[about]}, who is not told", StepKind.TELL_HEARERS
        )
        self.beside = here.step(self.ground, f"{goes}, and to nobody else", StepKind.TELL_HEARERS)
        self.incomplete = here.step(self.ground, goes, StepKind.TELL_HEARERS)
        self.owed = here.duty(self.ground, DutyKind.TELL_HEARERS)

    def passing(self, facts: WhereToRaise) -> Findings:
        """Nobody chosen is a question, and no wrong choice."""
        if not facts.to:
            asked_of_a_belief = facts.belief == "believed" or facts.emergency == "yes"
            return self.owed if asked_of_a_belief else NOTHING
        if facts.about == "head_teacher" and "head" in facts.to:
            return self.subject
        right = self.route.right(facts.to)
        if not right:
            return self.wrong
        if right < facts.to:
            return self.beside
        if not self.route.missing(right):
            return NOTHING
        return self.owed if self.owes_the_rest else self.incomplete

    def closing(self, facts: WhereToRaise) -> Findings:
        """What was done is done: nobody is found wrong afterwards, and those who must hear have all been told."""
        if facts.belief == "wondering" or not facts.to:
            return NOTHING
        return self.incomplete if self.route.missing(facts.to) else NOTHING


def _codes(found: Route, emergency: str) -> dict[str, object]:
    by_when = "at_once" if emergency == "yes" else "same_day"
    return {"hearers": found.must, "may": found.may, "never": found.never, "by_when": by_when}


VALUES: dict[str, tuple[str, ...]] = {
    "child": ("social_care",),
    "employee": ("line_manager",),
    "class_teacher": ("head",),
    "head_teacher": ("chair_of_governors", "schools_hr"),
    "adult": ("adult_care",),
    "allegation": ("designated_officer",),
}


def to(*hearers: str) -> dict[str, object]:
    """Those chosen, as a fact."""
    return {"to": frozenset(hearers)}


TEACHER = {"about": "class_teacher"}
HEAD = {"about": "head_teacher"}
RULE = rule(
    __doc__,
    slug="route",
    authority="Working Together to Safeguard Children; Keeping Children Safe in Education",
    parameters=PARAMETERS,
    asked=(raising(where, "about", "belief", "child_hurt", "emergency", "to", "stage"),),
    examples=(
        Example("Where does a concern about a child go?", {}, "answer duty", VALUES, RAISE),
        Example("The child was hurt as well.", {"child_hurt": "yes"}, "answer duty", VALUES, RAISE),
        Example("A class teacher, told to the head.", TEACHER | to("head"), "answer", VALUES, RAISE),
        Example(
            "A class teacher, told to the chair.",
            TEACHER | to("chair_of_governors"),
            "answer bar",
            VALUES,
            RAISE,
        ),
        Example(
            "A head teacher, told to the chair only.",
            HEAD | to("chair_of_governors"),
            "answer step",
            VALUES,
            RAISE,
        ),
        Example("A head teacher, told to the head.", HEAD | to("head"), "answer bar", VALUES, RAISE),
        Example(
            "One of two was told, and it is closed.",
            HEAD | to("schools_hr") | {"stage": "close"},
            "answer step",
            VALUES,
            RAISE,
        ),
        Example(
            "The same while we still wonder.",
            HEAD | to("schools_hr") | {"stage": "close", "belief": "wondering"},
            "answer",
            VALUES,
            RAISE,
        ),
        Example("Closed, and nobody was told.", {"stage": "close"}, "answer", VALUES, RAISE),
    ),
)
