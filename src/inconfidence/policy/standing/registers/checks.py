"""Things that are looked at again and again: the line, the rooms, the policy on show, evidence of standards."""

from collections.abc import Iterable
from datetime import date, timedelta

from inconfidence.policy.clocks.days import months_after, spelt
from inconfidence.policy.edition import Edition
from inconfidence.policy.standing.registers.entries import Book, Entry, Line, State, flagged, latest

# No policy says how often. A year is what reminders have too; a watch of every day is written down every month.
YEARLY = 12
MONTHLY = 1
SOON = timedelta(days=30)
SOON_IN_A_MONTH = timedelta(days=7)

POINTS = {
    "line": "only the service can reach the phone line",
    "answerphone": "only the service can reach the answerphone",
    "devices": "each staff computer asks for two passwords",
    "apart": "the office is apart from those who run special educational needs for the council",
    "own_office": "we have office space of our own",
    "private_room": "families meet us in a private room",
    "own_entrance": "there is a separate way in",
    "own_sign_in": "there is a signing-in of our own",
    "office": "the policy on show in the office is the one in force",
    "website": "the policy on show on the website is the one in force",
    "confidentiality": "there is evidence for the standard on confidentiality",
    "impartiality": "there is evidence for the standard on impartiality",
    "watch": "the policy and the privacy notice are watched over day by day",
}


def point(what: str) -> str:
    """A point as the beginning of a sentence; what is no point of ours stays as it was written."""
    said = POINTS.get(what, what)
    return said[:1].upper() + said[1:]


def equipment(book: Book) -> list[Line]:
    """Line, answerphone and computers."""
    return points(book, rows_of(book.edition, "equipment-check"))


def premises(book: Book) -> list[Line]:
    """The office and where families meet us."""
    return points(book, rows_of(book.edition, "premises-check"))


def standards(book: Book) -> list[Line]:
    """Evidence for the national standards."""
    return points(book, words_of(book.edition, "standards-register", "standards"))


def watch(book: Book) -> list[Line]:
    """One role watches day by day, and says so every month."""
    return points(book, ("watch",), MONTHLY, SOON_IN_A_MONTH)


def on_show(book: Book) -> list[Line]:
    """What hangs in the office and stands on the website is the version in force."""
    lines = points(book, words_of(book.edition, "policy-on-show", "places"))
    shown = [each for each in latest(book.entries).values() if each.version != book.edition.label]
    return lines + [
        flagged(
            f"The {each.what} shows version {each.version or 'unknown'}; version {book.edition.label} is in force."
        )
        for each in shown
    ]


def literature(book: Book) -> list[Line]:
    """Every leaflet says that the service is confidential before it goes out."""
    if not book.entries:
        return [Line("No leaflet or page has been looked at yet.", State.NEVER)]
    return [
        Line(f"{each.name} says that we are confidential: looked at on {spelt(each.on)}.")
        if each.found
        else flagged(f"{each.name} does not say that we are confidential: looked at on {spelt(each.on)}.")
        for each in latest(book.entries).values()
    ]


def rows_of(edition: Edition, slug: str) -> tuple[str, ...]:
    """The points that the clauses of a register name between them."""
    return tuple(what for row in edition.rows[slug] for what in _words(row.values["points"]))


def words_of(edition: Edition, slug: str, key: str) -> tuple[str, ...]:
    """The words that a register has here."""
    return _words(edition.value(slug, key))


def _words(value: object) -> tuple[str, ...]:
    assert isinstance(value, tuple)
    return value


def points(book: Book, wanted: Iterable[str], months: int = YEARLY, soon: timedelta = SOON) -> list[Line]:
    """Where each point stands by its last look; a thing with a name of its own (a computer) is a point of its own."""
    seen = latest(book.entries)
    lines = []
    for what in wanted:
        looked = [each for (of, _), each in seen.items() if of == what]
        lines += [_look(each, book.today, months, soon) for each in looked]
        if not looked:
            lines.append(Line(f"{point(what)}: never looked at.", State.NEVER))
    return lines


def _look(each: Entry, today: date, months: int, soon: timedelta) -> Line:
    which = f"{point(each.what)} ({each.name})" if each.name else point(each.what)
    if not each.found:
        return flagged(f"{which}: not so when it was looked at on {spelt(each.on)}.")
    return again(f"{which}: looked at on {spelt(each.on)}", each.on, today, months, soon)


def again(says: str, on: date, today: date, months: int, soon: timedelta = SOON) -> Line:
    """A line about something that comes round: the day itself is still in time, the day after is not."""
    day = months_after(on, months)
    if today > day:
        return Line(f"{says}; overdue since {spelt(day)}.", State.OVERDUE)
    return Line(f"{says}; again by {spelt(day)}.", State.DUE if day - today <= soon else State.IN_ORDER)
