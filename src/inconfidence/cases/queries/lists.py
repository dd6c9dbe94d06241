"""Lists of cases. The filter says the same as the question; a property test holds the two together."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import Q, QuerySet

from inconfidence import codes
from inconfidence.audit.acts import Act
from inconfidence.cases.facts import about_case, assigned, assigned_filter, on_whom
from inconfidence.cases.models import Allocation, Case, CaseState
from inconfidence.cases.queries import places
from inconfidence.cases.queries.door import OpenCase, find, permitted, saw
from inconfidence.cases.queries.values import CaseRow, HolderView, OtherCase
from inconfidence.editions import queries as editions
from inconfidence.team.actor import Actor
from inconfidence.team.queries import names
from inconfidence.vault import subjects
from inconfidence.vault.sealed import Sealed


def in_scope(actor: Actor) -> QuerySet[Case]:
    """The cases this person may open without saying why: of the service, keyed to them, and theirs to work on."""
    edition = editions.in_force(actor.service_id, actor.today())
    rows = on_whom(actor, Case.objects.filter(service_id=actor.service_id))
    if not permitted(edition, about_case(actor, assigned=True, reason=False)):
        return rows.none()
    return rows.filter(assigned_filter(actor), id__in=subjects.held(actor.keyring, subjects.Kind.case))


@dataclass(frozen=True, slots=True)
class CaseLists:
    """What the list page shows: the cases one works on, and those one may open by saying why."""

    mine: list[CaseRow]
    others: list[OtherCase]


COLUMNS = ("id", "reference", "card_id", "state", "opened_on", "version", "heading", "on_it", "held")


class Keyed(NamedTuple):
    """A case whose key this person holds, as the database gives its `COLUMNS`."""

    id: UUID
    reference: str
    card_id: UUID
    state: str
    opened_on: date
    version: int
    heading: Sealed
    on_it: bool
    held: bool


def case_lists(actor: Actor) -> CaseLists:
    """Both lists from one reading, open cases first, newest first. One event for the names shown."""
    edition = editions.in_force(actor.service_id, actor.today())
    keyed = _keyed(actor, Case.objects.filter(service_id=actor.service_id))
    mine: list[Keyed] = []
    others: list[Keyed] = []
    if permitted(edition, about_case(actor, assigned=True, reason=False)):
        mine = [row for row in keyed if assigned(actor, row)]
    if permitted(edition, about_case(actor, assigned=False, reason=True)):
        others = [row for row in keyed if not assigned(actor, row)]
    return CaseLists(_opened(actor, mine), _others(actor, others))


def case_list(actor: Actor) -> list[CaseRow]:
    """This person's cases (for leads also those that nobody holds). One event."""
    return case_lists(actor).mine


def other_cases(actor: Actor) -> list[OtherCase]:
    """Cases this person may open by saying why: references, dates and colleagues' names, nothing sealed."""
    return case_lists(actor).others


def case_refs(actor: Actor, ids: Iterable[UUID]) -> dict[UUID, CaseRow]:
    """Those of these cases that are in scope, by id: names for a worklist. One event."""
    return {row.id: row for row in _opened(actor, _keyed(actor, in_scope(actor).filter(id__in=list(ids))))}


def _keyed(actor: Actor, rows: QuerySet[Case]) -> list[Keyed]:
    held = subjects.held(actor.keyring, subjects.Kind.case)
    ordered = on_whom(actor, rows).filter(id__in=held).order_by("-state", "-opened_on", "id")
    return [Keyed(*values) for values in ordered.values_list(*COLUMNS)]


def opened_with_keys(
    actor: Actor, cases: QuerySet[Case]
) -> tuple[list[CaseRow], dict[UUID, subjects.SubjectKey]]:
    """These cases, and their keys for another query of this room. One event. Keys never leave the room."""
    rows = _keyed(actor, cases)
    keys = _keys(actor, rows)
    return _named(actor, rows, keys), keys


def _opened(actor: Actor, rows: list[Keyed]) -> list[CaseRow]:
    return _named(actor, rows, _keys(actor, rows))


def _keys(actor: Actor, rows: list[Keyed]) -> dict[UUID, subjects.SubjectKey]:
    return subjects.open_keys(actor.keyring, subjects.Kind.case, [row.id for row in rows]) if rows else {}


def _named(actor: Actor, rows: list[Keyed], keys: dict[UUID, subjects.SubjectKey]) -> list[CaseRow]:
    shown = [row for row in rows if row.id in keys]
    if shown:
        saw(actor, None, Act.cases_listed, listed=tuple(row.id for row in shown))
    return [_row(row, keys[row.id].open(places.heading(row.id, row.version), row.heading)) for row in shown]


def _row(row: Keyed, said: dict[str, Any]) -> CaseRow:
    return CaseRow(
        id=row.id,
        card_id=row.card_id,
        reference=row.reference,
        name=said["name"],
        child=said["child"],
        issue=codes.label("issue", said["issue"]) if said["issue"] else "",
        state=row.state,
        opened_on=row.opened_on,
    )


def _others(actor: Actor, rows: list[Keyed]) -> list[OtherCase]:
    holders = _holders(actor, rows) if rows else {}
    return [OtherCase(row.reference, row.opened_on, row.state, holders.get(row.id, ())) for row in rows]


def _holders(actor: Actor, rows: list[Keyed]) -> dict[UUID, tuple[str, ...]]:
    people = names(actor.service_id)
    found: dict[UUID, tuple[str, ...]] = {}
    running = Allocation.objects.filter(
        Q(case_id__in=[row.id for row in rows]), ended_at__isnull=True
    ).order_by("began_at")
    for case_id, person_id in running.values_list("case_id", "person_id"):
        found[case_id] = (*found.get(case_id, ()), people.get(person_id, ""))
    return found


def siblings(actor: Actor, door: OpenCase) -> tuple[CaseRow, ...]:
    """The same person's other open cases that this person may open without saying why; others are not hinted at."""
    rows = in_scope(actor).filter(card_id=door.card_id, state=CaseState.OPEN).exclude(id=door.case_id)
    return tuple(_opened(actor, _keyed(actor, rows)))


def holders(actor: Actor, reference: str) -> tuple[HolderView, ...] | None:
    """Who works on a case, for the lead who decides it; None for everybody else. Nothing sealed is opened."""
    row = find(actor, reference).filter(id__in=subjects.held(actor.keyring, subjects.Kind.case)).first()
    if row is None or not actor.is_lead:
        return None
    people = names(actor.service_id)
    running = Allocation.objects.filter(case_id=row.id, ended_at__isnull=True).order_by("began_at")
    return tuple(HolderView(one.person_id, people.get(one.person_id, ""), one.began_at) for one in running)
