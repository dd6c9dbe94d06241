"""What is typed about consent, and about the forms that it comes on."""

from inconfidence.consent.forms.agreeing import ConsentForm, RecordsForm
from inconfidence.consent.forms.aloud import AloudForm
from inconfidence.consent.forms.deciding import DecidingForm
from inconfidence.consent.forms.going_out import RemindForm, ReturnedForm

__all__ = ["AloudForm", "ConsentForm", "DecidingForm", "RecordsForm", "RemindForm", "ReturnedForm"]
