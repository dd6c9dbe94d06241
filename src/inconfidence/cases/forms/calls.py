"""Taking a call. The note comes first; anonymous is where it starts."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import ClassVar
from uuid import UUID

from django.forms.boundfield import BoundField
from django.http import QueryDict

from inconfidence import codes
from inconfidence.cases.actions import CallDetails, NamedCaller
from inconfidence.cases.actions.ending import ANSWERED
from inconfidence.cases.forms.contact import SafeContactForm
from inconfidence.cases.forms.fields import chosen, pick, shelf
from inconfidence.cases.forms.marks import MARK_FIELDS, HeardForm, marks_from
from inconfidence.cases.forms.minutes import MinutesForm
from inconfidence.cases.forms.notes import ReminderForm, WhenForm
from inconfidence.web.forms import (
    DateField,
    Email,
    Hidden,
    Phone,
    Radios,
    Select,
    ServiceForm,
    Text,
    TextArea,
    Tick,
)

NAMED = (
    "name",
    "phone",
    "email",
    "caller",
    "responsibility",
    "court_order",
    "child_name",
    "ok_to_ring",
    "ring_on",
    "times",
    "ok_voicemail",
    "ok_message_with",
    "say_we_are",
    "statement_given",
)
WITHOUT_A_NAME = "caller_kind:anonymous"
BETWEEN = " | "
ORDER = (
    "note",
    "nobodys",
    "issue",
    "other_issue",
    "method",
    "minutes",
    "other_minutes",
    "caller_kind",
    *NAMED,
    "age_band",
    "phase",
    "happened_on",
    "happened_at",
    "deadline_on",
    "next_step",
    "remind",
    "remind_on",
    *MARK_FIELDS,
)


class CallForm(ReminderForm, MinutesForm, HeardForm, WhenForm, SafeContactForm):
    """A new call: what was said, what it is about. Names are asked only of a caller who chose to give one."""

    note = TextArea(
        label="What is it about?",
        help_text="Type while you listen. Leave out who is ringing, unless they chose to give a name.",
        required=False,
        rows=7,
        limit=100_000,
    )
    nobodys = Tick(
        label="No, it names nobody of the family",
        help_text="Does this tell who rang, or who the child is? What is a school’s, an officer’s or ours does not.",
        required=False,
    )
    issue = Select(choices=(), label="Main matter", missing="Choose what the call is about")
    other_issue = Select(choices=(), label="Another matter", required=False)
    method = pick("contact_method", label="How they got in touch", initial="phone")
    caller_kind = Radios(
        choices=[
            ("anonymous", "No name: that is fine"),
            ("named", "They want to give a name, so that we can help further"),
        ],
        label="Who is asking?",
        initial="anonymous",
        small=True,
    )
    name = Text(
        label="Name", help_text="Whatever they want to be called", required=False, limit=300, width=30
    )
    phone = Phone(label="Phone", required=False)
    email = Email(label="E-mail", required=False)
    caller = pick(
        "relationship_to_child", label="Who they are to the child", initial="unknown", required=False
    )
    responsibility = pick(
        "parental_responsibility",
        label="Do they have parental responsibility?",
        initial="not_asked",
        required=False,
    )
    court_order = pick("court_order", label="Is there a court order?", initial="not_asked", required=False)
    child_name = Text(
        label="The child's name",
        help_text="Not from a relative or a professional: they are given general information only",
        required=False,
        limit=300,
        width=30,
    )
    statement_given = Tick(
        label="I told them what confidentiality means here, and where it ends", required=False
    )
    age_band = pick("age_band", label="The child's age, if they say", required=False)
    phase = pick("setting_type", label="Where the child learns, if they say", required=False)
    deadline_on = DateField(
        label="Is there a day that cannot wait?",
        help_text="A hearing, the end of an appeal or of an exclusion. It brings the enquiry to the top of the list.",
        required=False,
    )
    for_today = Hidden(required=False)
    reminded = Hidden(required=False)
    asked_of = Hidden(required=False)
    message = Hidden(required=False)

    starts_in: ClassVar = "note"
    reveals: ClassVar = ReminderForm.reveals | MinutesForm.reveals | {"caller_kind": {"named": NAMED}}
    needed: ClassVar = ReminderForm.needed | MinutesForm.needed | {"name": "Enter the name they gave"}
    more: ClassVar = ("deadline_on", "next_step", "remind", *MARK_FIELDS)
    field_order = ORDER
    template_name = "cases/folded_fields.html"

    def __init__(self, *args: object, **options: object) -> None:
        super().__init__(*args, **options)  # type: ignore[arg-type]
        self.fields["ok_to_ring"].required = False
        self.fields["ok_voicemail"].required = False
        self.fields["issue"].choices = shelf("issue", "issue_group")  # type: ignore[attr-defined]
        self.fields["other_issue"].choices = shelf("issue", "issue_group", empty="None")  # type: ignore[attr-defined]

    def outer_fields(self) -> Iterator[BoundField]:
        """What is asked; whether words show who rang only once they seem to."""
        asked = bool(self["asked_of"].value())
        return (field for field in super().outer_fields() if asked or field.name != "nobodys")

    def may_show_somebody(self, signs: Sequence[str], *, asks: bool) -> str:
        """Ask whether these words show who rang, or remind once that they may; sent again, they are saved.

        What was said of other words before is asked anew. Until then kept for today alone while no name is given.
        """
        typed = QueryDict(mutable=True)
        typed.update(self.data)
        typed["for_today"] = WITHOUT_A_NAME
        if asks:
            typed["asked_of"] = BETWEEN.join(signs)
            typed.pop("nobodys", None)
        else:
            typed["reminded"] = "on"
        self.data = typed
        return WITHOUT_A_NAME

    def details(self, today: date) -> CallDetails:
        """The call as the action takes it; a reminder is counted from today."""
        data = self.cleaned_data
        return CallDetails(
            issues=chosen((data["issue"], data["other_issue"])),
            note=data["note"],
            method=data["method"],
            minutes=self.minutes_taken(),
            age_band=data["age_band"],
            phase=data["phase"],
            happened_on=data["happened_on"],
            happened_at=data["happened_at"],
            named=self._named() if data["caller_kind"] == "named" else None,
            nobodys=data["nobodys"],
            asked_of=tuple(data["asked_of"].split(BETWEEN)),
            reminded=bool(data["reminded"]),
            picked_up=self._picked_up(),
            deadline_on=data["deadline_on"],
            next_step=data["next_step"],
            remind_on=self.reminds_on(today),
            marks=replace(marks_from(data), provided_by=data["provided_by"]),
        )

    def _picked_up(self) -> UUID | None:
        """When a message is written down: from which picking up of the answerphone it is."""
        try:
            return UUID(self.cleaned_data["message"])
        except ValueError:
            return None

    def _named(self) -> NamedCaller:
        data = self.cleaned_data
        return NamedCaller(
            name=data["name"],
            phone=data["phone"],
            email=data["email"],
            caller=data["caller"] or "unknown",
            responsibility=data["responsibility"] or "not_asked",
            order=data["court_order"] or "not_asked",
            safe=self.safe_from(data),
            statement_given=bool(data["statement_given"]),
            child_name=data["child_name"],
        )


class EndEnquiryForm(ServiceForm):
    """One press: nothing more is to be done. Before somebody is sent away the policy is asked."""

    why = Radios(
        choices=codes.choices("enquiry_end"), label="How does it end?", initial=ANSWERED, required=False
    )
