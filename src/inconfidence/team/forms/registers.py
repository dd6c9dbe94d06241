"""A line of a register, and what somebody has read."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID

from inconfidence.team.actions.registers import EntryDetails
from inconfidence.web.forms import Checkboxes, DateField, Radios, Select, ServiceForm, Text

YES, NO = "yes", "no"
MANY = 7


class EntryForm(ServiceForm):
    """A line as one register takes it: the fields that it has no use for are left out."""

    kept_while_typed = False

    what = Radios(choices=(), label="What is it about?", missing="Choose what it is about")
    person = Radios(choices=(), label="Who?", missing="Choose who it was")
    name = Text(label="Which one?", limit=120, width=30)
    version = Text(
        label="Version", help_text="As it is printed on it", limit=60, width=20, missing="Enter its version"
    )
    where = Text(
        label="Where is it?", help_text="An address of a page, or a place", required=False, limit=200
    )
    purpose = Text(label="What for, as the notice says?", limit=300, missing="Enter the purpose")
    basis = Text(label="On what legal footing, as the notice says?", limit=300, missing="Enter the footing")
    found = Radios(
        choices=[(YES, "Yes"), (NO, "No")],
        label="Is it as our policy says?",
        inline=True,
        missing="Choose whether it is as our policy says",
    )
    on = DateField(label="On which day?", missing="Enter the day")

    def __init__(
        self,
        *args: Any,
        takes: Sequence[str],
        things: Mapping[str, str],
        people: Iterable[tuple[UUID, str]],
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        kept = {*takes, "once"}
        self.fields = {name: field for name, field in self.fields.items() if name in kept}
        self.only = next(iter(things), "") if len(things) == 1 else ""
        if "what" in self.fields:
            given = list(things.items())
            old = self.fields["what"]
            self.fields["what"] = _picked(str(old.label), given)
        if "person" in self.fields:
            self.fields["person"] = _picked("Who?", [(str(key), name) for key, name in people])
        if "name" in self.fields and "what" in self.fields:
            self.fields["name"].required = False

    def details(self) -> EntryDetails:
        """The line as the action takes it."""
        said = self.cleaned_data
        return EntryDetails(
            on=said["on"],
            what=said.get("what", self.only),
            name=said.get("name", ""),
            version=said.get("version", ""),
            where=said.get("where", ""),
            purpose=said.get("purpose", ""),
            basis=said.get("basis", ""),
            person_id=UUID(said["person"]) if "person" in said else None,
            found=said.get("found", YES) == YES,
        )


def _picked(label: str, choices: list[tuple[str, str]]) -> Radios | Select:
    """Radio buttons for a few answers, a list for many."""
    if len(choices) <= MANY:
        return Radios(choices=choices, label=label, missing="Choose one")
    return Select(choices=[("", "Choose one"), *choices], label=label, missing="Choose one")


class ReadForm(ServiceForm):
    """What somebody says they have read."""

    kept_while_typed = False

    read = Checkboxes(choices=(), label="I have read", missing="Tick what you have read", small=False)

    def __init__(self, *args: Any, tasks: Mapping[str, str], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["read"] = Checkboxes(
            choices=list(tasks.items()), label="I have read", missing="Tick what you have read", small=False
        )
