"""Returns of figures: which period's are due or overdue, and which are there to be asked for."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import cast

from inconfidence.policy.clocks.days import spelt
from inconfidence.policy.clocks.returning import Cadence, Mode, Period, period_with, returns
from inconfidence.policy.standing.registers.entries import Book, Line, State

# The line that says since when the service counts; every other line is about a period that was released.
BEGUN = "begun"
STATES = MappingProxyType({"available": State.IN_ORDER, "due": State.DUE, "overdue": State.OVERDUE})


def released(book: Book) -> list[Line]:
    """What was released, and every period that has ended and was not. Before a service begins, nothing is owed."""
    gone = {each.what: each.on for each in book.entries if each.what != BEGUN}
    ended = _ended(book)
    owed = returns(*_sent(book), _since(book), [ended[key] for key in gone if key in ended], book.today)
    return [
        *(Line(f"{ended[key].name}: released on {spelt(on)}.") for key, on in gone.items() if key in ended),
        *(Line(each.says, STATES[each.state]) for each in owed),
    ]


def periods(book: Book) -> Mapping[str, str]:
    """Each period that has ended, by what an entry calls it, with its name; the newest first."""
    return {key: period.name for key, period in reversed(_ended(book).items())}


def _ended(book: Book) -> dict[str, Period]:
    cadence, mode = _sent(book)
    every = returns(cadence, mode, _since(book), (), book.today)
    return {f"{each.period.first:%Y-%m}": each.period for each in every}


def _sent(book: Book) -> tuple[Cadence, Mode]:
    edition = book.edition
    return (
        cast(Cadence, edition.value("statistics", "cadence")),
        cast(Mode, edition.value("statistics", "mode")),
    )


def _since(book: Book) -> date:
    """The first day of the period after the one in which the service began: that one was not all ours."""
    begun = min((each.on for each in book.entries if each.what == BEGUN), default=book.today)
    period = period_with(_sent(book)[0], begun)
    return period.next.first if period and period.first < begun else begun
