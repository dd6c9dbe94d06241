"""What may be read about enquiries and cases: guarded doors that answer with frozen values."""

from inconfidence.cases.queries.agreed import (
    child_in_danger,
    say_what_asking_comes_to,
    say_what_records_were_agreed,
    say_what_was_agreed,
    say_what_went_out,
    say_where_danger_is_believed,
)
from inconfidence.cases.queries.asked import records_asked
from inconfidence.cases.queries.beginning import may_begin, not_yet
from inconfidence.cases.queries.closings import Closed, closings, last_reopened
from inconfidence.cases.queries.documents import (
    document,
    document_about,
    document_page,
    document_picture,
)
from inconfidence.cases.queries.documents_naming import names_secret_address
from inconfidence.cases.queries.documents_obtaining import asked_of_obtaining, not_agreed
from inconfidence.cases.queries.door import (
    NeedsReason,
    OpenCase,
    asks_for_reason,
    open_case_for,
    saw,
    staff,
    the_card,
)
from inconfidence.cases.queries.eligible import eligible, with_load
from inconfidence.cases.queries.enquiries import enquiries, enquiries_waiting, enquiry, enquiry_steps
from inconfidence.cases.queries.head import CaseHead, case_head, identity, say_who_we_may_talk_to
from inconfidence.cases.queries.involved import involved
from inconfidence.cases.queries.letters import Draft, LetterDesk, letter_desk
from inconfidence.cases.queries.letters_kept import (
    LetterPage,
    NotNow,
    asks_in_vain,
    label,
    letter,
    letter_print,
    letters_among,
)
from inconfidence.cases.queries.linked import LinkedPage, LinkView, linked_page
from inconfidence.cases.queries.lists import (
    QUIET_AFTER,
    CaseLists,
    case_list,
    case_lists,
    holders,
    in_scope,
    other_cases,
    unheld,
)
from inconfidence.cases.queries.looks import looks_page, who_looked
from inconfidence.cases.queries.matter import main_purpose
from inconfidence.cases.queries.meetings import (
    MeetingDesk,
    MeetingPage,
    calendar,
    meeting,
    meeting_desk,
)
from inconfidence.cases.queries.messages import MessageView, messages
from inconfidence.cases.queries.needs import CLOSED, need_asked
from inconfidence.cases.queries.notes import NoteDesk, NoteHistory, NoteVersion, note_desk, note_history
from inconfidence.cases.queries.page import case_page, case_view, provenance
from inconfidence.cases.queries.pages import Pages, asked_for
from inconfidence.cases.queries.passing import RightPasses, right, right_in_words
from inconfidence.cases.queries.referrals import ReferralView
from inconfidence.cases.queries.ringing import Found, Ringing, called, people_named, ringing
from inconfidence.cases.queries.saying import statement
from inconfidence.cases.queries.sheets import (
    LeafletLine,
    NotPrinted,
    case_sheet,
    has_letterhead,
    leaflet,
    leaflet_lines,
    wording_faults,
)
from inconfidence.cases.queries.timeline import ItemKind, items
from inconfidence.cases.queries.translated import (
    LanguageLine,
    TranslatedPage,
    languages,
    not_translated,
    translated_page,
    translated_print,
)
from inconfidence.cases.queries.values import (
    CaseRow,
    CaseView,
    ChildView,
    DocumentFile,
    DocumentLine,
    DocumentPage,
    EnquiryRow,
    EnquiryView,
    HolderView,
    InvolvedView,
    LookView,
    OtherCase,
    TimelineEntry,
)
from inconfidence.cases.queries.voicemail import PickedUpView, messages_waiting, voicemail
from inconfidence.cases.queries.worklist import Quiet, Worklist, quiet_cases, worklist

__all__ = [
    "RightPasses",
    "right",
    "right_in_words",
    "CLOSED",
    "asked_of_obtaining",
    "not_agreed",
    "main_purpose",
    "Draft",
    "Found",
    "MessageView",
    "messages",
    "Ringing",
    "called",
    "people_named",
    "ringing",
    "LanguageLine",
    "LeafletLine",
    "LetterDesk",
    "LetterPage",
    "NotNow",
    "MeetingDesk",
    "MeetingPage",
    "calendar",
    "case_sheet",
    "has_letterhead",
    "wording_faults",
    "label",
    "NotPrinted",
    "leaflet",
    "leaflet_lines",
    "languages",
    "letter",
    "letter_desk",
    "letter_print",
    "letters_among",
    "meeting",
    "meeting_desk",
    "CaseHead",
    "CaseRow",
    "CaseView",
    "ChildView",
    "Closed",
    "DocumentFile",
    "DocumentLine",
    "DocumentPage",
    "EnquiryRow",
    "EnquiryView",
    "ReferralView",
    "HolderView",
    "InvolvedView",
    "ItemKind",
    "LookView",
    "NeedsReason",
    "NoteDesk",
    "NoteHistory",
    "NoteVersion",
    "OpenCase",
    "OtherCase",
    "Pages",
    "QUIET_AFTER",
    "Quiet",
    "TimelineEntry",
    "TranslatedPage",
    "Worklist",
    "asked_for",
    "asks_in_vain",
    "asks_for_reason",
    "closings",
    "last_reopened",
    "may_begin",
    "not_translated",
    "not_yet",
    "records_asked",
    "say_what_asking_comes_to",
    "say_what_records_were_agreed",
    "say_what_was_agreed",
    "say_what_went_out",
    "say_where_danger_is_believed",
    "case_head",
    "child_in_danger",
    "CaseLists",
    "case_list",
    "case_lists",
    "case_page",
    "case_view",
    "document",
    "document_about",
    "document_page",
    "document_picture",
    "eligible",
    "unheld",
    "with_load",
    "PickedUpView",
    "messages_waiting",
    "voicemail",
    "enquiries",
    "enquiries_waiting",
    "enquiry",
    "enquiry_steps",
    "holders",
    "identity",
    "in_scope",
    "involved",
    "items",
    "LinkView",
    "LinkedPage",
    "linked_page",
    "looks_page",
    "names_secret_address",
    "need_asked",
    "note_desk",
    "note_history",
    "open_case_for",
    "other_cases",
    "provenance",
    "saw",
    "say_who_we_may_talk_to",
    "quiet_cases",
    "staff",
    "statement",
    "the_card",
    "translated_page",
    "translated_print",
    "who_looked",
    "worklist",
]
