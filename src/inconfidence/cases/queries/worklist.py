"""What a worker's day needs of their cases: names for what is due, the words of next steps, and what has gone quiet."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q

from inconfidence.cases.models import CaseState, Item
from inconfidence.cases.queries import places
from inconfidence.cases.queries.due_words import due_words
from inconfidence.cases.queries.lists import QUIET_AFTER, in_scope, last_word, opened_with_keys
from inconfidence.cases.queries.values import CaseRow
from inconfidence.team.actor import Actor
from inconfidence.vault import subjects
from inconfidence.vault.subjects import SubjectKey


@dataclass(frozen=True, slots=True)
class Quiet:
    """An open case of this person's on which nothing has been written for four weeks; nothing of it is opened."""

    case_id: UUID
    reference: str
    since: date


@dataclass(frozen=True, slots=True)
class Worklist:
    """The cases of a worklist by their references, and what is due in its own words, by item and kind of duty."""

    cases: Mapping[str, CaseRow]
    steps: Mapping[tuple[UUID, str], str]


def quiet_cases(actor: Actor) -> list[Quiet]:
    """This person's own open cases on which nothing was written and nothing happened for four weeks.

    The longest quiet stands first. A meeting that lies ahead is no word yet.
    """
    rows = in_scope(actor).filter(Q(on_it=True), state=CaseState.OPEN)
    spoken = rows.annotate(since=last_word(actor.today()))
    found = spoken.filter(since__lte=actor.today() - QUIET_AFTER).order_by("since", "id")
    return [Quiet(*values) for values in found.values_list("id", "reference", "since")]


def worklist(actor: Actor, references: Collection[str], items: Iterable[tuple[UUID, str]]) -> Worklist:
    """Those of these cases that are in scope, and what is due about these items of theirs. One event for the names.

    `items` are (item, kind of duty).

    However long the lists, as many questions to the database.
    """
    if not references:
        return Worklist({}, {})
    rows, keys = opened_with_keys(actor, in_scope(actor).filter(reference__in=list(references)))
    return Worklist({row.reference: row for row in rows}, _steps(keys, list(items)))


def _steps(keys: Mapping[UUID, SubjectKey], items: list[tuple[UUID, str]]) -> dict[tuple[UUID, str], str]:
    if not (keys and items):
        return {}
    rows = Item.objects.filter(id__in={item for item, _ in items}, case_id__in=list(keys))
    found = rows.values_list("id", "version", "record", "case_id")
    said = {
        item: keys[case].open(places.item(item, version), record) for item, version, record, case in found
    }
    return {(item, kind): due_words(kind, said[item]) for item, kind in items if item in said}


def dates_kept(actor: Actor, items: Collection[UUID]) -> dict[UUID, dict[str, Any]]:
    """What the dates in these notes were worked out from, where this person's key opens them. Nothing is shown."""
    rows = Item.objects.filter(id__in=items, case_id__in=in_scope(actor).values("id"))
    found = list(rows.values_list("id", "version", "record", "case_id"))
    keys = subjects.open_keys(actor.keyring, subjects.Kind.case, list({case for *_, case in found}))
    said = {
        item: keys[case].open(places.item(item, version), record)
        for item, version, record, case in found
        if case in keys
    }
    return {item: each["kept"] for item, each in said.items() if "kept" in each}
