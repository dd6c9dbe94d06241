"""Who we may talk to, as the head of every page of a case shows it."""

from datetime import date

from inconfidence.cases.queries import OpenCase
from inconfidence.consent.queries.sentences import CLOSED, who_we_may_talk_to
from inconfidence.web.parts import MayTalk


def lines(door: OpenCase, today: date) -> tuple[MayTalk, ...]:
    """Who we may talk to, as a case's head shows it: each yes, what does not count yet, then the no that closes it.

    That the case is closed stands before all of them.
    """
    talk = who_we_may_talk_to(door, today)
    waiting = tuple(MayTalk(False, words, waiting=True) for words in talk.waiting)
    return (
        *(each for each in waiting if each.sentence == CLOSED),
        *(MayTalk(True, f"{yes}.") for yes in talk.yes),
        *(each for each in waiting if each.sentence != CLOSED),
        MayTalk(False, f"{talk.no}."),
    )
