"""An e-mail or a letter becomes a contact on the timeline, with what was sent along as documents of its own."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, datetime
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
from inconfidence.cases.actions.documents_obtaining import ask_whether_agreed
from inconfidence.cases.actions.mail_known import Mark, hashed, known, not_there_yet
from inconfidence.cases.actions.notes import NoteDetails, check_note, write_note
from inconfidence.cases.queries.beginning import is_their_own
from inconfidence.cases.queries.door import NeedsReason, OpenCase, open_case_for, the_card
from inconfidence.cases.queries.involved import involved
from inconfidence.cases.queries.marks import told_by_one_of
from inconfidence.policy.explain import Answer
from inconfidence.quarantine.asking import Attached, Letter, Seen
from inconfidence.quarantine.kinds import Kind, Trouble
from inconfidence.team.actor import Actor
from inconfidence.web.wording import plain_date

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

    `added` are the names of what was not there yet; `numbered`: another message of the case carries the same number.
    `not_agreed` is what the policy says where records of others came with it and nobody agreed to that.
    `secrets` are of its words and of all that was sent along; `unread`: not all of that could be searched for them.
    `never` is the day it says it was sent on, where that cannot be: it stands under today.
    """

    item_id: UUID
    documents: int = 0
    held: int = 0
    before: bool = False
    secrets: tuple[str, ...] = ()
    unread: bool = False
    added: tuple[str, ...] = field(default=(), repr=False)
    numbered: bool = False
    not_agreed: Answer | None = None
    never: date | None = None


@dataclass(frozen=True, slots=True)
class Whose:
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
    """File a message on a case, once: of the same one a second time only new attachments are kept, beside the first.

    One with a known number and other words is a contact of its own. One transaction for the contact and all its
    attachments. NotAccepted when something does not fit.
    """
    check_past("sent_on", actor, details.happened_on)
    with transaction.atomic():
        door = open_case_for(actor, reference, look=None, lock=True)
        if not isinstance(door, OpenCase):
            return door
        mark = mark_of(actor, details)
        there = known(door, mark)
        if there.contact is not None:
            return _beside(actor, door, details, there.contact, once)
        return _file(actor, door, details, mark, once, numbered=there.numbered)


def mark_of(actor: Actor, details: MailDetails) -> Mark:
    """The mark of a message."""
    day = details.happened_on or sent_on(actor, details.sent_at)
    words = hashed(str(day), " ".join(details.text.split()).casefold())
    return Mark(hashed(details.message_id) if details.message_id else "", words, details.sender)


def _file(
    actor: Actor, door: OpenCase, details: MailDetails, mark: Mark, once: UUID | None, *, numbered: bool
) -> MailFiled:
    never = None if details.happened_on else never_sent_on(actor, details.sent_at)
    whole = in_full(details, never)
    note = _as_note(actor, door, details, whole)
    check_note(actor, note)
    named = secrets(actor, door.case_id, whole)
    kept = {
        "digest": mark.id or mark.words,
        "words": mark.words,
        "sender": mark.sender,
        "secrets": list(named),
    }
    # The contact's event comes first and carries the form's token, so that a form sent twice leaves no file.
    note_id = write_note(actor, door.case_id, door.key, note, once=once, act=Act.mail_filed, mail=kept)
    found = _attach(actor, door, note_id, note, details, _attachments(details, whole))
    return replace(found, secrets=tuple({*named, *found.secrets}), numbered=numbered, never=never)


def _beside(
    actor: Actor, door: OpenCase, details: MailDetails, contact: UUID, once: UUID | None
) -> MailFiled:
    """A message that is there already: what was sent along and is not there yet stands beside the first contact."""
    whole = in_full(details)
    new = not_there_yet(door, contact, [one for one in _attachments(details, whole) if one.data])
    note = _as_note(actor, door, details, whole)
    found = _attach(actor, door, contact, note, details, new, once)
    return replace(found, before=True, added=tuple(one.name for one in new))


def _attach(
    actor: Actor,
    door: OpenCase,
    contact: UUID,
    note: NoteDetails,
    details: MailDetails,
    attached: list[Attached],
    once: UUID | None = None,
) -> MailFiled:
    """What was sent along, each a document of its own, with the marks of the contact; the first carries `once`."""
    marks = replace(details.marks, provided_by=note.provided_by, happened_on=note.happened_on)
    found, answer = [], None
    for number, one in enumerate(attached):
        upload = replace(marks, data=one.data, name=one.name, title="", document_type="")
        item_id = write_document(
            actor, door.case_id, door.key, upload, one.seen, of=contact, once=None if number else once
        )
        found.append(searched(actor, door.case_id, upload, one.seen))
        answer = ask_whether_agreed(actor, door, item_id, note.provided_by) or answer
    return MailFiled(
        contact,
        len(attached),
        held=sum(one.seen.trouble is not None for one in attached),
        secrets=tuple({kind for one in found for kind in one.named}),
        unread=any(one.unread for one in found),
        not_agreed=answer,
    )


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


def in_full(details: MailDetails, never: date | None = None) -> str:
    """The message as the timeline shows it: who, to whom, about what, the day that cannot be, then the words."""
    head = (
        ("From", details.sender),
        ("To", ", ".join(details.to)),
        ("Sent, as it says", plain_date(never) if never else ""),
        ("Subject", details.subject),
    )
    lines = "\n".join(f"{name}: {words}" for name, words in head if words)
    body = details.text.strip() or "(The message has no words of its own.)"
    return f"{lines}\n\n{body}" if lines else body


def sent_on(actor: Actor, sent_at: str) -> date | None:
    """The day a message was sent, here; None when it says none, or one that cannot be."""
    day = _said_day(actor, sent_at)
    return day if day and _may_be(actor, day) else None


def never_sent_on(actor: Actor, sent_at: str) -> date | None:
    """The day a message says it was sent on, where that has not come yet or lies before there was any; else None."""
    day = _said_day(actor, sent_at)
    return None if day is None or _may_be(actor, day) else day


def _said_day(actor: Actor, sent_at: str) -> date | None:
    try:
        moment = datetime.fromisoformat(sent_at)
        return moment.astimezone(actor.now().tzinfo).date() if moment.tzinfo else moment.date()
    except (ValueError, OverflowError):
        return None


def _may_be(actor: Actor, day: date) -> bool:
    return date(1990, 1, 1) <= day <= actor.today()


PARENT = Whose("parent", "parent_carer")
OWN = Whose("young_person", "young_person")


def _addresses(actor: Actor, door: OpenCase) -> dict[str, Whose]:
    """The addresses of everybody on the case, in small letters."""
    found: dict[str, Whose] = {}
    for person in involved(door):
        provided = told_by_one_of(person.body)
        known = Whose(provided, "other_family" if provided == "relative" else "professional")
        found |= {word.strip("<>;,()").lower(): known for word in person.reach.split() if "@" in word}
    if address := the_card(actor, door).email:
        found[address.lower()] = OWN if is_their_own(door) else PARENT
    return found


def _whose(people: dict[str, Whose], addresses: Iterable[str]) -> Whose | None:
    for written in addresses:
        bare = written.rpartition("<")[2].strip("<>;,() ").lower()
        if bare in people:
            return people[bare]
    return None
