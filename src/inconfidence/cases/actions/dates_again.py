"""Kept dates when the list of bank holidays has changed: a new note beside the old one, and the owner is told."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction

from inconfidence.audit.acts import Act
from inconfidence.cases.actions.dates import date_note
from inconfidence.cases.actions.notes import write_note
from inconfidence.cases.queries.dates import Due, worked_out_again
from inconfidence.cases.queries.door import OpenCase, open_case_for
from inconfidence.cases.queries.worklist import dates_kept
from inconfidence.duties.actions import owe, settle
from inconfidence.duties.queries import DutyView, due_about, due_for, due_one
from inconfidence.duties.words import DATE_CHANGED, LEGAL_DATE, REMINDER, About
from inconfidence.policy.clocks import HOLIDAYS, Holidays
from inconfidence.team.actor import Actor
from inconfidence.web.wording import plain_date


def keep_up_with_holidays(actor: Actor, holidays: Holidays = HOLIDAYS) -> int:
    """Work out again every date that this person is reminded of; answers how many are others now.

    What a date was worked out from is sealed: nobody without its case's key can do this, so it is done when whoever
    owes it begins their day.
    """
    owed = [duty for duty in due_for(actor) if duty.kind == LEGAL_DATE]
    kept = dates_kept(actor, {duty.about for duty in owed}) if owed else {}
    again = (
        (duty, worked_out_again(actor, kept[duty.about], holidays)) for duty in owed if duty.about in kept
    )
    return sum(_change(actor, duty, kept[duty.about], now) for duty, now in again if now)


def _change(actor: Actor, duty: DutyView, kept: Mapping[str, Any], now: Due) -> bool:
    """The old note stays as it is; what was owed about it is owed about the new one, and its owner is told."""
    with transaction.atomic():
        door = open_case_for(actor, duty.reference, look=None, lock=True)
        if not isinstance(door, OpenCase) or due_one(actor, duty.id) is None:
            return False
        was = date.fromisoformat(kept["due"])
        before = f" Before, it was {plain_date(was)}: the list of bank holidays has changed."
        item = write_note(
            actor,
            door.case_id,
            door.key,
            date_note(now, before),
            act=Act.date_changed,
            kept={**kept, "due": now.on.isoformat(), "target": (now.target or now.on).isoformat()},
        )
        _owe(actor, duty, item, DATE_CHANGED, actor.today())
        _owe(actor, duty, item, LEGAL_DATE, now.on)
        _remind(actor, duty, item, date.fromisoformat(kept["target"]), now)
        settle(actor, LEGAL_DATE, duty.about)
        return True


def _remind(actor: Actor, duty: DutyView, item: UUID, target: date, now: Due) -> None:
    """The reminder goes to our new day, unless somebody has put it on a day of their own."""
    ours = now.target or now.on
    reminders = [each for each in due_about(actor, duty.about) if each.kind == REMINDER]
    for reminder in reminders:
        _owe(actor, duty, item, REMINDER, ours if reminder.due_on == target else reminder.due_on)
    settle(actor, REMINDER, duty.about)


def _owe(actor: Actor, duty: DutyView, item: UUID, kind: str, on: date | None) -> None:
    owe(
        actor,
        kind,
        About.ITEM,
        item,
        on,
        owed_by=duty.owed_by,
        owed_by_role=duty.owed_by_role,
        reference=duty.reference,
    )
