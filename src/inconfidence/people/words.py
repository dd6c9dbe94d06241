"""The closed words of this area: how whoever answers came to know who rang, wrote or came."""

from datetime import timedelta
from enum import StrEnum


class How(StrEnum):
    """The two ways in which somebody shows who they are, and that they did not."""

    WORD_AGREED = "word_agreed"
    RANG_BACK = "rang_back"
    NOT_KNOWN = "not_known"


class Checked(StrEnum):
    """How a new number or address was checked, beside the words in which it was given."""

    RANG_BACK = "rang_back"
    IN_PERSON = "in_person"
    IN_WRITING = "in_writing"


SAID = {
    How.WORD_AGREED: "They gave the word agreed with them",
    How.RANG_BACK: "We rang back on the number on the card",
    How.NOT_KNOWN: "Somebody could not show that it was them, and was told nothing",
}
ONE_CALL = timedelta(hours=1)
