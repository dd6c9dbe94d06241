"""What was asked for on a case: what the notes of it keep beside their words."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from inconfidence.audit.acts import Act
from inconfidence.audit.queries import events_about
from inconfidence.cases.models import Item, ItemKind
from inconfidence.cases.queries import places
from inconfidence.cases.queries.door import OpenCase
from inconfidence.team.actor import Actor


def records_asked(actor: Actor, door: OpenCase) -> Iterator[dict[str, Any]]:
    """What we asked others for on an opened case, the newest first."""
    events = events_about(actor.service_id, door.case_id, [Act.records_asked])
    notes = Item.objects.filter(case_id=door.case_id, kind=ItemKind.NOTE).in_bulk(
        [UUID(event.words["item"]) for event in events]
    )
    for event in events:
        row = notes[UUID(event.words["item"])]
        asked = door.key.open(places.item(row.id, row.version), row.record).get("asked")
        if asked:
            yield asked
