"""What becomes of an enquiry when a case is opened from it: its note, with its marks and what is next."""

from datetime import date
from typing import Any
from uuid import UUID

from inconfidence.cases.actions.case_details import CaseDetails
from inconfidence.cases.actions.giving import left_the_tray
from inconfidence.cases.actions.notes import NoteDetails, write_note
from inconfidence.cases.models import Case, Enquiry, EnquiryState, Item
from inconfidence.cases.queries.enquiries import opened
from inconfidence.cases.queries.happened import at_time
from inconfidence.cases.queries.marks import read_back
from inconfidence.duties.actions import owe
from inconfidence.duties.queries import due_about
from inconfidence.duties.words import LEADS, REMINDER, About
from inconfidence.team.actor import Actor
from inconfidence.vault.subjects import SubjectKey

UNSAID = ("", "unknown", "not_asked", "prefer_not")


def carry_over(actor: Actor, row: Case, key: SubjectKey, enquiry: Enquiry, details: CaseDetails) -> None:
    """The enquiry's note becomes the case's first note, marks, next step and all; the enquiry leaves the tray."""
    said = opened(actor, enquiry)
    caller = said["caller"]
    marks = read_back(said.get("marks", {"provided_by": ""}))
    step = said.get("next_step", "")
    if said["note"] or step:
        note = NoteDetails(
            text=said["note"] or step,
            method=said["method"],
            with_whom=_with_whom(caller["relationship"] if caller else "", details),
            minutes=said["minutes"],
            happened_on=enquiry.happened_on,
            happened_at=at_time(said),
            next_step=step,
            provided_by=marks.provided_by,
            sensitivity=marks.sensitivity,
            standing=marks.standing,
            in_confidence=marks.in_confidence,
            unwritten=marks.unwritten,
        )
        item_id = write_note(actor, row.id, key, note)
        # It stays what was written down then, by whoever took the call.
        Item.objects.filter(id=item_id).update(
            recorded_at=enquiry.recorded_at, recorded_by_id=enquiry.taken_by_id
        )
        _pass_on(actor, row, enquiry.id, item_id, take=details.take_myself)
    for earlier in said.get("joined", ()):
        write_note(actor, row.id, key, _joined(earlier, details))
    left_the_tray(actor, enquiry.id)
    Enquiry.objects.filter(id=enquiry.id).update(state=EnquiryState.CASE)


def _pass_on(actor: Actor, row: Case, enquiry_id: UUID, item_id: UUID, *, take: bool) -> None:
    """The reminder of the enquiry becomes one of the case's first note, for whoever works with them."""
    for duty in due_about(actor, enquiry_id):
        if duty.kind == REMINDER:
            owe(
                actor,
                REMINDER,
                About.ITEM,
                item_id,
                duty.due_on,
                owed_by=actor.person_id if take else None,
                owed_by_role="" if take else LEADS,
                reference=row.reference,
            )


def _joined(earlier: dict[str, Any], details: CaseDetails) -> NoteDetails:
    """An earlier call without a name, joined as the caller asked, as a note of its own day."""
    return NoteDetails(
        text=earlier["note"] or "They rang without giving a name.",
        method=earlier["method"],
        with_whom=_with_whom("", details),
        minutes=earlier["minutes"],
        happened_on=date.fromisoformat(earlier["on"]),
        happened_at=at_time(earlier),
    )


def _with_whom(caller: str, details: CaseDetails) -> str:
    """With whom the enquiry was: whoever the case is for, unless it was somebody else who rang."""
    if caller in (*UNSAID, details.relationship):
        return "young_person" if details.child.is_the_person else "parent_carer"
    return {"professional": "professional", "self": "young_person"}.get(caller, "other_family")
