"""What is done about consent: recording an answer or a form, and asking others for what they hold."""

from inconfidence.consent.actions.aloud import Aloud, WentThrough, go_through_aloud
from inconfidence.consent.actions.asking import NotAsked, RecordsAsked, ask_for_records
from inconfidence.consent.actions.deciding import DecidingDetails, record_deciding
from inconfidence.consent.actions.forms import (
    FormReturned,
    NotReminded,
    Reminder,
    record_form_returned,
    record_reminder,
)
from inconfidence.consent.actions.recording import (
    ConsentDetails,
    StillYes,
    months_after,
    record_consent,
)
from inconfidence.consent.queries.asking import RecordsDetails

__all__ = [
    "Aloud",
    "ConsentDetails",
    "DecidingDetails",
    "FormReturned",
    "NotAsked",
    "NotReminded",
    "RecordsAsked",
    "RecordsDetails",
    "Reminder",
    "StillYes",
    "WentThrough",
    "ask_for_records",
    "go_through_aloud",
    "months_after",
    "record_consent",
    "record_deciding",
    "record_form_returned",
    "record_reminder",
]
