"""What every act on a concern does: write an entry, work out what is owed, tell the record."""

from collections.abc import Mapping
from contextlib import suppress
from datetime import date, datetime
from typing import Any
from uuid import UUID

from inconfidence.audit.acts import Act
from inconfidence.audit.record import record
from inconfidence.cases.queries.closings import local_day
from inconfidence.duties.actions import owe, settle
from inconfidence.duties.words import About, When
from inconfidence.policy.duties import DUTIES
from inconfidence.policy.standing.raising import ConcernStanding
from inconfidence.policy.vocabulary import DutyKind, DutyWhen, Outcome, StepKind
from inconfidence.safeguarding.facts import Asked, ask, in_force
from inconfidence.safeguarding.models import Concern, Entry
from inconfidence.safeguarding.queries.places import entry_place, own_place
from inconfidence.team.actor import Actor
from inconfidence.vault.groups import Group, seal_to_group, seal_to_person
from inconfidence.vault.ids import new_id
from inconfidence.vault.sealed import CannotSeal, Sealed

# What an answer obliges us to do later, and what is settled by writing it down.
OWED = (
    DutyKind.TELL_HEARERS,
    DutyKind.CHECK_MEANT,
    DutyKind.SPEAK_TO_PERSON,
    DutyKind.CONSULT_LEAD,
    DutyKind.RECORD_BELIEF,
    DutyKind.START_VIOLENCE_PROCEDURE,
    DutyKind.RECORD_MENDING,
)


def write_entry(
    by: UUID, row: Concern, payload: Mapping[str, Any], at: datetime, happened_at: datetime | None = None
) -> dict[str, Sealed]:
    """One entry, sealed to the leads and to whoever raised it; `happened_at` where it is entered later.

    Where that person's key is not signed yet it is sealed to the leads alone: nothing waits for a signature.
    """
    entry_id = new_id()
    sealed = {
        entry_place(entry_id): seal_to_group(row.service_id, Group.leads, entry_place(entry_id), payload)
    }
    own = own_place(entry_id)
    with suppress(CannotSeal):
        sealed[own] = seal_to_person(row.raised_by_id, own, payload)
    Entry.objects.create(
        id=entry_id,
        concern=row,
        recorded_at=at,
        happened_at=happened_at,
        recorded_by_id=by,
        record=sealed[entry_place(entry_id)],
        own_record=sealed.get(own),
    )
    return {place.name: found for place, found in sealed.items()}


def settle_up(
    actor: Actor, row: Concern, standing: ConcernStanding, happened_at: datetime | None = None
) -> Asked | None:
    """Owe what is still to be done, settle what is done, and keep the two days; the answer as it stands now.

    What is entered later counts from the day it happened: what was to be done that same day was due then.
    Where nobody has said whom it is about, or no policy is in force, it is owed today to tell whoever must hear.
    """
    edition = in_force(actor)
    asked = ask(edition, standing.facts) if edition and standing.facts else None
    since = standing.believed_since
    row.believed_on = local_day(since) if since else None
    day = local_day(happened_at or actor.now())
    row.passed_on = (row.passed_on or day) if asked and _all_have_heard(asked) else None
    row.save(update_fields=["believed_on", "passed_on"])
    owed = _owed(asked) if asked else {DutyKind.TELL_HEARERS}
    for kind in OWED:
        if kind in owed:
            _owe(actor, row, kind, day)
        elif asked is None or asked.decision.outcome is Outcome.PERMIT:
            settle(actor, kind, row.id)
    return asked


def _owed(asked: Asked) -> set[DutyKind | None]:
    """The duties of a yes; of a step that comes first, that somebody has still to be told."""
    kinds = {duty.duty for duty in asked.decision.duties}
    return kinds | ({DutyKind.TELL_HEARERS} if StepKind.TELL_HEARERS in asked.decision.steps else set())


def _all_have_heard(asked: Asked) -> bool:
    believed = asked.facts.belief == "believed" and bool(asked.facts.to)
    return believed and DutyKind.TELL_HEARERS not in _owed(asked)


def _owe(actor: Actor, row: Concern, kind: DutyKind, day: date) -> None:
    same_day = DUTIES[kind].when is DutyWhen.SAME_DAY
    owe(
        actor,
        kind,
        About.CONCERN,
        row.id,
        day if same_day else None,
        owed_by=row.taken_on_by_id or row.raised_by_id,
        when=When.SAME_DAY if same_day else When.BEFORE_CLOSING,
    )


def told(
    actor: Actor,
    concern_id: UUID,
    act: Act,
    sealed: Mapping[str, Sealed] | None = None,
    *,
    words: Mapping[str, str] | None = None,
    once: UUID | None = None,
) -> None:
    """The event of an act; `words` of an answer are kept with a no."""
    record(
        service_id=actor.service_id,
        actor_id=actor.person_id,
        act=act,
        at=actor.now(),
        about=concern_id,
        rows=dict(sealed or {}),
        words=words or {},
        once=once,
    )
