"""What each worker has to acknowledge: the policy in force, linked policies, and what is brought to mind again."""

from collections.abc import Iterable

from inconfidence.policy.clocks.days import spelt
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
    return [line for name in documents(book) for line in _linked(book, name)]


def documents(book: Book) -> tuple[str, ...]:
    """The documents that the clauses link to, in their order."""
    return tuple(
        str(name) for row in book.edition.rows["linked-policies"] for name in _names(row.values["documents"])
    )


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
