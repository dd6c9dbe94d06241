"""Writing down when a child or young person was born, and owing what that day brings."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction

from inconfidence.audit.acts import Act
from inconfidence.audit.record import record
from inconfidence.cases.actions.content import NotAccepted, check_year
from inconfidence.cases.actions.rewriting import rewrite
from inconfidence.cases.facts.passing import birth_of, is_theirs
from inconfidence.cases.queries.beginning import said_of
from inconfidence.cases.queries.door import NeedsReason, OpenCase, open_case_for
from inconfidence.duties.actions import owe, settle
from inconfidence.duties.queries import ever_owed
from inconfidence.duties.words import LEADS, RIGHT_PASSES, RIGHT_SOON, About
from inconfidence.policy.clocks.days import months_after
from inconfidence.policy.standing.passing import notice_from, passing
from inconfidence.team.actor import Actor

A_YEAR = 12
IN_THE_PAST = "A date of birth lies in the past: check the year"


@dataclass(frozen=True, slots=True)
class BirthDetails:
    """The birthday, or the year alone."""

    on: date | None = None
    year: int | None = None


def record_birth(
    actor: Actor, reference: str, details: BirthDetails, *, once: UUID | None = None
) -> bool | NeedsReason | None:
    """Write down when the child or young person of a case was born; what the case said before stays in its history."""
    _check(actor, details)
    with transaction.atomic():
        door = open_case_for(actor, reference, look=None, lock=True)
        if not isinstance(door, OpenCase):
            return door
        said = _said(actor, said_of(door), details)
        record(
            service_id=actor.service_id,
            actor_id=actor.person_id,
            act=Act.birth_recorded,
            at=actor.now(),
            about=door.case_id,
            rows=rewrite(door, said),
            once=once,
        )
        owe_the_day(actor, door.case_id, door.reference, said, door.opened_on, mine=door.allocated)
        return True


def _check(actor: Actor, details: BirthDetails) -> None:
    if details.on is None and details.year is None:
        raise NotAccepted("born_on", "Give the birthday, or the year of birth")
    if details.on is not None and details.on > actor.today():
        raise NotAccepted("born_on", IN_THE_PAST)
    check_year("born_on", actor, details.on.year if details.on else None)
    check_year("year_of_birth", actor, details.year)
    if details.on and details.year and details.on.year != details.year:
        raise NotAccepted(
            "year_of_birth", f"The birthday is in {details.on.year}: check the year, or leave it empty"
        )


def _said(actor: Actor, before: dict[str, Any], details: BirthDetails) -> dict[str, Any]:
    """The record with what is known now, and a line of its history that says so."""
    born = {
        "born_on": details.on.isoformat() if details.on else None,
        "year_of_birth": details.on.year if details.on else details.year,
    }
    line = {"at": actor.now().isoformat(), "by": str(actor.person_id), "said": _line(born)}
    history = [*before.get("first_contacts", ()), line]
    return before | {"child": before["child"] | born, "first_contacts": history}


def _line(born: dict[str, Any]) -> dict[str, str]:
    """What the history says: the day, or the year where the day is not known."""
    return {"born_on": born["born_on"]} if born["born_on"] else {"year_of_birth": str(born["year_of_birth"])}


def owe_the_day(
    actor: Actor,
    case_id: UUID,
    reference: str,
    said: dict[str, Any],
    opened_on: date,
    *,
    mine: bool,
    again: bool = True,
) -> None:
    """Owe asking the young person, three months before the day on which their own yes is needed and on that day.

    Within a year of it and no sooner: until then nothing tells, outside the case, how old anybody is. What was owed
    by an earlier reckoning is settled; with `again=False` what was owed once is not owed once more. Inside the
    caller's transaction, whose own event covers it.
    """
    if again:
        settle_the_day(actor, case_id)
    on, today = passing(birth_of(said, opened_on), actor.today()).on, actor.today()
    if is_theirs(said) or on is None or on > months_after(today, A_YEAR):
        return
    days = {RIGHT_PASSES: on} if today >= on else {RIGHT_SOON: notice_from(on), RIGHT_PASSES: on}
    for kind, day in days.items():
        if again or not ever_owed(actor, kind, case_id, day):
            owe(
                actor,
                kind,
                About.CASE,
                case_id,
                max(day, today),
                owed_by=actor.person_id if mine else None,
                owed_by_role="" if mine else LEADS,
                reference=reference,
            )


def settle_the_day(actor: Actor, case_id: UUID, *, answered: bool = True) -> None:
    """The young person was asked; where they have answered, nothing is owed on the day either."""
    settle(actor, RIGHT_SOON, case_id)
    if answered:
        settle(actor, RIGHT_PASSES, case_id)
