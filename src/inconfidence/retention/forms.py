"""What happened to the paper of a case."""

from collections.abc import Iterable
from typing import Any, ClassVar
from uuid import UUID

from django.forms import HiddenInput

from inconfidence.retention.actions import PaperDetails
from inconfidence.retention.words import FOR, WORDING, What
from inconfidence.web.forms import DateField, Radios, ServiceForm, Text, Tick


class PaperForm(ServiceForm):
    """One line about paper. `purpose` is asked where the policy fixes one."""

    kept_while_typed = False
    reveals: ClassVar = {
        "what": {What.KEPT: ("kept_in", "mixed", "purpose"), What.OUT: ("holder", "due_back")}
    }

    what = Radios(
        choices=[(word.value, says) for word, says in WORDING.items()],
        label="What happened?",
        missing="Choose what happened",
    )
    kept_in = Text(
        label="Where is it kept?", help_text="For example: cabinet 2, top drawer", required=False, limit=120
    )
    mixed = Tick(label="Papers of another case lie in the same file", required=False)
    purpose = Radios(
        choices=[(word.value, says) for word, says in FOR.items()], label="What is it for?", required=False
    )
    holder = Radios(choices=(), label="Who took it?", required=False)
    due_back = DateField(label="By when does it come back?", required=False)
    on = DateField(label="On which day?", missing="Enter the day")

    def __init__(
        self, *args: Any, people: Iterable[tuple[UUID, str]], asks_purpose: bool, **options: Any
    ) -> None:
        super().__init__(*args, **options)
        self.fields["holder"].choices = [(str(key), name) for key, name in people]  # type: ignore[attr-defined]
        if not asks_purpose:
            self.fields["purpose"].widget = HiddenInput()

    def details(self) -> PaperDetails:
        """The line as the action takes it."""
        said = self.cleaned_data
        return PaperDetails(
            what=said["what"],
            on=said["on"],
            kept_in=said["kept_in"],
            mixed=bool(said["mixed"]),
            purpose=said.get("purpose", ""),
            holder_id=UUID(said["holder"]) if said["holder"] else None,
            due_back=said["due_back"],
        )
