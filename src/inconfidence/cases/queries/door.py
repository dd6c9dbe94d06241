"""The one guarded door to a case: who asks, may they see it, does their key open it, and the look is recorded."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, TypeVar, cast
from uuid import UUID

from django.db import connection, transaction
from django.db.models import QuerySet

from inconfidence.audit.acts import Act
from inconfidence.audit.record import record
from inconfidence.cases.facts import Doing, about_case, on_it, reason_in_force
from inconfidence.cases.models import Allocation, Case
from inconfidence.editions import queries as editions
from inconfidence.people.queries import CardView, opened_with_case
from inconfidence.policy.edition import Edition
from inconfidence.policy.facts import MaySee
from inconfidence.policy.questions.may_see import may_see
from inconfidence.policy.vocabulary import Outcome
from inconfidence.team.actor import Actor
from inconfidence.team.queries import names
from inconfidence.vault import subjects
from inconfidence.vault.ids import new_id
from inconfidence.vault.sealed import Sealed
from inconfidence.vault.subjects import SubjectKey

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class OpenCase:
    """A case that has been opened for one person. Holds its key: never handed to a template.

    `working` is who of us works on it, and since when, the longest first.
    """

    case_id: UUID
    reference: str
    key: SubjectKey = field(repr=False, compare=False)
    card_id: UUID
    service_id: UUID
    edition: Edition = field(repr=False, compare=False)
    allocated: bool
    reason_id: UUID | None
    reason_until: datetime | None
    state: str
    opened_on: date
    opened_by: UUID
    version: int
    record: Sealed = field(repr=False, compare=False)
    working: tuple[tuple[UUID, datetime], ...] = field(repr=False)
    read: dict[str, Any] = field(default_factory=dict, repr=False, compare=False)

    def once(self, name: str, read: Callable[[], T]) -> T:
        """What `read` gives, read once for each opening: a page is put together from several rooms."""
        if name not in self.read:
            self.read[name] = read()
        return cast("T", self.read[name])


@dataclass(frozen=True, slots=True)
class NeedsReason:
    """The policy lets this person open the case once they say why."""

    reference: str


def open_case_for(
    actor: Actor,
    reference: str,
    *,
    act: Doing = "view",
    look: Act | None = Act.case_seen,
    lock: bool = False,
) -> OpenCase | NeedsReason | None:
    """Open a case by its reference. None: missing, another service's, or not for this person, told apart by nobody.

    `act` is the core's word for what is done with it (view, download). `look` is recorded as the read; an action that
    records its own write passes None. Every write whose outcome depends on what the case holds passes `lock=True`,
    inside its transaction: the case is then its alone until the transaction ends, and what it reads is the latest.
    """
    if lock:
        _take(actor, reference)
    row = found_or_nobodys(actor, reference)
    edition = editions.in_force(actor.service_id, actor.today())
    working = _working_on(row.id)
    mine = on_it(actor, {person for person, _ in working})
    reason_id, until = (None, None) if mine else reason_in_force(actor, row.id)
    if not permitted(edition, about_case(actor, assigned=mine, reason=reason_id is not None, act=act)):
        return _asked_why(actor, row, edition)
    key = subjects.open_keys(actor.keyring, subjects.Kind.case, [row.id]).get(row.id)
    if key is None:
        turned_away(actor, row)
        return None
    if look is not None:
        saw(actor, row.id, look, reason_id=reason_id)
    return OpenCase(
        case_id=row.id,
        reference=row.reference,
        key=key,
        card_id=row.card_id,
        service_id=row.service_id,
        edition=edition,
        allocated=mine,
        reason_id=reason_id,
        reason_until=until,
        state=row.state,
        opened_on=row.opened_on,
        opened_by=row.opened_by_id,
        version=row.version,
        record=row.record,
        working=working,
    )


def _working_on(case_id: UUID) -> tuple[tuple[UUID, datetime], ...]:
    rows = Allocation.objects.filter(case_id=case_id, ended_at__isnull=True).order_by("began_at", "id")
    return tuple(rows.values_list("person_id", "began_at"))


def _take(actor: Actor, reference: str) -> None:
    """Wait for the case in a statement of its own: the next one then sees whatever the writer before has done.

    The embedded database has one writer, who waited when the transaction began.
    """
    if connection.features.has_select_for_update:
        find(actor, reference).select_for_update().values_list("id").first()


def find(actor: Actor, reference: str) -> QuerySet[Case]:
    """The case of this service with this reference, as a query set of at most one row."""
    return Case.objects.filter(service_id=actor.service_id, reference=reference.strip().upper())


def found_or_nobodys(actor: Actor, reference: str) -> Case:
    """The case of this service with this reference; where there is none, one of no version, which nobody holds.

    The same is then asked about both, so that the time of the answer does not tell which it was (T7).
    """
    return find(actor, reference).first() or Case(id=new_id(), reference=reference, version=0)


def permitted(edition: Edition, facts: MaySee) -> bool:
    """What `may_see` answers, as yes or no: a referral is not a yes."""
    return may_see(edition, facts).outcome == Outcome.PERMIT


def may_give_reason(actor: Actor, row: Case, edition: Edition) -> bool:
    """Whether saying why would open this case: the policy would permit it, and the key was given."""
    facts = about_case(actor, assigned=False, reason=True)
    keys = subjects.held(actor.keyring, subjects.Kind.case).filter(subject_id=row.id)
    return permitted(edition, facts) and keys.exists()


def asks_for_reason(actor: Actor, reference: str) -> bool:
    """Whether the page that asks why may be shown: only where the answer would open the case."""
    edition = editions.in_force(actor.service_id, actor.today())
    return may_give_reason(actor, found_or_nobodys(actor, reference), edition)


def _asked_why(actor: Actor, row: Case, edition: Edition) -> NeedsReason | None:
    if may_give_reason(actor, row, edition):
        return NeedsReason(row.reference)
    turned_away(actor, row)
    return None


def turned_away(actor: Actor, row: Case) -> None:
    """The refusal is recorded whether or not there is such a case, so that neither takes longer."""
    saw(actor, row.id if row.version else None, Act.case_refused)


def saw(
    actor: Actor,
    about: UUID | None,
    act: Act,
    *,
    item: UUID | None = None,
    reason_id: UUID | None = None,
    listed: tuple[UUID, ...] = (),
) -> None:
    """Record a read in a short transaction of its own (or in the caller's, if one is open)."""
    words = {"item": str(item)} if item else {}
    if reason_id:
        words["reason"] = str(reason_id)
    with transaction.atomic():
        record(
            service_id=actor.service_id,
            actor_id=actor.person_id,
            act=act,
            at=actor.now(),
            about=about,
            listed=listed,
            words=words,
        )


def the_card(actor: Actor, door: OpenCase) -> CardView:
    """The card of an opened case. There always is one, under a key given with the case's."""
    found = door.once("card", lambda: opened_with_case(actor, door.card_id))
    if found is None:
        raise LookupError("a case always has its card")
    return found


def staff(actor: Actor, door: OpenCase) -> dict[UUID, str]:
    """The names of everybody who is or was of the service, read once for an opened case."""
    return door.once("staff", lambda: names(actor.service_id))
