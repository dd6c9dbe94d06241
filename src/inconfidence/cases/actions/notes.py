"""Writing a note: text first, where it came from beside it, on one case or on several of the same person."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, time
from typing import Any
from uuid import UUID

from django.db import transaction

from inconfidence import codes
from inconfidence.audit.acts import Act
from inconfidence.audit.record import record
from inconfidence.cases.actions.content import (
    NotAccepted,
    check_code,
    check_coming,
    check_line,
    check_past,
    check_since,
    check_text,
    check_time,
)
from inconfidence.cases.actions.marks import MarkDetails, check_marks
from inconfidence.cases.actions.recording import NotRecorded, ask_to_record
from inconfidence.cases.facts.recording import note_facts
from inconfidence.cases.models import Item, ItemKind
from inconfidence.cases.queries import places
from inconfidence.cases.queries.beginning import is_their_own
from inconfidence.cases.queries.door import NeedsReason, OpenCase, open_case_for
from inconfidence.cases.queries.happened import clock
from inconfidence.cases.queries.marks import OURS, told_by, written_down
from inconfidence.duties.actions import discharge, owe
from inconfidence.duties.queries import due_one
from inconfidence.duties.words import REMINDER, About
from inconfidence.policy.edition import Edition
from inconfidence.policy.facts import MayRecord
from inconfidence.policy.questions.may_record import may_record
from inconfidence.policy.vocabulary import Outcome
from inconfidence.team.actor import Actor
from inconfidence.vault.ids import new_id
from inconfidence.vault.sealed import Sealed
from inconfidence.vault.subjects import SubjectKey

NONE_OF_THESE = "none"


@dataclass(frozen=True, slots=True)
class NoteDetails:
    """One note: what happened, how, with whom, what is next, and its marks.

    `provided_by` is whoever told us, empty for whoever it was with. `bears_on` is one of the case's matters, empty for
    the main one, or `none`; `bearing_open`: nobody has said which. `urged`: it says that we urged somebody to tell
    others, which is no yes of theirs. `remind_on` is the day the next step comes up. `settles` are duties that are
    done with this note. `also_on` are references of the same person's other cases.
    `left_out`: what the work does not need was left out, as the policy reminds whoever writes.
    """

    text: str
    method: str = "phone"
    direction: str = "in"
    with_whom: str = "parent_carer"
    minutes: int | None = None
    happened_on: date | None = None
    happened_at: time | None = None
    provided_by: str = ""
    in_confidence: bool = False
    source: str = "typed"
    sensitivity: str = "ordinary"
    standing: str = "not_said"
    unwritten: bool = False
    bears_on: str = ""
    urged: bool = False
    next_step: str = ""
    remind_on: date | None = None
    settles: tuple[UUID, ...] = ()
    also_on: tuple[str, ...] = ()
    left_out: bool = False
    bearing_open: bool = False

    @property
    def told_by(self) -> str:
        """Who told us this: who was named, or whoever it was with."""
        return self.provided_by or told_by(self.method, self.with_whom)

    def facts(self) -> MayRecord:
        """The note as `may_record` takes it."""
        relevant = self.bears_on != NONE_OF_THESE
        return note_facts(provided_by=self.told_by, relevant=relevant, urged=self.urged)

    def marks(self) -> MarkDetails:
        """The marks of the note."""
        return MarkDetails(
            provided_by=self.told_by,
            sensitivity=self.sensitivity,
            standing=self.standing,
            in_confidence=self.in_confidence,
            unwritten=self.unwritten,
        )


def add_note(
    actor: Actor, reference: str, details: NoteDetails, *, once: UUID | None = None
) -> UUID | NotRecorded | NeedsReason | None:
    """Put a note on a case, and on the same person's other cases that are named; answers the first one's id.

    One transaction: all of it is written or nothing. Each note is sealed with its own case's key and has its own event.
    NotRecorded when the policy says no. NotAccepted when something does not fit.
    """
    check_note(actor, details)
    with transaction.atomic():
        door = open_case_for(actor, reference, look=None, lock=True)
        if not isinstance(door, OpenCase):
            return door
        check_since("happened_on", door.opened_on, details.happened_on)
        others = _others(actor, door, details.also_on)
        here = told_on(door, details)
        check_bearing(door.edition, here)
        if no := ask_to_record(actor, door.edition, here.facts(), door.case_id, left_out=here.left_out):
            return no
        item_id = write_note(actor, door.case_id, door.key, here, once=once)
        _remind(actor, door, item_id, here)
        for other in others:
            write_note(actor, other.case_id, other.key, _beside(told_on(other, details)))
        for duty in details.settles:
            _settle(actor, door, duty)
        return item_id


def told_on(door: OpenCase, details: NoteDetails) -> NoteDetails:
    """The note with who told us filled in where nobody said: on a young person's own case a parent is somebody else."""
    found = told_by(details.method, details.with_whom, own=is_their_own(door))
    return replace(details, provided_by=details.provided_by or found)


def _settle(actor: Actor, door: OpenCase, duty_id: UUID) -> None:
    """Tick off what this person owes on this very case; anything else stays as it is."""
    duty = due_one(actor, duty_id)
    if duty and duty.reference == door.reference:
        discharge(actor, duty_id)


def check_bearing(edition: Edition, details: NoteDetails) -> None:
    """Refuse an observation of our own of which nobody said what it bears on, where the policy makes that matter."""
    if not (details.bearing_open and details.told_by == OURS):
        return
    aimless = note_facts(provided_by=OURS, relevant=False, urged=details.urged)
    if may_record(edition, aimless).outcome != Outcome.PERMIT:
        raise NotAccepted("bears_on", "Choose what our own observation bears on")


def check_note(actor: Actor, details: NoteDetails) -> None:
    """Refuse a note that does not fit: NotAccepted names the field and says what to do."""
    if not details.text.strip():
        raise NotAccepted("text", "Write what happened")
    check_text("text", details.text)
    check_line("next_step", details.next_step)
    check_code("method", "contact_method", details.method)
    check_code("direction", "direction", details.direction, empty=True)
    check_code("with_whom", "contact_with", details.with_whom, empty=True)
    check_marks(details.marks())
    check_past("happened_on", actor, details.happened_on)
    check_time("happened_at", actor, details.happened_on, details.happened_at)
    if details.minutes is not None and not 0 <= details.minutes <= 1440:
        raise NotAccepted("minutes", "Give the minutes as a number up to 1,440")
    if details.bears_on not in ("", NONE_OF_THESE) and not codes.known("issue", details.bears_on):
        raise NotAccepted("bears_on", "Choose one of the answers in the list")
    check_coming("remind_on", actor, details.remind_on)


def _others(actor: Actor, door: OpenCase, references: Iterable[str]) -> list[OpenCase]:
    """The same person's other cases. One that cannot be opened is answered as one that is not there."""
    found = []
    for reference in sorted(set(references) - {door.reference}):
        other = open_case_for(actor, reference, look=None, lock=True)
        if not isinstance(other, OpenCase) or other.card_id != door.card_id or other.state != "open":
            raise NotAccepted("also_on", "Choose from the cases shown")
        found.append(other)
    return found


def _beside(details: NoteDetails) -> NoteDetails:
    """The same note on another case: what is next is owed once, and it bears on that case's own main matter."""
    bears_on = details.bears_on if details.bears_on == NONE_OF_THESE else ""
    return replace(details, next_step="", remind_on=None, bears_on=bears_on)


def _remind(actor: Actor, door: OpenCase, item_id: UUID, details: NoteDetails) -> None:
    if details.remind_on:
        owe(
            actor,
            REMINDER,
            About.ITEM,
            item_id,
            details.remind_on,
            owed_by=actor.person_id,
            reference=door.reference,
        )


def write_note(
    actor: Actor,
    case_id: UUID,
    key: SubjectKey,
    details: NoteDetails,
    *,
    once: UUID | None = None,
    act: Act = Act.note_added,
    mail: Mapping[str, object] | None = None,
    asked: Mapping[str, object] | None = None,
    kept: Mapping[str, object] | None = None,
    item_id: UUID | None = None,
) -> UUID:
    """Seal and write a checked note inside the caller's transaction.

    `mail` is what else an e-mail's record keeps, `asked` what the record of our asking for records does, and `kept`
    what that of a date does.
    """
    item_id = item_id or new_id()
    filed = as_filed({"mail": mail, "asked": asked, "kept": kept})
    sealed = key.seal(places.item(item_id, 1), as_record(details) | filed)
    Item.objects.create(
        id=item_id,
        case_id=case_id,
        kind=ItemKind.NOTE,
        record=sealed,
        happened_on=details.happened_on or actor.today(),
        recorded_at=actor.now(),
        recorded_by_id=actor.person_id,
        source=details.source,
    )
    tell(actor, case_id, act, item_id, {places.item(item_id, 1).name: sealed}, once)
    return item_id


def as_filed(said: Mapping[str, Any]) -> dict[str, object]:
    """What the record of an e-mail, of our asking for records, or of a date keeps beside the words, whatever becomes of
    these.
    """
    beside: dict[str, object] = {key: dict(said[key]) for key in ("mail", "asked", "kept") if said.get(key)}
    secret = said.get("mail") and said["mail"].get("secrets")
    return beside | ({"protected_address": True} if secret else {})


def tell(
    actor: Actor, case_id: UUID, act: Act, item_id: UUID, rows: dict[str, Sealed], once: UUID | None
) -> None:
    """The event of a note that was written or changed."""
    record(
        service_id=actor.service_id,
        actor_id=actor.person_id,
        act=act,
        at=actor.now(),
        about=case_id,
        words={"item": str(item_id)},
        rows=rows,
        once=once,
    )


def as_record(details: NoteDetails) -> dict[str, object]:
    """A note as its sealed record keeps it."""
    return written_down(details.marks()) | {
        "form": 2,
        "text": details.text,
        "method": details.method,
        "direction": details.direction,
        "with_whom": details.with_whom,
        "minutes": details.minutes,
        "at": clock(details.happened_at),
        "bears_on": details.bears_on,
        "urged": details.urged,
        "next_step": details.next_step.strip(),
    }
