"""How long something took: one press where the usual number fits, another number typed."""

from typing import Any, ClassVar

from inconfidence.cases.forms.fields import Number
from inconfidence.web.forms import Radios, ServiceForm

QUICK = ("5", "10", "15", "30", "45", "60", "90")
OTHER = "other"


class MinutesForm(ServiceForm):
    """A form that asks for the minutes; left open they are not known."""

    minutes = Radios(
        choices=[(each, each) for each in QUICK] + [(OTHER, "Another number")],
        label="Minutes",
        required=False,
        inline=True,
    )
    other_minutes = Number(label="How many minutes?", most=1440)

    reveals: ClassVar = {"minutes": {OTHER: ("other_minutes",)}}
    needed: ClassVar = {"other_minutes": "Enter the minutes as a number"}

    def minutes_taken(self) -> int | None:
        """The number that was picked or typed."""
        picked = self.cleaned_data["minutes"]
        found: int | None = self.cleaned_data["other_minutes"] if picked == OTHER else None
        return int(picked) if picked in QUICK else found or None


def picked_minutes(minutes: int | None) -> dict[str, Any]:
    """So many minutes as the form's two fields."""
    if minutes is None:
        return {"minutes": "", "other_minutes": ""}
    quick = str(minutes) in QUICK
    return {"minutes": str(minutes) if quick else OTHER, "other_minutes": "" if quick else str(minutes)}
