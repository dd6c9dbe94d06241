"""What may be read about enquiries and cases: guarded doors that answer with frozen values."""

from inconfidence.cases.queries.documents import document
from inconfidence.cases.queries.door import NeedsReason, OpenCase, open_case_for, saw
from inconfidence.cases.queries.enquiries import enquiries, enquiry
from inconfidence.cases.queries.lists import case_list, case_refs, in_scope, other_cases
from inconfidence.cases.queries.looks import who_looked
from inconfidence.cases.queries.page import case_page, case_view, involved, items, provenance
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

__all__ = [
    "CaseRow",
    "CaseView",
    "ChildView",
    "DocumentFile",
    "DocumentLine",
    "EnquiryRow",
    "EnquiryView",
    "HolderView",
    "InvolvedView",
    "LookView",
    "NeedsReason",
    "OpenCase",
    "OtherCase",
    "TimelineEntry",
    "case_list",
    "case_page",
    "case_refs",
    "case_view",
    "document",
    "enquiries",
    "enquiry",
    "in_scope",
    "involved",
    "items",
    "open_case_for",
    "other_cases",
    "provenance",
    "saw",
    "who_looked",
]
