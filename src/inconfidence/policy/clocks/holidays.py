"""Bank holidays: the days of England and Wales, those of the rest of the kingdom, and until when they are known."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

Year = dict[int, tuple[tuple[int, int], ...]]


class Off(StrEnum):
    """Whose bank holidays count: England and Wales for personal data, anywhere in the kingdom for FOI."""

    ENGLAND_AND_WALES = "england-and-wales"
    ANYWHERE = "anywhere"


@dataclass(frozen=True, slots=True)
class Holidays:
    """A list of bank holidays as published on some day. `elsewhere` are the further days of the other nations."""

    england_and_wales: frozenset[date]
    elsewhere: frozenset[date]
    known_from: date
    known_until: date

    def of(self, off: Off) -> frozenset[date]:
        """The days that are no working days for this set, besides weekends."""
        return (
            self.england_and_wales
            if off is Off.ENGLAND_AND_WALES
            else self.england_and_wales | self.elsewhere
        )

    def added(self, off: Off, days: Iterable[date]) -> "Holidays":
        """The same list with these days more; a day of England and Wales counts in both sets."""
        if off is Off.ENGLAND_AND_WALES:
            return replace(self, england_and_wales=self.england_and_wales | frozenset(days))
        return replace(self, elsewhere=self.elsewhere | frozenset(days))


def _days(years: Year) -> frozenset[date]:
    return frozenset(date(year, month, day) for year, days in years.items() for month, day in days)


# GOV.UK's list as read in August 2026. A year is added when it is published, and the day until which it is known moves.
HOLIDAYS = Holidays(
    england_and_wales=_days(
        {
            2024: ((1, 1), (3, 29), (4, 1), (5, 6), (5, 27), (8, 26), (12, 25), (12, 26)),
            2025: ((1, 1), (4, 18), (4, 21), (5, 5), (5, 26), (8, 25), (12, 25), (12, 26)),
            2026: ((1, 1), (4, 3), (4, 6), (5, 4), (5, 25), (8, 31), (12, 25), (12, 28)),
            2027: ((1, 1), (3, 26), (3, 29), (5, 3), (5, 31), (8, 30), (12, 27), (12, 28)),
            2028: ((1, 3), (4, 14), (4, 17), (5, 1), (5, 29), (8, 28), (12, 25), (12, 26)),
        }
    ),
    elsewhere=_days(
        {
            2024: ((1, 2), (3, 18), (7, 12), (8, 5), (12, 2)),
            2025: ((1, 2), (3, 17), (7, 14), (8, 4), (12, 1)),
            2026: ((1, 2), (3, 17), (6, 15), (7, 13), (8, 3), (11, 30)),
            2027: ((1, 4), (3, 17), (7, 12), (8, 2), (11, 30)),
            2028: ((1, 4), (3, 17), (7, 12), (8, 7), (11, 30)),
        }
    ),
    known_from=date(2024, 1, 1),
    known_until=date(2028, 12, 31),
)
