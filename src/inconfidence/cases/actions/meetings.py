"""Meetings: added once in-depth work may begin, and changed with what they said before kept."""

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction

from inconfidence.audit.acts import Act
from inconfidence.cases.actions.begin import NotBegun, not_begun_yet
from inconfidence.cases.actions.content import NotAccepted, check_line
from inconfidence.cases.actions.marks import MarkDetails, check_marks
from inconfidence.cases.actions.notes import tell
from inconfidence.cases.actions.out_of_date import out_of_date
from inconfidence.cases.models import Earlier, Item, ItemKind
from inconfidence.cases.queries import places
from inconfidence.cases.queries.beginning import may_begin
from inconfidence.cases.queries.door import NeedsReason, OpenCase, open_case_for, the_card
from inconfidence.cases.queries.family_words import gives_away
from inconfidence.cases.queries.marks import written_down
from inconfidence.cases.queries.meetings import (
    MeetingVersion,
    current,
    meeting_row,
    opened,
    told_at,
    who_may_come,
)
from inconfidence.cases.queries.needs import may_read
from inconfidence.duties.actions import owe, settle
from inconfidence.duties.words import About
from inconfidence.policy.clocks.days import DAY, working_before
from inconfidence.policy.vocabulary import Outcome
from inconfidence.team.actor import LONDON, Actor
from inconfidence.vault.ids import new_id
from inconfidence.web.wording import plain_clock, plain_date

MEETING, PREPARE = "meeting", "meeting_prep"
WHOEVER_WAS_THERE = MarkDetails(provided_by="")
USUAL_LENGTH = timedelta(hours=1)
LATEST_IN_YEARS = 2


@dataclass(frozen=True, slots=True)
class MeetingDetails:
    """One meeting. Times are those on the wall; without `end` it lasts an hour. `with_whom`: person, child, or the
    id of somebody on the case. `bring` is for the family and stands in their letter; `prepare` is ours.
    Its marks name nobody while who told us is whoever was there.
    """

    day: date
    start: time
    end: time | None = None
    place: str = ""
    with_whom: tuple[str, ...] = ("person",)
    purpose: str = ""
    bring: str = ""
    prepare: str = ""
    marks: MarkDetails = WHOEVER_WAS_THERE


@dataclass(frozen=True, slots=True)
class MeetingSaved:
    """The meeting as it stands; `past` when its day is over already."""

    item_id: UUID
    past: bool


@dataclass(frozen=True, slots=True)
class MeetingTheirs:
    """Somebody else changed the meeting meanwhile: what it says now. Nothing of ours was written."""

    now: MeetingVersion


def add_meeting(
    actor: Actor, reference: str, details: MeetingDetails, *, once: UUID | None = None
) -> MeetingSaved | NotBegun | NeedsReason | None:
    """Put a meeting on a case, and what is owed for it on its worker's day.

    Meetings are in-depth work: asks `may_begin_casework`, and answers NotBegun unless that permits.
    NotAccepted when something does not fit.
    """
    check_meeting(actor, details)
    with transaction.atomic():
        door = open_case_for(actor, reference, look=None, lock=True)
        if not isinstance(door, OpenCase):
            return door
        answer = may_begin(actor, door)
        if answer.outcome != Outcome.PERMIT:
            return not_begun_yet(actor, answer, door.case_id)
        return _write(actor, door, details, once)


def check_meeting(actor: Actor, details: MeetingDetails) -> None:
    """Refuse a meeting that does not fit: NotAccepted names the field and says what to do."""
    starts, ends = _times(details)
    if ends <= starts:
        raise NotAccepted("end", "The meeting ends before it starts: choose a later end, or an earlier start")
    if not details.place.strip():
        raise NotAccepted("place", "Say where it is")
    for field in ("place", "purpose", "bring", "prepare"):
        check_line(field, getattr(details, field))
    if abs(details.day.year - actor.today().year) > LATEST_IN_YEARS:
        raise NotAccepted("on", "Check the year of the meeting")


def _times(details: MeetingDetails) -> tuple[datetime, datetime]:
    """Start and end on the wall of the service, without a zone."""
    starts = datetime.combine(details.day, details.start)
    ends = starts + USUAL_LENGTH
    return starts, datetime.combine(details.day, details.end) if details.end else ends


def _write(actor: Actor, door: OpenCase, details: MeetingDetails, once: UUID | None) -> MeetingSaved:
    item_id = new_id()
    said = _as_record(actor, door, details, {"uid": str(new_id()), "outcome": ""})
    sealed = door.key.seal(places.item(item_id, 1), said)
    Item.objects.create(
        id=item_id,
        case_id=door.case_id,
        kind=ItemKind.MEETING,
        record=sealed,
        happened_on=details.day,
        recorded_at=actor.now(),
        recorded_by_id=actor.person_id,
    )
    tell(actor, door.case_id, Act.meeting_added, item_id, {places.item(item_id, 1).name: sealed}, once)
    _owe(actor, door, item_id, details)
    return MeetingSaved(item_id, _is_over(actor, details))


def _as_record(actor: Actor, door: OpenCase, details: MeetingDetails, kept: dict[str, Any]) -> dict[str, Any]:
    """A meeting as its sealed record keeps it: the keys of a note, so that every reader of the timeline knows them.

    `kept` is what a change leaves: its calendar's id, and what came of it.
    """
    if says := gives_away(door, the_card(actor, door), details.place):
        raise NotAccepted("place", says)
    people = dict(who_may_come(actor, door))
    if not set(details.with_whom) <= set(people):
        raise NotAccepted("with_whom", "Choose from the people on the case")
    starts, ends = _times(details)
    with_words = "; ".join(people[one] for one in details.with_whom)
    said = kept | {
        "start": starts.isoformat(),
        "end": ends.isoformat(),
        "place": details.place.strip(),
        "with": list(details.with_whom),
        "with_words": with_words,
        "purpose": details.purpose.strip(),
        "bring": details.bring.strip(),
        "prepare": details.prepare.strip(),
    }
    words = {"form": 1, "method": MEETING, "direction": "", "with_whom": "", "text": in_words(said)}
    return marked(door, said, details.marks) | words


def marked(door: OpenCase, said: dict[str, Any], marks: MarkDetails) -> dict[str, Any]:
    """The record with these marks; where they name nobody, whoever was there told us."""
    named = replace(marks, provided_by=marks.provided_by or told_at(door, said))
    check_marks(named)
    return said | written_down(named)


def in_words(said: dict[str, Any]) -> str:
    """What the timeline shows of a meeting."""
    starts, ends = datetime.fromisoformat(said["start"]), datetime.fromisoformat(said["end"])
    when = f"{plain_date(starts)}, {plain_clock(starts)} to {plain_clock(ends)}, {said['place']}"
    lines = (
        when,
        f"With: {said['with_words']}" if said["with_words"] else "",
        f"About: {said['purpose']}" if said["purpose"] else "",
        f"They might bring: {said['bring']}" if said.get("bring") else "",
        f"We prepare: {said['prepare']}" if said["prepare"] else "",
        f"What came of it: {said['outcome']}" if said.get("outcome") else "",
    )
    return "\n".join(line for line in lines if line)


def _owe(actor: Actor, door: OpenCase, item_id: UUID, details: MeetingDetails) -> None:
    """The meeting itself on its day; what to prepare on the last working day before."""
    if _is_over(actor, details):
        return
    before = max(actor.today(), working_before(details.day - DAY))
    due = [(MEETING, details.day), *([(PREPARE, before)] if details.prepare.strip() else [])]
    for kind, day in due:
        owe(actor, kind, About.ITEM, item_id, day, owed_by=actor.person_id, reference=door.reference)


def _is_over(actor: Actor, details: MeetingDetails) -> bool:
    return _times(details)[1].replace(tzinfo=LONDON) <= actor.now()


def change_meeting(
    actor: Actor,
    reference: str,
    item_id: UUID,
    details: MeetingDetails,
    *,
    version: int,
    once: UUID | None = None,
) -> MeetingSaved | MeetingTheirs | NeedsReason | None:
    """Move or change a meeting, if nobody has since `version`; what it said is kept. What is owed moves with it."""
    check_meeting(actor, details)
    with transaction.atomic():
        door = open_case_for(actor, reference, look=None, lock=True)
        if not isinstance(door, OpenCase):
            return door
        row = readable(actor, door, item_id)
        if row is None:
            return None
        if row.version != version:
            out_of_date(actor, door.case_id, once, item=row.id)
            return MeetingTheirs(current(actor, door, row))
        said = opened(door, row)
        now = _as_record(actor, door, details, {"uid": said["uid"], "outcome": said["outcome"]})
        replace_meeting(actor, door, row, now, details.day, once)
        for kind in (MEETING, PREPARE):
            settle(actor, kind, row.id)
        if not said["outcome"]:
            _owe(actor, door, row.id, details)
        return MeetingSaved(row.id, _is_over(actor, details))


def readable(actor: Actor, door: OpenCase, item_id: UUID) -> Item | None:
    """A meeting of an opened case that this person may read."""
    row = meeting_row(door, item_id)
    return row if row and may_read(actor, door, opened(door, row), item_id=row.id) else None


def replace_meeting(
    actor: Actor, door: OpenCase, row: Item, now: dict[str, Any], day: date, once: UUID | None
) -> None:
    """The version that stood moves aside; the new one takes its place."""
    old_id, number = new_id(), row.version + 1
    before = door.key.seal(places.earlier(old_id, row.version), opened(door, row))
    Earlier.objects.create(
        id=old_id,
        item_id=row.id,
        version=row.version,
        record=before,
        replaced_at=actor.now(),
        replaced_by_id=actor.person_id,
    )
    sealed = door.key.seal(places.item(row.id, number), now)
    Item.objects.filter(id=row.id).update(record=sealed, version=number, happened_on=day)
    rows = {places.item(row.id, number).name: sealed, places.earlier(old_id, row.version).name: before}
    tell(actor, door.case_id, Act.meeting_changed, row.id, rows, once)
