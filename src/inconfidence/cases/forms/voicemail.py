"""The answerphone."""

from inconfidence.cases.forms.fields import Number
from inconfidence.web.forms import ServiceForm


class PickUpForm(ServiceForm):
    """The answerphone was picked up just now."""

    messages = Number(label="How many new messages are on it?", most=50)

    def count(self) -> int:
        """The number; none, where it was left empty."""
        found: int | None = self.cleaned_data["messages"]
        return found or 0


class WrittenForm(ServiceForm):
    """One press: one of these messages is written down elsewhere."""
