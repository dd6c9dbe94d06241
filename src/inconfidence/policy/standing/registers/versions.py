"""Documents of ours that families and partners rely on: the privacy notice, what it covers, the sharing protocol."""

from inconfidence.policy.clocks.days import spelt
from inconfidence.policy.standing.registers.entries import Book, Line, State, flagged
from inconfidence.policy.standing.registers.people import current

NOTICE = ""


def notice(book: Book) -> list[Line]:
    """The current privacy notice and where the public finds it."""
    held = current(book.entries, NOTICE)
    if held is None:
        return [flagged("No privacy notice is published.")]
    if not held.where:
        return [flagged(f"Version {held.version} of {spelt(held.on)} is not public: it has no address.")]
    return [Line(f"Version {held.version}, public since {spelt(held.on)} at {held.where}.")]


def covered(book: Book) -> list[Line]:
    """Every kind of data we collect, with the purpose and the basis that the notice gives for it."""
    said = {each.what: each for each in book.entries}
    lines = []
    for kind, words in book.kinds.items():
        entry = said.get(kind)
        if entry is None or not (entry.purpose and entry.basis):
            lines.append(flagged(f"{words}: the privacy notice gives no purpose and basis."))
        else:
            lines.append(Line(f"{words}: {entry.purpose}; {entry.basis}."))
    return lines


def protocol(book: Book) -> list[Line]:
    """The version of the sharing protocol that joint work cites."""
    name = str(book.edition.value("sharing-protocol", "document"))
    held = current(book.entries, name)
    if held is None:
        return [Line(f"{name}: no version is on file, so joint work cites none.", State.NEVER)]
    return [Line(f"{name}, version {held.version}, of {spelt(held.on)}: joint work cites it.")]
