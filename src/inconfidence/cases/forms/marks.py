"""Asking for the marks of what is written down or kept. Every answer is the usual one until somebody differs."""

from collections.abc import Sequence
from typing import Any, ClassVar

from django.forms.boundfield import BoundField

from inconfidence import codes
from inconfidence.cases.actions.marks import MarkDetails
from inconfidence.cases.forms.fields import differs, pick
from inconfidence.web.forms import Radios, Select, ServiceForm, Tick

MARK_FIELDS = ("provided_by", "sensitivity", "standing", "in_confidence", "unwritten")


class MarkedForm(ServiceForm):
    """A form whose item carries marks. Leave a field out with `name = None` in the form's class."""

    provided_by = pick("provided_by", label="Who told us this?", initial="parent")
    sensitivity = Radios(
        choices=codes.choices("sensitivity"),
        label="How careful must we be with it?",
        initial="ordinary",
        required=False,
        small=True,
    )
    standing = Radios(
        choices=codes.choices("standing"),
        label="Is it a fact or an opinion?",
        initial="not_said",
        required=False,
        inline=True,
        small=True,
    )
    in_confidence = Tick(label="They told us in confidence", required=False)
    unwritten = Tick(
        label="I heard something that the work does not need, and leave it unwritten", required=False
    )

    def marks(self) -> MarkDetails:
        """The marks as the action takes them; a field that is not asked, or was left open, has its usual answer."""
        return marks_from(self.cleaned_data)


class HeardForm(MarkedForm):
    """A form for what somebody told us: whoever it was with, unless somebody else is named. `more` is folded away."""

    provided_by = Select(
        choices=[("", "Whoever it was with"), *codes.choices("provided_by")],
        label="Who told us this?",
        required=False,
    )

    more: ClassVar[Sequence[str]] = MARK_FIELDS
    more_title: ClassVar[str] = "More about this note"

    @property
    def main_fields(self) -> list[BoundField]:
        """What is asked every time."""
        return [field for field in self.outer_fields() if field.name not in self.more]

    @property
    def more_fields(self) -> list[BoundField]:
        """What is rarely changed."""
        return [field for field in self.outer_fields() if field.name in self.more]

    @property
    def more_open(self) -> bool:
        """Whether one of the folded answers differs from the usual one, or does not fit."""
        return any(field.errors or differs(field) for field in self.more_fields)


def marks_from(data: dict[str, Any]) -> MarkDetails:
    """The marks among what was typed."""
    return MarkDetails(**{name: data[name] for name in MARK_FIELDS if data.get(name)})
