"""What is typed about a permission form that is out: a reminder, and that it came back."""

from collections.abc import Sequence

from inconfidence import codes
from inconfidence.cases.actions import UploadDetails
from inconfidence.consent.actions import FormReturned, Reminder
from inconfidence.consent.forms.paper import paper
from inconfidence.quarantine.kinds import MEGABYTES
from inconfidence.web.forms import Checkboxes, DateField, FileUpload, Radios, ServiceForm, TextArea, Tick


class ReturnedForm(ServiceForm):
    """A permission form that came back."""

    returned_on = DateField(label="When did it come back?", help_text="Leave empty for today", required=False)
    permissions = Checkboxes(
        choices=codes.choices("permission"), label="What does it permit?", required=False, small=True
    )
    method = Radios(
        choices=codes.choices("consent_method")[1:], label="How did it come?", initial="letter", small=True
    )
    signed = Tick(label="It is signed and dated", required=False)
    signed_by = Radios(
        choices=[("subject", "The person we help, themselves"), ("someone_else", "Somebody else")],
        label="Who signed it?",
        initial="subject",
        required=False,
        small=True,
    )
    file = FileUpload(
        label="The form",
        help_text=f"PDF, PNG or JPEG, up to {MEGABYTES} MB",
        accept=".pdf,.png,.jpg,.jpeg",
        required=False,
    )

    def details(self) -> FormReturned:
        """The return as the action takes it."""
        data = self.cleaned_data
        return FormReturned(
            returned_on=data["returned_on"],
            permissions=frozenset(data["permissions"]),
            signed=data["signed"],
            signed_by=data["signed_by"] or "subject",
            method=data["method"],
        )

    def attachment(self) -> UploadDetails | None:
        """The form itself, if it was chosen."""
        return paper(self.cleaned_data["file"], self.cleaned_data["returned_on"])


class RemindForm(ServiceForm):
    """That somebody was reminded of their form. `ways` are those by which they may be reached today."""

    method = Radios(choices=(), label="How did you remind them?", small=True)
    reminded_on = DateField(label="When?", help_text="Leave empty for today", required=False)
    words = TextArea(label="What was said, if anything", required=False, rows=2, limit=20_000)

    def __init__(self, *args: object, ways: Sequence[tuple[str, str]] = (), **options: object) -> None:
        super().__init__(*args, **options)  # type: ignore[arg-type]
        self.fields["method"].choices = ways  # type: ignore[attr-defined]

    def details(self) -> Reminder:
        """The reminder as the action takes it."""
        data = self.cleaned_data
        return Reminder(data["method"], data["reminded_on"], data["words"])
