"""Concerns: the leads' inbox, and one concern for the leads and for whoever raised it."""

from inconfidence.safeguarding.queries.inbox import (
    READ_DUTY,
    ConcernRow,
    concerns,
    find,
    late,
    names_of,
    reach,
    row_of,
    saw,
    waiting,
)
from inconfidence.safeguarding.queries.numbers import Reached, numbers
from inconfidence.safeguarding.queries.page import ConcernPage, concern, entries_of, where_concerns_go
from inconfidence.safeguarding.queries.places import place

__all__ = [
    "READ_DUTY",
    "ConcernPage",
    "ConcernRow",
    "Reached",
    "concern",
    "concerns",
    "entries_of",
    "find",
    "late",
    "names_of",
    "numbers",
    "place",
    "reach",
    "row_of",
    "saw",
    "waiting",
    "where_concerns_go",
]
