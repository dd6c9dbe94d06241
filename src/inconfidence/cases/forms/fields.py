"""Fields that several forms of a case share."""

from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.forms.boundfield import BoundField

from inconfidence import codes
from inconfidence.web.forms import Select, Text, TextInput

NO_ANSWER = ("", "Leave open")


class Number(Text):
    """A whole number, typed; None when left empty."""

    def __init__(self, *, label: str, most: int, help_text: str = "") -> None:
        widget = TextInput(4, inputmode="numeric", autocomplete="off")
        super().__init__(label=label, help_text=help_text, required=False, limit=6, widget=widget)
        self.most = most

    def clean(self, value: object) -> int | None:
        """The number, if it is one."""
        typed = str(super().clean(value)).strip()
        if not typed:
            return None
        if not typed.isdecimal() or int(typed) > self.most:
            raise ValidationError(f"Enter a whole number up to {self.most:,}, or leave this empty")
        return int(typed)


def shelf(name: str, groups: str, *, empty: str = "Choose") -> list[tuple[str, object]]:
    """A long list under the headings of its groups, with an empty first line."""
    return [("", empty), *codes.grouped(name, groups)]


def pick(name: str, *, label: str, initial: str = "", required: bool = True, help_text: str = "") -> Select:
    """A drop-down of a code list, its usual answer chosen."""
    offered = codes.choices(name) if initial else [NO_ANSWER, *codes.choices(name)]
    return Select(choices=offered, label=label, initial=initial, required=required, help_text=help_text)


def chosen(values: Iterable[object]) -> tuple[str, ...]:
    """Those that were filled in, each once, in order."""
    return tuple(dict.fromkeys(str(value) for value in values if value))


def differs(field: BoundField) -> bool:
    """Whether a folded field holds anything but what it starts with on an empty form."""
    shown = field.value()
    usual = field.field.initial
    if isinstance(shown, (list, tuple)):
        return any(shown)
    return bool(shown) and str(shown) != str(usual or "")
