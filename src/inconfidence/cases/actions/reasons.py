"""Saying why one opens a case one is not on. It counts for that case, for that day, and the list of looks shows it."""

from datetime import datetime, time, timedelta
from uuid import UUID

from django.db import transaction

from inconfidence.audit.acts import Act
from inconfidence.audit.record import record
from inconfidence.cases.actions.content import check_line
from inconfidence.cases.models import Case, Reason
from inconfidence.cases.queries import places
from inconfidence.cases.queries.door import found_or_nobodys, may_give_reason, turned_away
from inconfidence.editions import queries as editions
from inconfidence.team.actor import LONDON, Actor
from inconfidence.vault import subjects
from inconfidence.vault.ids import new_id


def give_reason(actor: Actor, reference: str, words: str, *, once: UUID | None = None) -> bool | None:
    """Record why this person opens a case; it counts until the end of today. None where no reason would open it."""
    check_line("words", words, needed=True)
    with transaction.atomic():
        row = found_or_nobodys(actor, reference)
        edition = editions.in_force(actor.service_id, actor.today())
        if not may_give_reason(actor, row, edition):
            turned_away(actor, row)
            return None
        _write(actor, row, words.strip(), once)
        return True


def _write(actor: Actor, row: Case, words: str, once: UUID | None) -> None:
    reason_id = new_id()
    key = subjects.open_key(actor.keyring, subjects.Kind.case, row.id)
    sealed = key.seal(places.reason(reason_id), {"form": 1, "words": words})
    Reason.objects.create(
        id=reason_id,
        case=row,
        person_id=actor.person_id,
        record=sealed,
        given_at=actor.now(),
        until=end_of_day(actor),
    )
    record(
        service_id=actor.service_id,
        actor_id=actor.person_id,
        act=Act.reason_given,
        at=actor.now(),
        about=row.id,
        words={"reason": str(reason_id)},
        rows={places.reason(reason_id).name: sealed},
        once=once,
    )


def end_of_day(actor: Actor) -> datetime:
    """The midnight that ends today, where the service is."""
    return datetime.combine(actor.today() + timedelta(days=1), time(), LONDON)
