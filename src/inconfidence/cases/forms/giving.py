"""Who takes up which of the enquiries that wait."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from inconfidence.cases.queries import EnquiryRow
from inconfidence.web.forms import Checkboxes, Radios, ServiceForm
from inconfidence.web.wording import short_date


class GiveForm(ServiceForm):
    """Ticked enquiries go to one worker. `rows` may be given, `people` may take them up."""

    enquiry = Checkboxes(choices=(), label="Which enquiries?", missing="Tick the enquiries to give")
    person = Radios(choices=(), label="Who takes them up?", missing="Choose somebody")

    def __init__(
        self, *args: object, rows: Sequence[EnquiryRow], people: Mapping[UUID, str], **options: object
    ) -> None:
        super().__init__(*args, **options)  # type: ignore[arg-type]
        offered = [(str(row.id), f"{row.name}: {', '.join(row.issues)}") for row in rows]
        self.fields["enquiry"].choices = offered  # type: ignore[attr-defined]
        self.fields["enquiry"].hints = {str(row.id): _hint(row) for row in rows}  # type: ignore[attr-defined]
        self.fields["person"].choices = [(str(one), name) for one, name in people.items()]  # type: ignore[attr-defined]

    def ticked(self) -> list[UUID]:
        """The enquiries that were ticked."""
        return [UUID(each) for each in self.cleaned_data["enquiry"]]

    def chosen(self) -> UUID:
        """Who takes them up."""
        return UUID(self.cleaned_data["person"])


def _hint(row: EnquiryRow) -> str:
    said = [f"since {short_date(row.happened_on)}"]
    if row.deadline_on:
        said.append(f"cannot wait beyond {short_date(row.deadline_on)}")
    if row.given_to:
        said.append(f"with {row.given_to}")
    return ", ".join(said)
