"""One field class for each kind of question; each draws itself and says in its errors what to do.

Every class takes `label`, `help_text` (the hint), `required`, and `missing`: the sentence shown when nothing
was given ("Enter what the call was about"). Nothing here trims or drops what was typed: on an error the page
shows the very same text again.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

type_of_choices = Iterable[tuple[str, str]]


def opening(label: str) -> str:
    """A label as it stands inside a sentence: its first letter small, unless the word is an abbreviation."""
    words = label.rstrip("?.:")
    if len(words) > 1 and words[1].isupper():
        return words
    return words[:1].lower() + words[1:]


def said(verb: str, label: str | None, missing: str) -> dict[str, str]:
    """The error messages of a field: `missing` where given, else made from the verb and the label."""
    return {"required": missing or f"{verb} {opening(label or 'an answer')}"}


class TextInput(forms.TextInput):
    """A single line; `width` is a number of characters the box should suit (2, 3, 4, 5, 10, 20, 30 or 0: full)."""

    def __init__(self, width: int = 0, **attrs: str) -> None:
        classes = f"govuk-input govuk-input--width-{width}" if width else "govuk-input"
        super().__init__({"class": classes, "spellcheck": "false", **attrs})


class Text(forms.CharField):
    """A single line of words."""

    def __init__(
        self, *, label: str = "", missing: str = "", limit: int = 200, width: int = 0,
        autocomplete: str = "off", **options: Any,
    ) -> None:
        options.setdefault("widget", TextInput(width, autocomplete=autocomplete))
        options.setdefault("error_messages", said("Enter", label, missing))
        super().__init__(label=label, max_length=limit, **options)
        too_long = f"Shorten {opening(label)} to %(limit_value)d characters or fewer. You have typed %(show_value)d"
        self.error_messages.setdefault("max_length", too_long)
        for validator in self.validators:
            if getattr(validator, "code", "") == "max_length":
                validator.message = too_long  # type: ignore[attr-defined]

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        """No `maxlength`: a browser would cut what is pasted, and nobody would see it."""
        return {}


class TextArea(Text):
    """Several lines, with a count of what is left once little is left. `rows` is its height in lines."""

    def __init__(self, *, label: str = "", limit: int = 20_000, rows: int = 6, **options: Any) -> None:
        attrs = {"class": "govuk-textarea govuk-js-character-count", "rows": str(rows)}
        options.setdefault("widget", forms.Textarea(attrs))
        super().__init__(label=label, limit=limit, **options)
        self.limit = limit


class Password(Text):
    """A password: never shown again, never trimmed. `autocomplete` is "current-password" or "new-password"."""

    def __init__(self, *, label: str = "Password", autocomplete: str = "current-password", **options: Any) -> None:
        attrs = {"class": "govuk-input govuk-password-input__input govuk-js-password-input-input",
                 "autocomplete": autocomplete, "autocapitalize": "none", "spellcheck": "false"}
        super().__init__(label=label, widget=forms.PasswordInput(attrs), strip=False, limit=1000, **options)


class CodeField(Text):
    """A one-time code, typed in any grouping; cleaned to its letters and digits, in capitals."""

    def __init__(self, *, label: str = "Code", width: int = 10, inputmode: str = "text", **options: Any) -> None:
        widget = TextInput(width, autocomplete="one-time-code", inputmode=inputmode, autocapitalize="characters")
        super().__init__(label=label, widget=widget, **options)

    def clean(self, value: Any) -> str:
        """The code without spaces and dashes, in capitals."""
        return re.sub(r"[\s\-–.]", "", str(super().clean(value))).upper()


class Email(Text):
    """An e-mail address."""

    def __init__(self, *, label: str = "Email address", **options: Any) -> None:
        super().__init__(label=label, widget=TextInput(30, autocomplete="off", type="email"), limit=254, **options)

    def clean(self, value: Any) -> str:
        """The address, if it could be one: something, an at sign, something with a dot."""
        address = str(super().clean(value))
        if address and not re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s]+", address):
            raise ValidationError("Enter an email address in the right form, like name@example.com")
        return address


class Phone(Text):
    """A phone number in any form, with any words beside it ("mobile, after 4: 07700 900 123")."""

    def __init__(self, *, label: str = "Phone number", **options: Any) -> None:
        super().__init__(label=label, widget=TextInput(20, autocomplete="off", type="text", inputmode="tel"),
                         limit=100, **options)

    def clean(self, value: Any) -> str:
        """The number as typed; refused only when it holds too few digits to ring."""
        number = str(super().clean(value))
        if number and len(re.findall(r"\d", number)) < 3:
            raise ValidationError("Enter a phone number, like 01632 960 001 or 07700 900 982")
        return number


class Radios(forms.ChoiceField):
    """One of a few answers. `inline` for two short ones, `small` in dense forms, `hints` by answer word."""

    def __init__(
        self, *, choices: type_of_choices, label: str = "", missing: str = "", inline: bool = False,
        small: bool = False, hints: Mapping[str, str] | None = None, **options: Any,
    ) -> None:
        options.setdefault("widget", forms.RadioSelect)
        options.setdefault("error_messages", said("Choose", label, missing))
        super().__init__(choices=list(choices), label=label, **options)
        self.inline, self.small, self.hints = inline, small, dict(hints or {})
        self.error_messages["invalid_choice"] = "Choose one of the answers shown"


class Checkboxes(forms.MultipleChoiceField):
    """Any number of answers. `small` in dense forms, `hints` by answer word."""

    def __init__(
        self, *, choices: type_of_choices, label: str = "", missing: str = "", small: bool = False,
        hints: Mapping[str, str] | None = None, **options: Any,
    ) -> None:
        options.setdefault("widget", forms.CheckboxSelectMultiple)
        options.setdefault("error_messages", said("Choose", label, missing))
        super().__init__(choices=list(choices), label=label, **options)
        self.small, self.hints = small, dict(hints or {})
        self.error_messages["invalid_choice"] = "Choose from the answers shown"


class Tick(forms.BooleanField):
    """A single box to tick: "I have told the family". `missing` says what to do when it must be ticked."""

    def __init__(self, *, label: str, missing: str = "", **options: Any) -> None:
        options.setdefault("widget", forms.CheckboxInput({"class": "govuk-checkboxes__input"}))
        options.setdefault("error_messages", {"required": missing or f"Tick the box when this is done: {label}"})
        super().__init__(label=label, **options)


class Select(forms.ChoiceField):
    """One of many answers in a drop-down list; Radios read better for fewer than eight."""

    def __init__(self, *, choices: type_of_choices, label: str = "", missing: str = "", **options: Any) -> None:
        options.setdefault("widget", forms.Select({"class": "govuk-select"}))
        options.setdefault("error_messages", said("Choose", label, missing))
        super().__init__(choices=list(choices), label=label, **options)
        self.error_messages["invalid_choice"] = "Choose one of the answers shown"


class FileUpload(forms.FileField):
    """One file. `accept` lists the endings offered (".pdf,.docx"); what may be stored is the action's matter."""

    def __init__(self, *, label: str = "", missing: str = "", accept: str = "", **options: Any) -> None:
        attrs = {"class": "govuk-file-upload"} | ({"accept": accept} if accept else {})
        options.setdefault("widget", forms.FileInput(attrs))
        options.setdefault("error_messages", said("Choose", label, missing))
        super().__init__(label=label, **options)
        self.error_messages["empty"] = "The file you chose is empty. Choose one that has something in it"


class Hidden(forms.CharField):
    """A word the page carries along and nobody types."""

    def __init__(self, **options: Any) -> None:
        super().__init__(widget=forms.HiddenInput, **options)
        self.error_messages["required"] = "This page was out of date. Check what you typed, and send it again"
