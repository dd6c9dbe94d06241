"""Forms that were given and are not back: how long each has been out, and how to reach whoever has it."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from inconfidence.cases.facts.beginning import Begun
from inconfidence.cases.queries import OpenCase, Pages
from inconfidence.cases.queries.beginning import said_of
from inconfidence.cases.queries.forms_given import FormGiven, forms_given
from inconfidence.consent.models import Entry
from inconfidence.consent.queries.records import place, records
from inconfidence.editions import queries as editions
from inconfidence.people.queries import CardView, cards
from inconfidence.policy.standing.forms import FormStanding, form_standing, turn
from inconfidence.team.actor import Actor


@dataclass(frozen=True, slots=True)
class FormOut:
    """One form: whose, since when, what presses, and how to reach them. `given_on` None: it was never given.

    No number stands beside somebody who must not be rung.
    """

    reference: str
    name: str
    child: str
    opened_on: date
    given_on: date | None
    waiting: int
    reminded_on: date | None
    remind_on: date | None
    deadline: date | None
    pressing: bool
    safe: str = ""
    phone: str = ""
    language: str = ""
    interpreter: bool = False


@dataclass(frozen=True, slots=True)
class FormsOut:
    """The list, a page of it: what has a date in law or presses first, then whoever has waited longest."""

    pressing: tuple[FormOut, ...]
    waiting: tuple[FormOut, ...]
    pages: Pages
    gated: bool


def forms_out(actor: Actor, page: int = 1) -> FormsOut:
    """Every form that is out on the open cases of this person; where work waits for it, those not given yet too."""
    gated = editions.in_force(actor.service_id, actor.today()).names("permission-form-gate")
    given = forms_given(actor)
    entries = _entries(given)
    found = [(each, _standing(each.given_on, entries[each.row.id], actor.today())) for each in given]
    out = [
        (each, how)
        for each, how in found
        if how.out or (gated and each.given_on is None and not _back(entries[each.row.id]))
    ]
    out.sort(key=lambda pair: turn(pair[0].deadline, pair[0].pressing, _since(pair[0]), actor.today()))
    pages = Pages.of(len(out), page)
    lines = _lines(actor, out[pages.shown])
    return FormsOut(
        pressing=tuple(line for line in lines if line.deadline or line.pressing),
        waiting=tuple(line for line in lines if not (line.deadline or line.pressing)),
        pages=pages,
        gated=gated,
    )


def _since(each: FormGiven) -> date:
    return each.given_on or each.row.opened_on


def _entries(given: Iterable[FormGiven]) -> dict[UUID, list[dict[str, Any]]]:
    """What was ever written down about these forms, by case, in one question to the database."""
    keys = {each.row.id: each.key for each in given}
    found: dict[UUID, list[dict[str, Any]]] = defaultdict(list)
    rows = Entry.objects.filter(case_id__in=list(keys)).order_by("recorded_at", "id")
    for entry, case, record in rows.values_list("id", "case_id", "record"):
        said = keys[case].open(place(entry), record)
        if said["kind"] == "permission_form":
            found[case].append(said)
    return found


def standing_of(actor: Actor, door: OpenCase) -> FormStanding:
    """How the form of an opened case stands."""
    said = [entry.said for entry in records(door) if entry.said["kind"] == "permission_form"]
    return _standing(Begun.of(said_of(door)).form_on, said, actor.today())


def _standing(given_on: date | None, said: list[dict[str, Any]], today: date) -> FormStanding:
    reminded = [
        date.fromisoformat(one["happened_on"])
        for one in said
        if one["answer"] == "reminded" and one["happened_on"]
    ]
    return form_standing(given_on, reminded, today, back=_back(said))


def _back(said: Iterable[dict[str, Any]]) -> bool:
    return any(one["answer"] == "returned" and one["giver"] == "subject" for one in said)


def _lines(actor: Actor, shown: list[tuple[FormGiven, FormStanding]]) -> list[FormOut]:
    people = cards(actor, {each.row.card_id for each, _ in shown}) if shown else {}
    return [_line(each, how, people.get(each.row.card_id), actor.today()) for each, how in shown]


def _line(each: FormGiven, how: FormStanding, card: CardView | None, today: date) -> FormOut:
    rung = card is not None and bool(card.phones) and card.safe.ok_to_ring != "no"
    return FormOut(
        reference=each.row.reference,
        name=each.row.name,
        child=each.row.child,
        opened_on=each.row.opened_on,
        given_on=each.given_on,
        waiting=how.waiting if how.out else (today - each.row.opened_on).days,
        reminded_on=how.reminded_on,
        remind_on=how.remind_on,
        deadline=each.deadline,
        pressing=each.pressing,
        safe=card.safe_sentence if card else "",
        phone=card.phones[0] if card and rung else "",
        language=card.language if card else "",
        interpreter=bool(card and card.interpreter),
    )
