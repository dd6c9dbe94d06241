"""What every template can say: the answer card, plain dates, the parts of a page."""

from collections.abc import Mapping
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any

from django import forms, template
from django.forms.boundfield import BoundField
from django.utils import timezone

from inconfidence.web import wording
from inconfidence.web.context import DOORS, case_sections, exists
from inconfidence.web.drawing import draw
from inconfidence.web.forms.dates import DateBoxes
from inconfidence.web.parts import Link, Table

if TYPE_CHECKING:
    from inconfidence.policy.explain import Answer

register = template.Library()

CLAUSES_SHOWN = 3
MANY_ANSWERS = 12
KINDS: tuple[tuple[type[forms.Widget], str], ...] = (
    (forms.CheckboxSelectMultiple, "checkboxes"),  # before radios: Django derives it from them
    (forms.RadioSelect, "radios"),
    (forms.CheckboxInput, "tick"),
    (DateBoxes, "date"),
    (forms.PasswordInput, "password"),
    (forms.Textarea, "text-area"),
    (forms.FileInput, "file"),
    (forms.Select, "select"),
)


@register.filter
def plain_date(moment: date | datetime | None) -> str:
    """ "Friday 20 November 2026"; nothing for nothing."""
    return wording.plain_date(moment) if moment else ""


@register.filter
def short_date(moment: date | datetime | None) -> str:
    """ "20 Nov 2026"; nothing for nothing."""
    return wording.short_date(moment) if moment else ""


@register.filter
def plain_day(day: date, at: time | None) -> str:
    """ "Friday 20 November 2026", and the time where it is known."""
    return wording.plain_day(day, at)


@register.filter
def plain_time(moment: date | datetime | None) -> str:
    """ "Friday 20 November 2026 at 9:05am", or the date alone where no time is known."""
    if not moment:
        return ""
    return wording.plain_time(moment) if isinstance(moment, datetime) else wording.plain_date(moment)


@register.filter
def clock(moment: datetime) -> str:
    """ "9:05am"."""
    return wording.plain_clock(moment)


@register.filter
def is_today(moment: datetime) -> bool:
    """Whether a moment is of today, where the service is."""
    return timezone.localdate(moment) == timezone.localdate()


@register.filter
def lower_first(words: str) -> str:
    """Words that stand inside a sentence: "A note" becomes "a note"."""
    return words[:1].lower() + words[1:]


@register.filter
def machine_time(moment: date | datetime | None) -> str:
    """The moment for a `datetime` attribute."""
    return moment.isoformat() if moment else ""


@register.filter
def in_thousands(number: int) -> str:
    """ "20,000"."""
    return f"{number:,}"


@register.filter
def under(mapping: Mapping[str, Any] | None, key: str) -> object:
    """The value under a key, or nothing."""
    return mapping.get(key, "") if isinstance(mapping, Mapping) else ""


@register.filter
def kind_of_field(field: BoundField) -> str:
    """Which of the field templates' shapes draws this field."""
    widget = field.field.widget
    return next((kind for family, kind in KINDS if isinstance(widget, family)), "text")


@register.filter
def revealed_by(field: BoundField, answer: str) -> list[BoundField]:
    """The fields that this answer opens."""
    opened = getattr(field.form, "revealed", None)
    return opened(field.name, answer) if opened else []


@register.filter
def opens_between(field: BoundField) -> bool:
    """Whether any answer of this field but the last opens others; such answers stand below each other."""
    opening = getattr(field.form, "reveals", {}).get(field.name, {})
    answers = [value for value, _ in getattr(field.field, "choices", ())]
    return any(answer in opening for answer in answers[:-1])


@register.filter
def answers_are_many(field: BoundField) -> bool:
    """Whether the answers of this field are too many for one column."""
    return len(list(getattr(field.field, "choices", ()))) > MANY_ANSWERS


@register.filter
def date_part(number: int) -> str:
    """The label of the first, second or third box of a date."""
    return ("Day", "Month", "Year")[number - 1]


@register.filter
def lines(value: object) -> list[str]:
    """A value as lines of text: a sequence as it is, a text split at its line ends."""
    if isinstance(value, (list, tuple)):
        return [str(part) for part in value]
    return str(value).splitlines() or [""]


@register.simple_tag
def drawn(table: Table) -> str:
    """A table, or its sentence when it has no rows."""
    return draw(table)


@register.filter
def word(words: Mapping[str, str] | None, key: str) -> str:
    """The service's own word for something; ours where it has none."""
    return (words or {}).get(key) or key.replace("_", " ")


@register.filter
def if_there(href: str) -> str:
    """The address, if a page answers at it; nothing otherwise."""
    return href if exists(href) else ""


@register.filter
def initial_capital(text: str) -> str:
    """The text with its first letter large and the rest untouched."""
    return text[:1].upper() + text[1:]


@register.inclusion_tag("web/answer_card.html", takes_context=True)
def card(context: Mapping[str, Any], answer: "Answer") -> dict[str, Any]:
    """The answer card.

    Takes from the page: `step_actions` (step kind → Link), `can_raise` (False hides the way to raise a
    concern), `duties_in_form` (True where the page's form draws the duties as boxes to tick), and `clauses_at` (the
    address under which a version's clauses are read, where it is not today's).
    """
    actions: Mapping[str, Link] = context.get("step_actions") or {}
    first = [clause for clause in answer.clauses if clause.id in answer.deciding][:CLAUSES_SHOWN]
    return {
        "answer": answer,
        "state": answer.state,
        "first_clauses": first,
        "more_clauses": [clause for clause in answer.clauses if clause not in first],
        "steps": [(step, actions.get(str(step.kind))) for step in answer.steps],
        "duties": () if context.get("duties_in_form") else answer.duties,
        "can_raise": context.get("can_raise", True),
        "doors": DOORS,
        "clauses_at": context.get("clauses_at") or DOORS["policy"],
        "csrf_token": context.get("csrf_token"),
    }


@register.inclusion_tag("web/case_sections.html", takes_context=True)
def sections(context: Mapping[str, Any], reference: str) -> dict[str, Any]:
    """The row of links between the pages of one case, without those that do not exist yet."""
    links = case_sections(reference, str(context.get("path", "")), context.get("words") or {})
    return {"links": links, "reference": reference}
