"""The mark by which what is typed into a form is kept while it is being typed."""

import re
from dataclasses import dataclass, field
from uuid import UUID, uuid4

from django import forms

SHAPE = re.compile(r"([0-9a-f-]{36})~([0-9a-f-]{36})?~([0-9]{0,20})~([\w.:-]{0,200})")


@dataclass(frozen=True, slots=True)
class Draft:
    """Under which id a page keeps what is typed into its form; no two pages share one.

    `older` is the draft that the page gave back, as it was at `since`; `keeper` names, signed, whose page it is.
    """

    id: UUID = field(default_factory=uuid4)
    older: UUID | None = None
    since: int = 0
    keeper: str = ""

    def __str__(self) -> str:
        return f"{self.id}~{self.older or ''}~{self.since or ''}~{self.keeper}"

    @classmethod
    def of(cls, text: str) -> "Draft | None":
        """The mark that a page sent, or None when it never was one of ours."""
        parts = SHAPE.fullmatch(text)
        if parts is None:
            return None
        try:
            older = UUID(parts[2]) if parts[2] else None
            return cls(UUID(parts[1]), older, int(parts[3] or 0), parts[4])
        except ValueError:
            return None


class DraftField(forms.CharField):
    """The mark in a form; a form that is shown again keeps the one it has."""

    def __init__(self) -> None:
        super().__init__(widget=forms.HiddenInput, required=False, initial=lambda: str(Draft()))

    def bound_data(self, data: object, initial: object) -> object:
        """What came in, if it is a mark; else a new one."""
        return data if isinstance(data, str) and Draft.of(data) else initial


def is_secret(field: forms.Field) -> bool:
    """Whether a field asks for a password or a code: what is typed there is never kept."""
    widget = field.widget
    return isinstance(widget, forms.PasswordInput) or widget.attrs.get("autocomplete") == "one-time-code"
