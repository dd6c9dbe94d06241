"""What a lead enters about an inspection of the council."""

from inconfidence.web.forms import DateField, Radios, ServiceForm

RUNS, ENDED = "runs", "ended"


class InspectionForm(ServiceForm):
    """An inspection opens or ends on a day."""

    what = Radios(
        label="What happened?",
        choices=[(RUNS, "An inspection of the council has begun"), (ENDED, "The inspection has ended")],
    )
    on = DateField(label="On which day?")
