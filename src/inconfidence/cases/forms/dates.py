"""Which date follows from what came: the questions of the dates page."""

from typing import Any, ClassVar

from django.http import QueryDict

from inconfidence.cases.queries.dates import TITLES, Came, Due, as_shown
from inconfidence.web.forms import Checkboxes, DateField, Hidden, Radios, ServiceForm

CAME = (
    ("letter", "A decision letter from the council"),
    ("request", "A request for an assessment"),
    ("draft", "A draft plan"),
    ("meeting", "An annual review meeting"),
    ("birth", "A date of birth"),
)
HINTS = {
    "letter": "The date on the letter. When must an appeal be in?",
    "request": "The day the council got it. When must it decide, and when must the plan be there?",
    "draft": "The day it came. How long may the family comment?",
    "meeting": "The day of the meeting. When must the council decide?",
    "birth": "When does compulsory school age end?",
}


class DatesForm(ServiceForm):
    """What came, and when."""

    kept_while_typed = False
    reveals: ClassVar = {"came": {"letter": ("certificate",)}}

    came = Radios(choices=CAME, label="What came?", missing="Choose what came", hints=HINTS)
    certificate = DateField(
        label="The mediation certificate’s date, if there is one",
        help_text="It can make the last day to appeal later",
        required=False,
    )
    on = DateField(label="Which date?", help_text="For example 20 11 2026", missing="Enter the date")

    def details(self) -> Came:
        """What came, as the query takes it."""
        data = self.cleaned_data
        return Came(data["came"], data["on"], data["certificate"])


class KeepDatesForm(DatesForm):
    """The same on a case, where dates that were worked out can be kept."""

    keep = Checkboxes(choices=tuple(TITLES.items()), label="Keep on this case", required=False)
    shown = Hidden(required=False)

    def chosen(self) -> tuple[str, ...]:
        """The names of the dates to keep."""
        return tuple(self.cleaned_data["keep"])

    def offer(self, found: tuple[Due, ...]) -> None:
        """Offer these dates, all of them chosen unless they were offered before; none leaves nothing to choose."""
        if not found:
            del self.fields["keep"]
            return
        self.fields["keep"].choices = [(due.name, due.line) for due in found]  # type: ignore[attr-defined]
        typed = QueryDict(mutable=True)
        typed.update(self.data)
        if typed.get("shown") != as_shown(found):
            typed.setlist("keep", [due.name for due in found if not due.passed])
        else:
            typed.setlist("keep", self.data.getlist("keep"))
        typed["shown"] = as_shown(found)
        self.data: Any = typed
