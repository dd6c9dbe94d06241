"""Moving what is due to another day, who is on the line, and a message."""

from datetime import date, timedelta
from typing import Any, ClassVar
from uuid import UUID

from django.core.exceptions import ValidationError

from inconfidence.people.words import How
from inconfidence.policy.clocks.days import working_from
from inconfidence.web.forms import Checkboxes, DateField, Radios, ServiceForm, Text, TextArea


class MoveForm(ServiceForm):
    """The lines that were ticked on the day, and the day they go to. Which of them may be moved the action knows."""

    duty = Checkboxes(choices=(), label="Lines", missing="Tick the lines that are to move")
    to = Radios(
        choices=[
            ("tomorrow", "Next working day"),
            ("monday", "Next Monday"),
            ("week", "In 1 week"),
            ("day", "On a day"),
        ],
        label="To which day?",
        initial="tomorrow",
        missing="Choose the day",
    )
    on = DateField(label="Which day?", required=False)

    reveals: ClassVar = {"to": {"day": ("on",)}}
    needed: ClassVar = {"on": "Enter the day"}

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        sent = self.data.getlist("duty") if hasattr(self.data, "getlist") else ()
        self.fields["duty"].choices = [(each, each) for each in sent]  # type: ignore[attr-defined]

    def clean_duty(self) -> list[UUID]:
        """The ids that were ticked."""
        try:
            return [UUID(each) for each in self.cleaned_data["duty"]]
        except ValueError:
            raise ValidationError("Tick the lines that are to move") from None

    def ticked(self) -> list[str]:
        """The lines that were ticked, to tick them again."""
        return list(self["duty"].value() or ())

    def day(self, today: date) -> date:
        """The day that was chosen."""
        picked = self.cleaned_data["to"]
        if picked == "tomorrow":
            return working_from(today + timedelta(days=1))
        soon = {"monday": 7 - today.weekday(), "week": 7}
        found: date = self.cleaned_data["on"] if picked == "day" else today + timedelta(days=soon[picked])
        return found


class NameForm(ServiceForm):
    """The name that somebody on the line gives. It is looked for and not kept, so nothing typed here is a draft."""

    kept_while_typed: ClassVar = False
    starts_in: ClassVar = "name"

    name = Text(
        label="Whose name do they give?",
        help_text="All of it, or how it begins",
        missing="Type a name, or how it begins",
        limit=300,
        width=30,
    )


class KnownForm(ServiceForm):
    """How somebody on the line was known: the page draws a button for each way."""

    kept_while_typed: ClassVar = False

    how = Radios(
        choices=[(how.value, how.value) for how in How], label="How do you know?", missing="Press one"
    )

    def way(self) -> How:
        """The way that was pressed."""
        return How(self.cleaned_data["how"])


class MessageForm(ServiceForm):
    """A message for whoever works with somebody: its words, and nothing else is asked."""

    words = TextArea(
        label="Message for whoever works with them",
        help_text="Only they and the leads can read it. It stands on their day.",
        missing="Write the message",
        rows=4,
        limit=5_000,
    )
