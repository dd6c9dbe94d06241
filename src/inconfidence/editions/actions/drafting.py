"""A change of the policy is written, sent to those who review it, looked at by them, or dropped."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from inconfidence.audit.acts import Act
from inconfidence.audit.record import record
from inconfidence.editions.actions.adopting import Minute, check
from inconfidence.editions.facts import legal_day
from inconfidence.editions.models import Adoption, Draft, DraftState, Review
from inconfidence.editions.queries import open_draft
from inconfidence.editions.writing import hash_of
from inconfidence.policy.loading import Fault
from inconfidence.policy.vocabulary import Role
from inconfidence.vault.ids import new_id

Writing = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Meanwhile:
    """Somebody else changed the draft since it was shown: nothing was saved."""

    version: int


@transaction.atomic
def begin_draft(service_id: UUID, by: UUID, now: datetime, *, once: UUID | None = None) -> UUID:
    """Begin a change with the text that is in force today. AlreadyDone for a form sent twice."""
    adoption = Adoption.objects.filter(service_id=service_id, in_force_from__lte=legal_day(now)).latest(
        "in_force_from", "adopted_at"
    )
    draft = Draft.objects.create(
        id=new_id(),
        service_id=service_id,
        based_on=adoption,
        text=adoption.text,
        started_by=by,
        started_at=now,
        changed_by=by,
        changed_at=now,
    )
    record(service_id=service_id, actor_id=by, act=Act.policy_drafted, at=now, about=draft.id, once=once)
    return draft.id


@transaction.atomic
def change_draft(
    draft_id: UUID, service_id: UUID, by: UUID, seen: int, write: Writing, now: datetime
) -> int | tuple[Fault, ...] | Meanwhile | None:
    """Write a draft anew from its text: its new version; or, with nothing saved, what is in the way.

    Faults of what it would become; `Meanwhile` when `seen` is no longer its version; None for no open draft. A
    draft that had been sent is being written again: what was said of its old text stays with that text.
    """
    draft = open_draft(service_id, draft_id, lock=True)
    if draft is None:
        return None
    if draft.version != seen:
        return Meanwhile(draft.version)
    text = write(draft.text)
    if isinstance(found := check(text, "the draft"), tuple):
        return found
    draft.text, draft.version, draft.state = text, draft.version + 1, DraftState.WRITING
    draft.changed_by, draft.changed_at, draft.sent_at = by, now, None
    draft.save()
    words = {"sha256": hash_of(text)}
    record(
        service_id=service_id, actor_id=by, act=Act.policy_draft_changed, at=now, about=draft.id, words=words
    )
    return draft.version


@transaction.atomic
def send_draft(draft_id: UUID, service_id: UUID, by: UUID, now: datetime) -> bool:
    """Put a draft before those whom the policy names as its reviewers. False for no draft that is being written."""
    draft = open_draft(service_id, draft_id, lock=True)
    if draft is None or draft.state != DraftState.WRITING:
        return False
    draft.state, draft.sent_at = DraftState.SENT, now
    draft.save(update_fields=["state", "sent_at"])
    words = {"sha256": hash_of(draft.text)}
    record(service_id=service_id, actor_id=by, act=Act.policy_draft_sent, at=now, about=draft.id, words=words)
    return True


@transaction.atomic
def drop_draft(draft_id: UUID, service_id: UUID, by: UUID, now: datetime) -> bool:
    """Give a draft up; it stays on record. False for no open draft."""
    draft = open_draft(service_id, draft_id, lock=True)
    if draft is None:
        return False
    draft.state = DraftState.DROPPED
    draft.save(update_fields=["state"])
    record(service_id=service_id, actor_id=by, act=Act.policy_draft_dropped, at=now, about=draft.id)
    return True


@dataclass(frozen=True, slots=True)
class Said:
    """What a reviewer said of a draft: in which role, whether they agree, on which day, and where it is minuted."""

    role: Role
    agreed: bool
    on: date
    minute: Minute


@transaction.atomic
def review_draft(
    draft_id: UUID, service_id: UUID, by: UUID, said: Said, now: datetime, *, once: UUID | None = None
) -> bool:
    """Record what a reviewer said of the text as it was sent. False for no draft that is under review."""
    draft = open_draft(service_id, draft_id, lock=True)
    if draft is None or draft.state != DraftState.SENT:
        return False
    review = Review.objects.create(
        id=new_id(),
        service_id=service_id,
        draft=draft,
        sha256=hash_of(draft.text),
        role=said.role,
        agreed=said.agreed,
        on=said.on,
        minute_reference=said.minute.reference.strip(),
        minute_on=said.minute.on,
        entered_by=by,
        entered_at=now,
    )
    words = {"role": str(said.role), "agreed": "yes" if said.agreed else "no"}
    record(
        service_id=service_id,
        actor_id=by,
        act=Act.policy_draft_reviewed,
        at=now,
        about=review.id,
        words=words,
        once=once,
    )
    return True
