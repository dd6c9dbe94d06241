"""What came of a meeting, with whose word it is; or that it does not take place."""

from uuid import UUID

from django.db import transaction

from inconfidence.cases.actions.content import NotAccepted, check_text
from inconfidence.cases.actions.marks import MarkDetails
from inconfidence.cases.actions.meetings import (
    MEETING,
    PREPARE,
    WHOEVER_WAS_THERE,
    MeetingTheirs,
    in_words,
    marked,
    readable,
    replace_meeting,
)
from inconfidence.cases.actions.out_of_date import out_of_date
from inconfidence.cases.actions.recording import NotRecorded, ask_to_record
from inconfidence.cases.actions.registers import not_private
from inconfidence.cases.facts.recording import note_facts
from inconfidence.cases.queries.door import NeedsReason, OpenCase, open_case_for
from inconfidence.cases.queries.meetings import current, meeting_row, opened
from inconfidence.duties.actions import settle
from inconfidence.team.actor import Actor

CALLED_OFF = "Called off: the case was closed."


def record_outcome(
    actor: Actor,
    reference: str,
    item_id: UUID,
    words: str,
    *,
    marks: MarkDetails = WHOEVER_WAS_THERE,
    relevant: bool = True,
    shared_space: bool = False,
    version: int | None = None,
    once: UUID | None = None,
) -> UUID | MeetingTheirs | NotRecorded | NeedsReason | None:
    """Write down what came of a meeting; it is then no longer due. Words that stood there before are kept.

    `relevant`: all of it bears on the matter. NotRecorded where the policy has the rest left out first.
    `shared_space`: others could see or hear it. With `version`, only if nobody has changed the meeting since.
    """
    if not words.strip():
        raise NotAccepted("outcome", "Write what came of the meeting")
    check_text("outcome", words)
    with transaction.atomic():
        door = open_case_for(actor, reference, look=None, lock=True)
        if not isinstance(door, OpenCase):
            return door
        row = readable(actor, door, item_id)
        if row is None:
            return None
        if version not in (None, row.version):
            out_of_date(actor, door.case_id, once, item=row.id)
            return MeetingTheirs(current(actor, door, row))
        now = marked(door, opened(door, row) | {"outcome": words.strip()}, marks)
        facts = note_facts(provided_by=now["provided_by"], relevant=relevant, urged=False)
        if no := ask_to_record(actor, door.edition, facts, door.case_id):
            return no
        replace_meeting(actor, door, row, now | {"text": in_words(now)}, row.happened_on, once)
        if shared_space:
            not_private(actor, door.edition, min(row.happened_on, actor.today()))
        for kind in (MEETING, PREPARE):
            settle(actor, kind, row.id)
        return row.id


def call_off(actor: Actor, door: OpenCase, item_id: UUID) -> None:
    """A meeting to come does not take place: the case ends before it. Inside the caller's transaction."""
    row = meeting_row(door, item_id)
    if row is None:
        return
    now = opened(door, row) | {"outcome": CALLED_OFF}
    replace_meeting(actor, door, row, now | {"text": in_words(now)}, row.happened_on, None)
    for kind in (MEETING, PREPARE):
        settle(actor, kind, row.id)
