"""The days that a policy file prints, on the day it is read: a review has been, and a version begins within a year.

A file alone is checked without a day; whoever puts one into force has one (D-32).
"""

from collections.abc import Iterator
from datetime import date

from inconfidence.policy.clocks.days import dated, months_after
from inconfidence.policy.edition import Edition
from inconfidence.policy.standing.reviewing import printed

A_YEAR = 12


def impossible(edition: Edition, today: date) -> Iterator[tuple[str, str, str]]:
    """Each day of the document that cannot be as it stands: where it stands, what it says, what was expected."""
    begins, latest = edition.in_force_from, months_after(today, A_YEAR)
    if begins and begins > latest:
        yield "service.in_force_from", begins.isoformat(), f"a day up to {dated(latest)}, within a year"
    if edition.last_review and edition.last_review > today:
        yield "service.last_review", edition.last_review.isoformat(), "a day that has been, or today"
    for month, kind in printed(edition):
        if month > f"{today:%Y-%m}":
            yield f"rules.policy-history.{kind}", month, "a month that has been, or this one"
