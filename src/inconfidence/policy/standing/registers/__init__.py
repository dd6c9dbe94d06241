"""Registers: from dated entries and a policy to "in order, due, overdue, never, look at this", in sentences."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from inconfidence.policy.standing.registers import checks, figures, people, told, versions
from inconfidence.policy.standing.registers.entries import Book, Entry, Line, Standing, State
from inconfidence.policy.standing.registers.figures import periods
from inconfidence.policy.standing.registers.people import Task, current, owed
from inconfidence.policy.standing.registers.things import things

__all__ = [
    "JUDGED",
    "Book",
    "Entry",
    "Line",
    "Standing",
    "State",
    "Task",
    "current",
    "owed",
    "periods",
    "standing",
    "things",
]

JUDGED: Mapping[str, Callable[[Book], list[Line]]] = MappingProxyType(
    {
        "acknowledgement": people.acknowledgements,
        "reminder": people.reminders,
        "linked-policies": people.linked,
        "privacy-notice-published": versions.notice,
        "privacy-notice-covers-every-field": versions.covered,
        "policy-on-show": checks.on_show,
        "literature-line": checks.literature,
        "equipment-check": checks.equipment,
        "premises-check": checks.premises,
        "standards-register": checks.standards,
        "figures-on-time": figures.released,
        "day-to-day-watch": checks.watch,
        "sharing-protocol": versions.protocol,
        "policy-history": told.history,
        "law-register": told.laws,
        "referral-sources": told.sources,
        "host-standing": told.host,
        "words": told.words,
        "second-factor": told.two_steps,
        "source-of-every-rule": told.rules,
    }
)


def standing(slug: str, book: Book) -> Standing:
    """What a register comes to today. Raises KeyError for one that is kept elsewhere or has no effect here."""
    return Standing(tuple(JUDGED[slug](book.until_today())))
