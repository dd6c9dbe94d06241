"""A change of the policy is written, looked at against the last version, sent to those who review it, or dropped."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from inconfidence.audit.acts import Act
from inconfidence.audit.record import record
from inconfidence.editions.actions.adopting import check
from inconfidence.editions.facts import legal_day
from inconfidence.editions.models import Draft, DraftState
from inconfidence.editions.queries import edition_of, last_adopted, open_draft
from inconfidence.editions.writing import hash_of
from inconfidence.policy.edition import Edition
from inconfidence.policy.loading import Fault
from inconfidence.vault.ids import new_id

Writing = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Meanwhile:
    """Somebody else changed the draft since it was shown: nothing was saved."""

    version: int


@transaction.atomic
def begin_draft(service_id: UUID, by: UUID, now: datetime, *, once: UUID | None = None) -> UUID:
    """Begin a change with the text of the last version, which is in force or will be. AlreadyDone for a second form."""
    adoption = last_adopted(service_id)
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
    found = check(text, "the draft", legal_day(now))
    if isinstance(found, tuple) or (found := _of_another(draft, found)):
        return found
    draft.text, draft.version, draft.state = text, draft.version + 1, DraftState.WRITING
    draft.changed_by, draft.changed_at, draft.sent_at = by, now, None
    draft.save()
    words = {"sha256": hash_of(text)}
    record(
        service_id=service_id, actor_id=by, act=Act.policy_draft_changed, at=now, about=draft.id, words=words
    )
    return draft.version


def _of_another(draft: Draft, found: Edition) -> tuple[Fault, ...]:
    """A file of another service is no change of this one's policy, however well it is made."""
    ours = edition_of(draft.based_on.sha256, draft.based_on_id).slug
    if found.slug == ours:
        return ()
    expected = f"{ours}: it is the policy of another service"
    return (Fault("the draft", "", "slug", found.slug, expected),)


@transaction.atomic
def compare_draft(draft_id: UUID, service_id: UUID, by: UUID, now: datetime) -> bool:
    """Somebody looked at a draft against the last version: it goes on from there, and to its reviewers again.

    Its text stays as it is. False for no open draft, or one that began with that version.
    """
    draft, last = open_draft(service_id, draft_id, lock=True), last_adopted(service_id)
    if draft is None or draft.based_on_id == last.id:
        return False
    draft.based_on, draft.state, draft.sent_at = last, DraftState.WRITING, None
    draft.save(update_fields=["based_on", "state", "sent_at"])
    words = {"against": last.sha256}
    record(
        service_id=service_id, actor_id=by, act=Act.policy_draft_compared, at=now, about=draft.id, words=words
    )
    return True


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
