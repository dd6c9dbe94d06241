"""What happened to the paper of a case."""

from collections.abc import Iterable, Mapping
from typing import Any, ClassVar
from uuid import UUID

from django.forms import HiddenInput

from inconfidence.retention.actions import PaperDetails
from inconfidence.retention.words import CARRIED, CONTENT, FOR, WHY, WORDING, What
from inconfidence.web.forms import DateField, Radios, ServiceForm, Text, Tick


def words(of: Mapping[str, str], label: str) -> Radios:
    """One word of a closed list, asked where it belongs to what happened."""
    return Radios(choices=list(of.items()), label=label, required=False)


class PaperForm(ServiceForm):
    """One line about paper. `purpose` is asked where the policy fixes one."""

    kept_while_typed = False
    reveals: ClassVar = {
        "what": {
            What.KEPT: ("kept_in", "mixed", "purpose"),
            What.OUT: ("holder", "content", "why", "carried", "answers_for", "due_back"),
            What.KEYS: ("keyholder",),
        }
    }

    what = Radios(
        choices=list(WORDING.items()),
        label="What happened?",
        missing="Choose what happened",
    )
    kept_in = Text(
        label="Where is it kept?", help_text="For example: cabinet 2, top drawer", required=False, limit=120
    )
    mixed = Tick(label="Papers of another case lie in the same file", required=False)
    purpose = words(FOR, "What is it for?")
    holder = Radios(choices=(), label="Who took it?", required=False)
    content = words(CONTENT, "What left its cabinet?")
    why = words(WHY, "What for?")
    carried = words(CARRIED, "How is it carried safely?")
    answers_for = Tick(label="They answer for it until it is back", required=False)
    due_back = DateField(label="By when does it come back?", required=False)
    keyholder = Radios(choices=(), label="Who holds the keys?", required=False)
    on = DateField(label="On which day?", missing="Enter the day")

    def __init__(
        self, *args: Any, people: Iterable[tuple[UUID, str]], asks_purpose: bool, **options: Any
    ) -> None:
        super().__init__(*args, **options)
        named = [(str(key), name) for key, name in people]
        for field in ("holder", "keyholder"):
            self.fields[field].choices = named  # type: ignore[attr-defined]
        if not asks_purpose:
            self.fields["purpose"].widget = HiddenInput()

    def details(self) -> PaperDetails:
        """The line as the action takes it."""
        said = self.cleaned_data
        holder = said["keyholder" if said["what"] == What.KEYS else "holder"]
        return PaperDetails(
            what=said["what"],
            on=said["on"],
            kept_in=said["kept_in"],
            mixed=bool(said["mixed"]),
            purpose=said.get("purpose", ""),
            holder_id=UUID(holder) if holder else None,
            content=said["content"],
            why=said["why"],
            carried=said["carried"],
            answers_for=bool(said["answers_for"]),
            due_back=said["due_back"],
        )
