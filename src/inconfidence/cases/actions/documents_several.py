"""Several files in one sending. Each stands by itself: one that is refused never loses the others."""

import threading
from collections.abc import Callable, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, field, replace
from enum import StrEnum
from uuid import UUID, uuid5

from django.db import transaction

from inconfidence.audit.record import AlreadyDone
from inconfidence.cases.actions.content import NotAccepted
from inconfidence.cases.actions.documents import (
    HELD_FOR,
    UploadDetails,
    check_words,
    looked_at,
    searched,
    write_document,
)
from inconfidence.cases.actions.documents_obtaining import ask_whether_agreed
from inconfidence.cases.actions.mail import MailFiled, file_mail, from_letter
from inconfidence.cases.queries.door import NeedsReason, OpenCase, open_case_for
from inconfidence.policy.explain import Answer
from inconfidence.quarantine import asking
from inconfidence.quarantine.asking import Seen
from inconfidence.quarantine.kinds import LETTERS, SAYS, Trouble
from inconfidence.team.actor import Actor
from inconfidence.vault.alarms import raise_alarm
from inconfidence.web.wording import plain_date

KEPT_BEFORE = "It was kept already, once"
OTHER_WORDS = "A message with the same number is on the case, in other words or of another day: both are kept"
NEVER = (
    "It says that it was sent on {}, which cannot be: it stands under today, and its day can be changed there"
)

SMALL = 1024 * 1024
# Large files take turns in one process: held open two at once, they would double its memory.
_turn = threading.Lock()


class Fate(StrEnum):
    """What became of a file."""

    KEPT = "kept"
    HELD = "held"
    FILED = "filed"
    BEFORE = "before"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Incoming:
    """One file of a sending: its own name, and how to read it; `trouble` when it did not even come in whole."""

    name: str = field(repr=False)
    read: Callable[[], bytes]
    trouble: Trouble | None = None
    size: int = 0


@dataclass(frozen=True, slots=True)
class Came:
    """What became of one file, and where it stands now. `name` is its own, for the page that tells.

    `not_agreed`: it is records of others, and this is what the policy says where nobody agreed to our having them.
    """

    name: str = field(repr=False)
    fate: Fate
    says: str = ""
    item_id: UUID | None = None
    documents: int = 0
    held: int = 0
    secrets: bool = False
    unread: bool = False
    not_agreed: Answer | None = None

    @property
    def plain(self) -> bool:
        """Whether it was kept, and there is nothing to say about it."""
        return self.fate in {Fate.KEPT, Fate.FILED} and not (
            self.says or self.held or self.secrets or self.unread or self.not_agreed
        )


def add_documents(
    actor: Actor, reference: str, files: Sequence[Incoming], details: UploadDetails, *, once: UUID
) -> tuple[Came, ...] | NeedsReason | None:
    """Keep these files on a case, each in a transaction of its own, all with the marks of `details`.

    Answers what became of each. AlreadyDone when every one of them came in with this form before. An e-mail becomes a
    contact with its attachments. NotAccepted only for what is said about all of them.
    """
    check_words(actor, details)
    with transaction.atomic():
        if not isinstance(door := open_case_for(actor, reference, look=None), OpenCase):
            return door
    found: list[Came] = []
    again = 0
    for number, file in enumerate(files):
        try:
            found.append(_one(actor, reference, file, details, uuid5(once, str(number)) if number else once))
        except AlreadyDone:
            again += 1
            found.append(Came(file.name, Fate.BEFORE, KEPT_BEFORE))
    if files and again == len(files):
        raise AlreadyDone("this form was sent before")
    return tuple(found)


def _one(actor: Actor, reference: str, file: Incoming, details: UploadDetails, once: UUID) -> Came:
    with _turn if file.size > SMALL else nullcontext():
        return _kept(actor, reference, file, details, once)


def _kept(actor: Actor, reference: str, file: Incoming, details: UploadDetails, once: UUID) -> Came:
    data = b"" if file.trouble else file.read()
    upload = replace(details, data=data, name=file.name)
    seen = Seen(trouble=file.trouble) if file.trouble else looked_at(upload)
    if seen.trouble and seen.trouble not in HELD_FOR:
        return Came(file.name, Fate.REFUSED, SAYS[seen.trouble])
    try:
        if seen.kind in LETTERS:
            return _letter(actor, reference, upload, once)
        if details.guess_provider:
            upload = replace(upload, provided_by="unknown")
        return _document(actor, reference, upload, seen, once)
    except NotAccepted as wrong:
        return Came(file.name, Fate.REFUSED, wrong.says)


def _document(actor: Actor, reference: str, upload: UploadDetails, seen: Seen, once: UUID) -> Came:
    with transaction.atomic():
        door = open_case_for(actor, reference, look=None, lock=True)
        if not isinstance(door, OpenCase):
            return Came(upload.name, Fate.REFUSED, "The case could not be opened any more")
        item_id = write_document(actor, door.case_id, door.key, upload, seen, once=once)
        not_agreed = ask_whether_agreed(actor, door, item_id, upload.provided_by)
        found = searched(actor, door.case_id, upload, seen)
    fate = Fate.HELD if seen.trouble else Fate.KEPT
    says = SAYS[seen.trouble] if seen.trouble else ""
    return Came(
        upload.name,
        fate,
        says,
        item_id,
        secrets=bool(found.named),
        unread=found.unread,
        not_agreed=not_agreed,
    )


def _letter(actor: Actor, reference: str, upload: UploadDetails, once: UUID) -> Came:
    letter = asking.letter(upload.data)
    if isinstance(letter, Trouble):
        if letter is Trouble.ESCAPING:
            raise_alarm("file_escaping")
        return Came(upload.name, Fate.REFUSED, SAYS[letter])
    answer = file_mail(actor, reference, from_letter(letter, upload), once=once)
    if not isinstance(answer, MailFiled):
        return Came(upload.name, Fate.REFUSED, "The case could not be opened any more")
    return Came(
        upload.name,
        Fate.BEFORE if answer.before else Fate.FILED,
        says_of(answer),
        answer.item_id,
        answer.documents,
        answer.held,
        bool(answer.secrets),
        answer.unread,
        answer.not_agreed,
    )


def says_of(answer: MailFiled) -> str:
    """What there is to say of a message that was there already, or whose number or day is odd; empty of any other."""
    if answer.before and answer.added:
        names = ", ".join(name or "a file without a name" for name in answer.added)
        return f"This message is on the case already. New with it, and now kept beside it: {names}"
    if answer.before:
        return "This message is on the case already"
    odd = [OTHER_WORDS] if answer.numbered else []
    if answer.never:
        odd.append(NEVER.format(plain_date(answer.never)))
    return ". ".join(odd)
