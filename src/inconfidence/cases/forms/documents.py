"""Files, several at once; and what is said about a document that stands already."""

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple, cast

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.forms import ClearableFileInput
from django.forms.boundfield import BoundField
from django.http import QueryDict

from inconfidence import codes
from inconfidence.cases.actions import Incoming, UploadDetails
from inconfidence.cases.forms.fields import differs, pick
from inconfidence.cases.forms.marks import MarkedForm
from inconfidence.quarantine.kinds import ACCEPT, MOST_FILES, WHAT_WE_KEEP, Trouble
from inconfidence.web.forms import DateField, FileUpload, Hidden, Select, ServiceForm, Text, TextArea
from inconfidence.web.wording import plain_date

MARKS = ("sensitivity", "standing", "in_confidence")
CHOOSE = f"Choose a file: {WHAT_WE_KEEP}"


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
        choices=[("", "Say it later"), *codes.choices("provided_by")],
        label="From whom?",
        help_text="Left for later, an e-mail is its sender's where they are on the case; of a file it is not known",
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

    @property
    def nothing_typed(self) -> bool:
        """Whether only files came: then nothing is left that could be gone on with."""
        return not any(self.cleaned_data[name] for name in ("pasted", "title", "happened_on"))

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
                one.name or "",
                _reading(one),
                None if getattr(one, "whole", True) else Trouble.TOO_LARGE,
                one.size or 0,
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


class Differs(NamedTuple):
    """One answer that two people gave differently: what is asked, what stands there now, what was typed here."""

    asked: str
    theirs: str
    mine: str


class FilesHereForm(ServiceForm):
    """Files dropped on the page of a case; everything else about them has its usual answer."""

    kept_while_typed = False
    file = Several(label="Add files", help_text="PDF, Word, Excel, text, pictures, saved e-mails")


class ChangeDocumentForm(MarkedForm):
    """What is said about a document that stands already, with the version that the page showed."""

    title = Text(label="What is it?", limit=300)
    document_type = pick("document_type", label="Kind of document", initial="other")
    provided_by = pick("provided_by", label="From whom?", initial="unknown", required=False)
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

    def beside(
        self, then: Mapping[str, Any], now: Mapping[str, Any]
    ) -> "tuple[ChangeDocumentForm, tuple[Differs, ...]]":
        """The form to go on with when somebody was faster, and where both said something else.

        What was not touched since `then` takes what stands `now`; the rest stays as typed.
        """
        data, differ = cast(QueryDict, self.data).copy(), []
        for name in self.field_order:
            mine = self.cleaned_data[name]
            if now[name] in (mine, then[name]):
                continue
            if mine == then[name] or mine is None:
                _put(data, name, now[name])
            else:
                differ.append(
                    Differs(str(self[name].label), self._said(name, now[name]), self._said(name, mine))
                )
        data["version"] = now["version"]
        return ChangeDocumentForm(data), tuple(differ)

    def _said(self, name: str, answer: Any) -> str:
        if isinstance(answer, bool):
            return "Yes" if answer else "No"
        if isinstance(answer, date):
            return plain_date(answer)
        return str(dict(getattr(self.fields[name], "choices", ())).get(answer, answer))


def _put(data: QueryDict, name: str, answer: Any) -> None:
    """An answer as a browser would send it."""
    if isinstance(answer, date):
        for part in ("day", "month", "year"):
            data[f"{name}_{part}"] = str(getattr(answer, part))
    elif answer is False:
        data.pop(name, None)
    else:
        data[name] = "on" if answer is True else str(answer)


class FileAskedForm(ServiceForm):
    """One press: the original itself is wanted, as a copy on this computer."""


class LookAgainForm(ServiceForm):
    """One press: look through a held document once more."""
