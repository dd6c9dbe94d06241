"""Dates, times and figures as people say them."""

from datetime import date, datetime, time

from django.utils import timezone

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
          "November", "December")  # fmt: skip


def local(moment: date | datetime) -> date | datetime:
    """A moment on the clock of the service's wall; a date as it is."""
    if isinstance(moment, datetime) and timezone.is_aware(moment):
        return timezone.localtime(moment)
    return moment


def plain_date(moment: date | datetime) -> str:
    """For example "Friday 20 November 2026"."""
    day = local(moment)
    return f"{DAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]} {day.year}"


def short_date(moment: date | datetime) -> str:
    """For example "20 Nov 2026", for tables."""
    day = local(moment)
    return f"{day.day} {MONTHS[day.month - 1][:3]} {day.year}"


def plain_clock(moment: datetime) -> str:
    """For example "9:05am", "midday", "2pm"."""
    time = timezone.localtime(moment) if timezone.is_aware(moment) else moment
    if time.minute == 0 and time.hour in (0, 12):
        return "midday" if time.hour else "midnight"
    hour, half = (time.hour % 12) or 12, "am" if time.hour < 12 else "pm"
    return f"{hour}:{time.minute:02}{half}" if time.minute else f"{hour}{half}"


def plain_day(day: date, at: time | None) -> str:
    """A day, and at what time of it where that is known."""
    return plain_time(datetime.combine(day, at)) if at else plain_date(day)


def plain_time(moment: datetime) -> str:
    """For example "Friday 20 November 2026 at 9:05am"."""
    return f"{plain_date(moment)} at {plain_clock(moment)}"
