"""When the child or young person was born."""

from inconfidence.cases.actions import BirthDetails
from inconfidence.cases.forms.fields import Number
from inconfidence.web.forms import DateField, ServiceForm


class BornForm(ServiceForm):
    """The birthday, or the year alone. Nobody has to give either."""

    born_on = DateField(label="Their birthday", help_text="For example 14 9 2010", required=False)
    year_of_birth = Number(label="Or only the year", most=2199, help_text="For example 2010")

    def details(self) -> BirthDetails:
        """What was given, as the action takes it."""
        return BirthDetails(self.cleaned_data["born_on"], self.cleaned_data["year_of_birth"])
