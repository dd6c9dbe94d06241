"""What is done with enquiries and cases. Every action takes the actor, asks, writes and records in one transaction."""

from inconfidence.cases.actions.allocation import allocate, eligible, end_allocation
from inconfidence.cases.actions.calls import CallDetails, NamedCaller, end_enquiry, take_call
from inconfidence.cases.actions.changing import Changed, Theirs, change_note
from inconfidence.cases.actions.contact import Contact, change_contact
from inconfidence.cases.actions.content import NotAccepted
from inconfidence.cases.actions.documents import UploadDetails, add_document, check_upload, write_document
from inconfidence.cases.actions.notes import NoteDetails, add_note, write_note
from inconfidence.cases.actions.opening import CaseDetails, ChildDetails, open_case
from inconfidence.cases.actions.people import InvolvedDetails, add_involved
from inconfidence.cases.actions.reasons import give_reason

__all__ = [
    "CallDetails",
    "CaseDetails",
    "Changed",
    "ChildDetails",
    "Contact",
    "InvolvedDetails",
    "NamedCaller",
    "NotAccepted",
    "NoteDetails",
    "Theirs",
    "UploadDetails",
    "add_document",
    "add_involved",
    "add_note",
    "allocate",
    "change_contact",
    "change_note",
    "check_upload",
    "eligible",
    "end_allocation",
    "end_enquiry",
    "give_reason",
    "open_case",
    "take_call",
    "write_document",
    "write_note",
]
