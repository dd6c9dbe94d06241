"""The closed words of a concern, and how people read them."""

from enum import StrEnum


class Kind(StrEnum):
    """A concern about harm; or a threat or abuse towards somebody who works here, kept apart from any case."""

    CONCERN = "concern"
    INCIDENT = "incident"


ABOUT = {
    "child": "A child or young person who may be in danger",
    "young_person_poses": "A young person who may harm somebody",
    "adult": "An adult who may be in danger",
    "employee": "Somebody who works here, or another employee",
    "class_teacher": "A class teacher",
    "head_teacher": "A head teacher",
}
BELIEFS = {
    "believed": "I believe that somebody may come to harm",
    "wondering": "I wonder: something worries me",
    "no_intention": "It was talked through, and was not meant",
}
SPOKEN = {"yes": "Yes", "unsafe": "No: it is not safe"}
