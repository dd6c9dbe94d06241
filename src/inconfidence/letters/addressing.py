"""May this be addressed? Asked before an address is put on anything: from the record, never typed.

Whatever stands in the way is one plain sentence, with what would change it. Handing a letter over in person is
always left: then it carries a name and no address.
"""

import re
from dataclasses import dataclass
from datetime import date

POSTCODE = re.compile(r"\b([A-Z]{1,2}\d[A-Z\d]?)\s*(\d[A-Z]{2})\b", re.IGNORECASE)
HAND_OVER = "Or hand it over in person: the letter then carries no address."


@dataclass(frozen=True, slots=True)
class Addressee:
    """What the record says of reaching somebody by post.

    `ok_post` is yes, no or not_asked. `keep_away` is whom or what must never be contacted, in words.
    `came_back`: post to this address has come back. `waits`: another address was given, and is not used yet.
    `ask_again_on`: from then on what they said may be out of date.
    """

    name: str
    address: str
    ok_post: str = "not_asked"
    confidential: bool = False
    keep_away: str = ""
    came_back: bool = False
    waits: bool = False
    ask_again_on: date | None = None


@dataclass(frozen=True, slots=True)
class Addressing:
    """The answer. `lines` is what an envelope shows when it is yes; `says` and `change` are empty then."""

    yes: bool
    lines: tuple[str, ...]
    says: str = ""
    change: str = ""


def may_address(who: Addressee, today: date) -> Addressing:
    """Whether post may carry this address today. The first thing in the way answers; the gravest stands first."""
    for stands, says, change in _in_the_way(who, today):
        if stands:
            return Addressing(False, (who.name,), says, f"{change} {HAND_OVER}")
    return Addressing(True, (who.name, *address_lines(who.address)))


def _in_the_way(who: Addressee, today: date) -> tuple[tuple[bool, str, str], ...]:
    ask = "Ask them, and record how to reach them."
    return (
        (who.confidential, "The address is secret: it is never printed.", "Only they can change that."),
        (
            _kept_away(who),
            "The record says that this is never to be contacted.",
            "Only they can change that.",
        ),
        (who.ok_post == "no", "They said no to letters.", ask),
        (who.ok_post != "yes", "They have not been asked whether letters are safe.", ask),
        (
            who.waits,
            "Another address was given, and is not used for 72 hours or until it is checked another way.",
            "Check it another way, and record how.",
        ),
        (not who.address.strip(), "No address is on record.", ask),
        (who.came_back, "Post to this address has come back.", "Ask for the right one, and record it."),
        (
            who.ask_again_on is not None and who.ask_again_on <= today,
            "What they said about reaching them was to be asked again by now.",
            ask,
        ),
    )


def _kept_away(who: Addressee) -> bool:
    """Whether the words about never contacting somebody name this very addressee, or this address."""
    words = _plain(who.keep_away)
    if not words:
        return False
    names = [part for part in (_plain(who.name),) if len(part) > 2]
    return any(name in words for name in names) or names_address(who.keep_away, who.address)


def names_address(text: str, address: str) -> bool:
    """Whether a text names this address: its postcode, or its first line (house and street)."""
    if not address.strip():
        return False
    within = _plain(text)
    codes = {_plain("".join(found)) for found in POSTCODE.findall(address)}
    joined = within.replace(" ", "")
    first = _plain(address_lines(address)[0])
    return any(code in joined for code in codes) or (
        any(sign.isdigit() for sign in first) and first in within
    )


def address_lines(address: str) -> tuple[str, ...]:
    """An address as an envelope shows it: a line each, split at commas where it was typed in one line."""
    lines = [line.strip(" ,") for line in address.splitlines() if line.strip(" ,")]
    if len(lines) == 1:
        lines = [part.strip() for part in lines[0].split(",") if part.strip()]
    return tuple(lines) or ("",)


def postal(reach: str) -> tuple[str, ...]:
    """The address in what is on record about reaching somebody at work; none where no postcode stands in it."""
    return address_lines(reach) if POSTCODE.search(reach) else ()


def _plain(text: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", text.casefold()))
