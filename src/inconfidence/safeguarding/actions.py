"""Raising a concern, taking it on, and delivering those that waited in the spool."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction

from inconfidence.audit.acts import Act
from inconfidence.audit.record import AlreadyDone, record
from inconfidence.duties.actions import owe, settle
from inconfidence.duties.words import About, When
from inconfidence.policy.vocabulary import Role
from inconfidence.safeguarding.models import Concern
from inconfidence.safeguarding.queries import READ_DUTY, find, place
from inconfidence.team.actor import Actor
from inconfidence.vault import spool
from inconfidence.vault.groups import Group, seal_to_group
from inconfidence.vault.ids import new_id
from inconfidence.vault.sealed import CannotOpen, Sealed


def raise_concern(actor: Actor, words: str, about: str = "", *, once: UUID | None = None) -> UUID:
    """Seal the words to the leads and owe the head of service a reading at once. No question stands before it.

    `about` is a case's reference or empty. AlreadyDone when this very form was sent before.
    """
    concern_id = new_id()
    with transaction.atomic():
        sealed = _write(actor, concern_id, _payload(words, about), actor.person_id, actor.now())
        _told(actor, concern_id, Act.concern_raised, sealed, once)
    return concern_id


def deliver_waiting(actor: Actor) -> int:
    """Deliver what was raised after a time-out or while the database refused; for leads, whose key reads it.

    Returns how many were delivered. One that another lead delivers at this moment is counted there.
    """
    if not actor.is_lead:
        return 0
    waiting = spool.waiting_for_group(actor.service_id, Group.leads)
    return sum(_deliver(actor, spool_id) for spool_id in waiting)


def take_on(actor: Actor, concern_id: UUID, *, once: UUID | None = None) -> bool | None:
    """A lead says that they have read it and act on it: the duty ends. None when there is no such concern."""
    with transaction.atomic():
        row = find(actor).filter(id=concern_id).first()
        if row is None:
            return None
        row.taken_on_by_id, row.taken_on_at = actor.person_id, actor.now()
        row.save(update_fields=["taken_on_by", "taken_on_at"])
        settle(actor, READ_DUTY, concern_id)
        _told(actor, concern_id, Act.duty_done, None, once)
    return True


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
    raised_at = datetime.fromisoformat(str(kept["at"]))
    payload = _payload(_first(fields.get("words")), _first(fields.get("about")))
    with transaction.atomic():
        sealed = _write(actor, spool_id, payload, UUID(str(kept["person"])), raised_at, delivered=True)
        _told(actor, spool_id, Act.concern_delivered, sealed, spool_id)


def _write(
    actor: Actor,
    concern_id: UUID,
    payload: Mapping[str, object],
    raised_by: UUID,
    raised_at: datetime,
    *,
    delivered: bool = False,
) -> Sealed:
    sealed = seal_to_group(actor.service_id, Group.leads, place(concern_id), payload)
    Concern.objects.create(
        id=concern_id,
        service_id=actor.service_id,
        raised_by_id=raised_by,
        raised_at=raised_at,
        delivered_at=actor.now() if delivered else None,
        record=sealed,
    )
    owe(
        actor,
        READ_DUTY,
        About.CONCERN,
        concern_id,
        actor.today(),
        owed_by_role=Role.HEAD_OF_SERVICE,
        when=When.SAME_DAY,
    )
    return sealed


def _told(actor: Actor, concern_id: UUID, act: Act, sealed: Sealed | None, once: UUID | None) -> None:
    record(
        service_id=actor.service_id,
        actor_id=actor.person_id,
        act=act,
        at=actor.now(),
        about=concern_id,
        rows={place(concern_id).name: sealed} if sealed else {},
        once=once,
    )


def _payload(words: str, about: str) -> dict[str, object]:
    return {"form": 1, "words": words, "about": about}


def _first(texts: object) -> str:
    return str(texts[0]) if isinstance(texts, Sequence) and not isinstance(texts, str) and texts else ""
