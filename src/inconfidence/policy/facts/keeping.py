"""What `how_long_to_keep` takes, which is dates; and the words that dates come to, on which its rules turn."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from inconfidence.policy.facts.words import NOBODY, NoYes, fact

Category = Literal["parent_support", "supervision_order", "in_care"]
Hold = Literal[
    "request", "complaint", "breach", "claim", "tribunal", "police", "court", "inquiry", "inspection", "concern",
    "csa_marker", "clock_untrusted",
]  # fmt: skip
YEARS = range(1900, 2301)


@dataclass(frozen=True, slots=True, kw_only=True)
class EnteredPeriod:
    """A period that somebody authorised entered from a schedule; `source` names the schedule and its version."""

    category: Category
    from_: Literal["birth", "birthday_18", "closure"]
    years: int
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HowLongToKeep:
    """When may this file be destroyed, and what holds it?"""

    today: date | None = fact(None, "the day it is asked on, from the trusted clock")
    closed_on: date | None = fact(None, "the day it was last closed; nothing while it is open")
    births: tuple[date | None, ...] = fact(
        (), "one for each child on the file; nothing for one that is not known"
    )
    deaths: tuple[date | None, ...] = fact(
        (), "one for each child, in the same order; nothing for one who lives"
    )
    ever: frozenset[Category] = fact(
        NOBODY, "categories that held at any time while it was open; parent_support holds for every file"
    )
    holds: frozenset[Hold] = fact(
        NOBODY,
        "what is open and touches the file; csa_marker: it may tell of child sexual abuse; clock_untrusted: the clock"
        " has jumped",
    )
    entered_periods: tuple[EnteredPeriod, ...] = fact(
        (), "periods that somebody authorised entered from a schedule, each with its source and version"
    )

    def fault(self) -> str:
        """What cannot be, in one sentence; nothing where it all can."""
        return next(self._faults(), "")

    def _faults(self) -> Iterator[str]:
        for name, day in self._days():
            if day.year not in YEARS:
                yield f"{name} is {day}; expected a day in the years {YEARS[0]} to {YEARS[-1]}."
            if self.today and day > self.today:
                yield f"{name} is {day}, which is still to come; expected a day up to today, {self.today}."
        for born, died in zip(self.births, self.deaths, strict=False):
            if born and died and died < born:
                yield f"deaths is {died}, before the birth on {born}; expected that day or a later one."
        yield from self._unpaired()
        yield from self._unborn()

    def _unpaired(self) -> Iterator[str]:
        """A death is one of a child on the file: whose birth is not known stands among the births all the same."""
        told_of = max((at for at, died in enumerate(self.deaths, 1) if died), default=0)
        if told_of > len(self.births):
            born = len(self.births)
            yield f"deaths tells of {told_of} children and births of {born}; expected a birth for each, or nothing."

    def _unborn(self) -> Iterator[str]:
        """No file tells of a child who was born after it was closed: one of the two days is mistyped."""
        for born in self.births:
            if born and self.closed_on and born > self.closed_on:
                yield f"births is {born}, after the file was closed on {self.closed_on}; expected a day up to that one."

    def _days(self) -> Iterator[tuple[str, date]]:
        for name in ("today", "closed_on", "births", "deaths"):
            said = getattr(self, name)
            days = said if isinstance(said, tuple) else (said,)
            yield from ((name, day) for day in days if day)


@dataclass(frozen=True, slots=True, kw_only=True)
class FileToday:
    """What the dates of a file come to on the day it is asked."""

    case: Literal["open", "closed"] = fact("open", "open: or opened again")
    period: Literal["blank", "birth_missing", "set"] = fact(
        "blank", "blank: some category has none; birth_missing: a date of birth is needed and not known"
    )
    category: Category = fact(
        "parent_support",
        "whose date is the latest; where something is missing, the category it is missing for",
    )
    other: Literal["nothing", "ahead", "birth_missing"] = fact(
        "nothing",
        "where some category has no period, what another one comes to; ahead: its date is known and still to come",
    )
    other_category: Category = fact("parent_support", "the category that other is about")
    set_by: Literal["policy", "schedule", "law"] = fact(
        "policy", "what the period comes from, or that of other_category; schedule: entered from one"
    )
    date: Literal["ahead", "past"] = fact("ahead", "past: today is later than the latest of the dates")
    review: Literal["ahead", "past"] = fact(
        "ahead", "past: the day has come on which somebody looks at the file"
    )
    matter: NoYes = fact("no", "something is open that touches the file")
    csa_marker: NoYes = fact("no", "the file may tell of child sexual abuse")
    clock: Literal["trusted", "untrusted"] = fact(
        "trusted", "untrusted: it has jumped, or today is not known"
    )
