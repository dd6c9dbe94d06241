"""Closing a concern: never with nobody told of what is believed, never without what the policy asks for first."""

from dataclasses import dataclass
from uuid import UUID

from django.db import transaction

from inconfidence.audit.acts import Act
from inconfidence.cases.actions.begin import answer_words
from inconfidence.duties.actions import owe, settle
from inconfidence.duties.words import About, When
from inconfidence.policy.explain import Answer
from inconfidence.policy.vocabulary import DutyKind, Outcome, Role
from inconfidence.safeguarding.actions.writing import OWED, told, write_entry
from inconfidence.safeguarding.facts import EntryDetails, ask, by_head, in_force, standing_of
from inconfidence.safeguarding.models import Concern
from inconfidence.safeguarding.queries import READ_DUTY, entries_of, find
from inconfidence.team.actor import Actor


@dataclass(frozen=True, slots=True)
class NotClosed:
    """The concern stays open. The answer says why; there is none while nobody has said whom it is about."""

    answer: Answer | None


def close(
    actor: Actor, concern_id: UUID, details: EntryDetails, *, once: UUID | None = None
) -> bool | NotClosed | None:
    """Close it, with the last that is written down. None when there is no such open concern, or for who is no lead."""
    with transaction.atomic():
        row = find(actor).select_for_update().filter(id=concern_id, closed_at__isnull=True).first()
        if row is None:
            return None
        payload = details.payload(by_head=by_head(actor))
        edition = in_force(actor)
        facts = standing_of([*entries_of(actor, row), (actor.now(), payload)]).facts
        asked = ask(edition, facts, stage="close") if edition and facts else None
        if asked is None or asked.decision.outcome is not Outcome.PERMIT:
            refused = asked.answer() if asked else None
            _stays_open(actor, row, refused, once)
            return NotClosed(refused)
        sealed = write_entry(actor.person_id, row, payload, actor.now())
        _closed(actor, row)
        told(actor, row.id, Act.concern_closed, sealed, once=once)
    return True


def _closed(actor: Actor, row: Concern) -> None:
    row.closed_by_id, row.closed_at = actor.person_id, actor.now()
    row.save(update_fields=["closed_by", "closed_at"])
    for kind in (READ_DUTY, DutyKind.FLAG_UNREPORTED, *OWED):
        settle(actor, kind, row.id)


def _stays_open(actor: Actor, row: Concern, refused: Answer | None, once: UUID | None) -> None:
    """The no is on record; an incident that nobody has been told of is shown to the head of service."""
    if refused and any(duty.kind == DutyKind.FLAG_UNREPORTED for duty in refused.duties):
        owe(
            actor,
            DutyKind.FLAG_UNREPORTED,
            About.CONCERN,
            row.id,
            actor.today(),
            owed_by_role=Role.HEAD_OF_SERVICE,
            when=When.SAME_DAY,
        )
    told(actor, row.id, Act.concern_not_closed, words=answer_words(refused) if refused else None, once=once)
