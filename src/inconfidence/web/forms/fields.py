"""One field class for each kind of question; each draws itself and says in its errors what to do.

Every class takes `label`, `help_text` (the hint), `required`, `initial`, and `missing`: the sentence shown
when nothing was given ("Enter what the call was about"). Nothing here cuts what was typed: on an error the
page shows the very same text again.
"""

import re
from collections.abc import Iterable, Mapping
from typing import TypedDict, Unpack

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator, ProhibitNullCharactersValidator

ADDRESS = re.compile(
    r"\b[a-z]{1,2}\d[a-z\d]? ?\d[a-z]{2}\b|\b(?:road|street|lane|avenue|close|drive|crescent|terrace|flat)\b",
    re.IGNORECASE,
)
Choices = Iterable[tuple[str, str]]
NO_NUL = "Type this again instead of pasting it: a sign that cannot be seen (number 0) is in it, and cannot be stored"


class Options(TypedDict, total=False):
    """What every field takes beside its own words."""

    required: bool
    help_text: str
    initial: object
    disabled: bool


def opening(label: str) -> str:
    """A label as it stands inside a sentence: its first letter small, unless it is an abbreviation."""
    words = label.rstrip("?.: ")
    if words[:2].isupper():
        return words
    return words[:1].lower() + words[1:]


def said(verb: str, label: str, missing: str) -> dict[str, str]:
    """The message for an answer left out: `missing` where given, else made from the label; a question stays one."""
    if label.endswith("?"):
        return {"required": missing or f"Answer “{label}”"}
    return {"required": missing or f"{verb} {opening(label) or 'an answer'}"}


class TextInput(forms.TextInput):
    """A single line; `width` is how many characters it suits (2, 3, 4, 5, 10, 20, 30; 0: all)."""

    def __init__(self, width: int = 0, kind: str = "text", **attrs: str) -> None:
        classes = f"govuk-input govuk-input--width-{width}" if width else "govuk-input"
        super().__init__({"class": classes, "spellcheck": "false", "type": kind, **attrs})


class Text(forms.CharField):
    """A single line of words, at most `limit` characters."""

    def __init__(
        self,
        *,
        label: str = "",
        missing: str = "",
        limit: int = 200,
        width: int = 0,
        autocomplete: str = "off",
        widget: forms.Widget | None = None,
        strip: bool = True,
        **options: Unpack[Options],
    ) -> None:
        super().__init__(
            label=label,
            strip=strip,
            widget=widget or TextInput(width, autocomplete=autocomplete),
            error_messages=said("Enter", label, missing),
            **options,
        )
        self.limit = limit
        self.validators = [
            each for each in self.validators if not isinstance(each, ProhibitNullCharactersValidator)
        ]
        self.validators.append(ProhibitNullCharactersValidator(NO_NUL))
        too_long = f"Shorten {opening(label) or 'the text'} to {limit:,} characters: it has %(show_value)d"
        self.validators.append(MaxLengthValidator(limit, too_long))


class TextArea(Text):
    """Several lines, with a count once little room is left. `template_name` draws it in another way."""

    def __init__(
        self,
        *,
        label: str = "",
        missing: str = "",
        limit: int = 20_000,
        rows: int = 6,
        template_name: str | None = None,
        **options: Unpack[Options],
    ) -> None:
        attrs = {"class": "govuk-textarea govuk-js-character-count", "rows": str(rows), "cols": "66"}
        super().__init__(label=label, missing=missing, limit=limit, widget=forms.Textarea(attrs), **options)
        self.template_name = template_name


class Password(Text):
    """A password: never shown again, never trimmed. `autocomplete`: "current-password" or "new-password"."""

    def __init__(
        self,
        *,
        label: str = "Password",
        missing: str = "Enter your password",
        autocomplete: str = "current-password",
        **options: Unpack[Options],
    ) -> None:
        attrs = {
            "class": "govuk-input govuk-password-input__input govuk-js-password-input-input",
            "autocomplete": autocomplete,
            "autocapitalize": "none",
            "spellcheck": "false",
        }
        widget = forms.PasswordInput(attrs)
        super().__init__(label=label, missing=missing, widget=widget, strip=False, limit=1000, **options)


class CodeField(Text):
    """A one-time code, typed in any grouping; cleaned to its letters and digits, in capitals."""

    def __init__(
        self,
        *,
        label: str = "Code",
        missing: str = "",
        width: int = 10,
        inputmode: str = "text",
        **options: Unpack[Options],
    ) -> None:
        attrs = {"autocomplete": "one-time-code", "inputmode": inputmode, "autocapitalize": "characters"}
        widget = TextInput(width, **attrs)
        super().__init__(label=label, missing=missing, widget=widget, **options)

    def clean(self, value: object) -> str:
        """The code without spaces and dashes, in capitals."""
        return re.sub(r"[\s\-–.]", "", str(super().clean(value))).upper()


class Email(Text):
    """An e-mail address."""

    def __init__(
        self, *, label: str = "Email address", missing: str = "", **options: Unpack[Options]
    ) -> None:
        widget = TextInput(30, "email", autocomplete="off")
        super().__init__(label=label, missing=missing, widget=widget, limit=254, **options)

    def clean(self, value: object) -> str:
        """The address, if it could be one: something, an at sign, something with a dot."""
        address = str(super().clean(value))
        if address and not re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s]+", address):
            raise ValidationError("Enter an email address in the right form, like name@example.com")
        return address


class Phone(Text):
    """A phone number in any form, with any words beside it ("mobile, after 4: 07700 900 123")."""

    def __init__(self, *, label: str = "Phone number", missing: str = "", **options: Unpack[Options]) -> None:
        widget = TextInput(20, autocomplete="off", inputmode="tel")
        super().__init__(label=label, missing=missing, widget=widget, **options)

    def clean(self, value: object) -> str:
        """The number as typed; refused only when it holds too few digits to ring, or is an address."""
        number = str(super().clean(value))
        if number and len(re.findall(r"\d", number)) < 3:
            raise ValidationError("Enter a phone number, like 01632 960 001 or 07700 900 982")
        if ADDRESS.search(number) and len(re.findall(r"\d", number)) < 9:
            raise ValidationError("This reads like an address. Enter a phone number, like 01632 960 001")
        return number


class Radios(forms.ChoiceField):
    """One of a few answers. `inline` for two short ones, `small=False` where it is the only question."""

    def __init__(
        self,
        *,
        choices: Choices,
        label: str = "",
        missing: str = "",
        inline: bool = False,
        small: bool = True,
        hints: Mapping[str, str] | None = None,
        **options: Unpack[Options],
    ) -> None:
        messages = said("Choose", label, missing) | {"invalid_choice": "Choose one of the answers shown"}
        super().__init__(
            choices=list(choices), label=label, widget=forms.RadioSelect, error_messages=messages, **options
        )
        self.inline, self.small, self.hints = inline, small, dict(hints or {})


class Checkboxes(forms.MultipleChoiceField):
    """Any number of answers; `hints` are words under an answer, by answer."""

    def __init__(
        self,
        *,
        choices: Choices,
        label: str = "",
        missing: str = "",
        small: bool = True,
        hints: Mapping[str, str] | None = None,
        **options: Unpack[Options],
    ) -> None:
        messages = said("Choose", label, missing) | {"invalid_choice": "Choose from the answers shown"}
        super().__init__(
            choices=list(choices),
            label=label,
            widget=forms.CheckboxSelectMultiple,
            error_messages=messages,
            **options,
        )
        self.small, self.hints = small, dict(hints or {})


class Tick(forms.BooleanField):
    """A single box: "I have told the family". `missing` says what to do when it must be ticked."""

    def __init__(self, *, label: str, missing: str = "", **options: Unpack[Options]) -> None:
        super().__init__(
            label=label,
            widget=forms.CheckboxInput({"class": "govuk-checkboxes__input"}),
            error_messages={"required": missing or f"Tick the box when this is done: {label}"},
            **options,
        )


class Select(forms.ChoiceField):
    """One of many answers in a drop-down list; Radios read better for fewer than eight."""

    def __init__(
        self, *, choices: Choices, label: str = "", missing: str = "", **options: Unpack[Options]
    ) -> None:
        super().__init__(
            choices=list(choices),
            label=label,
            widget=forms.Select({"class": "govuk-select"}),
            error_messages=said("Choose", label, missing)
            | {"invalid_choice": "Choose one of the answers shown"},
            **options,
        )


class FileUpload(forms.FileField):
    """One file. `accept` lists the endings offered (".pdf,.docx"); the action decides what is stored."""

    def __init__(
        self, *, label: str = "", missing: str = "", accept: str = "", **options: Unpack[Options]
    ) -> None:
        attrs = {"class": "govuk-file-upload"} | ({"accept": accept} if accept else {})
        messages = said("Choose", label, missing) | {
            "empty": "The file you chose is empty. Choose one that has something in it",
            "missing": "Choose the file again: the browser sent none",
        }
        super().__init__(label=label, widget=forms.FileInput(attrs), error_messages=messages, **options)


class Hidden(forms.CharField):
    """A word the page carries along and nobody types."""

    def __init__(self, **options: Unpack[Options]) -> None:
        out_of_date = {"required": "This page was out of date. Check what you typed, and send it again"}
        super().__init__(widget=forms.HiddenInput, error_messages=out_of_date, **options)
