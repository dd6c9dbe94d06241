"""What may be read about enquiries and cases: guarded doors that answer with frozen values."""

from inconfidence.cases.queries.agreed import say_what_was_agreed
from inconfidence.cases.queries.closings import Closed, closings, last_reopened
from inconfidence.cases.queries.documents import document
from inconfidence.cases.queries.door import NeedsReason, OpenCase, asks_for_reason, open_case_for, saw, staff
from inconfidence.cases.queries.enquiries import enquiries, enquiries_waiting, enquiry
from inconfidence.cases.queries.head import CaseHead, case_head, identity, say_who_we_may_talk_to
from inconfidence.cases.queries.involved import involved
from inconfidence.cases.queries.lists import (
    CaseLists,
    case_list,
    case_lists,
    case_refs,
    holders,
    in_scope,
    other_cases,
)
from inconfidence.cases.queries.looks import looks_page, who_looked
from inconfidence.cases.queries.notes import NoteDesk, NoteHistory, NoteVersion, note_desk, note_history
from inconfidence.cases.queries.page import case_page, case_view, items, provenance
from inconfidence.cases.queries.values import (
    CaseRow,
    CaseView,
    ChildView,
    DocumentFile,
    DocumentLine,
    EnquiryRow,
    EnquiryView,
    HolderView,
    InvolvedView,
    LookView,
    OtherCase,
    TimelineEntry,
)
from inconfidence.cases.queries.worklist import Quiet, Worklist, quiet_cases, worklist

__all__ = [
    "CaseHead",
    "CaseRow",
    "CaseView",
    "ChildView",
    "Closed",
    "DocumentFile",
    "DocumentLine",
    "EnquiryRow",
    "EnquiryView",
    "HolderView",
    "InvolvedView",
    "LookView",
    "NeedsReason",
    "NoteDesk",
    "NoteHistory",
    "NoteVersion",
    "OpenCase",
    "OtherCase",
    "Quiet",
    "TimelineEntry",
    "Worklist",
    "asks_for_reason",
    "closings",
    "last_reopened",
    "say_what_was_agreed",
    "case_head",
    "CaseLists",
    "case_list",
    "case_lists",
    "case_page",
    "case_refs",
    "case_view",
    "document",
    "enquiries",
    "enquiries_waiting",
    "enquiry",
    "holders",
    "identity",
    "in_scope",
    "involved",
    "items",
    "looks_page",
    "note_desk",
    "note_history",
    "open_case_for",
    "other_cases",
    "provenance",
    "saw",
    "say_who_we_may_talk_to",
    "quiet_cases",
    "staff",
    "who_looked",
    "worklist",
]
