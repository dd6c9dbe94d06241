"""The closed words about paper, and the sentence that people read."""

from enum import StrEnum

from inconfidence.policy.standing.registers.paper import QUALITY


class What(StrEnum):
    """What happened to a paper file."""

    KEPT = "kept"
    CHECKED = "checked"
    OUT = "out"
    BACK = "back"


class Purpose(StrEnum):
    """What a paper note is kept for, where the policy fixes one purpose."""

    QUALITY = QUALITY
    OTHER = "other"


WORDING = {
    What.KEPT: "It is kept here",
    What.CHECKED: "I looked: it is where it should be",
    What.OUT: "Somebody took it out",
    What.BACK: "It came back",
}
FOR = {Purpose.QUALITY: "Quality assurance", Purpose.OTHER: "Something else"}
