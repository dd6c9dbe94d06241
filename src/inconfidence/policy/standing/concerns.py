"""Dated concerns → those that were believed and not passed on that day: the head of service is shown them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from inconfidence.policy.clocks.days import spelt
from inconfidence.policy.standing.registers.entries import Standing, flagged


@dataclass(frozen=True, slots=True, kw_only=True)
class Believed:
    """A concern with the day from which it was believed, and the day on which all who must hear it had heard it."""

    concern: str
    believed_on: date
    passed_on: date | None = None


def not_passed_on(concerns: Iterable[Believed], today: date) -> tuple[Believed, ...]:
    """Those whose day is over and which have not been passed on, the oldest first."""
    late = (
        each
        for each in concerns
        if each.believed_on < today and (each.passed_on is None or each.passed_on > today)
    )
    return tuple(sorted(late, key=lambda each: (each.believed_on, each.concern)))


def passed_on(concerns: Iterable[Believed], today: date) -> Standing:
    """Where the concerns of a service stand today."""
    return Standing(
        tuple(
            flagged(f"Believed on {spelt(each.believed_on)}, and not passed on.")
            for each in not_passed_on(concerns, today)
        )
    )
