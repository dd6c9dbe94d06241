"""What is due about a note or a meeting, in its own words: its next step, which meeting, or how the note begins."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from inconfidence.cases.models import Item
from inconfidence.cases.queries import places
from inconfidence.cases.queries.door import OpenCase
from inconfidence.cases.queries.marks import never_chosen, read_back
from inconfidence.cases.queries.needs import CLOSED, may_read
from inconfidence.duties.queries import DutyView
from inconfidence.duties.words import DATE_CHANGED, NOT_AGREED, About
from inconfidence.team.actor import Actor
from inconfidence.web.wording import plain_clock, plain_date

LONGEST = 70


def due_words(kind: str, said: Mapping[str, Any]) -> str:
    """What is due in the words of its item's opened record; empty where only the kind of duty may be said.

    An item that is closed until somebody says why lends no word. A note without a next step lends its beginning, unless
    it is marked as something to be careful with.
    """
    marks = read_back(said)
    if marks.sensitivity == CLOSED or (kind == NOT_AGREED and never_chosen(marks)):
        return ""
    if kind == NOT_AGREED:
        return f"Say who gave us “{said['title']}”, or ask whether we may have it"
    if said.get("start"):
        starts = datetime.fromisoformat(said["start"])
        which = f"meeting on {plain_date(starts)}, {plain_clock(starts)}, {said['place']}"
        to_do = said.get("prepare") if kind == "meeting_prep" else ""
        return f"Prepare the {which}: {to_do}" if to_do else which[:1].upper() + which[1:]
    if kind == DATE_CHANGED:
        return f"This date has changed. {said['next_step']}"
    if said.get("next_step"):
        return str(said["next_step"])
    return "" if never_chosen(marks) else beginning(str(said.get("text", "")))


def beginning(text: str) -> str:
    """The first words of a note, cut between two of them."""
    line = " ".join(text.split())
    if len(line) <= LONGEST:
        return line
    return line[:LONGEST].rsplit(" ", 1)[0].rstrip(",;:.") + " …"


def in_its_words(actor: Actor, door: OpenCase, duty: DutyView) -> str:
    """What one duty about an opened case asks for, with the words of its note or meeting where it came from one."""
    row = (
        Item.objects.filter(case_id=door.case_id, id=duty.about).first()
        if duty.about_kind == About.ITEM
        else None
    )
    if row is None:
        return duty.wording
    said = door.key.open(places.item(row.id, row.version), row.record)
    words = due_words(duty.kind, said) if may_read(actor, door, said, item_id=row.id) else ""
    return words or duty.wording
