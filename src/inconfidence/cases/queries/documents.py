"""One document: its pages as a worker draws them, and its bytes."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from inconfidence import codes
from inconfidence.audit.acts import Act
from inconfidence.cases.facts import Doing
from inconfidence.cases.models import Item, ItemKind
from inconfidence.cases.queries import places
from inconfidence.cases.queries.documents_naming import look_yourself, named_now, sentence
from inconfidence.cases.queries.documents_obtaining import not_agreed
from inconfidence.cases.queries.door import NeedsReason, OpenCase, open_case_for, saw, staff, the_card
from inconfidence.cases.queries.head import CaseHead, head_of
from inconfidence.cases.queries.letters_kept import letter_print
from inconfidence.cases.queries.marks import as_read, read_back
from inconfidence.cases.queries.needs import may_read
from inconfidence.cases.queries.values import DocumentFile, DocumentPage
from inconfidence.policy.explain import Answer
from inconfidence.quarantine import asking
from inconfidence.quarantine.kinds import BY_TYPE, PICTURED, SAYS, SORTS, Kind, Trouble
from inconfidence.team.actor import Actor
from inconfidence.vault import files
from inconfidence.vault.alarms import raise_alarm

CANNOT_SHOW = "This page cannot be shown here."


@dataclass(frozen=True, slots=True)
class Found:
    """A document of an opened case, for one who may read it."""

    door: OpenCase
    row: Item
    said: dict[str, Any]

    @property
    def kind(self) -> Kind | None:
        """What it is; None while it is held unopened."""
        return None if self.said.get("held") else BY_TYPE.get(self.said["content_type"])


def find(
    actor: Actor, reference: str, item_id: UUID, *, act: Doing = "view", lock: bool = False
) -> Found | NeedsReason | None:
    """One document of a case; None when missing, of another case, or not for this person. Nothing is recorded yet."""
    door = open_case_for(actor, reference, act=act, look=None, lock=lock)
    if not isinstance(door, OpenCase):
        return door
    row = document_row(door, item_id)
    return opened(actor, door, row, act=act) if row else None


def document_row(door: OpenCase, item_id: UUID) -> Item | None:
    """The row of one document of an opened case, whoever may read it."""
    return Item.objects.filter(case_id=door.case_id, id=item_id, kind=ItemKind.DOCUMENT).first()


def opened(actor: Actor, door: OpenCase, row: Item, *, act: Doing = "view") -> Found | None:
    """A document of an opened case; None where it is not for this person."""
    said = door.key.open(places.item(row.id, row.version), row.record)
    return Found(door, row, said) if may_read(actor, door, said, item_id=row.id, act=act) else None


def document(actor: Actor, reference: str, item_id: UUID) -> DocumentFile | NeedsReason | None:
    """The file itself. None too for one that is held: it leaves us as unopened as it came, which is not at all.

    A letter of ours goes through the checks of its print: one to somebody else only once it was shared with them.
    """
    found = find(actor, reference, item_id, act="download")
    if not isinstance(found, Found):
        return found
    if found.kind is None:
        return None
    sort = SORTS[found.kind]
    name = f"document-{found.row.id.hex[:8]}.{sort.ending}"
    if "letter" in found.said:
        data = letter_print(actor, reference, item_id, large=found.said["letter"]["large"])
        return DocumentFile(data, sort.content_type, name) if isinstance(data, bytes) else None
    saw(actor, found.door.case_id, Act.document_seen, item=found.row.id, reason_id=found.door.reason_id)
    return DocumentFile(bytes_of(found), sort.content_type, name)


def bytes_of(found: Found) -> bytes:
    """The file of a document, opened."""
    return files.get(found.door.key, places.file(found.row.id))


def document_page(
    actor: Actor, reference: str, item_id: UUID, number: int
) -> tuple[CaseHead, DocumentPage] | NeedsReason | None:
    """A document with its page `number` (from 1): what is said about it, and the page's words."""
    found = find(actor, reference, item_id)
    if not isinstance(found, Found):
        return found
    saw(actor, found.door.case_id, Act.document_seen, item=found.row.id, reason_id=found.door.reason_id)
    shown = _about(actor, found, number)
    if found.kind is not None:
        answer = _asked(found, number, picture=False)
        if isinstance(answer, Trouble):
            shown = replace(shown, trouble=CANNOT_SHOW)
        else:
            shown = replace(shown, pages=answer.pages, text=answer.text)
    return head_of(actor, found.door), shown


def document_about(
    actor: Actor, reference: str, item_id: UUID
) -> tuple[CaseHead, DocumentPage] | NeedsReason | None:
    """The same without opening the file: what is said about it."""
    found = find(actor, reference, item_id)
    if not isinstance(found, Found):
        return found
    saw(actor, found.door.case_id, Act.document_seen, item=found.row.id, reason_id=found.door.reason_id)
    return head_of(actor, found.door), _about(actor, found, 1)


def document_picture(actor: Actor, reference: str, item_id: UUID, number: int) -> bytes | NeedsReason | None:
    """Page `number` of a document as PNG, drawn afresh; None where it cannot be drawn."""
    found = find(actor, reference, item_id)
    if not isinstance(found, Found):
        return found
    if found.kind not in PICTURED:
        return None
    saw(actor, found.door.case_id, Act.document_seen, item=found.row.id, reason_id=found.door.reason_id)
    answer = _asked(found, number, picture=True)
    return None if isinstance(answer, Trouble) else answer.picture or None


def _asked(found: Found, number: int, *, picture: bool) -> asking.Page | Trouble:
    answer = asking.page(bytes_of(found), number, picture=picture)
    if answer is Trouble.ESCAPING:
        raise_alarm("file_escaping")
    return answer


def _about(actor: Actor, found: Found, number: int) -> DocumentPage:
    said, row, card = found.said, found.row, the_card(actor, found.door)
    held = said.get("held", "")
    return DocumentPage(
        id=row.id,
        title=said["title"],
        type_label=codes.label("document_type", said["document_type"]),
        sort_label=SORTS[found.kind].label if found.kind else "",
        happened_on=row.happened_on,
        recorded_at=row.recorded_at,
        by=staff(actor, found.door).get(row.recorded_by_id, ""),
        marks=as_read(said),
        secret=sentence(named_now(card, said)),
        held=SAYS[Trouble(held)] if held else "",
        trouble="",
        pages=said.get("pages", 1),
        number=number,
        text="",
        pictured=found.kind in PICTURED,
        came_with=UUID(said["of"]) if said.get("of") else None,
        ours="letter" in said,
        unread="" if held else look_yourself(card, said),
        typed=typed(said, row.happened_on, row.version),
        not_agreed=_not_agreed(actor, found),
    )


def _not_agreed(actor: Actor, found: Found) -> Answer | None:
    """The policy's answer to having it, while it is not yes; a letter of ours is nobody else's record."""
    provided_by = read_back(found.said).provided_by if "letter" not in found.said else ""
    return not_agreed(actor, found.door, provided_by)


def typed(said: dict[str, Any], day: date, version: int) -> dict[str, Any]:
    """What is said about a document, as the form that changes it shows it."""
    marks = read_back(said)
    return {
        "title": said["title"],
        "document_type": said["document_type"],
        "provided_by": marks.provided_by,
        "sensitivity": marks.sensitivity,
        "standing": marks.standing,
        "in_confidence": marks.in_confidence,
        "happened_on": day,
        "version": str(version),
    }
