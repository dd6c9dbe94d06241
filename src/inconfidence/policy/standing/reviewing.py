"""When a policy must be looked at again: its own months after the last day that it prints or that was recorded here."""

from collections.abc import Iterable, Iterator
from datetime import date

from inconfidence.policy.clocks.reviewing import Entry, Kind, Review, last_review, month_end, next_review
from inconfidence.policy.edition import Edition

KINDS: tuple[Kind, ...] = ("issued", "revised", "reviewed", "renamed")


def review_of(edition: Edition, recorded: Iterable[date], today: date) -> Review:
    """Where the review of this policy stands; `recorded` are the days on which it was looked at as a whole here."""
    months = edition.value("policy-review", "months")
    assert isinstance(months, int)
    looked = [Entry(kind, _end(month)) for month, kind in printed(edition)]
    looked += [Entry("reviewed", day) for day in recorded]
    if edition.last_review is not None:
        looked.append(Entry("reviewed", edition.last_review))
    return next_review(last_review(looked), months, today)


def printed(edition: Edition) -> Iterator[tuple[str, Kind]]:
    """Each month that the document itself names, as 2012-11, with what happened in it."""
    for kind in KINDS:
        if ("policy-history", kind) in edition.settings:
            months = edition.value("policy-history", kind)
            assert isinstance(months, tuple)
            yield from ((month, kind) for month in months)


def _end(month: str) -> date:
    year, number = month.split("-")
    return month_end(int(year), int(number))
