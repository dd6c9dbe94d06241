"""The note. Its text comes first; everything else has its usual answer, and what is rarely changed is folded away."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any, ClassVar
from uuid import UUID

from django.core.exceptions import ValidationError
from django.forms.boundfield import BoundField

from inconfidence import codes
from inconfidence.cases.actions import NoteDetails
from inconfidence.cases.forms.beside import BesideForm
from inconfidence.cases.forms.fields import pick
from inconfidence.cases.forms.marks import MARK_FIELDS, HeardForm
from inconfidence.cases.forms.minutes import MinutesForm, picked_minutes
from inconfidence.cases.queries.marks import NO_CONTACT
from inconfidence.policy.clocks.days import DAY, working_from
from inconfidence.web.forms import (
    Checkboxes,
    DateField,
    Hidden,
    Radios,
    ServiceForm,
    Text,
    TextArea,
    Tick,
    TimeField,
)

SOON = {"week": 7, "two_weeks": 14, "four_weeks": 28}
MORE = (*MARK_FIELDS, "bears_on", "urged", "happened_on", "happened_at")
NONE_OF_THESE = ("none", "None of these")
MAIN = "main"
ORDER = (
    "text", "left_out", "method", "with_whom", "direction", "minutes", "other_minutes", "next_step", "remind",
    "remind_on", "also_on", "settles", "done_too", *MORE,
)  # fmt: skip


class StepForm(ServiceForm):
    """What is next."""

    next_step = Text(label="Next step", help_text="In a few words", required=False, limit=300)


class WhenForm(ServiceForm):
    """When it truly was, for what is entered later: what was written on paper keeps its own day."""

    happened_on = DateField(label="When was it?", help_text="Leave empty for today", required=False)
    happened_at = TimeField(
        label="At what time?", help_text="Where that is known, as for a call written on paper", required=False
    )


class ReminderForm(StepForm):
    """What is next, and the day it comes up."""

    remind = Radios(
        choices=[
            ("", "No reminder"),
            ("tomorrow", "Next working day"),
            ("week", "In 1 week"),
            ("two_weeks", "In 2 weeks"),
            ("four_weeks", "In 4 weeks"),
            ("day", "On a day"),
        ],
        label="Remind me",
        required=False,
        inline=True,
    )
    remind_on = DateField(label="Which day?", required=False)

    reveals: ClassVar = {"remind": {"day": ("remind_on",)}}
    needed: ClassVar = {"remind_on": "Enter the day of the reminder"}

    def reminds_on(self, today: date) -> date | None:
        """The day that was chosen for it: counted from the day it happened, and never one that has passed."""
        data = self.cleaned_data
        found = remind_on(data.get("happened_on") or today, data["remind"], data["remind_on"])
        return max(found, today) if found and data["remind"] != "day" else found


class NoteForm(StepForm, MinutesForm, HeardForm, WhenForm):
    """A note, for writing it and for changing it."""

    text = TextArea(
        label="What happened, what was said, what is next",
        help_text="The family may read this one day. Write only what bears on the matter.",
        missing="Write what happened",
        rows=9,
        limit=100_000,
    )
    method = pick("contact_method", label="How", initial="phone", required=False)
    with_whom = pick("contact_with", label="With whom", initial="parent_carer", required=False)
    direction = Radios(
        choices=[("in", "They got in touch"), ("out", "We got in touch"), ("attempted", "We tried")],
        label="Who got in touch?",
        initial="in",
        required=False,
        inline=True,
    )
    bears_on = Radios(
        choices=(),
        label="What does it bear on?",
        help_text="Left open, the main matter; what we noticed ourselves always says it",
        required=False,
    )
    left_out = Tick(label="I have left out what the work does not need", required=False)
    urged = Tick(label="I urged them to tell somebody else (this is never a yes of theirs)", required=False)

    more: ClassVar = MORE
    field_order = ORDER

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.reminded = False
        matters = [(MAIN, "The main matter"), *codes.choices("issue"), NONE_OF_THESE]
        self.fields["bears_on"].choices = matters  # type: ignore[attr-defined]

    def about(self, matters: Sequence[tuple[str, str]]) -> None:
        """Offer the matters of this very case, the main one first."""
        main, *others = matters or [(MAIN, "The main matter")]
        self.fields["bears_on"].choices = [(MAIN, main[1]), *others, NONE_OF_THESE]  # type: ignore[attr-defined]

    @property
    def main_fields(self) -> list[BoundField]:
        """What is asked of every note."""
        left_out = () if self.reminded or self["left_out"].value() else ("left_out",)
        return [field for field in super().main_fields if field.name not in left_out]

    def details(self) -> NoteDetails:
        """The note as the action takes it; an answer that was left open is the usual one."""
        data = self.cleaned_data
        marks = self.marks()
        alone = data["method"] == NO_CONTACT
        return NoteDetails(
            text=data["text"],
            method=data["method"] or "phone",
            direction="" if alone else data["direction"] or "in",
            with_whom="" if alone else data["with_whom"] or "parent_carer",
            minutes=None if alone else self.minutes_taken(),
            happened_on=data["happened_on"],
            happened_at=data["happened_at"],
            next_step=data["next_step"],
            bears_on="" if data["bears_on"] == MAIN else data["bears_on"],
            bearing_open=not data["bears_on"],
            urged=data["urged"],
            left_out=data["left_out"],
            **{name: getattr(marks, name) for name in MARK_FIELDS if name != "provided_by"},
            provided_by=data["provided_by"],
        )


class NewNoteForm(ReminderForm, NoteForm):
    """A note that is new: it may set the day of the next step, and stand on the same person's other cases too."""

    also_on = Checkboxes(choices=(), label="Write it on these too", required=False)
    settles = Tick(label="This was done", required=False, initial=True)
    done_too = Checkboxes(choices=(), label="Is any of this done with it?", required=False, small=True)

    starts_in: ClassVar = "text"
    reveals: ClassVar = NoteForm.reveals | ReminderForm.reveals
    needed: ClassVar = NoteForm.needed | ReminderForm.needed
    field_order = ORDER

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for name in ("also_on", "done_too"):
            sent = self.data.getlist(name) if hasattr(self.data, "getlist") else ()
            self.fields[name].choices = [(each, each) for each in sent]  # type: ignore[attr-defined]

    def offer(
        self, siblings: Iterable[tuple[str, str]], due: str, open_too: Iterable[tuple[str, str]] = ()
    ) -> None:
        """Offer the same person's other cases that this worker can open, and what they owe on this one.

        `due` is what was due when Log was pressed; `open_too` is what else is, by the id of the duty.
        """
        offered, others = list(siblings), list(open_too)
        self.fields["also_on"].choices = offered  # type: ignore[attr-defined]
        self.fields["done_too"].choices = others  # type: ignore[attr-defined]
        for name, wanted in (("also_on", offered), ("settles", due), ("done_too", others)):
            if not wanted:
                self._leave_out(name)
        if due:
            self.fields["settles"].label = f"This was done: {due}"

    def _leave_out(self, name: str) -> None:
        """Take a question off the page; what was wrong with its answer is said of the whole form."""
        wrong = self.errors.pop(name, ()) if self.is_bound else ()
        del self.fields[name]
        for message in wrong:
            self.add_error(None, str(message))

    def with_others(self, today: date, duty: UUID | None) -> NoteDetails:
        """The note, its reminder, the other cases, and what was due and is done."""
        data = self.cleaned_data
        return replace(
            self.details(),
            remind_on=self.reminds_on(today),
            also_on=tuple(data["also_on"]),
            settles=(*((duty,) if duty and data["settles"] else ()), *data["done_too"]),
        )

    def clean_done_too(self) -> list[UUID]:
        """The ids of what is done too."""
        try:
            return [UUID(each) for each in self.cleaned_data["done_too"]]
        except ValueError:
            raise ValidationError("Choose from what is shown") from None


def remind_on(today: date, picked: str, day: date | None) -> date | None:
    """The day that was picked: the next working day, so many days from today, or the day that was typed."""
    if picked == "tomorrow":
        return working_from(today + DAY)
    return today + timedelta(days=SOON[picked]) if picked in SOON else day


class ChangeNoteForm(BesideForm, NoteForm):
    """A note that stands already, with the version that the page showed."""

    version = Hidden(required=False)

    in_full: ClassVar = ("text",)
    careful: ClassVar = {"sensitivity": tuple(row.code for row in codes.rows("sensitivity"))}
    field_order = ORDER


def as_typed(note: dict[str, Any]) -> dict[str, Any]:
    """A note as the form shows it: its minutes among the quick picks, or as another number.

    Who told us follows with whom it was (`follows`), as long as nobody says otherwise.
    """
    observed = note["provided_by"] == "staff"
    said = {
        "provided_by": "" if note["follows"] else note["provided_by"],
        "bears_on": note["bears_on"] or (MAIN if observed else ""),
    }
    kept = {name: value for name, value in note.items() if name != "follows"}
    return kept | said | picked_minutes(note["minutes"])
