"""Meetings: the day and the times are picked, so that only the place needs typing.

No day and no time stands there before one is picked: a family would come to a meeting that nobody agreed.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, time, timedelta
from typing import Any, ClassVar

from django.http import QueryDict

from inconfidence import codes
from inconfidence.cases.actions.meetings import MeetingDetails
from inconfidence.cases.forms.marks import HeardForm, marks_from
from inconfidence.cases.queries.marks import MarkDetails
from inconfidence.policy.clocks.days import is_working
from inconfidence.web.forms import (
    Checkboxes,
    DateField,
    Hidden,
    Radios,
    Select,
    ServiceForm,
    Text,
    TextArea,
    Tick,
)
from inconfidence.web.wording import MONTHS, plain_date

DAYS_AHEAD = 42
OTHER = "other"
CAREFUL = [row.code for row in codes.rows("sensitivity")]


def clock_words(at: time) -> str:
    """For example "10am", "2:15pm"."""
    hour, half = (at.hour % 12) or 12, "am" if at.hour < 12 else "pm"
    return f"{hour}:{at.minute:02}{half}" if at.minute else f"{hour}{half}"


TIMES = [
    (at.strftime("%H:%M"), clock_words(at))
    for at in (time(quarter // 4, quarter % 4 * 15) for quarter in range(7 * 4, 21 * 4 + 1))
]


def days_ahead(today: date) -> list[tuple[str, str]]:
    """Nothing yet, the working days of the next six weeks without bank holidays, and "another day"."""
    days = (today + timedelta(days=ahead) for ahead in range(DAYS_AHEAD + 1))
    near = [(day.isoformat(), plain_date(day)) for day in days if is_working(day)]
    return [("", "Choose the day"), *near, (OTHER, "Another day: type it below")]


class MeetingForm(ServiceForm):
    """A meeting. `people` are those on the case, and so are the choices."""

    day = Select(choices=(), label="Day", required=False)
    on = DateField(label="Another day", help_text=f"For example, 3 {MONTHS[1]} 2027", required=False)
    start = Select(choices=[("", "Choose the time"), *TIMES], label="From", missing="Choose when it starts")
    end = Select(choices=[("", "An hour later"), *TIMES], label="To", required=False)
    place = Text(
        label="Where",
        help_text="This goes into calendars that others can read, so no name of the family",
        missing="Say where it is",
        limit=300,
    )
    with_whom = Checkboxes(choices=(), label="With whom", required=False, initial=["person"])
    purpose = Text(label="What it is about", required=False, limit=300)
    bring = Text(
        label="What they might bring",
        help_text="This stands in the letter to the family",
        required=False,
        limit=300,
    )
    prepare = Text(
        label="What we prepare", help_text="For us: it stands in no letter", required=False, limit=300
    )

    starts_in: ClassVar[str] = "day"

    def __init__(
        self, *args: Any, people: Iterable[tuple[str, str]] = (), today: date, **options: Any
    ) -> None:
        super().__init__(*args, **options)
        self.fields["day"].choices = days_ahead(today)  # type: ignore[attr-defined]
        self.fields["with_whom"].choices = list(people)  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """A day that was typed counts before the one that was picked."""
        data: dict[str, Any] = super().clean() or self.cleaned_data
        picked = data.get("day")
        if not data.get("on") and "on" not in self.errors:
            if picked == OTHER:
                self.add_error("on", "Type the day of the meeting")
            elif picked:
                data["on"] = date.fromisoformat(picked)
            else:
                self.add_error("day", "Choose the day")
        return data

    def details(self) -> MeetingDetails:
        """The meeting as the action takes it."""
        data = self.cleaned_data
        return MeetingDetails(
            day=data["on"],
            start=time.fromisoformat(data["start"]),
            end=time.fromisoformat(data["end"]) if data["end"] else None,
            place=data["place"],
            with_whom=tuple(data["with_whom"]),
            purpose=data["purpose"],
            bring=data["bring"],
            prepare=data["prepare"],
        )


class MetForm(HeardForm):
    """What stands on a meeting that is there already, its marks folded away."""

    version = Hidden(required=False)

    more_title: ClassVar = "More about this meeting"
    template_name = "cases/folded_fields.html"

    def marks(self) -> MarkDetails:
        """The marks as the action takes them; they name nobody while it is whoever was there."""
        return replace(marks_from(self.cleaned_data), provided_by=self.cleaned_data["provided_by"])

    def shown_version(self) -> int:
        """The version of the meeting that the page showed."""
        typed = self.cleaned_data["version"]
        return int(typed) if typed.isdecimal() and len(typed) < 10 else 0

    def now_at(self, version: int, theirs: MarkDetails) -> None:
        """What was typed stays beside the meeting as it is at `version`; of two marks the more careful one stands."""
        typed = QueryDict(mutable=True)
        typed.update(self.data)
        typed["version"] = str(version)
        if CAREFUL.index(theirs.sensitivity) > CAREFUL.index(self.marks().sensitivity):
            typed["sensitivity"] = theirs.sensitivity
        for name in ("in_confidence", "unwritten"):
            if getattr(theirs, name):
                typed[name] = "on"
        self.data = typed


class ChangeMeetingForm(MetForm, MeetingForm):
    """The same for a meeting that is there already."""

    field_order = ("day", "on", "start", "end", "place", "with_whom", "purpose", "bring", "prepare")

    def details(self) -> MeetingDetails:
        """The meeting with its marks as the action takes it."""
        return replace(super().details(), marks=self.marks())


class OutcomeForm(MetForm):
    """What came of a meeting."""

    outcome = TextArea(
        label="What came of it",
        help_text="The family may read this one day. Write only what bears on the matter.",
        missing="Write what came of the meeting",
        rows=6,
        limit=100_000,
    )
    bears = Radios(
        choices=[("yes", "Yes, or the rest is left out"), ("no", "Not all of it")],
        label="Does all of it bear on the matter?",
        initial="yes",
        required=False,
        inline=True,
    )

    shared_space = Tick(label="We were not in a private room: others could see or hear us", required=False)

    field_order = ("outcome", "bears", "shared_space")


def meeting_as_typed(meeting: Mapping[str, Any], today: date) -> dict[str, object]:
    """What the form that changes a meeting starts from; a day on the list is picked there."""
    near = {value for value, _ in days_ahead(today)}
    if meeting["on"].isoformat() in near:
        return dict(meeting) | {"day": meeting["on"].isoformat(), "on": None}
    return dict(meeting) | {"day": OTHER}
