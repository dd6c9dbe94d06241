"""Files, several at once; what is pasted; and what is said about a document that stands already."""

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.forms import ClearableFileInput
from django.forms.boundfield import BoundField

from inconfidence import codes
from inconfidence.cases.actions import Incoming, MailDetails, UploadDetails
from inconfidence.cases.forms.fields import pick
from inconfidence.cases.forms.marks import MarkedForm
from inconfidence.cases.forms.notes import differs
from inconfidence.quarantine.kinds import ACCEPT, MOST_FILES, WHAT_WE_KEEP, Trouble
from inconfidence.web.forms import DateField, FileUpload, Hidden, Radios, Select, ServiceForm, Text, TextArea

MARKS = ("sensitivity", "standing", "in_confidence")
CHOOSE = f"Choose a file: {WHAT_WE_KEEP}"
NO_YEAR = date(1990, 1, 1)


class SeveralInput(ClearableFileInput):
    """A box for any number of files."""

    allow_multiple_selected = True
    template_name = "django/forms/widgets/file.html"


class Several(FileUpload):
    """Any number of files, as a list. One that is empty or too large is told of beside the others, not here."""

    def __init__(self, *, label: str, help_text: str) -> None:
        super().__init__(label=label, help_text=help_text, required=False)
        self.widget = SeveralInput({"class": "govuk-file-upload", "accept": ACCEPT, "multiple": True})

    def clean(self, data: Any, initial: Any = None) -> "list[UploadedFile[bytes]]":
        """The files, in the order in which they were chosen."""
        return [one for one in data or () if one is not None]


class DocumentsForm(MarkedForm):
    """Files and pasted text, with one "from whom" and one set of marks for all of them."""

    file = Several(label="Files", help_text=f"{WHAT_WE_KEEP}; up to {MOST_FILES} at once")
    pasted = TextArea(label="Or paste an e-mail or letter here", required=False, rows=4, limit=100_000)
    provided_by = Select(
        choices=[("", "As it looks"), *codes.choices("provided_by")],
        label="From whom?",
        help_text="As it looks: a file is the parent's, an e-mail its sender's where they are on the case",
        required=False,
    )
    title = Text(
        label="What is it?",
        help_text="For example, Draft plan of March. Left empty, a file keeps its own name",
        required=False,
        limit=300,
    )
    document_type = pick("document_type", label="Kind of document", required=False)
    happened_on = DateField(label="Its date", help_text="Leave empty for today", required=False)
    unwritten = None  # type: ignore[assignment]

    field_order = ("file", "pasted", "provided_by", "title", "document_type", "happened_on", *MARKS)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        kinds = [("", "As it looks"), *codes.choices("document_type")]
        self.fields["document_type"].choices = kinds  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Something must have come: files or words."""
        data: dict[str, Any] = super().clean() or self.cleaned_data
        if not data.get("file") and not data.get("pasted") and "pasted" not in self.errors:
            raise ValidationError({"file": CHOOSE})
        return data

    @property
    def main_fields(self) -> list[BoundField]:
        """What is asked every time."""
        return [self[name] for name in ("file", "pasted", "provided_by")]

    @property
    def more_fields(self) -> list[BoundField]:
        """What is rarely changed."""
        return [self[name] for name in ("title", "document_type", "happened_on", *MARKS)]

    @property
    def more_open(self) -> bool:
        """Whether one of the folded answers differs from the usual one, or does not fit."""
        return any(field.errors or differs(field) for field in self.more_fields)

    def typed(self) -> dict[str, Any]:
        """What was typed, for the form that goes on from it: not the files, and not the one-time token.

        It goes on under the same draft, which is let go when that form is saved.
        """
        typed = {name: self.cleaned_data[name] for name in self.field_order if name != "file"}
        draft = self.cleaned_data.get("draft")
        return typed | ({"draft": draft} if draft else {})

    def incoming(self) -> list[Incoming]:
        """The files as the action takes them: each read when its turn comes."""
        return [
            Incoming(
                one.name or "", _reading(one), None if getattr(one, "whole", True) else Trouble.TOO_LARGE
            )
            for one in self.cleaned_data["file"]
        ]

    def details(self) -> UploadDetails:
        """What is said of all of them. A title is for one file only; several keep their own names."""
        data, marks = self.cleaned_data, self.marks()
        return UploadDetails(
            data=b"",
            title=data["title"] if len(data["file"]) < 2 else "",
            document_type=data["document_type"],
            happened_on=data["happened_on"],
            provided_by=marks.provided_by,
            sensitivity=marks.sensitivity,
            standing=marks.standing,
            in_confidence=marks.in_confidence,
            guess_provider=not data["provided_by"],
        )


def _reading(file: "UploadedFile[bytes]") -> Any:
    def read() -> bytes:
        file.seek(0)
        data: bytes = file.read()
        return data

    return read


class ChangeDocumentForm(MarkedForm):
    """What is said about a document that stands already, with the version that the page showed."""

    title = Text(label="What is it?", limit=300)
    document_type = pick("document_type", label="Kind of document", initial="other")
    provided_by = pick("provided_by", label="From whom?", initial="parent", required=False)
    happened_on = DateField(label="Its date", required=False)
    version = Hidden(required=False)
    unwritten = None  # type: ignore[assignment]

    field_order = ("title", "document_type", "provided_by", "happened_on", *MARKS)

    def details(self) -> UploadDetails:
        """The change as the action takes it."""
        data, marks = self.cleaned_data, self.marks()
        return UploadDetails(
            data=b"",
            title=data["title"],
            document_type=data["document_type"],
            happened_on=data["happened_on"],
            provided_by=marks.provided_by,
            sensitivity=marks.sensitivity,
            standing=marks.standing,
            in_confidence=marks.in_confidence,
        )

    def shown_version(self) -> int:
        """The version that the page showed; 0 when the page did not say."""
        typed = str(self.cleaned_data["version"])
        return int(typed) if typed.isdecimal() and len(typed) < 9 else 0


class FileAskedForm(ServiceForm):
    """One press: the original itself is wanted, as a copy on this computer."""


class LookAgainForm(ServiceForm):
    """One press: look through a held document once more."""


class MailForm(MarkedForm):
    """A pasted e-mail or letter: its words, and what was recognised of its head, to be put right."""

    text = TextArea(label="The message", missing="Paste the e-mail or letter here", rows=12, limit=100_000)
    sender = Text(label="From", help_text="Name or address", required=False, limit=300)
    to = Text(label="To", required=False, limit=300)
    subject = Text(label="Subject", required=False, limit=300)
    sent_on = DateField(label="Sent on", help_text="Leave empty for today", required=False)
    method = Radios(
        choices=[("email", "E-mail"), ("letter", "Letter"), ("text", "Text message")],
        label="What is it?", initial="email", required=False, inline=True,
    )  # fmt: skip
    direction = Radios(
        choices=[("", "Tell from the sender"), ("in", "It came to us"), ("out", "We sent it")],
        label="Which way?", required=False, inline=True,
    )  # fmt: skip
    provided_by = Select(
        choices=[("", "As the sender tells"), *codes.choices("provided_by")],
        label="From whom?",
        required=False,
    )
    unwritten = None  # type: ignore[assignment]

    field_order = ("sender", "to", "subject", "sent_on", "text", "provided_by", "method", "direction", *MARKS)

    def details(self) -> MailDetails:
        """The message as the action takes it."""
        data, marks = self.cleaned_data, self.marks()
        return MailDetails(
            text=data["text"],
            sender=data["sender"],
            to=(data["to"],) if data["to"] else (),
            subject=data["subject"],
            happened_on=data["sent_on"],
            method=data["method"] or "email",
            direction=data["direction"],
            marks=UploadDetails(
                b"",
                provided_by=marks.provided_by,
                sensitivity=marks.sensitivity,
                standing=marks.standing,
                in_confidence=marks.in_confidence,
                guess_provider=not data["provided_by"],
            ),
        )


HEAD = re.compile(
    r"^[>*\s]{0,4}(From|Sent|Date|To|Cc|Subject)\s*:\*?[ \t]*(.*)$", re.IGNORECASE | re.MULTILINE
)
DAYS = (
    "%d %B %Y", "%A, %d %B %Y", "%A %d %B %Y", "%d %b %Y", "%a %d %b %Y", "%a, %d %b %Y", "%B %d, %Y", "%A, %B %d, %Y",
    "%d/%m/%Y", "%d/%m/%y", "%Y-%m-%d", "%d.%m.%Y", "%a %d/%m/%Y",
)  # fmt: skip


def recognised(pasted: str) -> dict[str, Any]:
    """What stands in the head of a pasted message, as the form shows it: sender, subject, day, and the words below."""
    found: dict[str, str] = {}
    end = 0
    for match in HEAD.finditer(pasted[:3_000]):
        name = {"date": "sent"}.get(match[1].lower(), match[1].lower())
        if name in found or (found and match.start() > end + 200):
            break
        found[name], end = match[2].strip().strip("*").strip(), match.end()
    if not {"from", "subject"} & set(found):
        return {"text": pasted, "method": "letter"}
    text = pasted[end:].strip() or pasted
    return {
        "text": text,
        "sender": found.get("from", "")[:300],
        "to": ", ".join(found[name] for name in ("to", "cc") if found.get(name))[:300],
        "subject": found.get("subject", "")[:300],
        "sent_on": day_in(found.get("sent", "")),
        "method": "email",
    }


def day_in(written: str) -> date | None:
    """The day in the words of a message's head; None where there is none that can be told."""
    try:
        return parsedate_to_datetime(written).date()
    except (ValueError, TypeError, IndexError, OverflowError):
        bare = re.sub(r"\s+", " ", re.sub(r"(?:\bat\b|,)?\s+\d{1,2}[:.]\d\d.*$", "", written)).strip()
    for shape in DAYS:
        try:
            found = datetime.strptime(bare, shape).date()  # noqa: DTZ007 - a day has no zone
        except ValueError:
            continue
        return found if found > NO_YEAR else None
    return None
