"""The bytes of one document."""

from uuid import UUID

from inconfidence.audit.acts import Act
from inconfidence.cases.models import Item, ItemKind
from inconfidence.cases.queries import places
from inconfidence.cases.queries.door import NeedsReason, OpenCase, open_case_for, saw
from inconfidence.cases.queries.page import may_read
from inconfidence.cases.queries.values import DocumentFile
from inconfidence.team.actor import Actor
from inconfidence.vault import files

ENDINGS = {"application/pdf": "pdf", "image/png": "png", "image/jpeg": "jpg"}


def document(actor: Actor, reference: str, item_id: UUID) -> DocumentFile | NeedsReason | None:
    """One document of a case; None when missing, of another case, or not for this person."""
    door = open_case_for(actor, reference, act="download", look=None)
    if not isinstance(door, OpenCase):
        return door
    row = Item.objects.filter(case_id=door.case_id, id=item_id, kind=ItemKind.DOCUMENT).first()
    if row is None:
        return None
    said = door.key.open(places.item(row.id, row.version), row.record)
    if not may_read(actor, door, said, item_id=row.id, act="download"):
        return None
    saw(actor, door.case_id, Act.document_seen, item=row.id, reason_id=door.reason_id)
    kind = said["content_type"]
    return DocumentFile(
        files.get(door.key, places.file(row.id)), kind, f"document-{row.id.hex[:8]}.{ENDINGS[kind]}"
    )
