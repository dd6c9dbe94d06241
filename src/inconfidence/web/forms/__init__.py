"""Forms: the renderer, the base form, and one field class for each kind of question a page asks."""

from inconfidence.web.forms.dates import DateField
from inconfidence.web.forms.fields import (
    Checkboxes,
    CodeField,
    Email,
    FileUpload,
    Hidden,
    Password,
    Phone,
    Radios,
    Select,
    Text,
    TextArea,
    TextInput,
    Tick,
)
from inconfidence.web.forms.renderer import Renderer
from inconfidence.web.forms.service_form import ServiceForm, take
from inconfidence.web.forms.times import TimeField

__all__ = [
    "Checkboxes",
    "CodeField",
    "DateField",
    "Email",
    "FileUpload",
    "Hidden",
    "Password",
    "Phone",
    "Radios",
    "Renderer",
    "Select",
    "ServiceForm",
    "Text",
    "TextArea",
    "TextInput",
    "Tick",
    "TimeField",
    "take",
]
