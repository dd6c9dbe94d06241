"""Opening a case."""

from datetime import date
from itertools import groupby
from typing import NamedTuple
from uuid import UUID

from django.core.exceptions import ValidationError
from django.forms.boundfield import BoundField

from inconfidence.cases.actions import CaseDetails, ChildDetails
from inconfidence.cases.forms.contact import SafeContactForm
from inconfidence.cases.forms.fields import Number, chosen, differs, pick, shelf
from inconfidence.cases.queries import EnquiryView
from inconfidence.people.actions import CardDetails
from inconfidence.web.forms import DateField, Email, Hidden, Phone, Radios, Select, Text, Tick

ORDER = (
    "enquiry",
    "again",
    "name",
    "phone",
    "email",
    "ok_to_ring",
    "ok_voicemail",
    "ring_on",
    "times",
    "ok_message_with",
    "say_we_are",
    "is_the_person",
    "child_name",
    "school",
    "year_of_birth",
    "age_band",
    "setting_type",
    "relationship",
    "responsibility",
    "court_order",
    "issue",
    "origin",
    "statement_given",
    "other_issue",
    "absence_reason",
    "notice_given_on",
    "form_given_on",
    "take_myself",
)

FOLDED = {
    "More about reaching them": ("ring_on", "times", "ok_message_with", "say_we_are"),
    "The child's age, and what kind of place it is": ("year_of_birth", "age_band", "setting_type"),
    "Another matter, and papers they have been given": (
        "other_issue",
        "absence_reason",
        "notice_given_on",
        "form_given_on",
    ),
}
KNOWN = ("enquiry", "name", "phone", "email", *SafeContactForm.base_fields)


class Part(NamedTuple):
    """Fields that stand together; with a title they are folded away, unless one of them says something."""

    title: str
    fields: tuple[BoundField, ...]
    opened: bool


class CaseForm(SafeContactForm):
    """What is known when a case is opened. Only a name and what it is about are needed; the rest can follow.

    `again` names another case of the same person: who they are and how to reach them is known, and not asked.
    """

    enquiry = Hidden(required=False)
    again = Hidden(required=False)
    name = Text(label="Who is asking for help?", help_text="One name is enough", limit=300, width=30)
    phone = Phone(label="Phone", required=False)
    email = Email(label="E-mail", required=False)
    is_the_person = Radios(
        choices=[("no", "No, they ask about somebody"), ("yes", "Yes: they ask for themselves")],
        label="Are they the child or young person?",
        initial="no",
        small=True,
    )
    child_name = Text(label="The child or young person's name", required=False, limit=300, width=30)
    year_of_birth = Number(label="Year of birth, if known", most=2199)
    age_band = pick("age_band", label="Age", initial="unknown", required=False)
    school = Text(label="School, nursery or college", required=False, limit=300)
    setting_type = pick(
        "setting_type", label="What kind of place is that?", initial="unknown", required=False
    )
    relationship = pick(
        "relationship_to_child", label="Who they are to the child", initial="unknown", required=False
    )
    responsibility = pick(
        "parental_responsibility",
        label="Do they have parental responsibility?",
        initial="not_asked",
        required=False,
    )
    court_order = pick("court_order", label="Is there a court order?", initial="not_asked", required=False)
    issue = Select(choices=(), label="Main matter", missing="Choose what it is about")
    other_issue = Select(choices=(), label="Another matter", required=False)
    origin = pick("origin", label="How they came to us", initial="self")
    absence_reason = Text(
        label="If a professional rang without them: why were they not there?", required=False, limit=300
    )
    statement_given = Tick(
        label="I told them what confidentiality means here, and where it ends", required=False
    )
    notice_given_on = DateField(label="Privacy notice given on", required=False)
    form_given_on = DateField(label="Permission form given on", required=False)
    take_myself = Radios(
        choices=[("yes", "I work with them"), ("no", "A lead decides who does")],
        label="Who works with them?",
        initial="yes",
        small=True,
    )
    field_order = ORDER
    template_name = "cases/case_fields.html"

    def __init__(self, *args: object, **options: object) -> None:
        super().__init__(*args, **options)  # type: ignore[arg-type]
        self.fields["issue"].choices = shelf("issue", "issue_group")  # type: ignore[attr-defined]
        self.fields["other_issue"].choices = shelf("issue", "issue_group", empty="None")  # type: ignore[attr-defined]
        if self.known:
            for name in KNOWN:
                del self.fields[name]

    def parts(self) -> list[Part]:
        """The fields in order, those that can follow later together under a line to press."""
        named = {name: title for title, names in FOLDED.items() for name in names}
        found = groupby(self.outer_fields(), key=lambda field: named.get(field.name, ""))
        return [Part(title, tuple(fields), opened=self._differs(title)) for title, fields in found]

    def _differs(self, title: str) -> bool:
        """Whether a folded part stands open: the page came back, or the call had an answer to one of its questions."""
        shown = (self[name] for name in FOLDED.get(title, ()) if name in self.fields)
        return self.is_bound or any(differs(field) for field in shown)

    @property
    def known(self) -> str:
        """The reference of the case whose person this is about too; empty for somebody new."""
        return str(self["again"].value() or "").strip().upper()

    def clean_enquiry(self) -> UUID | None:
        """The enquiry it came from, if it came from one."""
        typed = self.cleaned_data["enquiry"]
        try:
            return UUID(typed) if typed else None
        except ValueError:
            raise ValidationError("This page was out of date. Open the enquiry again") from None

    def details(self, today: date) -> CaseDetails:
        """The case as the action takes it; a statement that was ticked was given today."""
        data = self.cleaned_data
        return CaseDetails(
            card=CardDetails(name="") if self.known else self._card(),
            again=self.known,
            child=self._child(),
            relationship=data["relationship"] or "unknown",
            responsibility=data["responsibility"] or "not_asked",
            order=data["court_order"] or "not_asked",
            issues=chosen((data["issue"], data["other_issue"])),
            origin=data["origin"],
            absence_reason=data["absence_reason"],
            statement_given_on=today if data["statement_given"] else None,
            notice_given_on=data["notice_given_on"],
            form_given_on=data["form_given_on"],
            enquiry_id=data.get("enquiry"),
            take_myself=data["take_myself"] == "yes",
        )

    def _card(self) -> CardDetails:
        data = self.cleaned_data
        return CardDetails(
            name=data["name"],
            phones=chosen((data["phone"],)),
            email=data["email"],
            safe=self.safe_from(data),
        )

    def _child(self) -> ChildDetails:
        data = self.cleaned_data
        return ChildDetails(
            name=data["child_name"],
            year_of_birth=data["year_of_birth"],
            age_band=data["age_band"] or "unknown",
            school=data["school"],
            setting_type=data["setting_type"] or "unknown",
            is_the_person=data["is_the_person"] == "yes",
        )


def from_enquiry(found: EnquiryView) -> dict[str, object]:
    """What a named enquiry already says: nothing is typed twice."""
    return {
        "enquiry": str(found.id),
        "name": found.name,
        "phone": found.phone,
        "email": found.email,
        "child_name": found.child_name,
        "issue": found.issue_codes[0] if found.issue_codes else "",
        "other_issue": found.issue_codes[1] if len(found.issue_codes) > 1 else "",
        "relationship": found.caller_code,
        "is_the_person": "yes" if found.caller_code == "self" else "no",
        "responsibility": found.responsibility_code,
        "court_order": found.order_code,
        "origin": found.referral.origin_code if found.referral else "self",
        "absence_reason": found.referral.exceptional if found.referral else "",
        "statement_given": found.statement_given,
        "age_band": found.age_band_code or "unknown",
        "setting_type": found.phase_code or "unknown",
        **{name: getattr(found.safe, name) for name in SafeContactForm.base_fields},
    }
