"""One note with everything it ever said; and what the page for writing one needs to know."""

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from inconfidence import codes
from inconfidence.audit.acts import Act
from inconfidence.cases.models import Earlier, Item, ItemKind
from inconfidence.cases.queries import places
from inconfidence.cases.queries.beginning import is_their_own
from inconfidence.cases.queries.door import NeedsReason, OpenCase, open_case_for, saw, staff
from inconfidence.cases.queries.due_words import in_its_words
from inconfidence.cases.queries.happened import at_time
from inconfidence.cases.queries.head import CaseHead, head_of
from inconfidence.cases.queries.lists import siblings
from inconfidence.cases.queries.marks import in_words, read_back, told_by
from inconfidence.cases.queries.needs import may_read
from inconfidence.cases.queries.timeline import note_heading
from inconfidence.cases.queries.values import CaseRow
from inconfidence.duties.queries import DutyView, due_for
from inconfidence.team.actor import Actor
from inconfidence.web.wording import plain_date

MOST_OFFERED = 5


@dataclass(frozen=True, slots=True)
class NoteVersion:
    """What a note says, or said: `by` and `at` are who wrote this version, and when."""

    version: int
    by: str
    at: datetime
    happened_on: date
    happened_at: time | None
    heading: str
    text: str
    minutes: int | None
    next_step: str
    marks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NoteHistory:
    """A note, the newest version first. `typed` is what the form that changes it starts from."""

    head: CaseHead
    item_id: UUID
    versions: tuple[NoteVersion, ...]
    matters: tuple[tuple[str, str], ...]
    typed: dict[str, Any]


@dataclass(frozen=True, slots=True)
class NoteDesk:
    """What the page for a new note needs: the case's head, its matters, the same person's other cases, the usual.

    `due` is what was due when Log was pressed, in words; empty when nothing was. `open_too` is what else this person
    owes on the case and may tick off: the duty's id and its words, the soonest first.
    """

    head: CaseHead
    matters: tuple[tuple[str, str], ...]
    siblings: tuple[CaseRow, ...]
    usual_method: str
    usual_minutes: int | None
    usual_with: str
    due: str
    open_too: tuple[tuple[str, str], ...]


def note_history(actor: Actor, reference: str, item_id: UUID) -> NoteHistory | NeedsReason | None:
    """A note of a case with all its versions; None when missing, of another case, or not for this person."""
    door = open_case_for(actor, reference, look=None)
    if not isinstance(door, OpenCase):
        return door
    row = note_row(door, item_id)
    said = door.key.open(places.item(row.id, row.version), row.record) if row else {}
    if row is None or not may_read(actor, door, said, item_id=row.id):
        return None
    saw(actor, door.case_id, Act.note_seen, item=row.id, reason_id=door.reason_id)
    versions = _versions(actor, door, row, said)
    return NoteHistory(head_of(actor, door), row.id, versions, matters(door), typed(door, row, said))


def note_row(door: OpenCase, item_id: UUID) -> Item | None:
    """A note of an opened case."""
    return Item.objects.filter(case_id=door.case_id, id=item_id, kind=ItemKind.NOTE).first()


def _versions(actor: Actor, door: OpenCase, row: Item, said: dict[str, Any]) -> tuple[NoteVersion, ...]:
    """Who wrote a version is who replaced the one before it; the first is its author's."""
    people = staff(actor, door)
    by, at = row.recorded_by_id, row.recorded_at
    found = []
    for old in Earlier.objects.filter(item_id=row.id).order_by("version"):
        opened = door.key.open(places.earlier(old.id, old.version), old.record)
        found.append(version(opened, old.version, people.get(by, ""), at))
        by, at = old.replaced_by_id, old.replaced_at
    found.append(
        version(said | {"happened_on": row.happened_on.isoformat()}, row.version, people.get(by, ""), at)
    )
    return tuple(reversed(found))


def version(said: dict[str, Any], number: int, by: str, at: datetime) -> NoteVersion:
    """One version of a note, opened."""
    return NoteVersion(
        version=number,
        by=by,
        at=at,
        happened_on=date.fromisoformat(said["happened_on"]),
        happened_at=at_time(said),
        heading=note_heading(said),
        text=said["text"],
        minutes=said.get("minutes"),
        next_step=said.get("next_step", ""),
        marks=in_words(read_back(said)),
    )


def current(actor: Actor, door: OpenCase, row: Item) -> NoteVersion:
    """What a note of an opened case says now."""
    said = door.key.open(places.item(row.id, row.version), row.record)
    return _versions(actor, door, row, said)[0]


def typed(door: OpenCase, row: Item, said: dict[str, Any]) -> dict[str, Any]:
    """A note as the form that changes it shows it. `follows`: who told us is whoever it was with."""
    marks = read_back(said)
    usual = told_by(said["method"], said.get("with_whom", ""), own=is_their_own(door))
    return {
        "text": said["text"],
        "method": said["method"],
        "direction": said.get("direction", ""),
        "with_whom": said.get("with_whom", ""),
        "minutes": said.get("minutes"),
        "happened_on": row.happened_on,
        "happened_at": at_time(said),
        "next_step": said.get("next_step", ""),
        "bears_on": said.get("bears_on", ""),
        "urged": said.get("urged", False),
        "provided_by": marks.provided_by,
        "follows": marks.provided_by == usual,
        "sensitivity": marks.sensitivity,
        "standing": marks.standing,
        "in_confidence": marks.in_confidence,
        "unwritten": marks.unwritten,
        "version": str(row.version),
    }


def note_desk(actor: Actor, reference: str, duty_id: UUID | None = None) -> NoteDesk | NeedsReason | None:
    """Open a case for writing a note on it; `duty_id` is what was due when somebody pressed Log."""
    door = open_case_for(actor, reference)
    if not isinstance(door, OpenCase):
        return door
    method, minutes = _usual(actor, door)
    owed = [duty for duty in due_for(actor) if duty.reference == door.reference and duty.by_hand]
    logged = [duty for duty in owed if duty.id == duty_id]
    return NoteDesk(
        head=head_of(actor, door),
        matters=matters(door),
        siblings=siblings(actor, door),
        usual_method=method,
        usual_minutes=minutes,
        usual_with="young_person" if is_their_own(door) else "parent_carer",
        due=in_its_words(actor, door, logged[0]) if logged else "",
        open_too=tuple(
            (str(duty.id), _with_day(actor, door, duty))
            for duty in [duty for duty in owed if duty not in logged][:MOST_OFFERED]
        ),
    )


def _with_day(actor: Actor, door: OpenCase, duty: DutyView) -> str:
    day = f", due {plain_date(duty.due_on)}" if duty.due_on else ""
    return f"{in_its_words(actor, door, duty)}{day}"


def matters(door: OpenCase) -> tuple[tuple[str, str], ...]:
    """The matters of an opened case as (code, words), the main one first."""
    said = door.key.open(places.case_record(door.case_id, door.version), door.record)
    return tuple((issue, codes.label("issue", issue)) for issue in said["issues"])


def _usual(actor: Actor, door: OpenCase) -> tuple[str, int | None]:
    """How this person's last note on the case came about, and how long that took."""
    rows = Item.objects.filter(case_id=door.case_id, kind=ItemKind.NOTE, recorded_by_id=actor.person_id)
    row = rows.order_by("-recorded_at").first()
    said = door.key.open(places.item(row.id, row.version), row.record) if row else {}
    if said.get("method", "no_contact") == "no_contact":
        return "phone", None
    return said["method"], said.get("minutes")
