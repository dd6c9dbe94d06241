"""Words, labels and shape of what is typed about enquiries and cases."""

from inconfidence.cases.forms.calls import CallForm, EndEnquiryForm
from inconfidence.cases.forms.contact import ContactForm, as_typed
from inconfidence.cases.forms.opening import CaseForm, from_enquiry
from inconfidence.cases.forms.records import (
    AllocateForm,
    DocumentForm,
    EndAllocationForm,
    NoteForm,
    PersonForm,
    ReasonForm,
)

__all__ = [
    "AllocateForm",
    "CallForm",
    "CaseForm",
    "ContactForm",
    "DocumentForm",
    "EndAllocationForm",
    "EndEnquiryForm",
    "NoteForm",
    "PersonForm",
    "ReasonForm",
    "as_typed",
    "from_enquiry",
]
