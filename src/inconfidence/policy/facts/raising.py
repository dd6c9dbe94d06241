"""What `where_to_raise` takes."""

from dataclasses import dataclass
from typing import Literal

from inconfidence.policy.facts.words import NOBODY, Contradiction, NoYes, YesNo, fact

Hearer = Literal[
    "social_care",
    "adult_care",
    "police",
    "line_manager",
    "head",
    "chair_of_governors",
    "schools_hr",
    "designated_officer",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class WhereToRaise:
    """Someone may come to harm: who must hear it, and what comes first?"""

    about: Literal["child", "young_person_poses", "employee", "class_teacher", "head_teacher", "adult"] = (
        fact("child", "whom it concerns; young_person_poses: a young person who may harm somebody")
    )
    belief: Literal["believed", "wondering", "no_intention"] = fact(
        "believed",
        "believed: belief and reasons recorded; wondering: words that worry, not yet talked through; no_intention: "
        "talked through and not meant",
    )
    checked: YesNo = fact("yes", "what was meant was checked or challenged")
    spoken_to: Literal["yes", "no", "unsafe"] = fact(
        "yes", "the person who said it has been spoken to; unsafe: a recorded reason why not"
    )
    lead_consulted: YesNo = fact("yes", "head of service consulted")
    emergency: NoYes = fact("no", "no time to ask")
    child_hurt: NoYes = fact("no", "a child is also at risk")
    to: frozenset[Hearer] = fact(NOBODY, "who would be told, so far; nobody when asking where it goes")
    extent: Literal["chosen", "whole_file"] = fact("chosen", "chosen: no more than is needed")
    stage: Literal["pass_on", "close"] = fact("pass_on", "pass it on, or close it")
    violence_procedure: NoYes = fact("no", "the work-related violence procedure has been started")
    mending: NoYes = fact("no", "what was done to mend things, or why nothing could be, is recorded")


CONTRADICTIONS = (
    Contradiction(
        "belief",
        ("no_intention",),
        "spoken_to",
        ("no", "unsafe"),
        "no intention is what they said when spoken to",
    ),
)
