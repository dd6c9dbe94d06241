"""Reading the record: who did what about this."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from inconfidence.audit.acts import WORDING, Act
from inconfidence.audit.models import Event


@dataclass(frozen=True, slots=True)
class EventView:
    """One event as a list shows it."""

    at: datetime
    actor_id: UUID | None
    act: Act
    words: Mapping[str, str]
    wording: str


def events_about(
    service_id: UUID, about: UUID, acts: Iterable[Act] | None = None, limit: int = 200
) -> list[EventView]:
    """The newest events about one case, card or other thing of this service, newest first."""
    rows = Event.objects.filter(service_id=service_id, about=about)
    if acts is not None:
        rows = rows.filter(act__in=list(acts))
    newest = rows.order_by("-at", "-number").values_list("at", "actor_id", "act", "payload")[:limit]
    return [_view(at, actor, Act(act), bytes(payload)) for at, actor, act, payload in newest]


def was_written(once: UUID) -> bool:
    """Whether the form with this one-time token has been written."""
    return Event.objects.filter(once=once).exists()


def _view(at: datetime, actor_id: UUID | None, act: Act, payload: bytes) -> EventView:
    return EventView(at, actor_id, act, json.loads(payload)["words"], WORDING[act])
