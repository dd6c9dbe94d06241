"""What of a message is on a case already: its words, what was sent along with it, or only its number."""

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from inconfidence.cases.models import Item, ItemKind
from inconfidence.cases.queries import places
from inconfidence.cases.queries.door import OpenCase
from inconfidence.quarantine.asking import Attached
from inconfidence.vault import files


@dataclass(frozen=True, slots=True)
class Mark:
    """What tells one message from another: its own number where it has one, its words with their day, its sender."""

    id: str
    words: str
    sender: str = field(repr=False)

    def same(self, mail: Mapping[str, Any]) -> bool:
        """Whether a contact's sealed record is of this very message.

        Two that both carry a number need the same number and the same words: a number alone proves nothing, and words
        are said twice. A pasted one carries none: then the words and their day tell, unless somebody else wrote them.
        """
        if mail.get("words") != self.words:
            return False
        if self.id and mail.get("digest") != mail.get("words"):
            return self.numbered(mail)
        theirs, mine = _told(mail.get("sender", "")), _told(self.sender)
        return not (theirs and mine and theirs.isdisjoint(mine))

    def numbered(self, mail: Mapping[str, Any]) -> bool:
        """Whether it carries the same number, whatever its words."""
        return bool(self.id) and mail.get("digest") == self.id


def hashed(*told: str) -> str:
    """One mark of several words."""
    return hashlib.sha256("\0".join(told).encode()).hexdigest()


def _told(sender: str) -> set[str]:
    return set(re.findall(r"[\w.+-]+@[\w.-]+|[^\W\d_]{2,}", sender.casefold()))


@dataclass(frozen=True, slots=True)
class Known:
    """The contact that this very message became; `numbered`: another one carries the same number."""

    contact: UUID | None = None
    numbered: bool = False


def known(door: OpenCase, mark: Mark) -> Known:
    """What the case has of a message. The marks are sealed, so the case's contacts are opened for it."""
    numbered = False
    for row, said in _opened(door, ItemKind.NOTE):
        if "mail" not in said:
            continue
        if mark.same(said["mail"]):
            return Known(row)
        numbered = numbered or mark.numbered(said["mail"])
    return Known(numbered=numbered)


def not_there_yet(door: OpenCase, contact: UUID, attached: Iterable[Attached]) -> list[Attached]:
    """Those of a message's attachments that are not on the case: told by their bytes, each once."""
    there = set()
    for row, said in _opened(door, ItemKind.DOCUMENT):
        if "digest" in said:
            there.add(said["digest"])
        elif said.get("of") == str(contact):
            there.add(digest(files.get(door.key, places.file(row))))
    return list({digest(one.data): one for one in attached if digest(one.data) not in there}.values())


def digest(data: bytes) -> str:
    """What tells one file from another."""
    return hashlib.sha256(data).hexdigest()


def _opened(door: OpenCase, kind: ItemKind) -> Iterable[tuple[UUID, dict[str, Any]]]:
    rows = Item.objects.filter(case_id=door.case_id, kind=kind).order_by("recorded_at", "id")
    for row, version, record in rows.values_list("id", "version", "record"):
        yield row, door.key.open(places.item(row, version), record)
