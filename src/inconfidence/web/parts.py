"""The plain values that pages hand to the shell's components. All are frozen, and hold words, never rows."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Link:
    """Somewhere to go: `post` makes it a button that sends a form of its own."""

    text: str
    href: str
    current: bool = False
    post: bool = False


@dataclass(frozen=True, slots=True)
class MayTalk:
    """One line of "who we may talk to": yes, no or (`waiting`) not yet, and to whom, about what, until when."""

    yes: bool
    sentence: str
    waiting: bool = False


@dataclass(frozen=True, slots=True)
class IdentityBar:
    """What stands at the head of every page of a case."""

    reference: str
    name: str
    safe_contact: str
    may_talk: Sequence[MayTalk] = ()
    due: Sequence[str] = ()
    status: str = ""
    access_needs: Sequence[str] = ()
    worker: str = ""
    child: str = ""
    card: str = ""
    waits: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a timeline: what it is, when it happened, who wrote it, its words, where it leads."""

    title: str
    when: date | datetime
    by: str = ""
    body: str = ""
    kind: str = ""
    recorded: date | datetime | None = None
    href: str = ""
    links: Sequence[Link] = ()
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a summary list; `value` may hold several lines of text."""

    key: str
    value: object
    links: Sequence[Link] = ()


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table: words, perhaps a link; `number` sets it right, `tag` is a short state."""

    text: object
    href: str = ""
    number: bool = False
    small: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a caption; the first cell of each row heads it."""

    caption: str
    heads: Sequence[str]
    rows: Sequence[Sequence[Cell | object]]
    empty: str = "Nothing here."
    numbers: frozenset[int] = field(default_factory=frozenset)
