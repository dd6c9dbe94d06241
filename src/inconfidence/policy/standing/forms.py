"""Dated entries about a permission form → is it out, since when, and when is it brought to mind again?

A form is out from the day it was given until it has come back.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

REMIND_AFTER = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class FormStanding:
    """One form as of today. `waiting` are whole days since it was given; `remind_on` the day of the next reminder."""

    out: bool
    given_on: date | None = None
    waiting: int = 0
    reminded_on: date | None = None
    remind_on: date | None = None


def form_standing(
    given_on: date | None, reminded: Iterable[date], today: date, *, back: bool
) -> FormStanding:
    """How a form that was given on this day stands. One that was never given, or is back, is not out."""
    if given_on is None or back:
        return FormStanding(out=False)
    last = max((day for day in reminded if day >= given_on), default=None)
    return FormStanding(
        out=True,
        given_on=given_on,
        waiting=max(0, (today - given_on).days),
        reminded_on=last,
        remind_on=next_reminder(last or given_on),
    )


def next_reminder(day: date) -> date:
    """A week after it was given, or brought to mind: often enough, and never pressing."""
    return day + REMIND_AFTER


def turn(deadline: date | None, pressing: bool, given_on: date | None, today: date) -> tuple[int, date, date]:
    """Where a form stands in the list: those with a date in law first, by that date; then those that press without one;
    then whoever has waited longest.
    """
    place = 0 if deadline else 1 if pressing else 2
    return place, deadline or today, given_on or today
