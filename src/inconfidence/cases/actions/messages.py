"""A message for whoever works with a family: sealed to them by who answered, put on the case by who reads it."""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction

from inconfidence.audit.acts import Act
from inconfidence.audit.record import record
from inconfidence.cases.actions.content import NotAccepted, check_text
from inconfidence.cases.actions.notes import NoteDetails, told_on, write_note
from inconfidence.cases.actions.recording import NotRecorded, ask_to_record
from inconfidence.cases.actions.ringing import holding
from inconfidence.cases.models import Case, Message
from inconfidence.cases.queries import places
from inconfidence.cases.queries.closings import local_day
from inconfidence.cases.queries.door import NeedsReason, OpenCase, open_case_for
from inconfidence.cases.queries.messages import for_them, message
from inconfidence.cases.queries.ringing import cases_of, ringing
from inconfidence.duties.actions import owe, settle
from inconfidence.duties.words import LEADS, MESSAGE, About
from inconfidence.team.actor import Actor
from inconfidence.vault import groups
from inconfidence.vault.ids import new_id
from inconfidence.vault.sealed import Sealed

NOTHING_LEFT = {"form": 1, "words": "", "how": ""}


@dataclass(frozen=True, slots=True)
class Copy:
    """For whom a message is, on which case; nobody by name where the leads have it."""

    case: Case
    person: UUID | None


def leave_message(actor: Actor, card_id: UUID, words: str, *, once: UUID | None = None) -> bool | None:
    """Leave a message for those who work with the person of a card. None for a card that is not this person's.

    It says how whoever left it was known, if they were. NotAccepted for no words, or too many.
    """
    if not words.strip():
        raise NotAccepted("words", "Write the message")
    check_text("words", words)
    with transaction.atomic():
        found = ringing(actor, card_id)
        if found is None:
            return None
        payload = {"form": 1, "words": words.strip(), "how": found.known.how.value if found.known else ""}
        said, rows = new_id(), dict[str, Sealed]()
        for copy in _copies(cases_of(actor, card_id)):
            rows |= _seal(actor, said, copy, payload)
            _owe(actor, said, copy)
        _tell(actor, Act.message_left, card_id, rows, once)
        return True


def _copies(cases: list[Case]) -> Iterator[Copy]:
    """Everybody who works with them gets it once, on the newest case; the leads where nobody does."""
    reached: set[UUID | None] = set()
    for row in cases:
        for person in holding(row):
            if person not in reached and (person or not reached):
                reached.add(person)
                yield Copy(row, person)


def _seal(actor: Actor, said: UUID, copy: Copy, payload: dict[str, object]) -> dict[str, Sealed]:
    row = Message(id=new_id(), case=copy.case, said=said, person_id=copy.person, taken_at=actor.now())
    row.taken_by_id = actor.person_id
    rows = _sealed(actor, row, payload)
    row.save(force_insert=True)
    return rows


def _sealed(actor: Actor, row: Message, payload: dict[str, object]) -> dict[str, Sealed]:
    """Seal this into a row at its version; answers the rows for the caller's event."""
    leads, own = places.message(row.id, row.version), places.own_message(row.id, row.version)
    row.record = groups.seal_to_group(actor.service_id, groups.Group.leads, leads, payload)
    rows = {leads.name: row.record}
    if row.person_id:
        row.own_record = rows[own.name] = groups.seal_to_person(row.person_id, own, payload)
    return rows


def _owe(actor: Actor, said: UUID, copy: Copy) -> None:
    owe(
        actor,
        MESSAGE,
        About.MESSAGE,
        said,
        actor.today(),
        owed_by=copy.person,
        owed_by_role="" if copy.person else LEADS,
        reference=copy.case.reference,
        when="same_day",
    )


def file_message(
    actor: Actor, reference: str, said: UUID, *, once: UUID | None = None
) -> bool | NotRecorded | NeedsReason | None:
    """Put a message on its case as a note; after that it is there and nowhere else, and nobody owes it any more.

    False when it was filed already, or is on no case of this reference. NotRecorded when the policy says no.
    """
    with transaction.atomic():
        door = open_case_for(actor, reference, look=None, lock=True)
        if not isinstance(door, OpenCase):
            return door
        row = for_them(actor).filter(said=said, case_id=door.case_id).first()
        if row is None:
            return False
        words = message(actor, row).whole
        details = told_on(door, NoteDetails(words, method="phone", happened_on=local_day(row.taken_at)))
        if no := ask_to_record(actor, door.edition, details.facts(), door.case_id):
            return no
        write_note(actor, door.case_id, door.key, details, once=once)
        _emptied(actor, said)
        settle(actor, MESSAGE, said)
        return True


def _emptied(actor: Actor, said: UUID) -> None:
    """The words lie on the case now, under its own key: no copy of them outlives it."""
    rows: dict[str, Sealed] = {}
    for row in Message.objects.select_for_update().filter(said=said):
        row.version, row.filed = row.version + 1, True
        rows |= _sealed(actor, row, NOTHING_LEFT)
        row.save(update_fields=["version", "filed", "record", "own_record"])
    _tell(actor, Act.message_filed, said, rows, None)


def _tell(actor: Actor, act: Act, about: UUID, rows: dict[str, Sealed], once: UUID | None) -> None:
    record(
        service_id=actor.service_id,
        actor_id=actor.person_id,
        act=act,
        at=actor.now(),
        about=about,
        rows=rows,
        once=once,
    )
