"""The space of `where_to_raise`: whom it is about, what of it is known, and who is chosen to hear it."""

from itertools import product

from inconfidence.policy.concern import HEARERS
from inconfidence.policy.facts import WORDS
from inconfidence.policy.facts.shapes import SetOfWords
from inconfidence.policy.vocabulary import Question
from inconfidence.policy.walking.axes import Axes, Fragment, crossed, each

RAISE = Question.WHERE_TO_RAISE
SAID = WORDS[RAISE]
# Those whom the policies and the default send such a concern to, and whoever stands in for one of them.
SENT_TO: dict[str, tuple[str, ...]] = {
    "child": ("social_care",),
    "young_person_poses": ("social_care",),
    "employee": ("line_manager",),
    "class_teacher": ("head",),
    "head_teacher": ("chair_of_governors", "schools_hr"),
    "adult": ("adult_care", "police"),
}
ADDED = ("social_care", "designated_officer")
ASTRAY = ("head", "line_manager", "schools_hr")


def blocks() -> list[Axes]:
    """One block for each kind of concern and each stage."""
    kinds = product(SAID["about"], SAID["child_hurt"], SAID["stage"])
    return [_raising(about, child_hurt, stage) for about, child_hurt, stage in kinds]


def told(about: str, child_hurt: str) -> tuple[frozenset[str], ...]:
    """Nobody; each alone; all, some of those it is sent to; and these beside somebody who must not hear it."""
    sent = tuple(dict.fromkeys((*SENT_TO[about], *(ADDED if child_hurt == "yes" else ()))))
    some = SetOfWords(sent).values
    alone = [frozenset({hearer}) for hearer in HEARERS]
    beside = [found | {hearer} for found in some[1:] for hearer in ASTRAY]
    return tuple(dict.fromkeys((*some, *alone, *beside)))


def _raising(about: str, child_hurt: str, stage: str) -> Axes:
    here: Fragment = {"about": about, "child_hurt": child_hurt, "stage": stage}
    free = [name for name in SAID if name not in here and name != "to"]
    return [[here], each("to", told(about, child_hurt)), *(crossed(RAISE, name, here=here) for name in free)]
