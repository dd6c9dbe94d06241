"""The closed words about paper, and the sentence that people read."""

from collections.abc import Mapping
from enum import StrEnum

from inconfidence.policy.standing.registers.paper import QUALITY


class What(StrEnum):
    """What happened to a paper file."""

    KEPT = "kept"
    CHECKED = "checked"
    OUT = "out"
    BACK = "back"
    KEYS = "keys"
    LOST = "lost"


# The last of these says where the file is.
WHERE_IT_IS = (What.OUT, What.BACK, What.LOST)


class Content(StrEnum):
    """What leaves its cabinet, in the words of `may_move_paper`."""

    FILE = "case_file"
    COPIES = "parent_supplied_copies"


class Why(StrEnum):
    """Why it leaves. Closed words: nothing about a family stands beside a file's number."""

    MEETING = "meeting"
    VISIT = "visit"
    WORK = "work"
    COPYING = "copying"


class Carried(StrEnum):
    """How it is carried securely."""

    LOCKED = "locked"
    SEALED = "sealed"
    OFFICE = "office"


class Purpose(StrEnum):
    """What a paper note is kept for, where the policy fixes one purpose."""

    QUALITY = QUALITY
    OTHER = "other"


WORDING: Mapping[str, str] = {
    What.KEPT: "It is kept here",
    What.CHECKED: "I looked: it is where it should be",
    What.OUT: "Somebody took it out",
    What.BACK: "It came back",
    What.LOST: "It is lost",
    What.KEYS: "Somebody holds the keys of its cabinet",
}
CONTENT: Mapping[str, str] = {
    Content.FILE: "The file",
    Content.COPIES: "Copies of what the family gave us, and nothing else",
}
WHY: Mapping[str, str] = {
    Why.MEETING: "To help the family at a meeting",
    Why.VISIT: "To visit the family",
    Why.WORK: "To work on it somewhere else",
    Why.COPYING: "To scan or copy it",
}
CARRIED: Mapping[str, str] = {
    Carried.LOCKED: "In a locked bag, never left alone",
    Carried.SEALED: "In a sealed envelope, never left alone",
    Carried.OFFICE: "By hand, and it does not leave our office",
}
FOR: Mapping[str, str] = {Purpose.QUALITY: "Quality assurance", Purpose.OTHER: "Something else"}
