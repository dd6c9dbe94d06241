"""Raising a concern, writing down what comes of it, and closing it."""

from inconfidence.safeguarding.actions.closing import NotClosed, close
from inconfidence.safeguarding.actions.noting import NotTold, note
from inconfidence.safeguarding.actions.raising import deliver_waiting, raise_concern
from inconfidence.safeguarding.actions.taking import take_on
from inconfidence.safeguarding.facts import EntryDetails

__all__ = [
    "EntryDetails",
    "NotClosed",
    "NotTold",
    "close",
    "deliver_waiting",
    "note",
    "raise_concern",
    "take_on",
]
