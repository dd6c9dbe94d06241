"""Days: working days beside a set of days off, calendar months, birthdays."""

from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

from inconfidence.policy.clocks.holidays import HOLIDAYS, Off

DAY = timedelta(days=1)
# Nothing is reckoned beyond this century: what comes in later is a slip of the pen.
LATEST = date(2099, 12, 31)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
          "November", "December")  # fmt: skip
SATURDAY = 5
FRIDAY = 4

Days = frozenset[date]
ENGLAND_AND_WALES: Days = HOLIDAYS.of(Off.ENGLAND_AND_WALES)


def is_working(day: date, off: Days = ENGLAND_AND_WALES) -> bool:
    """Whether it is neither a Saturday, a Sunday nor one of these days off."""
    return day.weekday() < SATURDAY and day not in off


def working_from(day: date, off: Days = ENGLAND_AND_WALES) -> date:
    """The day itself, or the next working day after it."""
    return _first(day, DAY, lambda each: is_working(each, off))


def working_before(day: date, off: Days = ENGLAND_AND_WALES) -> date:
    """The day itself, or the last working day before it."""
    return _first(day, -DAY, lambda each: is_working(each, off))


def working_days_after(day: date, number: int, off: Days) -> date:
    """The so-manyth working day after a day, which itself is day nought."""
    for _ in range(number):
        day = working_from(day + DAY, off)
    return day


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
    return f"{WEEKDAYS[day.weekday()]} {dated(day)}"


def dated(day: date) -> str:
    """For example "20 November 2026"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def _first(day: date, step: timedelta, fits: Callable[[date], bool]) -> date:
    while not fits(day):
        day += step
    return day
