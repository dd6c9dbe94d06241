"""What a worker's day needs of their cases: names for what is due, the words of next steps, and what has gone quiet."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import F, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from inconfidence.cases.models import CaseState, Item
from inconfidence.cases.queries import places
from inconfidence.cases.queries.lists import QUIET_AFTER, in_scope, opened_with_keys
from inconfidence.cases.queries.values import CaseRow
from inconfidence.team.actor import Actor
from inconfidence.vault.subjects import SubjectKey


@dataclass(frozen=True, slots=True)
class Quiet:
    """An open case of this person's on which nothing has been written for four weeks; nothing of it is opened."""

    case_id: UUID
    reference: str
    since: date


@dataclass(frozen=True, slots=True)
class Worklist:
    """The cases of a worklist by their references, and the next steps that notes speak of, by the note."""

    cases: Mapping[str, CaseRow]
    steps: Mapping[UUID, str]


def quiet_cases(actor: Actor) -> list[Quiet]:
    """This person's own open cases without a note, document or meeting for four weeks, the longest quiet first."""
    written = Item.objects.filter(case_id=OuterRef("pk")).order_by("-happened_on").values("happened_on")[:1]
    rows = in_scope(actor).filter(Q(on_it=True), state=CaseState.OPEN)
    spoken = rows.annotate(since=Coalesce(Subquery(written), F("opened_on")))
    found = spoken.filter(since__lte=actor.today() - QUIET_AFTER).order_by("since", "id")
    return [Quiet(*values) for values in found.values_list("id", "reference", "since")]


def worklist(actor: Actor, references: Collection[str], notes: Iterable[UUID]) -> Worklist:
    """Those of these cases that are in scope, and the next steps of these notes on them. One event for the names.

    However long the lists, as many questions to the database.
    """
    if not references:
        return Worklist({}, {})
    rows, keys = opened_with_keys(actor, in_scope(actor).filter(reference__in=list(references)))
    return Worklist({row.reference: row for row in rows}, _steps(keys, list(notes)))


def _steps(keys: Mapping[UUID, SubjectKey], notes: list[UUID]) -> dict[UUID, str]:
    if not (keys and notes):
        return {}
    rows = Item.objects.filter(id__in=notes, case_id__in=list(keys))
    found = rows.values_list("id", "version", "record", "case_id")
    return {
        item: str(keys[case].open(places.item(item, version), record).get("next_step", ""))
        for item, version, record, case in found
    }
