"""Whether words that came in name what must stay secret: an address, or somebody who must never be contacted."""

import re
from collections.abc import Iterable

from inconfidence.people.queries import CardView

POSTCODE = re.compile(r"\b([a-z]{1,2}\d[a-z\d]?) ?(\d[a-z]{2})\b")
NUMBERED = re.compile(r"\b\d+[a-z]? (?:[a-z]{3,} ?){1,4}")
NAME = re.compile(r"\b[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)*")
ADDRESS, PERSON = "address", "person"
# How families call one another: in every second letter, and nobody's name.
CALLED = frozenset(
    {"dad", "mum", "mam", "nan", "gran", "his", "her", "the", "my", "never", "anybody", "anyone", "not"}
)
SAID = {
    ADDRESS: "an address that must stay secret",
    PERSON: "somebody who must never be contacted",
}


def names_secret(card: CardView, text: str) -> tuple[str, ...]:
    """Which kinds of secret of this card stand in these words: `address`, `person`, both or none."""
    words = _bare(text)
    found = []
    if card.safe.address_confidential and _any(_places(card.address), words):
        found.append(ADDRESS)
    if _any(_people(card.safe.do_not_contact), words):
        found.append(PERSON)
    return tuple(found)


def sentence(kinds: Iterable[str]) -> str:
    """What is said where something was found, and what follows from it; empty where nothing was."""
    named = " and ".join(SAID[kind] for kind in kinds if kind in SAID)
    if not named:
        return ""
    return f"It names {named}, so it is never chosen for sharing and cannot go out as it is."


def _any(wanted: Iterable[str], words: str) -> bool:
    return any(f" {one} " in words for one in wanted)


def _bare(text: str) -> str:
    """Small letters and figures with single spaces between and around them."""
    return f" {re.sub(r'[^a-z0-9]+', ' ', text.casefold().replace('’', '').replace(chr(39), '')).strip()} "


def _places(address: str) -> set[str]:
    """What gives an address away: its postcode, written either way, and its number with its street."""
    bare = _bare(address)
    postcodes = {form for one, two in POSTCODE.findall(bare) for form in (f"{one} {two}", f"{one}{two}")}
    lines = [_bare(line).strip() for line in re.split(r"[\n,]", address)]
    return postcodes | {line for line in lines if NUMBERED.fullmatch(f"{line} ") or NUMBERED.fullmatch(line)}


def _people(who: str) -> set[str]:
    """Names, numbers and addresses in what was written about whom never to contact."""
    names = {_bare(name).strip() for name in NAME.findall(who)}
    numbers = {_bare(number).strip() for number in re.findall(r"\d[\d ]{8,}\d|\S+@\S+", who)}
    joined = {number.replace(" ", "") for number in numbers}
    return {name for name in names | numbers | joined | _places(who) if len(name) > 2 and name not in CALLED}
