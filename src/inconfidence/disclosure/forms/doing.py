"""Sharing itself, drawn inside the form of the question."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django import forms
from django.forms.boundfield import BoundField

from inconfidence.disclosure.facts import HOW, LOOK_FIRST, Doing, Sharing
from inconfidence.web.forms import DateField, Radios, TextArea, Tick
from inconfidence.web.forms.service_form import Wrong, first_id


class DoneForm(forms.Form):
    """Sharing itself: how and when, and words for each duty of the act that asks for some.

    It is drawn inside the form of the question and sent with it; the token is that form's.
    """

    use_required_attribute = False

    def __init__(
        self,
        *args: Any,
        duties: Mapping[str, str] | None = None,
        known: Mapping[str, str] | None = None,
        to_look: Sequence[str] = (),
        today: date | None = None,
        how: str = "telephone",
        **options: Any,
    ) -> None:
        options.setdefault("label_suffix", "")
        super().__init__(*args, **options)
        self.fields["how"] = Radios(
            choices=HOW.items(), label="How will you share it?", initial=how, inline=True, small=True
        )
        self.fields["on"] = DateField(label="When?", initial=today, latest=today)
        for kind, says in (duties or {}).items():
            self.fields[f"duty_{kind}"] = TextArea(
                label=says,
                missing="Write this down before it is shared",
                initial=(known or {}).get(kind, ""),
                rows=2,
                limit=5_000,
            )
        if to_look:
            names = " and ".join(f"“{name}”" for name in to_look)
            self.fields["looked"] = Tick(
                label=f"I have looked through {names}: nothing in it gives away what must stay secret",
                missing=LOOK_FIRST,
            )

    def wrong(self) -> list[Wrong]:
        """The lines of the error summary, in the order of the page."""
        return [
            Wrong(f"#{first_id(self[name])}", str(text))
            for name, texts in self.errors.items()
            for text in texts
        ]

    def duty_fields(self) -> list[tuple[str, BoundField]]:
        """The boxes for words: the kind of each duty, and its box."""
        return [(bound.name.removeprefix("duty_"), bound) for bound in self if bound.name.startswith("duty_")]

    def asks_for(self) -> list[str]:
        """The kinds of duties that have a box of their own."""
        return [kind for kind, _ in self.duty_fields()]

    def doing(self) -> Doing:
        """What was said, as the action takes it."""
        said = self.cleaned_data
        words = {name.removeprefix("duty_"): said[name] for name in said if name.startswith("duty_")}
        return Doing(how=said["how"], on=said["on"], words=words, looked=said.get("looked", False))


def words_known(sharing: Sharing) -> dict[str, str]:
    """What the question already says for the duties that ask for words, so that nobody types it twice."""
    return {
        "record_concern": sharing.grounds,
        "record_public_interest": sharing.grounds,
        "record_law": sharing.law_named,
        "record_inspection": sharing.law_named,
        "log_discussion": sharing.need,
    }
