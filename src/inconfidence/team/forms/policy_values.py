"""The fields of a policy's values, made from what each value may be."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict

from inconfidence.policy import labels
from inconfidence.policy.edition import Edition
from inconfidence.policy.parameters import Parameter, Value
from inconfidence.policy.register import ENTRIES
from inconfidence.web.forms import Checkboxes, Radios, ServiceForm, Text, TextArea

UNSAID = ""


def value_field(
    rule: str, key: str, parameter: Parameter, names: labels.Called, *, unsaid: str = ""
) -> forms.Field:
    """The field of one value, in the service's `names`; `unsaid` is the answer that leaves it out, where it may be.

    A list may be empty: that nobody is named is a value too, once the list was set.
    """
    label = labels.label(rule, key)
    choices = [(word, opened(labels.word_said(rule, key, word, names))) for word in parameter.words]
    if parameter.sort == "words":
        return Checkboxes(label=label, choices=choices, required=False)
    if parameter.sort == "lines":
        return TextArea(label=f"{label}, a line for each", limit=2000, rows=3, required=False)
    if parameter.sort in ("whole", "name"):
        inputmode = "numeric" if parameter.sort == "whole" else "text"
        found = Text(
            label=label, limit=200, width=10 if parameter.sort == "whole" else 30, required=not unsaid
        )
        found.widget.attrs["inputmode"] = inputmode
        found.help_text = f"Leave it empty: {unsaid[:1].lower()}{unsaid[1:]}" if unsaid else ""
        return found
    if parameter.sort == "yes_or_no":
        choices = [("yes", "Yes"), ("no", "No")]
    return Radios(
        label=label, choices=[*([(UNSAID, unsaid)] if unsaid else []), *choices], required=not unsaid
    )


def as_typed(sort: str, value: Value | None) -> Any:
    """A value as its field shows it."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return "\n".join(value) if sort == "lines" else list(value)
    return "" if value is None else str(value)


def as_value(rule: str, key: str, typed: Any, names: labels.Called, *, was_set: bool) -> Value | None:
    """What was typed as a value; None where nothing was. Raises ValidationError that says what was expected.

    No word of a list ticked means nobody where the list was set before, and else that nothing is said.
    """
    parameter = ENTRIES[rule].parameters[key]
    if typed in (UNSAID, None) or (parameter.sort == "words" and not typed and not was_set):
        return None
    plain: object = typed
    if parameter.sort == "yes_or_no":
        plain = typed == "yes"
    elif parameter.sort == "lines":
        plain = [line.strip() for line in str(typed).splitlines() if line.strip()]
    elif parameter.sort == "whole":
        plain = int(typed) if str(typed).strip().isdecimal() else typed
    value = parameter.read(plain)
    if value is None:
        needed = parameter.needed
        raise ValidationError(
            f"Choose {labels.needed(rule, key, needed, names)}" if needed else f"Enter {parameter.expected}"
        )
    return value


def opened(word: str) -> str:
    """A word of a file as a label."""
    said = word.replace("_", " ")
    return said[:1].upper() + said[1:]


class DraftForm(ServiceForm):
    """A form about one version of a draft: what it says is written into that version and no other."""

    version = forms.IntegerField(widget=forms.HiddenInput)

    def seen_again(self, version: int) -> None:
        """Show what was typed beside the version that is there now."""
        assert isinstance(self.data, QueryDict)
        typed = self.data.copy()
        typed["version"] = str(version)
        self.data = typed


class Values(DraftForm):
    """Fields for the values of rules, named `<rule>__<key>`; `values()` gives them back rule by rule."""

    def __init__(self, *args: Any, edition: Edition, **options: Any) -> None:
        super().__init__(*args, **options)
        self.names = labels.called(edition)
        self.rules: list[str] = []
        self.set_before: set[str] = set()

    def add_rule(self, rule: str, values: Mapping[str, Value], unsaid: Mapping[str, str]) -> None:
        """The fields of one rule, filled with what is set; `unsaid` says for a key what leaving it out means."""
        self.rules.append(rule)
        self.set_before |= {f"{rule}__{key}" for key in values}
        for key, parameter in ENTRIES[rule].parameters.items():
            name = f"{rule}__{key}"
            self.fields[name] = value_field(rule, key, parameter, self.names, unsaid=unsaid.get(key, ""))
            self.fields[name].initial = as_typed(parameter.sort, values.get(key))
            self.fields[name].help_text = self.fields[name].help_text or f"{ENTRIES[rule].sentence}."

    def values(self, rule: str) -> dict[str, Value | None]:
        """What is set for a rule now."""
        return {key: self.cleaned_data.get(f"{rule}__{key}") for key in ENTRIES[rule].parameters}

    def clean(self) -> dict[str, Any]:
        """Each field becomes the value it stands for."""
        cleaned = dict(super().clean() or self.cleaned_data)
        for name in [each for each in cleaned if "__" in each]:
            rule, key = name.split("__")
            try:
                cleaned[name] = as_value(
                    rule, key, cleaned[name], self.names, was_set=name in self.set_before
                )
            except ValidationError as wrong:
                self.add_error(name, wrong)
        return cleaned
