"""Keeping a date on a case: a note that says how it was worked out, and a reminder."""

from uuid import UUID

from django.db import transaction

from inconfidence.cases.actions.content import NotAccepted
from inconfidence.cases.actions.notes import NoteDetails, check_note, write_note
from inconfidence.cases.queries.dates import Came, Due, NotWorkedOut, as_kept, as_shown, dates_due
from inconfidence.cases.queries.door import NeedsReason, OpenCase, open_case_for
from inconfidence.duties.actions import owe
from inconfidence.duties.words import LEGAL_DATE, REMINDER, About
from inconfidence.policy.clocks import GUIDANCE
from inconfidence.team.actor import Actor


def keep_dates(
    actor: Actor,
    reference: str,
    came: Came,
    names: tuple[str, ...],
    *,
    shown: str,
    once: UUID | None = None,
) -> int | NeedsReason | None:
    """Keep these dates on a case, worked out afresh: a note and a duty for each; answers how many.

    `shown` is what the page showed. NotAccepted when other dates come out now, when none is chosen, or when one has
    passed.
    """
    chosen = _chosen(actor, came, names, shown)
    notes = [(due, date_note(due)) for due in chosen]
    for _, details in notes:
        check_note(actor, details)
    with transaction.atomic():
        door = open_case_for(actor, reference, look=None, lock=True)
        if not isinstance(door, OpenCase):
            return door
        for at, (due, details) in enumerate(notes):
            item = write_note(
                actor,
                door.case_id,
                door.key,
                details,
                once=once if at == 0 else None,
                kept=as_kept(came, due),
            )
            _owe(actor, door, item, due)
        return len(notes)


def _chosen(actor: Actor, came: Came, names: tuple[str, ...], shown: str) -> list[Due]:
    found = dates_due(actor, came)
    if isinstance(found, NotWorkedOut):
        raise NotAccepted(found.field, found.says)
    if as_shown(found) != shown:
        raise NotAccepted("shown", "The dates below are new: look at them, then keep them")
    chosen = [due for due in found if due.name in names]
    if not chosen:
        raise NotAccepted("keep", "Choose at least one date to keep")
    if passed := next((due for due in chosen if due.passed), None):
        raise NotAccepted("keep", f"{passed.line} has passed: there is nothing left to be reminded of")
    return chosen


def date_note(due: Due, before: str = "") -> NoteDetails:
    """The note of a date: the day, what it was before if it has changed, and how it was worked out."""
    return NoteDetails(
        f"{due.line}.{before}\n\n{' '.join(due.working)}\n\n{GUIDANCE}",
        method="no_contact",
        direction="",
        with_whom="",
        provided_by="staff",
        next_step=due.line,
    )


def _owe(actor: Actor, door: OpenCase, item: UUID, due: Due) -> None:
    """The legal date itself; and our own earlier one, while it lies ahead."""
    days = {LEGAL_DATE: due.on} | (
        {REMINDER: due.target} if due.target and due.target >= actor.today() else {}
    )
    for kind, day in days.items():
        owe(actor, kind, About.ITEM, item, day, owed_by=actor.person_id, reference=door.reference)
