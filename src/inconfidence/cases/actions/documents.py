"""Keeping a document: looked at by a worker, sealed, and only then written."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.db import transaction

from inconfidence import codes
from inconfidence.audit.acts import Act
from inconfidence.audit.record import record
from inconfidence.cases.actions import documents_guess as guess
from inconfidence.cases.actions.content import NotAccepted, check_code, check_line, check_past
from inconfidence.cases.actions.documents_obtaining import ask_whether_agreed
from inconfidence.cases.actions.marks import MarkDetails, check_marks
from inconfidence.cases.models import Case, Item, ItemKind
from inconfidence.cases.queries import places
from inconfidence.cases.queries.documents_naming import keeps_secret, names_secret, to_keep_secret
from inconfidence.cases.queries.door import NeedsReason, OpenCase, open_case_for
from inconfidence.cases.queries.marks import written_down
from inconfidence.people.queries import opened_with_case
from inconfidence.quarantine import asking
from inconfidence.quarantine.asking import Seen
from inconfidence.quarantine.kinds import (
    BY_TYPE,
    LETTERS,
    MEGABYTES,
    NAMED_LETTERS,
    NAMED_OLD,
    PICTURED,
    SAYS,
    SORTS,
    Kind,
    Trouble,
)
from inconfidence.team.actor import Actor
from inconfidence.vault import files
from inconfidence.vault.alarms import raise_alarm
from inconfidence.vault.ids import new_id
from inconfidence.vault.subjects import SubjectKey

SAYS_FORM = f"Choose a PDF, PNG or JPEG file of up to {MEGABYTES} MB"
HELD_FOR = frozenset({Trouble.CANNOT_LOOK})
UNTOLD = frozenset({Trouble.BROKEN, Trouble.NOTHING_WE_KEEP})
NO_FORM = frozenset({Trouble.NOTHING_WE_KEEP, Trouble.EMPTY, Trouble.TOO_LARGE})


@dataclass(frozen=True, slots=True)
class UploadDetails:
    """A file, what it is, and its marks. What is left empty is guessed from `name`, the file's own, and its words.

    `guess_provider`: nobody said from whom it is, so an e-mail's sender tells. `made_here`: this program made the file
    itself, so it is not opened before it is kept.
    """

    data: bytes = field(repr=False)
    title: str = ""
    document_type: str = ""
    provided_by: str = "parent"
    in_confidence: bool = False
    happened_on: date | None = None
    sensitivity: str = "ordinary"
    standing: str = "not_said"
    name: str = field(default="", repr=False)
    made_here: bool = False
    guess_provider: bool = False

    def marks(self, *, protected: bool = False) -> MarkDetails:
        """The marks of the document."""
        return MarkDetails(
            provided_by=self.provided_by,
            sensitivity=self.sensitivity,
            standing=self.standing,
            in_confidence=self.in_confidence,
            protected_address=protected,
        )


def add_document(
    actor: Actor, reference: str, details: UploadDetails, *, once: UUID | None = None
) -> UUID | NeedsReason | None:
    """Put a document on a case; answers its id. NotAccepted for a file that is not to be kept, saying what to do.

    A file that cannot be looked through on this machine is kept sealed and held.
    """
    check_words(actor, details)
    with transaction.atomic():
        if not isinstance(door := open_case_for(actor, reference, look=None), OpenCase):
            return door
    seen = looked_at(details)
    if seen.trouble and seen.trouble not in HELD_FOR:
        raise NotAccepted("file", SAYS[seen.trouble])
    with transaction.atomic():
        door = open_case_for(actor, reference, look=None, lock=True)
        if not isinstance(door, OpenCase):
            return door
        item_id = write_document(actor, door.case_id, door.key, details, seen, once=once)
        ask_whether_agreed(actor, door, item_id, details.provided_by)
        return item_id


def check_words(actor: Actor, details: UploadDetails) -> None:
    """NotAccepted for a title, kind, mark or day that does not fit."""
    check_line("title", details.title)
    check_code("document_type", "document_type", details.document_type, empty=True)
    check_marks(details.marks())
    check_past("happened_on", actor, details.happened_on)


def looked_at(details: UploadDetails) -> Seen:
    """What a worker finds of the file. An attempt to get out of the worker rings an alarm.

    One that is named like an e-mail must be one: else its words would lie there without who wrote them, and when.
    """
    seen = asking.look(details.data)
    if seen.trouble is Trouble.ESCAPING:
        raise_alarm("file_escaping")
    return as_named(details.name, seen)


def as_named(name: str, seen: Seen) -> Seen:
    """What was seen of a file of this name; a trouble where the name says e-mail and the file is none.

    What is nothing we can read and is named like an older office file is told how to save it.
    """
    if seen.trouble in UNTOLD and name.lower().endswith(NAMED_OLD):
        return Seen(trouble=Trouble.OLD_OFFICE)
    other = seen.kind not in LETTERS if seen.kind else seen.trouble is Trouble.NOTHING_WE_KEEP
    return Seen(trouble=Trouble.NO_MESSAGE) if other and name.lower().endswith(NAMED_LETTERS) else seen


def check_upload(actor: Actor, details: UploadDetails) -> Seen | str:
    """A signed form: what the file is, once everything about it fits; NotAccepted otherwise."""
    check_words(actor, details)
    if details.made_here:
        return SORTS[Kind.PDF].content_type
    seen = looked_at(details)
    if seen.trouble and seen.trouble not in HELD_FOR:
        raise NotAccepted("file", SAYS_FORM if seen.trouble in NO_FORM else SAYS[seen.trouble])
    if seen.kind and seen.kind not in PICTURED:
        raise NotAccepted("file", SAYS_FORM)
    return seen


def write_document(
    actor: Actor,
    case_id: UUID,
    key: SubjectKey,
    details: UploadDetails,
    kind: Seen | str,
    *,
    once: UUID | None = None,
    of: UUID | None = None,
    item_id: UUID | None = None,
) -> UUID:
    """Seal and write a file inside the caller's transaction; `of` is the e-mail it came with.

    `kind` is what a look at it found; the bare type is enough for what this program made itself. One with a trouble is
    held. Recorded first: a form sent twice then leaves no file.
    """
    seen = kind if isinstance(kind, Seen) else Seen(BY_TYPE[kind], pages=1)
    item_id = item_id or new_id()
    said = as_record(details, seen, searched(actor, case_id, details, seen), of)
    sealed = key.seal(places.item(item_id, 1), said)
    file = files.seal(key, places.file(item_id), details.data)
    record(
        service_id=actor.service_id,
        actor_id=actor.person_id,
        act=Act.document_held if seen.trouble else Act.document_added,
        at=actor.now(),
        about=case_id,
        words={"item": str(item_id)},
        rows={places.item(item_id, 1).name: sealed, **file.rows},
        once=once,
    )
    Item.objects.create(
        id=item_id,
        case_id=case_id,
        kind=ItemKind.DOCUMENT,
        record=sealed,
        size=files.keep(file),
        happened_on=details.happened_on or actor.today(),
        recorded_at=actor.now(),
        recorded_by_id=actor.person_id,
    )
    return item_id


def secrets(actor: Actor, case_id: UUID, text: str) -> tuple[str, ...]:
    """Which kinds of secret of the case's person stand in these words."""
    if not text.strip():
        return ()
    card = opened_with_case(actor, Case.objects.values_list("card_id", flat=True).get(id=case_id))
    return names_secret(card, text) if card else ()


@dataclass(frozen=True, slots=True)
class Searched:
    """Which kinds of secret a file names; `unread`: there are some to keep, and not all of it could be searched.

    `sought` is what was to be kept secret when it was searched.
    """

    named: tuple[str, ...] = ()
    unread: bool = False
    sought: str = ""

    def __bool__(self) -> bool:
        """Whether there is anything to say about it."""
        return bool(self.named) or self.unread


def searched(actor: Actor, case_id: UUID, details: UploadDetails, seen: Seen) -> Searched:
    """What a file gives away of the case's person: in its name, in its title, in its words."""
    card = opened_with_case(actor, Case.objects.values_list("card_id", flat=True).get(id=case_id))
    if card is None or not keeps_secret(card):
        return Searched()
    named = names_secret(card, f"{details.name}\n{details.title}\n{seen.text}")
    return Searched(named, unread=seen.unread and not named, sought=to_keep_secret(card))


def as_record(
    details: UploadDetails, seen: Seen, found: Searched, of: UUID | None = None
) -> Mapping[str, object]:
    """What is said about a document, as its sealed record keeps it."""
    kind = details.document_type or guess.document_type(details.name, seen.text, seen.kind)
    label = codes.label("document_type", kind)
    return written_down(details.marks(protected=bool(found.named))) | {
        "form": 2,
        "title": details.title.strip() or guess.title(details.name, seen.kind, label),
        "document_type": kind,
        "content_type": SORTS[seen.kind].content_type if seen.kind else "",
        "pages": seen.pages,
        "held": seen.trouble.value if seen.trouble else "",
        "secrets": list(found.named),
        "sought": found.sought,
        "unread": seen.unread,
        "of": str(of) if of else "",
        "digest": hashlib.sha256(details.data).hexdigest(),
    }
