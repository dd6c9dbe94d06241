"""Lists of cases. The filter says the same as the question; a property test holds the two together."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import Case as DbCase
from django.db.models import DateField, Exists, F, OuterRef, Q, QuerySet, Subquery, When
from django.db.models.functions import Coalesce, Greatest, TruncDate

from inconfidence import codes
from inconfidence.audit.acts import Act
from inconfidence.cases.facts import about_case, assigned, assigned_filter, on_whom
from inconfidence.cases.models import Allocation, Case, CaseState, Item
from inconfidence.cases.queries import places
from inconfidence.cases.queries.door import OpenCase, find, permitted, saw
from inconfidence.cases.queries.pages import Pages
from inconfidence.cases.queries.values import CaseRow, HolderView, OtherCase
from inconfidence.editions import queries as editions
from inconfidence.team.actor import Actor
from inconfidence.team.queries import names
from inconfidence.vault import subjects
from inconfidence.vault.sealed import Sealed

STATES = frozenset(CaseState)
QUIET_AFTER = timedelta(days=28)


def in_scope(actor: Actor) -> QuerySet[Case]:
    """The cases this person may open without saying why: of the service, keyed to them, and theirs to work on."""
    edition = editions.in_force(actor.service_id, actor.today())
    rows = on_whom(actor, Case.objects.filter(service_id=actor.service_id))
    if not permitted(edition, about_case(actor, assigned=True, reason=False)):
        return rows.none()
    return rows.filter(assigned_filter(actor), id__in=subjects.held(actor.keyring, subjects.Kind.case))


@dataclass(frozen=True, slots=True)
class CaseLists:
    """What the list page shows: the cases one works on, and those one may open by saying why, each a page of many."""

    mine: list[CaseRow]
    others: list[OtherCase]
    mine_pages: Pages
    other_pages: Pages


COLUMNS = (
    "id", "reference", "card_id", "state", "opened_on", "version", "heading", "on_it", "held", "written_on",
)  # fmt: skip


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
    written_on: date | None


def last_word(today: date) -> Greatest:
    """The day of the last word on a case: when something was last written, or last happened, up to today."""
    rows = Item.objects.filter(case_id=OuterRef("pk"))
    written = rows.order_by("-recorded_at").annotate(on=TruncDate("recorded_at")).values("on")[:1]
    happened = rows.filter(happened_on__lte=today).order_by("-happened_on").values("happened_on")[:1]
    opened = F("opened_on")
    return Greatest(
        Coalesce(Subquery(written), opened),
        Coalesce(Subquery(happened), opened),
        output_field=DateField(),
    )


def case_lists(actor: Actor, *, state: str = "", mine_page: int = 1, other_page: int = 1) -> CaseLists:
    """Both lists from one reading, open cases first, newest first; `state` keeps the open or the closed ones.

    A page of fifty each; names are opened for the page that is shown. One event for them.
    """
    edition = editions.in_force(actor.service_id, actor.today())
    cases = Case.objects.filter(service_id=actor.service_id)
    keyed = _keyed(actor, cases.filter(state=state) if state in STATES else cases)
    mine: list[Keyed] = []
    others: list[Keyed] = []
    if permitted(edition, about_case(actor, assigned=True, reason=False)):
        mine = [row for row in keyed if assigned(actor, row)]
    if permitted(edition, about_case(actor, assigned=False, reason=True)):
        others = [row for row in keyed if not assigned(actor, row)]
    own, theirs = Pages.of(len(mine), mine_page), Pages.of(len(others), other_page)
    return CaseLists(
        mine=_opened(actor, mine[own.shown]),
        others=_others(actor, others[theirs.shown]),
        mine_pages=own,
        other_pages=theirs,
    )


def case_list(actor: Actor) -> list[CaseRow]:
    """This person's cases (for leads also those that nobody holds). One event."""
    return case_lists(actor).mine


def other_cases(actor: Actor) -> list[OtherCase]:
    """Cases this person may open by saying why: references, dates and colleagues' names, nothing sealed."""
    return case_lists(actor).others


def _keyed(actor: Actor, rows: QuerySet[Case]) -> list[Keyed]:
    held = subjects.held(actor.keyring, subjects.Kind.case)
    lasting = DbCase(When(on_it=True, then=last_word(actor.today())), default=None)
    ordered = on_whom(actor, rows).annotate(written_on=lasting).filter(id__in=held)
    found = ordered.order_by("-state", "-opened_on", "id").values_list(*COLUMNS)
    return [Keyed(*values) for values in found]


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
    return [
        _row(actor, row, keys[row.id].open(places.heading(row.id, row.version), row.heading)) for row in shown
    ]


def _row(actor: Actor, row: Keyed, said: dict[str, Any]) -> CaseRow:
    return CaseRow(
        id=row.id,
        card_id=row.card_id,
        reference=row.reference,
        name=said["name"],
        child=said["child"],
        issue=codes.label("issue", said["issue"]) if said["issue"] else "",
        state=row.state,
        opened_on=row.opened_on,
        quiet_since=_quiet_since(actor, row),
    )


def _quiet_since(actor: Actor, row: Keyed) -> date | None:
    """Since when nothing was written on an open case of one's own, once that is four weeks."""
    since = row.written_on or row.opened_on
    quiet = row.on_it and row.state == CaseState.OPEN and since <= actor.today() - QUIET_AFTER
    return since if quiet else None


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


def unheld(actor: Actor) -> list[tuple[str, date]]:
    """For a lead: the open cases that nobody works on, and since when, the longest first. Nothing sealed is opened."""
    if not actor.is_lead:
        return []
    running = Allocation.objects.filter(case=OuterRef("pk"), ended_at__isnull=True)
    rows = Case.objects.filter(~Exists(running), service_id=actor.service_id, state=CaseState.OPEN)
    return list(rows.order_by("opened_on", "id").values_list("reference", "opened_on"))


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
