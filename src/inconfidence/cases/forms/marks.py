"""Asking for the marks of what is written down or kept. Every answer is the usual one until somebody differs."""

from typing import Any

from inconfidence import codes
from inconfidence.cases.actions.marks import MarkDetails
from inconfidence.cases.forms.fields import pick
from inconfidence.web.forms import Radios, ServiceForm, Tick

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


def marks_from(data: dict[str, Any]) -> MarkDetails:
    """The marks among what was typed."""
    return MarkDetails(**{name: data[name] for name in MARK_FIELDS if data.get(name)})
