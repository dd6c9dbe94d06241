"""The form every page's form is: a token used once, errors that link to fields, and nothing typed lost."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import ClassVar, NamedTuple, TypeVar
from uuid import UUID, uuid4

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.forms.boundfield import BoundField
from django.forms.utils import ErrorDict
from django.http import HttpRequest, QueryDict
from django.utils.datastructures import MultiValueDict

from inconfidence.web.forms.draft import Draft, DraftField, is_secret

OUT_OF_DATE = "This page was out of date. Check what you typed, and send it again"


class Wrong(NamedTuple):
    """One line of the error summary: where it leads and what to do."""

    href: str
    message: str


class OnceField(forms.UUIDField):
    """A token made afresh whenever the form is drawn; an action writes at most once for each."""

    def __init__(self) -> None:
        super().__init__(
            widget=forms.HiddenInput,
            initial=uuid4,
            error_messages={"required": OUT_OF_DATE, "invalid": OUT_OF_DATE},
        )

    def bound_data(self, data: object, initial: object) -> UUID:
        """Never the token that came in: this drawing of the page is a new one."""
        return uuid4()


class ServiceForm(forms.Form):
    """Base of all forms.

    `reveals` maps a radio field to its answers and the fields each opens; a field that was not opened comes
    out empty, and one listed in `needed` (field → sentence) must be filled when its answer opens it.
    `given_back` is set when the form shows what was being typed before a time-out: filled, not yet checked.
    What is typed is kept every few seconds, unless the form asks for a password or a code, or says
    `kept_while_typed = False`. A fresh page has the cursor in the field that `starts_in` names, if any.
    """

    kept_while_typed: ClassVar[bool] = True
    starts_in: ClassVar[str] = ""

    reveals: ClassVar[Mapping[str, Mapping[str, Sequence[str]]]] = {}
    needed: ClassVar[Mapping[str, str]] = {}
    use_required_attribute = False

    def __init__(
        self,
        data: QueryDict | None = None,
        files: "MultiValueDict[str, UploadedFile[bytes]] | None" = None,
        *,
        given_back: bool = False,
        initial: dict[str, object] | None = None,
        prefix: str | None = None,
    ) -> None:
        super().__init__(data, files, initial=initial, prefix=prefix, label_suffix="")
        self.given_back = given_back
        if self.starts_in and not self.is_bound:
            self.fields[self.starts_in].widget.attrs["autofocus"] = True
        self.fields["once"] = OnceField()
        if self.kept_while_typed and not any(is_secret(field) for field in self.fields.values()):
            self.fields["draft"] = DraftField()

    @property
    def drafted(self) -> bool:
        """Whether what is typed is kept while it is typed: there is something to type, and it is no secret."""
        return "draft" in self.fields and any(True for _ in self.visible_fields())

    @property
    def only_chosen(self) -> bool:
        """Whether no word stands in it: answers were picked, and days."""
        boxes = (forms.TextInput, forms.Textarea)
        typed = (field for field in self.visible_fields() if isinstance(field.field.widget, boxes))
        return not any(str(field.value() or "").strip() for field in typed)

    @property
    def draft_id(self) -> str:
        """The id under which this page keeps what is typed."""
        draft = Draft.of(str(self["draft"].value())) if "draft" in self.fields else None
        return str(draft.id) if draft else ""

    @property
    def long(self) -> bool:
        """Whether there is room for more than a line or two: such a form can be put aside."""
        return self.drafted and any(
            isinstance(field.widget, forms.Textarea) for field in self.fields.values()
        )

    def belongs_to(self, keeper: str) -> None:
        """Say, signed, whose page this is, so that nobody else's draft is made of it."""
        if keeper and "draft" in self.fields:
            self.fields["draft"].initial = str(Draft(keeper=keeper))

    @property
    def once(self) -> UUID:
        """The token this sending carried."""
        token: UUID = self.cleaned_data["once"]
        return token

    def full_clean(self) -> None:
        """Checks what was sent; a form given back after a time-out is shown as it was, unchecked."""
        if self.given_back:
            self._errors = ErrorDict()
            self.cleaned_data = {}
            return
        super().full_clean()

    def is_valid(self) -> bool:
        """Whether it was sent and is in order."""
        return not self.given_back and super().is_valid()

    def _clean_form(self) -> None:
        self._clean_revealed()
        super()._clean_form()  # type: ignore[misc]

    def _clean_revealed(self) -> None:
        for radios, answers in self.reveals.items():
            chosen = self.cleaned_data.get(radios)
            for answer, names in answers.items():
                for name in names:
                    self._clean_one_revealed(name, opened=answer == chosen)

    def _clean_one_revealed(self, name: str, *, opened: bool) -> None:
        if not opened:
            self.errors.pop(name, None)
            empty = self.fields[name]
            self.cleaned_data[name] = "" if isinstance(empty, forms.CharField) else None
        elif name in self.needed and not self.cleaned_data.get(name) and name not in self.errors:
            self.add_error(name, self.needed[name])

    def revealed(self, name: str, answer: str) -> list[BoundField]:
        """The fields that this answer of this radio field opens."""
        return [self[inner] for inner in self.reveals.get(name, {}).get(answer, ())]

    def outer_fields(self) -> Iterator[BoundField]:
        """The visible fields in order, without those that stand inside an answer."""
        inner = {name for answers in self.reveals.values() for names in answers.values() for name in names}
        return (field for field in self.visible_fields() if field.name not in inner)

    def wrong(self) -> list[Wrong]:
        """The lines of the error summary, in the order of the page."""
        lines = [Wrong("#main", str(message)) for message in self.non_field_errors()]
        for field in self.hidden_fields():
            lines += [Wrong("#main", str(message)) for message in field.errors]
        for field in self.visible_fields():
            lines += [Wrong(f"#{first_id(field)}", str(message)) for message in field.errors]
        return lines


def first_id(field: BoundField) -> str:
    """The id of the first control of a field, which a link in the error summary leads to."""
    if isinstance(field.field.widget, (forms.RadioSelect, forms.CheckboxSelectMultiple)):
        return f"{field.auto_id}_0"
    if isinstance(field.field.widget, forms.MultiWidget):
        return f"{field.auto_id}_0"
    return field.auto_id


FormT = TypeVar("FormT", bound=ServiceForm)


def take(request: HttpRequest, form_class: Callable[..., FormT], **options: object) -> FormT:
    """The form of this request: what was sent, or what a time-out kept, or an empty one."""
    kept = getattr(request, "kept", None)
    if request.method == "POST":
        form = form_class(request.POST, request.FILES, **options)
    elif kept:
        form = form_class(as_sent(kept), given_back=True, **options)
    else:
        form = form_class(**options)
    form.belongs_to(str(getattr(request, "keeper", "") or ""))
    return form


def as_sent(kept: Mapping[str, str | Sequence[str]]) -> QueryDict:
    """Kept fields (name → text or texts) in the shape of a sent form."""
    data = QueryDict(mutable=True)
    for name, texts in kept.items():
        data.setlist(name, [texts] if isinstance(texts, str) else list(texts))
    return data
