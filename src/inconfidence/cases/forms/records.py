"""What is added to a case: people; who works on it; why somebody opens it."""

from collections.abc import Mapping
from uuid import UUID

from inconfidence.cases.actions import InvolvedDetails
from inconfidence.cases.forms.fields import pick, shelf
from inconfidence.web.forms import Radios, Select, ServiceForm, Text


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


class LinkForm(ServiceForm):
    """Which other file is of the same family."""

    other = Text(
        label="The number of the other case",
        help_text="The child’s or young person’s own, or the other parent’s: it stands at the head of its page.",
        missing="Give the number of the other case",
        limit=20,
        width=10,
    )


class UnlinkForm(ServiceForm):
    """One press: these two files are not of one family."""


class NeedForm(ServiceForm):
    """Why somebody needs one marked note or document."""

    words = Text(
        label="Why do you need this very note or document?",
        help_text="One line. It counts until the end of today, and stands in the list of who has looked.",
        missing="Say in one line why you need it",
        limit=300,
    )


class ReasonForm(ServiceForm):
    """Why somebody opens a case they are not on."""

    words = Text(
        label="Why do you need to open this case?",
        help_text="One line. It counts until the end of today, and stands in the list of who has looked.",
        missing="Say in one line why you need it",
        limit=300,
    )
