"""Meetings: one with everything it ever said, and what goes into somebody's calendar."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from inconfidence.audit.acts import Act
from inconfidence.cases.models import Earlier, Item, ItemKind
from inconfidence.cases.queries import places
from inconfidence.cases.queries.beginning import is_their_own, said_of
from inconfidence.cases.queries.door import NeedsReason, OpenCase, open_case_for, saw, staff, the_card
from inconfidence.cases.queries.family_words import gives_away
from inconfidence.cases.queries.head import CaseHead, head_of
from inconfidence.cases.queries.involved import involved
from inconfidence.cases.queries.marks import OURS, MarkDetails, as_read, read_back, told_by_one_of
from inconfidence.cases.queries.needs import may_read
from inconfidence.cases.queries.page import provenance
from inconfidence.letters.calendar import Entry, ics
from inconfidence.team.actor import LONDON, Actor
from inconfidence.web.wording import plain_clock, plain_date

PERSON, CHILD = "person", "child"


@dataclass(frozen=True, slots=True)
class MeetingVersion:
    """What a meeting's record says, or said: `by` and `at` are who wrote this version, and when."""

    version: int
    by: str
    at: datetime
    day: date
    starts: datetime
    ends: datetime
    place: str
    with_words: str
    purpose: str
    bring: str
    prepare: str
    outcome: str
    marks: MarkDetails
    marks_said: tuple[str, ...]

    @property
    def time(self) -> str:
        """From when to when, in words."""
        return f"{plain_clock(self.starts)} to {plain_clock(self.ends)}"


@dataclass(frozen=True, slots=True)
class MeetingPage:
    """A meeting, the newest version first. `typed` is what the form that changes it starts from.

    `to_come`: a letter can still confirm it. `asks_room`: the policy wants families met in a private room.
    """

    head: CaseHead
    item_id: UUID
    versions: tuple[MeetingVersion, ...]
    typed: dict[str, Any]
    to_come: bool
    asks_room: bool

    @property
    def now(self) -> MeetingVersion:
        """What it says now."""
        return self.versions[0]


@dataclass(frozen=True, slots=True)
class MeetingLine:
    """A meeting in a list of choices."""

    item_id: UUID
    title: str
    starts: datetime


def who_may_come(actor: Actor, door: OpenCase) -> tuple[tuple[str, str], ...]:
    """Everybody on an opened case as (value, words): the person, the child, then the others."""
    child = said_of(door)["child"]
    young = [] if child["is_the_person"] or not child["name"] else [(CHILD, child["name"])]
    others = [(str(one.id), one.title) for one in involved(door)]
    return ((PERSON, the_card(actor, door).name), *young, *others)


def told_at(door: OpenCase, said: Mapping[str, Any]) -> str:
    """Who told us what a meeting's record says where nobody says otherwise: whoever was there; before it, ourselves.

    Where several were there, one of whom is not the person we help, it is taken as that one's word.
    """
    if not said["outcome"]:
        return OURS
    givers = list(_givers(door, said["with"]))
    others = [giver for giver in givers if provenance(giver) != "subject"]
    return next(iter((*others, *givers)), "unknown")


def _givers(door: OpenCase, with_whom: Iterable[str]) -> Iterable[str]:
    person = "young_person" if is_their_own(door) else "parent"
    known = {PERSON: person, CHILD: "child"}
    known |= {str(one.id): told_by_one_of(one.body) for one in involved(door)}
    return (known.get(one, "unknown") for one in with_whom)


@dataclass(frozen=True, slots=True)
class MeetingDesk:
    """What the page for a meeting needs: the case's head, who may come, today."""

    head: CaseHead
    people: tuple[tuple[str, str], ...]
    today: date


def meeting_desk(actor: Actor, reference: str) -> MeetingDesk | NeedsReason | None:
    """Open a case for adding a meeting to it."""
    door = open_case_for(actor, reference)
    if not isinstance(door, OpenCase):
        return door
    return MeetingDesk(head_of(actor, door), who_may_come(actor, door), actor.today())


def meeting(actor: Actor, reference: str, item_id: UUID) -> MeetingPage | NeedsReason | None:
    """A meeting of a case with all its versions; None when missing, of another case, or not for this person."""
    found = _found(actor, reference, item_id, Act.meeting_seen)
    if not isinstance(found, tuple):
        return found
    door, row, said = found
    versions = _versions(actor, door, row, said)
    return MeetingPage(
        head_of(actor, door),
        row.id,
        versions,
        typed(door, said, row),
        is_to_come(actor, said),
        door.edition.names("premises-check"),
    )


def calendar(actor: Actor, reference: str, item_id: UUID) -> bytes | NeedsReason | None:
    """The calendar file of a meeting: time, place and reference; a place that gives the family away is left out."""
    found = _found(actor, reference, item_id, Act.calendar_made)
    if not isinstance(found, tuple):
        return found
    door, row, said = found
    place = "" if gives_away(door, the_card(actor, door), said["place"]) else said["place"]
    times = moment(said["start"]), moment(said["end"])
    return ics(Entry(said["uid"], door.reference, *times, place, row.recorded_at, row.version))


def _found(
    actor: Actor, reference: str, item_id: UUID, act: Act
) -> tuple[OpenCase, Item, dict[str, Any]] | NeedsReason | None:
    door = open_case_for(actor, reference, look=None)
    if not isinstance(door, OpenCase):
        return door
    row = meeting_row(door, item_id)
    said = opened(door, row) if row else {}
    if row is None or not may_read(actor, door, said, item_id=row.id):
        return None
    saw(actor, door.case_id, act, item=row.id, reason_id=door.reason_id)
    return door, row, said


def meeting_row(door: OpenCase, item_id: UUID) -> Item | None:
    """A meeting of an opened case."""
    return Item.objects.filter(case_id=door.case_id, id=item_id, kind=ItemKind.MEETING).first()


def opened(door: OpenCase, row: Item) -> dict[str, Any]:
    """What a meeting's row says, opened."""
    said: dict[str, Any] = door.key.open(places.item(row.id, row.version), row.record)
    return said


def meetings(actor: Actor, door: OpenCase) -> tuple[MeetingLine, ...]:
    """The meetings of an opened case that are to come, the next one first."""
    rows = Item.objects.filter(case_id=door.case_id, kind=ItemKind.MEETING)
    found = [(row, opened(door, row)) for row in rows]
    coming = [(row, said) for row, said in found if is_to_come(actor, said)]
    lines = [_line(row, said) for row, said in coming if may_read(actor, door, said, item_id=row.id)]
    return tuple(sorted(lines, key=lambda line: line.starts))


def is_to_come(actor: Actor, said: Mapping[str, Any]) -> bool:
    """Whether there is something to confirm: it is not over, and nobody wrote what came of it."""
    return moment(said["end"]) > actor.now() and not said["outcome"]


def _line(row: Item, said: Mapping[str, Any]) -> MeetingLine:
    starts = moment(said["start"])
    return MeetingLine(row.id, f"{plain_date(starts)}, {plain_clock(starts)}", starts)


def _versions(actor: Actor, door: OpenCase, row: Item, said: dict[str, Any]) -> tuple[MeetingVersion, ...]:
    """Who wrote a version is who replaced the one before it; the first is its author's."""
    people = staff(actor, door)
    by, at = row.recorded_by_id, row.recorded_at
    found = []
    for old in Earlier.objects.filter(item_id=row.id).order_by("version"):
        before = door.key.open(places.earlier(old.id, old.version), old.record)
        found.append(version(before, old.version, people.get(by, ""), at))
        by, at = old.replaced_by_id, old.replaced_at
    found.append(version(said, row.version, people.get(by, ""), at))
    return tuple(reversed(found))


def version(said: Mapping[str, Any], number: int, by: str, at: datetime) -> MeetingVersion:
    """One version of a meeting, opened."""
    starts = moment(said["start"])
    return MeetingVersion(
        version=number,
        by=by,
        at=at,
        day=starts.date(),
        starts=starts,
        ends=moment(said["end"]),
        place=said["place"],
        with_words=said["with_words"],
        purpose=said["purpose"],
        bring=said.get("bring", ""),
        prepare=said["prepare"],
        outcome=said["outcome"],
        marks=read_back(said),
        marks_said=as_read(said),
    )


def current(actor: Actor, door: OpenCase, row: Item) -> MeetingVersion:
    """What a meeting of an opened case says now."""
    return _versions(actor, door, row, opened(door, row))[0]


def moment(written: str) -> datetime:
    """A time on the wall of the service, as a sealed record writes it."""
    return datetime.fromisoformat(written).replace(tzinfo=LONDON)


def typed(door: OpenCase, said: Mapping[str, Any], row: Item) -> dict[str, Any]:
    """A meeting as the forms that change it show it. Who told us is left open while it is whoever was there."""
    marks = asdict(read_back(said))
    if marks["provided_by"] == told_at(door, said):
        marks["provided_by"] = ""
    starts, ends = moment(said["start"]), moment(said["end"])
    return marks | {
        "day": "other",
        "on": starts.date(),
        "start": starts.strftime("%H:%M"),
        "end": ends.strftime("%H:%M"),
        "place": said["place"],
        "with_whom": list(said["with"]),
        "purpose": said["purpose"],
        "bring": said.get("bring", ""),
        "prepare": said["prepare"],
        "outcome": said["outcome"],
        "version": str(row.version),
    }
