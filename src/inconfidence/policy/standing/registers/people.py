"""What each worker has to acknowledge: the policy in force, linked policies, and what is brought to mind again."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from inconfidence.policy.clocks.days import spelt
from inconfidence.policy.edition import Edition
from inconfidence.policy.standing.registers.checks import again
from inconfidence.policy.standing.registers.entries import Book, Entry, Line, State

ABOUT = {
    "casework": "how casework is to be handled within the law",
    "data_protection": "training in data protection",
}


def acknowledgements(book: Book) -> list[Line]:
    """Who has acknowledged the version in force, and who has not."""
    version = book.edition.label
    return [
        _acknowledged(person, f"version {version} of our policy", version, book.entries)
        for person in book.staff
    ]


def reminders(book: Book) -> list[Line]:
    """When each worker was last reminded or trained, and when again."""
    months, about = book.edition.value("reminder", "months"), book.edition.value("reminder", "about")
    assert isinstance(months, int)
    return [_reminded(person, ABOUT[str(about)], months, book) for person in book.staff]


def linked(book: Book) -> list[Line]:
    """Each linked policy with its version, and who has not acknowledged that version."""
    return [line for name in documents(book.edition) for line in _linked(book, name)]


@dataclass(frozen=True, slots=True)
class Task:
    """Something that one worker has to read or be reminded of, and that they acknowledge themselves."""

    register: str
    what: str
    version: str
    says: str


def owed(slug: str, book: Book, person: str) -> list[Task]:
    """What this person has to acknowledge now. Training is written down by a lead, not by whoever was trained."""
    mine = replace(book.until_today(), staff=(person,))
    if slug == "acknowledgement":
        version = book.edition.label
        return _unread(slug, "", version, f"Our policy, version {version}", mine)
    if slug == "linked-policies":
        held = [current(mine.entries, name) for name in documents(book.edition)]
        return [
            task
            for each in held
            if each is not None
            for task in _unread(slug, each.what, each.version, f"{each.what}, version {each.version}", mine)
        ]
    if slug == "reminder" and book.edition.value(slug, "about") == "casework":
        due = [line for line in reminders(mine) if line.state is not State.IN_ORDER]
        return [Task(slug, "", "", f"A reminder of {ABOUT['casework']}") for _ in due]
    return []


def _unread(slug: str, what: str, version: str, says: str, mine: Book) -> list[Task]:
    known = {(each.person, each.what, each.version) for each in mine.entries}
    return [Task(slug, what, version, says) for person in mine.staff if (person, what, version) not in known]


def documents(edition: Edition) -> tuple[str, ...]:
    """The documents that the clauses link to, in their order."""
    return tuple(name for row in edition.rows["linked-policies"] for name in _names(row.values["documents"]))


def current(entries: Iterable[Entry], what: str) -> Entry | None:
    """The last entry about a document itself, not about somebody's acknowledgement of it."""
    about = [each for each in entries if each.what == what and not each.person]
    return about[-1] if about else None


def _names(value: object) -> tuple[str, ...]:
    assert isinstance(value, tuple)
    return value


def _linked(book: Book, name: str) -> list[Line]:
    held = current(book.entries, name)
    if held is None:
        return [Line(f"{name}: no version is on file.", State.NEVER)]
    mine = [each for each in book.entries if each.what == name]
    version = f"{name}, version {held.version}"
    gaps = [_acknowledged(person, version, held.version, mine) for person in book.staff]
    return [Line(f"{version}, of {spelt(held.on)}."), *gaps]


def _acknowledged(person: str, what: str, version: str, entries: Iterable[Entry]) -> Line:
    days = [each.on for each in entries if each.person == person and each.version == version]
    if days:
        return Line(f"{person} acknowledged {what} on {spelt(days[-1])}.")
    return Line(f"{person} has not acknowledged {what}.", State.NEVER)


def _reminded(person: str, about: str, months: int, book: Book) -> Line:
    days = [each.on for each in book.entries if each.person == person]
    if not days:
        return Line(f"{person}: {about}, never yet.", State.NEVER)
    return again(f"{person}: {about}, on {spelt(days[-1])}", days[-1], book.today, months)
