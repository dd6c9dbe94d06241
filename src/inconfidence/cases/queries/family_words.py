"""Words that would give a family away where others read along: their names, and an address that must stay secret."""

import re
from collections.abc import Iterable

from inconfidence.cases.queries.beginning import said_of
from inconfidence.cases.queries.documents_naming import ADDRESS, names_secret
from inconfidence.cases.queries.door import OpenCase
from inconfidence.people.queries import CardView

SHORTEST_NAME = 3
SAYS_NAME = "Calendars are read by others: say the place without a name of the family"
NAMES_PROTECTED = "This names an address that must stay secret: take it out"


def names_of(door: OpenCase, card: CardView) -> frozenset[str]:
    """Every word of the names of the person and of the child, and its parts; in small letters, short ones left out."""
    child = said_of(door)["child"]["name"]
    return frozenset(
        word
        for name in (card.name, card.known_as, child)
        for word in _words(name)
        if len(word) >= SHORTEST_NAME
    )


def gives_away(door: OpenCase, card: CardView, text: str) -> str:
    """Why this may not stand where others read along, as one sentence; empty when it may."""
    if ADDRESS in names_secret(card, text):
        return NAMES_PROTECTED
    return SAYS_NAME if names_of(door, card) & set(_words(text)) else ""


def _words(text: str) -> Iterable[str]:
    """Words in small letters, and the parts of those that a hyphen or apostrophe joins; "Sam's" is Sam."""
    found = [
        re.sub(r"['’]s?$", "", word) for word in re.findall(r"[^\W_]+(?:['’-][^\W_]+)*['’]?", text.casefold())
    ]
    joined = [re.sub(r"['’-]", "", word) for word in found]
    return {*found, *joined, *(part for word in found for part in re.split(r"['’-]", word))}
