"""What a no leaves standing: a yes that it did not cover is said, so that no no is taken for more than it was."""

from dataclasses import dataclass
from datetime import date

from inconfidence.cases.queries import OpenCase
from inconfidence.consent.queries.record_sentences import records_we_may_ask_for
from inconfidence.consent.queries.records import NO, records
from inconfidence.consent.queries.sentences import CLOSED, who_we_may_talk_to


@dataclass(frozen=True, slots=True)
class LeftStanding:
    """Each yes that stands after a no: whom we may talk to, and of whom we may ask for records."""

    talk: tuple[str, ...]
    records: tuple[str, ...]


def left_standing(door: OpenCase, today: date) -> LeftStanding | None:
    """What stands although the last answer on file is a no; None after any other answer, and where nothing does."""
    found = records(door)
    if not found or found[-1].said["answer"] not in NO:
        return None
    talk = who_we_may_talk_to(door, today)
    waiting = (words for words in talk.waiting if words != CLOSED)
    left = LeftStanding((*talk.yes, *waiting), records_we_may_ask_for(door, today))
    return left if left.talk or left.records else None
