"""What is added to a case: people, documents; who works on it; why somebody opens it."""

from collections.abc import Mapping
from uuid import UUID

from inconfidence.cases.actions import InvolvedDetails, UploadDetails
from inconfidence.cases.forms.fields import pick, shelf
from inconfidence.web.forms import DateField, FileUpload, Radios, Select, ServiceForm, Text, Tick


class PersonForm(ServiceForm):
    """Somebody on the case."""

    role = Select(choices=(), label="Who are they?", missing="Choose who they are")
    name = Text(label="Name", required=False, limit=300, width=30)
    organisation = Text(label="School, team or organisation", required=False, limit=300)
    reach = Text(label="How to reach them", required=False, limit=300)
    relationship = pick("relationship_to_child", label="If family: who they are to the child", required=False)
    note = Text(label="Anything else to know", required=False, limit=300)

    def __init__(self, *args: object, **options: object) -> None:
        super().__init__(*args, **options)  # type: ignore[arg-type]
        self.fields["role"].choices = shelf("professional_role", "professional_body")  # type: ignore[attr-defined]

    def details(self) -> InvolvedDetails:
        """The person as the action takes them."""
        data = self.cleaned_data
        return InvolvedDetails(**{name: data[name] for name in InvolvedDetails.__dataclass_fields__})


class DocumentForm(ServiceForm):
    """A file and what it is."""

    file = FileUpload(
        label="The file", help_text="PDF, PNG or JPEG, up to 10 MB", accept=".pdf,.png,.jpg,.jpeg",
        missing="Choose a PDF, PNG or JPEG file of up to 10 MB",
    )  # fmt: skip
    title = Text(label="What is it?", help_text="For example, Draft plan of March", limit=300)
    document_type = pick("document_type", label="Kind of document", initial="other")
    provided_by = pick("provided_by", label="Who gave it to us?", initial="parent")
    in_confidence = Tick(label="They gave it in confidence", required=False)
    happened_on = DateField(label="Its date", help_text="Leave empty for today", required=False)

    def details(self) -> UploadDetails:
        """The document as the action takes it."""
        data = self.cleaned_data
        return UploadDetails(
            data=data["file"].read(),
            title=data["title"],
            document_type=data["document_type"],
            provided_by=data["provided_by"],
            in_confidence=data["in_confidence"],
            happened_on=data["happened_on"],
        )


class AllocateForm(ServiceForm):
    """Who works on a case. `people` are those who may be given one."""

    person = Radios(choices=(), label="Who works with this family?", missing="Choose somebody")

    def __init__(self, *args: object, people: Mapping[UUID, str], **options: object) -> None:
        super().__init__(*args, **options)  # type: ignore[arg-type]
        self.fields["person"].choices = [(str(one), name) for one, name in people.items()]  # type: ignore[attr-defined]

    def chosen(self) -> UUID:
        """The person's id."""
        return UUID(self.cleaned_data["person"])


class EndAllocationForm(ServiceForm):
    """One press: this person no longer works on the case."""


class ReasonForm(ServiceForm):
    """Why somebody opens a case they are not on."""

    words = Text(
        label="Why do you need to open this case?",
        help_text="One line. It counts until the end of today, and stands in the list of who has looked.",
        missing="Say in one line why you need it",
        limit=300,
    )
