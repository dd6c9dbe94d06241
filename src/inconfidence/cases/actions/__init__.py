"""What is done with enquiries and cases. Every action takes the actor, asks, writes and records in one transaction."""

from inconfidence.cases.actions.allocation import allocate, end_allocation
from inconfidence.cases.actions.begin import (
    FirstContactDetails,
    FirstContactMoved,
    FirstContactSaved,
    NotBegun,
    answer_words,
    not_begun_yet,
    record_first_contact,
)
from inconfidence.cases.actions.call_details import CallDetails, NamedCaller
from inconfidence.cases.actions.calls import MayShow, take_call
from inconfidence.cases.actions.case_details import CaseDetails, ChildDetails
from inconfidence.cases.actions.changing import Changed, ClosedMeanwhile, Theirs, change_note
from inconfidence.cases.actions.closing import ClosingDetails, close_case, reopen_case
from inconfidence.cases.actions.contact import Contact, change_contact, check_contact
from inconfidence.cases.actions.content import NotAccepted
from inconfidence.cases.actions.documents import UploadDetails, add_document, check_upload, write_document
from inconfidence.cases.actions.documents_changing import FasterThanYou, change_document, look_again
from inconfidence.cases.actions.documents_several import KEPT_BEFORE, Came, Fate, Incoming, add_documents
from inconfidence.cases.actions.ending import NotEnded, end_enquiry
from inconfidence.cases.actions.giving import give_enquiries
from inconfidence.cases.actions.joining import NotJoined, join_earlier
from inconfidence.cases.actions.letters import LetterMade, look_at_letter, make_letter
from inconfidence.cases.actions.linking import link_files, unlink_files
from inconfidence.cases.actions.mail import MailDetails, MailFiled, file_mail
from inconfidence.cases.actions.meetings import (
    MeetingDetails,
    MeetingSaved,
    MeetingTheirs,
    add_meeting,
    change_meeting,
)
from inconfidence.cases.actions.meetings_held import record_outcome
from inconfidence.cases.actions.messages import file_message, leave_message
from inconfidence.cases.actions.needs import give_need
from inconfidence.cases.actions.notes import NoteDetails, add_note, write_note
from inconfidence.cases.actions.opening import open_case
from inconfidence.cases.actions.passing import BirthDetails, owe_the_day, record_birth, settle_the_day
from inconfidence.cases.actions.people import InvolvedDetails, add_involved
from inconfidence.cases.actions.reasons import give_reason
from inconfidence.cases.actions.recording import NotRecorded
from inconfidence.cases.actions.referrals import (
    ReferralDetails,
    ShownDetails,
    decline_referral,
    show_agreement,
    take_referral,
)
from inconfidence.cases.actions.ringing import say_who_rang
from inconfidence.cases.actions.voicemail import pick_up, written_elsewhere

__all__ = [
    "KEPT_BEFORE",
    "LetterMade",
    "MayShow",
    "MeetingDetails",
    "MeetingSaved",
    "MeetingTheirs",
    "add_meeting",
    "change_meeting",
    "look_at_letter",
    "make_letter",
    "record_outcome",
    "CallDetails",
    "Came",
    "Fate",
    "Incoming",
    "MailDetails",
    "MailFiled",
    "add_documents",
    "FasterThanYou",
    "change_document",
    "file_mail",
    "link_files",
    "look_again",
    "BirthDetails",
    "CaseDetails",
    "Changed",
    "ChildDetails",
    "ClosedMeanwhile",
    "ClosingDetails",
    "Contact",
    "FirstContactDetails",
    "FirstContactMoved",
    "FirstContactSaved",
    "InvolvedDetails",
    "NamedCaller",
    "NotAccepted",
    "NotBegun",
    "NotRecorded",
    "NoteDetails",
    "Theirs",
    "UploadDetails",
    "add_document",
    "add_involved",
    "add_note",
    "allocate",
    "answer_words",
    "change_contact",
    "check_contact",
    "change_note",
    "check_upload",
    "end_allocation",
    "end_enquiry",
    "give_need",
    "give_reason",
    "close_case",
    "not_begun_yet",
    "open_case",
    "owe_the_day",
    "record_birth",
    "record_first_contact",
    "settle_the_day",
    "reopen_case",
    "ReferralDetails",
    "ShownDetails",
    "decline_referral",
    "NotJoined",
    "NotEnded",
    "join_earlier",
    "pick_up",
    "written_elsewhere",
    "give_enquiries",
    "show_agreement",
    "take_referral",
    "file_message",
    "leave_message",
    "say_who_rang",
    "take_call",
    "unlink_files",
    "write_document",
    "write_note",
]
