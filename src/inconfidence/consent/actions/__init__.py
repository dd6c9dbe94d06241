"""What is done about consent: recording an answer or a form, and asking others for what they hold."""

from inconfidence.consent.actions.asking import NotAsked, RecordsAsked, ask_for_records
from inconfidence.consent.actions.recording import (
    ConsentDetails,
    FormReturned,
    StillYes,
    months_after,
    record_consent,
    record_form_returned,
)
from inconfidence.consent.queries.asking import RecordsDetails

__all__ = [
    "ConsentDetails",
    "FormReturned",
    "NotAsked",
    "RecordsAsked",
    "RecordsDetails",
    "StillYes",
    "ask_for_records",
    "months_after",
    "record_consent",
    "record_form_returned",
]
