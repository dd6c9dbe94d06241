"""Raising takes whatever comes: nothing there can be filled in wrongly. What happens then is written later."""

from collections.abc import Mapping, Sequence
from datetime import datetime, time
from typing import Any
from uuid import UUID, uuid4

from inconfidence.safeguarding.facts import EntryDetails, dated_words, first_details, has_been, kind_of
from inconfidence.safeguarding.queries.numbers import Reached
from inconfidence.safeguarding.words import ABOUT, BELIEFS, SPOKEN, Kind
from inconfidence.team.actor import LONDON
from inconfidence.web.forms import (
    Checkboxes,
    DateField,
    Hidden,
    Phone,
    Radios,
    ServiceForm,
    TextArea,
    Tick,
    TimeField,
)
from inconfidence.web.forms.dates import PARTS

LONGEST = 4_000_000
FIRST = ("whom", "belief", "child_hurt", "emergency")
WHEN = (*(f"happened_on_{part}" for part in PARTS), "happened_at")
AT_FIRST = {name: words for name, words in BELIEFS.items() if name != "no_intention"}


class ConcernForm(ServiceForm):
    """What somebody is worried about, in their own words; `about` carries the reference of the case it came from."""

    words = TextArea(
        label="What are you worried about?",
        help_text="Who, what you saw or heard, and when. A few words are enough.",
        required=False,
        rows=8,
        limit=LONGEST,
    )
    whom = Radios(
        choices=ABOUT.items(), label="Whom is it about? You can leave this for later", required=False
    )
    belief = Radios(
        choices=AT_FIRST.items(), label="What do you think? You can leave this too", required=False
    )
    child_hurt = Tick(label="A child may be hurt, by them or with them", required=False)
    emergency = Tick(label="There is no time to ask anybody first", required=False)
    happened_on = DateField(
        label="When was it?",
        help_text="Leave empty for now; for what was written on paper first",
        required=False,
    )
    happened_at = TimeField(label="At what time?", help_text="Where that is known", required=False)
    about = Hidden(required=False)
    kind = Hidden(required=False)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        vars(self.fields["words"])["template_name"] = "safeguarding/words.html"
        if self.reports_incident:
            for name in FIRST:
                del self.fields[name]

    @property
    def reports_incident(self) -> bool:
        """Whether it reports a threat or abuse towards staff: whom that is about is said."""
        sent = self.data.get("kind", "") if self.is_bound else self.initial.get("kind", "")
        return str(sent) == Kind.INCIDENT

    def said(self) -> str:
        """The words as sent. Read before any check, because none may stand in the way."""
        return str(self.data.get("words", "")).strip()

    def dated(self, now: datetime) -> tuple[str, datetime | None]:
        """The words, and when it was where that was another day; a day that cannot be stays with the words."""
        return dated_words(self._texts(), now)

    def case(self) -> str:
        """The reference of the case the page was opened from, or nothing."""
        return str(self.data.get("about", "")).strip()[:12]

    def kind_sent(self) -> Kind:
        """A concern, or an incident towards staff."""
        return kind_of(self._texts())

    def details(self) -> EntryDetails:
        """What was said beside the words; an answer that is none of ours is left out."""
        return first_details(self.said(), self._texts())

    def token(self) -> UUID:
        """The form's token; a page whose token is lost or broken gets a new one rather than a refusal."""
        try:
            return UUID(str(self.data.get("once", "")))
        except ValueError:
            return uuid4()

    def _texts(self) -> Mapping[str, str]:
        return {name: str(self.data.get(name, "")) for name in (*FIRST, *WHEN, "words", "kind")}


class NumbersForm(ServiceForm):
    """How to reach those who hear of concerns under this policy: a public number each, or none."""

    def __init__(self, *args: Any, who: Sequence[Reached], **options: Any) -> None:
        super().__init__(*args, **options)
        self.codes = [each.code for each in who]
        for each in who:
            self.fields[each.code] = Phone(label=each.name, required=False, initial=each.number)

    def numbers(self) -> dict[str, str]:
        """The numbers as the action takes them, by the code of who hears."""
        return {code: self.cleaned_data[code] for code in self.codes}


class TakeOnForm(ServiceForm):
    """Only the token: one press."""


class NoteForm(ServiceForm):
    """What has happened since. Everything may be left out, and what is written is added to what stands there."""

    about = Radios(choices=ABOUT.items(), label="Whom it is about", required=False)
    child_hurt = Tick(label="A child may be at risk too", required=False)
    emergency = Tick(label="There is no time to ask", required=False)
    belief = Radios(choices=BELIEFS.items(), label="What do you believe?", required=False)
    reasons = TextArea(label="Why?", help_text="And how serious it may be", required=False, rows=3)
    checked = TextArea(
        label="Did you check or challenge what was said? What was the answer?", required=False, rows=3
    )
    spoken_to = Radios(
        choices=SPOKEN.items(), label="Was whoever said it spoken to?", required=False, inline=True
    )
    why_unsafe = TextArea(label="Why is it not safe?", required=False, rows=2)
    consulted = Tick(label="It was talked over with the head of service", required=False)
    told = Checkboxes(choices=(), label="Who has been told now?", required=False)
    what = TextArea(
        label="What were they told?",
        help_text="No more than they need. Never the whole file.",
        required=False,
        rows=3,
    )
    already = Tick(label="They know already, whether or not they should", required=False)
    violence_procedure = Tick(label="The work-related violence procedure has been started", required=False)
    mending = TextArea(
        label="What was done to mend the relationship, or why could nothing be done?", required=False, rows=3
    )
    happened_on = DateField(
        label="When was it?",
        help_text="Leave empty for now; for what was written on paper first",
        required=False,
    )
    happened_at = TimeField(label="At what time?", help_text="Where that is known", required=False)
    reveals = {"spoken_to": {"unsafe": ("why_unsafe",)}}

    def __init__(
        self,
        *args: Any,
        hearers: Mapping[str, str],
        now: datetime,
        left_out: tuple[str, ...] = (),
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        self.now = now
        self.fields["told"] = Checkboxes(
            choices=hearers.items(), label="Who has been told now?", required=False
        )
        for name in left_out:
            del self.fields[name]
        self.order_fields(list(NoteForm.base_fields))

    def clean(self) -> dict[str, Any]:
        """A day and a time from which anything can be counted."""
        data: dict[str, Any] = super().clean() or self.cleaned_data
        if (happened := self.moment()) and not has_been(happened, self.now):
            says = "Check the day and the time: they have not come yet, or lie more than two years back"
            self.add_error("happened_on", says)
        return data

    def moment(self) -> datetime | None:
        """When it was, where that was written down: today where only a time is, midnight where only a day is."""
        day, at = (self.cleaned_data.get(name) for name in ("happened_on", "happened_at"))
        if day is None and at is None:
            return None
        return datetime.combine(day or self.now.astimezone(LONDON).date(), at or time(), LONDON)

    def details(self) -> EntryDetails:
        """The entry as the action takes it."""
        data = self.cleaned_data
        known = {name: data[name] for name in EntryDetails.__dataclass_fields__ if name in data}
        return EntryDetails(**{**known, "told": tuple(known.get("told", ()))})


class CloseForm(ServiceForm):
    """What is still to be said before a concern is closed."""

    violence_procedure = Tick(label="The work-related violence procedure has been started", required=False)
    mending = TextArea(
        label="What was done to mend the relationship, or why could nothing be done?", required=False, rows=4
    )

    def __init__(self, *args: Any, left_out: tuple[str, ...] = (), **options: Any) -> None:
        super().__init__(*args, **options)
        for name in left_out:
            del self.fields[name]

    def details(self) -> EntryDetails:
        """The last entry."""
        known = {
            name: self.cleaned_data[name] for name in ("violence_procedure", "mending") if name in self.fields
        }
        return EntryDetails(**known)
