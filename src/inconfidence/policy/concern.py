"""Whom a concern is about: who can hear of it, who never does, and whether it can wait for anything."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from inconfidence.policy.facts import WORDS, WhereToRaise
from inconfidence.policy.vocabulary import Ground, Question

HEARERS = WORDS[Question.WHERE_TO_RAISE]["to"]
PROTECTORS = ("social_care", "adult_care", "police", "designated_officer")
ABOUT = {
    "child": "a child",
    "young_person_poses": "a young person who may harm somebody",
    "employee": "a colleague",
    "class_teacher": "a class teacher",
    "head_teacher": "a head teacher",
    "adult": "an adult",
}
CHILDREN = ("child", "young_person_poses")
TEACHERS = ("class_teacher", "head_teacher")
# The post that the subject of the concern holds themselves.
SUBJECT: Mapping[str, tuple[str, ...]] = {"head_teacher": ("head",)}
# By law (L-01) children’s social care hears of every child, and nobody who cannot protect one does; an adult’s danger
# goes to adult social care or to the police (D-29). No policy takes these away; it may add those who protect.
FOR_A_CHILD = ("social_care",)
FOR_AN_ADULT = ("adult_care", "police")
# Who may hear of it beside those who must: a child may be in danger too, or somebody who works with children be meant.
BESIDE: Mapping[str, tuple[str, ...]] = {
    "child": ("designated_officer",),
    "young_person_poses": ("designated_officer",),
    "employee": ("social_care", "police", "designated_officer"),
    "class_teacher": ("social_care", "designated_officer"),
    "head_teacher": ("social_care", "designated_officer"),
    "adult": ("adult_care", "social_care", "police", "designated_officer"),
}
HARMS = (Ground.CHILD_AT_RISK, Ground.PERSON_AT_RISK)
INSTEAD = {"adult_care": "police"}
CANNOT_WAIT = ("about", "child_hurt", "belief", "emergency")


@dataclass(frozen=True, slots=True)
class Route:
    """Who must hear of a concern, who may as well, and who must not."""

    must: tuple[str, ...]
    may: tuple[str, ...]
    never: tuple[str, ...]

    def right(self, told: Iterable[str]) -> frozenset[str]:
        """Those of the told who are on this road."""
        return frozenset(told) & frozenset((*self.must, *self.may))

    def missing(self, told: frozenset[str]) -> tuple[str, ...]:
        """Those who must hear it and have not; the police may stand in for adult social care."""
        return tuple(each for each in self.must if not {each, INSTEAD.get(each, each)} & told)


def lawful(key: str, named: Sequence[str]) -> tuple[str, ...]:
    """Those whom a policy names under a key, with the law laid over what it says of a child (L-01)."""
    if key != "child":
        return tuple(named)
    return tuple(dict.fromkeys((*FOR_A_CHILD, *(each for each in named if each in PROTECTORS))))


def route(about: str, must: Sequence[str], *, at_once: bool) -> Route:
    """The road of a concern, given those who must hear it; the police may be told of anything that cannot wait."""
    subject = SUBJECT.get(about, ())
    hear = tuple(dict.fromkeys(each for each in must if each not in subject))
    beside = (*BESIDE[about], *(("police",) if at_once else ()))
    may = tuple(dict.fromkeys(each for each in beside if each not in hear))
    never = tuple(each for each in HEARERS if each not in (*hear, *may, *PROTECTORS))
    return Route(hear, may, never)


def a_child_is_meant(facts: WhereToRaise) -> bool:
    """Whether a child or young person is whom the concern is about, or is at risk as well."""
    return facts.about in CHILDREN or facts.child_hurt == "yes"


def ground_of(facts: WhereToRaise) -> Ground:
    """The ground a concern stands on."""
    return Ground.CHILD_AT_RISK if a_child_is_meant(facts) else Ground.PERSON_AT_RISK


def waits(facts: WhereToRaise) -> bool:
    """Whether talking and consulting come before telling: while wondering, and for adults; never in an emergency."""
    believed_child = a_child_is_meant(facts) and facts.belief == "believed"
    return facts.emergency == "no" and not believed_child
