"""What is known of a birth, and a day → whose yes counts for what is the young person’s.

Until the last Friday in June of the school year of the sixteenth birthday a parent answers for a child. From that day
on the young person does, and a parent’s yes is somebody else’s (L-07, X-22; Education Act 1996 s.8, Children and
Families Act 2014 s.83). What is the parent’s own stays the parent’s to agree to.

Where the birthday is not known, whoever it is may be as old as what is known allows; where nothing is known, nobody can
tell that the day has not come, and so it counts as come.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from inconfidence.policy.clocks.days import DAY, months_after
from inconfidence.policy.clocks.families import leaving

NOTICE = 3
YEAR = 12

Whose = Literal["young_person", "own"]
Giver = Literal["subject", "young_person", "someone_else"]
Stage = Literal["before", "soon", "passed", "not_known"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Birth:
    """What is known of a birth, the surest first: the day; the year; how old at most on a day it was written down."""

    on: date | None = None
    year: int | None = None
    at_most: int | None = None
    written: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Passing:
    """How a day stands to the one on which the right passes, `on`; None where nobody can tell that one."""

    on: date | None
    stage: Stage

    @property
    def passed(self) -> bool:
        """Whether the young person’s own yes is needed for what is theirs."""
        return self.stage in ("passed", "not_known")


def passing(birth: Birth, today: date) -> Passing:
    """Whether the right has passed today: it does so on the day itself, and is soon in the three months before."""
    eldest = _eldest(birth)
    if eldest is None:
        return Passing(on=None, stage="not_known")
    on = leaving(eldest)[0]
    return Passing(on=on, stage=_stage(on, today))


def notice_from(on: date) -> date:
    """The day from which a case says that the right passes on `on`."""
    return months_after(on, -NOTICE)


def counts_as(giver: Giver, whose: Whose, now: Passing) -> Literal["subject", "someone_else"]:
    """What an answer is for information that is `whose`: the answer of the person it belongs to, or somebody else’s."""
    decides = "young_person" if whose == "young_person" and now.passed else "subject"
    return "subject" if giver == decides else "someone_else"


def _stage(on: date, today: date) -> Stage:
    if today >= on:
        return "passed"
    return "soon" if today >= notice_from(on) else "before"


def _eldest(birth: Birth) -> date | None:
    """The earliest day on which they can have been born."""
    if birth.on is not None:
        return birth.on
    if birth.year is not None:
        return date(birth.year, 1, 1)
    if birth.at_most is not None and birth.written is not None:
        return months_after(birth.written, -YEAR * (birth.at_most + 1)) + DAY
    return None
