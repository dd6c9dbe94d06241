"""Messages left for those who hold a case: opened by whom each is for, or by a lead, and by nobody else."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from inconfidence.audit.acts import Act
from inconfidence.cases.models import Message
from inconfidence.cases.queries import places
from inconfidence.cases.queries.door import saw
from inconfidence.people.words import SAID, How
from inconfidence.team.actor import LONDON, Actor
from inconfidence.team.queries import names
from inconfidence.vault import groups
from inconfidence.web.wording import plain_clock, plain_date


@dataclass(frozen=True, slots=True)
class MessageView:
    """One message: its words, who took it and when, and how whoever left it was known."""

    words: str
    taken: str

    @property
    def whole(self) -> str:
        """All of it, as a note keeps it."""
        return f"{self.words}\n\n{self.taken}"


def messages(actor: Actor, said: Collection[UUID]) -> Mapping[UUID, MessageView]:
    """Those of these messages that are for this person. One event names them all."""
    found = dict(_readable(actor, said)) if said else {}
    if found:
        saw(actor, None, Act.messages_listed, listed=tuple(found))
    return found


def message(actor: Actor, row: Message) -> MessageView:
    """A message of a case that has been opened."""
    return _view(row, opened(actor, row), names(actor.service_id))


def _readable(actor: Actor, said: Collection[UUID]) -> Iterator[tuple[UUID, MessageView]]:
    people = names(actor.service_id)
    for row in for_them(actor).filter(said__in=said):
        yield row.said, _view(row, opened(actor, row), people)


def for_them(actor: Actor) -> QuerySet[Message]:
    """The messages that wait for this person; for a lead, those of everybody."""
    rows = Message.objects.filter(case__service_id=actor.service_id, filed=False)
    return rows if actor.is_lead else rows.filter(Q(person_id=actor.person_id))


def opened(actor: Actor, row: Message) -> dict[str, Any]:
    """What a message says: by their own key if it is for them, else by the leads'."""
    if row.person_id == actor.person_id:
        return groups.open_from_person(actor.keyring, places.own_message(row.id, row.version), row.own_record)
    place = places.message(row.id, row.version)
    return groups.open_from_group(actor.keyring, actor.service_id, groups.Group.leads, place, row.record)


def _view(row: Message, said: Mapping[str, Any], people: Mapping[UUID, str]) -> MessageView:
    known = SAID[How(said["how"])] if said["how"] else "Nobody made sure who it was"
    return MessageView(
        said["words"], f"Message taken by {people.get(row.taken_by_id, '')}, {_when(row.taken_at)}. {known}."
    )


def _when(moment: datetime) -> str:
    here = moment.astimezone(LONDON)
    return f"{plain_date(here.date())}, {plain_clock(here)}"
