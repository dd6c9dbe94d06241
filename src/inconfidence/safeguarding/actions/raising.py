"""Raising a concern, and delivering those that waited in the spool. No question stands before it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from inconfidence.audit.acts import Act
from inconfidence.audit.record import AlreadyDone
from inconfidence.cases.queries.closings import local_day
from inconfidence.duties.actions import owe
from inconfidence.duties.words import About, When
from inconfidence.policy.vocabulary import Role
from inconfidence.safeguarding.actions.writing import settle_up, told, write_entry
from inconfidence.safeguarding.facts import (
    EntryDetails,
    by_head,
    dated_words,
    first_details,
    kind_of,
    standing_of,
)
from inconfidence.safeguarding.models import Concern
from inconfidence.safeguarding.queries import READ_DUTY, find, place
from inconfidence.safeguarding.words import Kind
from inconfidence.team.actor import Actor
from inconfidence.vault import spool
from inconfidence.vault.groups import Group, seal_to_group
from inconfidence.vault.ids import new_id
from inconfidence.vault.sealed import CannotOpen, Sealed


@dataclass(frozen=True, slots=True)
class Raised:
    """A concern as it was sent: its words, the case it came from, what was said beside them, by whom and when.

    `happened_at` is when it was, where it was written on paper first.
    """

    words: str
    case: str
    details: EntryDetails
    kind: Kind
    by: UUID
    at: datetime
    happened_at: datetime | None = None


def raise_concern(
    actor: Actor,
    words: str,
    about: str = "",
    *,
    details: EntryDetails | None = None,
    kind: Kind = Kind.CONCERN,
    happened_at: datetime | None = None,
    once: UUID | None = None,
) -> UUID:
    """Seal the words to the leads and owe the head of service a reading at once. No question stands before it.

    `about` is a case's reference or empty; an incident towards staff stands apart from any case. `happened_at` is when
    it was, where it was written on paper first. AlreadyDone when this very form was sent before.
    """
    first = details or EntryDetails()
    raised = Raised(words, about, first, kind, actor.person_id, actor.now(), happened_at)
    concern_id = new_id()
    with transaction.atomic():
        sealed = _write(actor, concern_id, raised)
        told(actor, concern_id, Act.concern_raised, sealed, once=once)
    return concern_id


def deliver_waiting(actor: Actor) -> int:
    """Deliver what was raised after a time-out or while the database refused; for leads, whose key reads it.

    Returns how many were delivered. One that another lead delivers at this moment is counted there.
    """
    if not actor.is_lead:
        return 0
    waiting = spool.waiting_for_group(actor.service_id, Group.leads)
    return sum(_deliver(actor, spool_id) for spool_id in waiting)


def _deliver(actor: Actor, spool_id: UUID) -> bool:
    try:
        kept = spool.read(actor.keyring, spool_id)
    except CannotOpen:
        return False
    try:
        _put_in(actor, spool_id, kept)
    except AlreadyDone:
        return False
    finally:
        # Written by us or by another lead: only an error before the commit leaves it waiting.
        if find(actor).filter(id=spool_id).exists():
            spool.drop(spool_id)
    return True


def _put_in(actor: Actor, spool_id: UUID, kept: Mapping[str, object]) -> None:
    fields = kept["fields"]
    assert isinstance(fields, Mapping)
    texts = {str(name): _first(found) for name, found in fields.items()}
    at = datetime.fromisoformat(str(kept["at"]))
    words, happened_at = dated_words(texts, at)
    raised = Raised(
        words,
        texts.get("about", ""),
        first_details(words, texts),
        kind_of(texts),
        UUID(str(kept["person"])),
        at,
        happened_at,
    )
    with transaction.atomic():
        sealed = _write(actor, spool_id, raised, delivered=True)
        told(actor, spool_id, Act.concern_delivered, sealed, once=spool_id)


def _write(actor: Actor, concern_id: UUID, raised: Raised, *, delivered: bool = False) -> dict[str, Sealed]:
    case = "" if raised.kind is Kind.INCIDENT else raised.case
    payload = {"form": 1, "words": raised.words, "about": case}
    sealed = seal_to_group(actor.service_id, Group.leads, place(concern_id), payload)
    row = Concern.objects.create(
        id=concern_id,
        service_id=actor.service_id,
        kind=raised.kind,
        raised_by_id=raised.by,
        raised_at=raised.at,
        happened_at=raised.happened_at,
        delivered_at=actor.now() if delivered else None,
        record=sealed,
    )
    _owe_reading(actor, concern_id, raised.happened_at or actor.now())
    first = raised.details.payload(by_head=not delivered and by_head(actor))
    entry = write_entry(raised.by, row, first, raised.at, raised.happened_at)
    settle_up(actor, row, standing_of([(raised.happened_at or raised.at, first)]), raised.happened_at)
    return {place(concern_id).name: sealed, **entry}


def _owe_reading(actor: Actor, concern_id: UUID, when: datetime) -> None:
    owe(
        actor,
        READ_DUTY,
        About.CONCERN,
        concern_id,
        local_day(when),
        owed_by_role=Role.HEAD_OF_SERVICE,
        when=When.SAME_DAY,
    )


def _first(texts: object) -> str:
    return str(texts[0]) if isinstance(texts, Sequence) and not isinstance(texts, str) and texts else ""
