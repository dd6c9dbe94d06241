"""Words, labels and shape of what is typed about enquiries and cases."""

from inconfidence.cases.forms.born import BornForm
from inconfidence.cases.forms.calls import CallForm, EndEnquiryForm
from inconfidence.cases.forms.contact import CheckedForm, ContactForm, as_typed
from inconfidence.cases.forms.documents import (
    ChangeDocumentForm,
    DocumentsForm,
    FileAskedForm,
    FilesHereForm,
    LookAgainForm,
)
from inconfidence.cases.forms.mail import MailForm, recognised
from inconfidence.cases.forms.minutes import picked_minutes
from inconfidence.cases.forms.notes import ChangeNoteForm, NewNoteForm, NoteForm
from inconfidence.cases.forms.notes import as_typed as note_as_typed
from inconfidence.cases.forms.opening import CaseForm, from_enquiry
from inconfidence.cases.forms.records import (
    AllocateForm,
    EndAllocationForm,
    LinkForm,
    NeedForm,
    PersonForm,
    ReasonForm,
    UnlinkForm,
)

__all__ = [
    "AllocateForm",
    "BornForm",
    "CallForm",
    "CaseForm",
    "ChangeNoteForm",
    "CheckedForm",
    "ContactForm",
    "ChangeDocumentForm",
    "DocumentsForm",
    "FilesHereForm",
    "FileAskedForm",
    "LookAgainForm",
    "MailForm",
    "recognised",
    "EndAllocationForm",
    "LinkForm",
    "UnlinkForm",
    "EndEnquiryForm",
    "NeedForm",
    "NewNoteForm",
    "NoteForm",
    "PersonForm",
    "ReasonForm",
    "as_typed",
    "from_enquiry",
    "note_as_typed",
    "picked_minutes",
]
