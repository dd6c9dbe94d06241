"""An e-mail or a letter becomes a contact on the timeline, with what was sent along as documents of its own."""

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from inconfidence.audit.acts import Act
from inconfidence.cases.actions.content import LONGEST_NOTE, check_past
from inconfidence.cases.actions.documents import (
    UploadDetails,
    as_named,
    searched,
    secrets,
    write_document,
)
from inconfidence.cases.actions.notes import NoteDetails, check_note, write_note
from inconfidence.cases.models import Item, ItemKind
from inconfidence.cases.queries import places
from inconfidence.cases.queries.beginning import is_their_own
from inconfidence.cases.queries.door import NeedsReason, OpenCase, open_case_for, the_card
from inconfidence.cases.queries.involved import involved
from inconfidence.quarantine.asking import Attached, Letter, Seen
from inconfidence.quarantine.kinds import Kind, Trouble
from inconfidence.team.actor import Actor
from inconfidence.vault.ids import new_id

IN, OUT = "in", "out"


@dataclass(frozen=True, slots=True)
class MailDetails:
    """A message as it is to be filed. `attached` has gone through the worker; `marks` come from the form."""

    text: str = field(repr=False)
    sender: str = field(default="", repr=False)
    to: tuple[str, ...] = field(default=(), repr=False)
    subject: str = field(default="", repr=False)
    message_id: str = field(default="", repr=False)
    sent_at: str = ""
    happened_on: date | None = None
    method: str = "email"
    direction: str = ""
    attached: tuple[Attached, ...] = ()
    marks: UploadDetails = field(default=UploadDetails(b""), repr=False)


@dataclass(frozen=True, slots=True)
class MailFiled:
    """The contact it became, how many documents came with it and how many of those are held; `before`: it was there.

    `secrets` are of its words and of all that was sent along; `unread`: not all of that could be searched for them.
    """

    item_id: UUID
    documents: int = 0
    held: int = 0
    before: bool = False
    secrets: tuple[str, ...] = ()
    unread: bool = False


@dataclass(frozen=True, slots=True)
class Known:
    """Whom an address belongs to, as far as the case tells."""

    provided_by: str
    with_whom: str


def from_letter(letter: Letter, marks: UploadDetails) -> MailDetails:
    """A message that the worker has read, with the marks of the form."""
    sender = f"{letter.sender_name} <{letter.sender}>" if letter.sender_name and letter.sender else ""
    return MailDetails(
        text=letter.text,
        sender=sender or letter.sender or letter.sender_name,
        to=letter.to,
        subject=letter.subject,
        message_id=letter.message_id,
        sent_at=letter.sent_at,
        attached=letter.attached,
        marks=marks,
    )


def file_mail(
    actor: Actor, reference: str, details: MailDetails, *, once: UUID | None = None
) -> MailFiled | NeedsReason | None:
    """File a message on a case, once: the same message a second time is answered with the contact it became before.

    One transaction for the contact and all its attachments. NotAccepted when something does not fit.
    """
    check_past("sent_on", actor, details.happened_on)
    with transaction.atomic():
        door = open_case_for(actor, reference, look=None, lock=True)
        if not isinstance(door, OpenCase):
            return door
        mark = mark_of(actor, details)
        if (earlier := _filed_before(door, mark)) is not None:
            return MailFiled(earlier, before=True)
        return _file(actor, door, details, mark, once)


@dataclass(frozen=True, slots=True)
class Mark:
    """What tells one message from another: its own id where it has one, its words with their day, and its sender."""

    id: str
    words: str
    sender: str = field(repr=False)

    def same(self, mail: Mapping[str, Any]) -> bool:
        """Whether a contact's sealed record is of this very message.

        Two that both carry an id are told by it alone. A pasted one carries none: then the words and their day tell,
        unless somebody else wrote them.
        """
        if mail.get("digest") == self.id:
            return True
        both = bool(self.id) and mail.get("digest") != mail.get("words")
        theirs, mine = _told(mail.get("sender", "")), _told(self.sender)
        return (
            not both and mail.get("words") == self.words and not (theirs and mine and theirs.isdisjoint(mine))
        )


def mark_of(actor: Actor, details: MailDetails) -> Mark:
    """The mark of a message."""
    day = details.happened_on or sent_on(actor, details.sent_at)
    words = _hashed(str(day), " ".join(details.text.split()).casefold())
    return Mark(_hashed(details.message_id) if details.message_id else "", words, details.sender)


def _hashed(*told: str) -> str:
    return hashlib.sha256("\0".join(told).encode()).hexdigest()


def _told(sender: str) -> set[str]:
    return set(re.findall(r"[\w.+-]+@[\w.-]+|[^\W\d_]{2,}", sender.casefold()))


def _filed_before(door: OpenCase, mark: Mark) -> UUID | None:
    """The contact that this very message became. The marks are sealed, so the case's contacts are opened for it."""
    rows = Item.objects.filter(case_id=door.case_id, kind=ItemKind.NOTE).values_list(
        "id", "version", "record"
    )
    for row, version, record in rows:
        said: dict[str, Any] = door.key.open(places.item(row, version), record)
        if "mail" in said and mark.same(said["mail"]):
            return row
    return None


def _file(actor: Actor, door: OpenCase, details: MailDetails, mark: Mark, once: UUID | None) -> MailFiled:
    whole = in_full(details)
    note = _as_note(actor, door, details, whole)
    check_note(actor, note)
    named = secrets(actor, door.case_id, whole)
    attached = [(new_id(), one) for one in _attachments(details, whole)]
    kept: dict[str, object] = {"digest": mark.id or mark.words, "words": mark.words, "sender": mark.sender}
    kept |= {"attached": [str(item_id) for item_id, _ in attached], "secrets": list(named)}
    # The contact's event comes first and carries the form's token, so that a form sent twice leaves no file.
    note_id = write_note(actor, door.case_id, door.key, note, once=once, act=Act.mail_filed, mail=kept)
    marks = replace(details.marks, provided_by=note.provided_by, happened_on=note.happened_on)
    found = []
    for item_id, one in attached:
        upload = replace(marks, data=one.data, name=one.name, title="", document_type="")
        write_document(actor, door.case_id, door.key, upload, one.seen, of=note_id, item_id=item_id)
        found.append(searched(actor, door.case_id, upload, one.seen))
    held = sum(one.seen.trouble is not None for _, one in attached)
    along = {kind for one in found for kind in one.named}
    unread = any(one.unread for one in found)
    return MailFiled(note_id, len(attached), held, secrets=tuple({*named, *along}), unread=unread)


def _as_note(actor: Actor, door: OpenCase, details: MailDetails, whole: str) -> NoteDetails:
    """The message as a contact: with whom, which way and from whom are told by the addresses on the case."""
    people = _addresses(actor, door)
    sender, other = _whose(people, [details.sender]), _whose(people, details.to)
    direction = details.direction or (OUT if other and not sender else IN)
    provided, met = details.marks.provided_by, sender or other
    if details.marks.guess_provider:
        provided = sender.provided_by if sender else "staff" if direction == OUT else "unknown"
    return NoteDetails(
        text=whole[:LONGEST_NOTE],
        method=details.method,
        direction=direction,
        with_whom=met.with_whom if met else "",
        happened_on=details.happened_on or sent_on(actor, details.sent_at),
        provided_by=provided,
        in_confidence=details.marks.in_confidence,
        sensitivity=details.marks.sensitivity,
        standing=details.marks.standing,
    )


def _attachments(details: MailDetails, whole: str) -> list[Attached]:
    """What was sent along; a text too long for a contact stands whole in a document beside it."""
    found = list(details.attached)
    if len(whole) > LONGEST_NOTE:
        found.append(Attached("Whole message.txt", whole.encode(), Seen(Kind.TXT, pages=1, text=whole)))
    empty = Seen(trouble=Trouble.EMPTY)
    return [replace(one, seen=as_named(one.name, one.seen) if one.data else empty) for one in found]


def in_full(details: MailDetails) -> str:
    """The message as the timeline shows it: who, to whom, about what, then the words."""
    head = (
        ("From", details.sender),
        ("To", ", ".join(details.to)),
        ("Subject", details.subject),
    )
    lines = "\n".join(f"{name}: {words}" for name, words in head if words)
    body = details.text.strip() or "(The message has no words of its own.)"
    return f"{lines}\n\n{body}" if lines else body


def sent_on(actor: Actor, sent_at: str) -> date | None:
    """The day a message was sent, here; None when it says none, or one that has not come yet."""
    try:
        moment = datetime.fromisoformat(sent_at)
    except ValueError:
        return None
    day = moment.astimezone(actor.now().tzinfo).date() if moment.tzinfo else moment.date()
    return day if date(1990, 1, 1) <= day <= actor.today() else None


PARENT = Known("parent", "parent_carer")
OWN = Known("young_person", "young_person")
PROVIDED = {"setting": "school", "la": "council", "family": "relative"}


def _addresses(actor: Actor, door: OpenCase) -> dict[str, Known]:
    """The addresses of everybody on the case, in small letters."""
    found: dict[str, Known] = {}
    for person in involved(door):
        body = person.body.removeprefix("body:")
        with_whom = "other_family" if body == "family" else "professional"
        known = Known(PROVIDED.get(body, "professional"), with_whom)
        found |= {word.strip("<>;,()").lower(): known for word in person.reach.split() if "@" in word}
    if address := the_card(actor, door).email:
        found[address.lower()] = OWN if is_their_own(door) else PARENT
    return found


def _whose(people: dict[str, Known], addresses: Iterable[str]) -> Known | None:
    for written in addresses:
        bare = written.rpartition("<")[2].strip("<>;,() ").lower()
        if bare in people:
            return people[bare]
    return None
