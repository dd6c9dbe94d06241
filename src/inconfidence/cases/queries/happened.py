"""When something truly was, beside when it was entered: what was written on paper is entered on a later day."""

from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Any

from inconfidence.cases.queries.closings import local_day
from inconfidence.team.actor import LONDON
from inconfidence.web.wording import plain_date, plain_day


def clock(at: time | None) -> str:
    """A time of day as a record keeps it; empty where nobody said."""
    return f"{at:%H:%M}" if at else ""


def at_time(said: Mapping[str, Any]) -> time | None:
    """The time of day that a record keeps, if it keeps one."""
    return time.fromisoformat(said["at"]) if said.get("at") else None


def moment_words(moment: datetime | None) -> str:
    """A day, and its time unless that is midnight, which stands for a time that nobody knows; empty for none."""
    if moment is None:
        return ""
    there = moment.astimezone(LONDON)
    return plain_day(there.date(), None if there.time() == time() else there.time())


def entered(happened_on: date, recorded_at: datetime) -> str:
    """The day of entry in words, where that is another day; empty otherwise."""
    day = local_day(recorded_at)
    return "" if day == happened_on else plain_date(day)
