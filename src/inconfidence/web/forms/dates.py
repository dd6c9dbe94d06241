"""A date as people type it: three small boxes, the month as a number or a word."""

from collections.abc import Sequence
from datetime import date
from typing import Unpack

from django import forms
from django.core.exceptions import ValidationError

from inconfidence.web.forms.fields import Options, TextInput

MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
          "november", "december")  # fmt: skip
PARTS = ("day", "month", "year")


def month_number(typed: str) -> int:
    """1 to 12 from a number or from (the beginning of) a month's name; 0 when it is neither."""
    word = typed.strip().lower()
    if word.isdecimal():
        return int(word) if 1 <= int(word) <= 12 else 0
    found = [number for number, month in enumerate(MONTHS, 1) if len(word) >= 3 and month.startswith(word)]
    return found[0] if found else 0


class DateBoxes(forms.MultiWidget):
    """Day, month and year, posted as `<name>_day`, `<name>_month`, `<name>_year`."""

    template_name = "web/fields/date_boxes.html"

    def __init__(self) -> None:
        boxes: dict[str, forms.Widget | type[forms.Widget]] = {
            part: TextInput(inputmode="text" if part == "month" else "numeric") for part in PARTS
        }
        super().__init__(boxes)

    def decompress(self, value: object) -> list[str]:
        """A date as the three texts to show."""
        if isinstance(value, date):
            return [str(value.day), str(value.month), str(value.year)]
        return ["", "", ""]


class DateField(forms.Field):
    """A date. `missing` is the sentence when it was left out; `earliest` and `latest` are both allowed."""

    widget = DateBoxes

    def __init__(
        self,
        *,
        label: str = "",
        missing: str = "",
        earliest: date | None = None,
        latest: date | None = None,
        **options: Unpack[Options],
    ) -> None:
        super().__init__(label=label, **options)
        self.missing = missing or "Enter the day, the month and the year"
        self.earliest, self.latest = earliest, latest

    def clean(self, value: Sequence[str | None] | None) -> date | None:
        """The date, or None where it may be left out."""
        typed = [(part or "").strip() for part in value or ()]
        if not any(typed):
            if self.required:
                raise ValidationError(self.missing, code="required")
            return None
        return self.bounded(self.read(typed))

    def read(self, typed: Sequence[str]) -> date:
        """The date that three texts say; an error names the part that is missing or wrong."""
        absent = [part for part, text in zip(PARTS, typed, strict=True) if not text]
        if absent:
            raise ValidationError(f"The date must include a {' and a '.join(absent)}")
        day, month, year = typed
        try:
            return date(int(year), month_number(month), int(day))
        except ValueError:
            raise ValidationError("Enter a real date, like 20 11 2026") from None

    def bounded(self, found: date) -> date:
        """The date, if it lies within the bounds."""
        if self.earliest and found < self.earliest:
            raise ValidationError(f"The date must be {self.earliest:%-d %B %Y} or later")
        if self.latest and found > self.latest:
            raise ValidationError(f"The date must be {self.latest:%-d %B %Y} or earlier")
        if found.year < 1000:
            raise ValidationError("Enter the year with four figures, like 2026")
        if not 1900 <= found.year <= 2199:
            raise ValidationError("Check the year: it must be between 1900 and 2199")
        return found
