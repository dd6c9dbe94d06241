"""The day on which a young person begins to answer for themselves, as a case and its forms say it.

Nothing here tells whether the young person has come to us on their own account, and nothing is read that could.
"""

from dataclasses import dataclass
from datetime import date

from inconfidence.cases.facts.passing import THEIR_OWN, birth_of, is_theirs
from inconfidence.cases.queries.beginning import said_of
from inconfidence.cases.queries.door import OpenCase
from inconfidence.policy.standing.passing import Passing, passing
from inconfidence.web.wording import plain_date

LAW = "Children and Families Act 2014, section 83; Education Act 1996, section 8 (L-07)"
NOT_KNOWN = "Nobody has written down how old they are"
ONE_YEAR = "Only the year of birth is known. With the birthday the day may turn out to be a year later."
AN_AGE = "Only how old they are is known. With the year or the day of birth it may turn out to be later."
IN_GOOD_TIME = (
    "Until then a parent’s yes covers what is told about them. From that day, the end of compulsory school age, only"
    " their own yes does: ask them in good time, and record it as their own answer."
)
NO_LONGER = "A parent’s yes no longer lets us tell others about them: ask them, and record their own answer."
AS_LONG_AS = (
    "From the end of compulsory school age only the young person’s own yes lets us tell others about them. As long as"
    " nobody can tell whether that day has come, a parent’s yes is not taken for theirs."
)
THE_YEAR = "Write down when they were born: the year alone often settles it."
AS_BEFORE = "What is about the person we help stays theirs to agree to, as before."


@dataclass(frozen=True, slots=True)
class RightPasses:
    """What a case says of that day, in words; `law` is what it rests on, `vague` that the birthday would help."""

    heading: str
    lines: tuple[str, ...]
    law: str
    vague: bool


def right(door: OpenCase, today: date) -> Passing:
    """How this day stands to the one on which the young person of an opened case begins to answer for themselves."""
    said = said_of(door)
    return THEIR_OWN if is_theirs(said) else passing(birth_of(said, door.opened_on), today)


def right_in_words(door: OpenCase, today: date) -> RightPasses | None:
    """What the case says of it: from three months before, and from the day; nothing before, or once it is closed."""
    found = right(door, today)
    if found.stage == "before" or door.state == "closed":
        return None
    heading, first = _said(found)
    vague = _vague(door)
    return RightPasses(heading, (first, AS_BEFORE, *((vague,) if vague else ())), LAW, bool(vague))


def _said(found: Passing) -> tuple[str, str]:
    day = plain_date(found.on) if found.on else ""
    if found.stage == "soon":
        return (
            f"From {day} the young person answers for themselves",
            IN_GOOD_TIME,
        )
    if found.stage == "passed":
        return (
            f"Since {day} the young person answers for themselves",
            NO_LONGER,
        )
    return (
        f"{NOT_KNOWN}: whose yes counts?",
        AS_LONG_AS,
    )


def _vague(door: OpenCase) -> str:
    """What would make it surer; empty where the birthday is known."""
    birth = birth_of(said_of(door), door.opened_on)
    if birth.on:
        return ""
    if birth.year:
        return ONE_YEAR
    return AN_AGE if birth.at_most else THE_YEAR
