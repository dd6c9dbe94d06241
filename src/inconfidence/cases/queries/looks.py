"""Who has looked at a case: read from the record of acts, with the reason where one was asked."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from uuid import UUID

from inconfidence.audit.acts import Act
from inconfidence.audit.queries import EventView, events_about
from inconfidence.cases.models import Reason
from inconfidence.cases.queries import places
from inconfidence.cases.queries.door import NeedsReason, OpenCase, open_case_for
from inconfidence.cases.queries.head import identity
from inconfidence.cases.queries.values import LookView
from inconfidence.team.actor import LONDON, Actor
from inconfidence.team.queries import names
from inconfidence.web.parts import IdentityBar


def who_looked(actor: Actor, reference: str) -> list[LookView] | NeedsReason | None:
    """Every look at and change of one case, newest first, at most 200. Asking is itself a look."""
    door = open_case_for(actor, reference, look=Act.looks_seen)
    return _looks(actor, door) if isinstance(door, OpenCase) else door


def looks_page(actor: Actor, reference: str) -> tuple[IdentityBar, list[LookView]] | NeedsReason | None:
    """The same, under the head of the case."""
    door = open_case_for(actor, reference, look=Act.looks_seen)
    return (identity(actor, door), _looks(actor, door)) if isinstance(door, OpenCase) else door


def _looks(actor: Actor, door: OpenCase) -> list[LookView]:
    people, reasons = names(actor.service_id), _reasons(door)
    found = (_look(event, people, reasons) for event in events_about(actor.service_id, door.case_id))
    return _folded(found)


def _folded(found: Iterable[LookView]) -> list[LookView]:
    """What one person did several times in one day for one reason is one line, at the latest of those times."""
    lines: dict[tuple[date, str, str, str], LookView] = {}
    for look in found:
        same = (look.at.astimezone(LONDON).date(), look.who, look.wording, look.reason)
        first = lines.get(same)
        lines[same] = replace(first, times=first.times + 1) if first else look
    return list(lines.values())


def _reasons(door: OpenCase) -> dict[str, str]:
    rows = Reason.objects.filter(case_id=door.case_id)
    return {str(row.id): door.key.open(places.reason(row.id), row.record)["words"] for row in rows}


def _look(event: EventView, people: dict[UUID, str], reasons: dict[str, str]) -> LookView:
    who = people.get(event.actor_id, "") if event.actor_id else ""
    return LookView(event.at, who, event.wording, reasons.get(event.words.get("reason", ""), ""))
