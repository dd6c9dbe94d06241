"""Asking somebody for records they hold: only where the policy lets us, and marked with where they come from."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from django.db import transaction

from inconfidence import codes
from inconfidence.audit.acts import Act
from inconfidence.cases.actions import NotAccepted, NoteDetails, not_begun_yet, write_note
from inconfidence.cases.actions.content import check_code, check_line, check_text
from inconfidence.cases.queries import NeedsReason, OpenCase, open_case_for
from inconfidence.consent.queries.asking import RecordsDetails, holder_of, weigh_asking
from inconfidence.duties.actions import owe
from inconfidence.duties.words import REMINDER, About
from inconfidence.policy.explain import Answer
from inconfidence.policy.vocabulary import Outcome
from inconfidence.team.actor import Actor

CHASE_AFTER = timedelta(days=21)


@dataclass(frozen=True, slots=True)
class RecordsAsked:
    """That we asked is on the timeline as this note."""

    item: UUID


@dataclass(frozen=True, slots=True)
class NotAsked:
    """What the policy answers; nothing was asked for yet."""

    answer: Answer


def ask_for_records(
    actor: Actor, reference: str, details: RecordsDetails, *, sure: bool, once: UUID | None = None
) -> RecordsAsked | NotAsked | NeedsReason | None:
    """Ask whether we may, and (`sure`) where we may, write down that we asked, with a reminder to chase it.

    The note says where the records come from and on which permission they are asked for. It keeps what was asked, so
    that a letter to them asks again.
    """
    _check(actor, details)
    with transaction.atomic():
        door = open_case_for(actor, reference, look=None, lock=True)
        if not isinstance(door, OpenCase):
            return door
        found = weigh_asking(actor, door, details)
        if found.outcome != Outcome.PERMIT:
            not_begun_yet(actor, found, door.case_id)
        if found.outcome != Outcome.PERMIT or not sure:
            return NotAsked(found)
        return RecordsAsked(_write(actor, door, details, found, once))


def _check(actor: Actor, details: RecordsDetails) -> None:
    check_code("source", "records_of", details.source)
    check_code("purpose", "consent_purpose", details.purpose)
    check_code("method", "contact_method", details.method)
    check_text("need", details.need)
    check_line("which", details.which, needed=True)
    if details.chase_on and details.chase_on < actor.today():
        raise NotAccepted("chase_on", "This day has passed: choose today or a later day")


def _write(actor: Actor, door: OpenCase, details: RecordsDetails, answer: Answer, once: UUID | None) -> UUID:
    note = NoteDetails(
        text=_text(door, details, answer),
        method=details.method,
        direction="out",
        with_whom="professional",
        provided_by="staff",
        next_step=f"Have the records come? {details.which.strip()}"[:300],
    )
    item = write_note(
        actor, door.case_id, door.key, note, once=once, act=Act.records_asked, asked=details.kept()
    )
    chase_on = details.chase_on or actor.today() + CHASE_AFTER
    owe(
        actor,
        REMINDER,
        About.ITEM,
        item,
        chase_on,
        owed_by=actor.person_id,
        reference=door.reference,
    )
    return item


def _text(door: OpenCase, details: RecordsDetails, answer: Answer) -> str:
    who = holder_of(door, details)
    lines = (
        f"We asked for records: {details.which.strip()}",
        f"From: {codes.label('records_of', details.source)}{f' ({who.title})' if who else ''}",
        f"Why they are needed: {details.need.strip()}",
        f"On which permission: {answer.heading}",
    )
    return "\n".join(lines)
