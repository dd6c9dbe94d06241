"""Dated entries about one decision → who decides it at a moment.

Everybody decides for themselves, alone or with somebody who helps. That somebody cannot, even with help, is judged for
one decision and no other (Mental Capacity Act 2005 ss.1 to 3), and the judgement says who then acts (Children and
Families Act 2014 s.80). It counts from its own day once it is written down, until the next one.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

How = Literal["themselves", "with_help", "cannot"]


@dataclass(frozen=True, slots=True, kw_only=True)
class DecidingEntry:
    """One entry about a decision; never changed, only followed by another. `on` is the day it was judged or said."""

    how: How
    on: date
    recorded: datetime


def decided_how(entries: Iterable[DecidingEntry], moment: datetime, today: date) -> How:
    """How this decision is made as of this moment, which lies on `today`; before anything is written, by themselves."""
    counted = [entry for entry in entries if entry.recorded <= moment and entry.on <= today]
    latest = max(counted, key=lambda entry: (entry.on, entry.recorded), default=None)
    return latest.how if latest else "themselves"
