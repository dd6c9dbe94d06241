"""Dates of a file and the periods of a policy → the words that the rules turn on, and the dates of the answer."""

from dataclasses import dataclass
from datetime import date
from itertools import islice, starmap, zip_longest
from typing import cast, get_args

from inconfidence.policy.clocks.retention import (
    Child,
    End,
    File,
    Period,
    Since,
    care_records,
    eligible_from,
    ends,
    latest,
    review_on,
    without_birth,
    without_period,
)
from inconfidence.policy.edition import Edition
from inconfidence.policy.facts.keeping import Category, FileToday, Hold, HowLongToKeep

EVERY_FILE = "parent_support"
MARKER, CLOCK = "csa_marker", "clock_untrusted"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What the dates come to: `words` for the rules; no `governs` while a date cannot be given.

    `at_least` is the latest date that is known all the same, where it is still ahead.
    """

    words: FileToday
    holds: tuple[str, ...]
    ends: tuple[End, ...] = ()
    governs: End | None = None
    at_least: date | None = None
    review_on: date | None = None

    def answer(self) -> dict[str, object]:
        """The dates as scripts rely on them."""
        day = self.governs.day if self.governs else None
        return {
            "destroy_on": _iso(day),
            "eligible_from": _iso(eligible_from(day) if day else None),
            "category": self.governs.category if self.governs else None,
            "all": [
                {"category": end.category, "date": _iso(end.day), "clause": end.clause} for end in self.ends
            ],
            "holds": list(self.holds),
            "review_on": _iso(self.review_on),
        }


def kept(edition: Edition, facts: HowLongToKeep) -> Kept:
    """Work it out. A case that is open, or open again, has no dates at all (D-33)."""
    holds = tuple(hold for hold in get_args(Hold) if hold in facts.holds)
    if facts.closed_on is None:
        return Kept(words=_words(facts), holds=holds)
    file = File(facts.closed_on, _children(facts), frozenset({EVERY_FILE, *facts.ever}))
    periods = periods_of(edition, facts)
    found = ends(periods, file)
    blank, unborn = without_period(periods, file), without_birth(periods, file)
    if blank:
        review, ahead = review_on(file), _ahead(facts.today, latest(found))
        other = _other(ahead, unborn)
        words = _words(facts, period="blank", category=blank[0], review=_past(facts.today, review), **other)
        return Kept(
            words=words, holds=holds, ends=found, at_least=ahead.day if ahead else None, review_on=review
        )
    if unborn:
        words = _words(facts, period="birth_missing", category=unborn[0].category, set_by=unborn[0].set_by)
        return Kept(words=words, holds=holds, ends=found)
    governs = cast("End", latest(found))
    past = _past(facts.today, eligible_from(governs.day))
    words = _words(facts, period="set", category=governs.category, set_by=governs.set_by, date=past)
    return Kept(words=words, holds=holds, ends=found, governs=governs)


def periods_of(edition: Edition, facts: HowLongToKeep) -> tuple[Period, ...]:
    """The policy's own periods, those entered from a schedule, and the one in the regulations on care records."""
    own = (
        Period(
            cast("Category", row.values["category"]),
            cast("Since", row.values["from"]),
            cast("int", row.values["years"]),
            row.clause,
            "policy",
        )
        for row in edition.rows.get("retention-period", ())
    )
    source = schedule_clause(edition)
    entered = (
        Period(each.category, each.from_, each.years, source, "schedule") for each in facts.entered_periods
    )
    law = edition.naming("retention-period").law if edition.names("retention-period") else ()
    return (*own, *entered, *(care_records(clause) for clause in law))


def schedule_clause(edition: Edition) -> str:
    """The clause behind a period that was entered: the one that names the schedule, else the law that asks for one."""
    slugs = ("retention-source", "retention-period", "latest-date-wins")
    return next(edition.naming(slug).cites[0] for slug in slugs if edition.names(slug))


def _children(facts: HowLongToKeep) -> tuple[Child, ...]:
    """Everybody among the births, with the day each died, if it did."""
    return tuple(starmap(Child, islice(zip_longest(facts.births, facts.deaths), len(facts.births))))


def _other(ahead: End | None, unborn: tuple[Period, ...]) -> dict[str, str]:
    """What another category than the one without a period comes to: its date is ahead, or a birth is missing for it."""
    if ahead:
        return {"other": "ahead", "other_category": ahead.category, "set_by": ahead.set_by}
    if unborn:
        return {"other": "birth_missing", "other_category": unborn[0].category, "set_by": unborn[0].set_by}
    return {}


def _ahead(today: date | None, end: End | None) -> End | None:
    """An end that has not passed: before it nothing goes, whatever else is still missing."""
    return end if end and _past(today, eligible_from(end.day)) == "ahead" else None


def _past(today: date | None, day: date) -> str:
    return "past" if today and today >= day else "ahead"


def _words(facts: HowLongToKeep, **more: str) -> FileToday:
    matters = facts.holds - {MARKER, CLOCK}
    trusted = facts.today is not None and CLOCK not in facts.holds
    return FileToday(
        case="closed" if facts.closed_on else "open",
        matter="yes" if matters else "no",
        csa_marker="yes" if MARKER in facts.holds else "no",
        clock="trusted" if trusted else "untrusted",
        **more,  # type: ignore[arg-type]
    )


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
