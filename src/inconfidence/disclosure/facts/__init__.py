"""From what the worker said and what the rows know to the facts of `may_disclose`.

The worker never answers what the rows know.
"""

from inconfidence.disclosure.facts.listeners import LISTENERS, Listening, listening
from inconfidence.disclosure.facts.sharing import (
    HOW,
    LOOK_FIRST,
    Chosen,
    Doing,
    Known,
    Sharing,
    about_a_caller,
    danger_of,
    facts,
    risk_entry,
)

__all__ = [
    "HOW",
    "LISTENERS",
    "LOOK_FIRST",
    "Chosen",
    "Doing",
    "Known",
    "Listening",
    "Sharing",
    "about_a_caller",
    "danger_of",
    "facts",
    "listening",
    "risk_entry",
]
