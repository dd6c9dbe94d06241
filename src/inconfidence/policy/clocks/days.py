"""Days: bank holidays of England and Wales, working days, calendar months, birthdays."""

from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

DAY = timedelta(days=1)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
          "November", "December")  # fmt: skip
SATURDAY = 5
FRIDAY = 4

# GOV.UK's list as read in August 2026. A year is added when it is published, and the day until which it is known moves.
KNOWN_FROM = date(2026, 1, 1)
KNOWN_UNTIL = date(2028, 12, 31)
BANK_HOLIDAYS = frozenset(
    date(year, month, day)
    for year, days in {
        2026: ((1, 1), (4, 3), (4, 6), (5, 4), (5, 25), (8, 31), (12, 25), (12, 28)),
        2027: ((1, 1), (3, 26), (3, 29), (5, 3), (5, 31), (8, 30), (12, 27), (12, 28)),
        2028: ((1, 3), (4, 14), (4, 17), (5, 1), (5, 29), (8, 28), (12, 25), (12, 26)),
    }.items()
    for month, day in days
)


def is_working(day: date) -> bool:
    """Whether it is neither a Saturday, a Sunday nor a bank holiday of England and Wales."""
    return day.weekday() < SATURDAY and day not in BANK_HOLIDAYS


def working_from(day: date) -> date:
    """The day itself, or the next working day after it."""
    return _first(day, DAY, is_working)


def working_before(day: date) -> date:
    """The day itself, or the last working day before it."""
    return _first(day, -DAY, is_working)


def months_after(day: date, months: int) -> date:
    """The same day number so many months later; where there is none, the last day of that month."""
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def birthday(born: date, age: int) -> date:
    """The day on which somebody reaches an age; born on 29 February, it is 1 March in a common year."""
    if (born.month, born.day) == (2, 29) and monthrange(born.year + age, 2)[1] == 28:
        return date(born.year + age, 3, 1)
    return born.replace(year=born.year + age)


def last_friday_of_june(year: int) -> date:
    """The last Friday of June in that year."""
    return _first(date(year, 6, 30), -DAY, lambda day: day.weekday() == FRIDAY)


def spelt(day: date) -> str:
    """For example "Friday 20 November 2026"."""
    return f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]} {day.year}"


def _first(day: date, step: timedelta, fits: Callable[[date], bool]) -> date:
    while not fits(day):
        day += step
    return day
