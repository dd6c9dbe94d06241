"""A form over something that a colleague may change meanwhile: what nobody touched stays theirs, the rest is named."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Any, ClassVar

from django import forms
from django.http import QueryDict

from inconfidence.web.forms import Hidden, ServiceForm
from inconfidence.web.forms.dates import PARTS, DateBoxes
from inconfidence.web.forms.service_form import first_id
from inconfidence.web.wording import plain_date


@dataclass(frozen=True, slots=True)
class Difference:
    """One answer that is not the same on both sides, in words: what it is now, what was sent, what stands below."""

    href: str
    label: str
    theirs: str
    mine: str
    stands: str


class BesideForm(ServiceForm):
    """A form that remembers what it showed, one short digest for each answer, and so knows what somebody touched.

    `careful` lists the answers of a field from the least to the most careful; in a clash the more careful one stands.
    `in_full` are fields whose two texts the page shows itself.
    """

    version_field: ClassVar[str] = "version"
    careful: ClassVar[Mapping[str, Sequence[str]]] = {}
    in_full: ClassVar[Sequence[str]] = ()

    shown = Hidden(required=False)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        if self.initial and not self.is_bound:
            self.initial["shown"] = remembered(self.initial)

    def shown_version(self) -> int:
        """The version that the page showed; 0 when the page did not say."""
        typed = str(self.cleaned_data[self.version_field])
        return int(typed) if typed.isdecimal() and len(typed) < 10 else 0

    def older_than(self, version: int) -> bool:
        """Whether what was given back was begun on an older version."""
        return str(self.data.get(self.version_field, "")) != str(version)

    def beside(self, theirs: Mapping[str, object], version: int) -> tuple[Difference, ...]:
        """Put what was sent beside what stands now at `version`; answers where the two differ.

        An answer that was not touched becomes theirs. Where both changed it, ours stays for the worker to look at,
        unless it is empty or less careful than theirs: then theirs stands until somebody presses another.
        """
        sent = self._sent()
        was = dict(part.split(":", 1) for part in str(self.data.get("shown", "")).split() if ":" in part)
        typed = QueryDict(mutable=True)
        typed.update(self.data)
        self.data = typed
        theirs_stand: dict[str, bool] = {}
        for name in self._compared(theirs, sent):
            ours, now = plain(sent[name]), plain(theirs[name])
            touched, moved = (was.get(name) != digest(each) for each in (ours, now))
            theirs_stand[name] = not touched or (moved and self._gives_way(name, ours, now))
            if theirs_stand[name]:
                self._put(typed, name, theirs[name])
        typed["shown"], typed[self.version_field] = remembered(theirs), str(version)
        return tuple(self._difference(name, theirs[name], sent[name], at) for name, at in theirs_stand.items()
                     if name not in self.in_full)  # fmt: skip

    def _sent(self) -> dict[str, Any]:
        """The answers that were sent, as far as each fits."""
        checked = type(self)(self.data)
        checked.full_clean()
        return checked.cleaned_data

    def _compared(self, theirs: Mapping[str, object], sent: Mapping[str, object]) -> Iterator[str]:
        for field in self.visible_fields():
            name = field.name
            if name in theirs and name in sent and plain(sent[name]) != plain(theirs[name]):
                yield name

    def _gives_way(self, name: str, ours: str, now: str) -> bool:
        order = self.careful.get(name, ())
        if ours in order and now in order:
            return order.index(ours) < order.index(now)
        return not ours

    def _put(self, typed: QueryDict, name: str, value: Any) -> None:
        widget = self.fields[name].widget
        if isinstance(widget, DateBoxes):
            for part, text in zip(PARTS, widget.decompress(value), strict=True):
                typed[f"{name}_{part}"] = text
        elif isinstance(widget, forms.CheckboxSelectMultiple):
            typed.setlist(name, [str(each) for each in value or ()])
        elif isinstance(widget, forms.CheckboxInput) and not value:
            typed.pop(name, None)
        else:
            typed[name] = "on" if value is True else str(value or "")

    def _difference(self, name: str, theirs: object, mine: object, theirs_stand: bool) -> Difference:
        field = self.fields[name]
        now, ours = in_words(field, theirs), in_words(field, mine)
        href = f"#{first_id(self[name])}"
        return Difference(href, str(field.label).rstrip("?"), now, ours, now if theirs_stand else ours)


def plain(value: object) -> str:
    """An answer as one text, however it came: shown, sent, or read from the record."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, (list, tuple)):
        return ",".join(sorted(map(str, value)))
    said = "yes" if value is True else str(value or "")
    return said.replace("\r\n", "\n").strip()


def digest(said: str) -> str:
    """A few signs that tell one answer from another."""
    return sha256(said.encode()).hexdigest()[:10]


def remembered(answers: Mapping[str, object]) -> str:
    """What a page showed, as its hidden field carries it."""
    return " ".join(f"{name}:{digest(plain(value))}" for name, value in answers.items() if name != "shown")


def in_words(field: forms.Field, value: object) -> str:
    """An answer as a reader sees it."""
    if isinstance(field, forms.BooleanField):
        return "Yes" if value else "No"
    if isinstance(value, date):
        return plain_date(value)
    picked = [str(each) for each in value] if isinstance(value, (list, tuple)) else [str(value or "")]
    labels = {str(code): str(label) for code, label in _flat(getattr(field, "choices", ()))}
    return ", ".join(labels.get(each, each) for each in picked if labels.get(each, each)) or "nothing"


def _flat(choices: Any) -> Iterator[tuple[object, object]]:
    for code, label in choices:
        if isinstance(label, (list, tuple)):
            yield from _flat(label)
        else:
            yield code, label
