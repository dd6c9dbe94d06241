"""A time of day as people type it: 10:15, 10.15, 1015, 2:30pm, 2pm."""

import re
from datetime import time
from typing import Unpack

from django.core.exceptions import ValidationError

from inconfidence.web.forms.fields import Options, Text

TYPED = re.compile(r"(\d{1,2})(?: ?[:.]? ?(\d{2}))? ?(am|pm)?", re.IGNORECASE | re.ASCII)
LIKE = "Enter a time like 10:15 or 2:30pm"
# Before seven nobody is at work: an hour so small is meant with pm, or with am, and says which.
FIRST_HOUR = 7


class TimeField(Text):
    """A time, or None where it may be left out."""

    def __init__(self, *, label: str = "", missing: str = "", **options: Unpack[Options]) -> None:
        super().__init__(label=label, missing=missing, limit=20, width=10, **options)

    def clean(self, value: object) -> time | None:
        """The time that was typed."""
        typed = str(super().clean(value)).strip()
        return time_from(typed) if typed else None

    def prepare_value(self, value: object) -> object:
        """A time as it is typed; what was typed as it stands."""
        return f"{value:%H:%M}" if isinstance(value, time) else value


def time_from(typed: str) -> time:
    """The time that a text says; ValidationError says what one looks like."""
    found = TYPED.fullmatch(typed)
    if not found:
        raise ValidationError(LIKE)
    hour, minute, half = found[1], int(found[2] or 0), (found[3] or "").lower()
    if half and not 1 <= int(hour) <= 12:
        raise ValidationError(LIKE)
    if not half and len(hour) == 1 and int(hour) < FIRST_HOUR:
        raise ValidationError(f"Say whether it was in the morning or in the afternoon: {hour}am or {hour}pm")
    try:
        return time(int(hour) % 12 + 12 * (half == "pm") if half else int(hour), minute)
    except ValueError:
        raise ValidationError(LIKE) from None
