"""Whether words that came in name what must stay secret: an address, or somebody who must never be contacted."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from inconfidence import codes
from inconfidence.people.queries import CardView
from inconfidence.quarantine.kinds import SORTS, Kind

POSTCODE = re.compile(r"\b([a-z]{1,2}\d[a-z\d]?) ?(\d[a-z]{2})\b")
NAME = re.compile(r"\b[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)*")
ADDRESS, PERSON = "address", "person"
WORDS_OF_AN_ITEM = ("title", "text", "next_step")
WORDS_OF_A_LETTER = ("heading", "text", "to", "beside")
PICTURES = frozenset({SORTS[Kind.PNG].content_type, SORTS[Kind.JPEG].content_type})
# How families call one another: in every second letter, and nobody's name.
CALLED = frozenset(
    {"dad", "mum", "mam", "nan", "gran", "his", "her", "the", "my", "never", "anybody", "anyone", "not"}
)
SAID = {
    ADDRESS: "an address that must stay secret",
    PERSON: "somebody who must never be contacted",
}
UNREAD = (
    "Not all of it could be searched for what must stay secret, because words in a picture, a scan or another file"
    " inside it cannot be read here. Look through it yourself before it goes to anybody"
)
UNSOUGHT = (
    "It came before we knew all that must stay secret here, and was not searched for it. Look through it yourself"
    " before it goes to anybody"
)
UNOPENED = (
    "It is held unopened, and was not searched for what must stay secret here. Look through a copy that opens before it"
    " goes to anybody"
)
# One word for however it is written. "St" is a saint as often as a street, so all three are one.
SHORT = {
    "road": "rd", "street": "st", "saint": "st", "str": "st", "avenue": "ave", "av": "ave", "lane": "ln", "drive": "dr",
    "drv": "dr", "close": "cl", "clo": "cl", "court": "ct", "crt": "ct", "crescent": "cres", "cresc": "cres",
    "place": "pl", "terrace": "ter", "terr": "ter", "gardens": "gdns", "garden": "gdns", "gdn": "gdns", "grove": "gr",
    "grv": "gr", "square": "sq", "park": "pk", "buildings": "bldgs", "building": "bldgs", "bldg": "bldgs",
    "cottages": "cottage", "cott": "cottage", "mount": "mt", "green": "grn", "estate": "est", "house": "hse",
    "apartment": "flat", "apt": "flat", "number": "no", "nr": "no",
}  # fmt: skip
# With these the name of a street or of a house ends, and what follows is something else.
ENDING = (
    "rd st ave ln dr cl ct cres pl ter gdns gr sq pk bldgs cottage mt grn est hse way walk hill row mews yard rise view"
    " vale wharf quay bank brow croft fold garth gate end side villas farm barn lodge hall manor bungalow towers"
    " tower point parade broadway circus heights meadow meadows field fields refuge hostel hotel"
)
ENDS = frozenset(ENDING.split())
INSIDE = re.compile(r"\d+[a-z]?|flat|unit|no|floor|room|block|ground|first|second|third|top|[a-z]")
HOUSES = frozenset(
    {"cottage", "farm", "barn", "lodge", "bungalow", "villas", "hse", "refuge", "hostel", "hotel"}
)
COUNTIES = frozenset(row.code for row in codes.rows("county"))


def names_secret(card: CardView, text: str) -> tuple[str, ...]:
    """Which kinds of secret of this card stand in these words: `address`, `person`, both or none."""
    words = _bare(text)
    found = []
    if card.safe.address_confidential and _any(_places(card), words):
        found.append(ADDRESS)
    if _any(_people(card.safe.do_not_contact), words):
        found.append(PERSON)
    return tuple(found)


def names_address(card: CardView, said: Mapping[str, Any]) -> bool:
    """Whether an opened record names the address of this card and it must stay secret now, whenever it was written.

    What was found in a file or an e-mail when it came counts, since its words are not in the record.
    """
    return ADDRESS in named_now(card, said)


def named_now(card: CardView, said: Mapping[str, Any]) -> tuple[str, ...]:
    """Which kinds of secret an opened record names that are secret now: found when it came, or in its words today."""
    found = {*said.get("secrets", ()), *said.get("mail", {}).get("secrets", ())}
    address = card.safe.address_confidential and (
        ADDRESS in found or names_secret_address(card, _words(said))
    )
    person = PERSON in found and bool(card.safe.do_not_contact.strip())
    return (ADDRESS,) * address + (PERSON,) * person


def look_yourself(card: CardView, said: Mapping[str, Any]) -> str:
    """Why what must stay secret may stand in this document unnoticed; empty where it was searched, or is no file."""
    secret = to_keep_secret(card)
    if not secret or said.get("secrets") or "letter" in said or "content_type" not in said:
        return ""
    if said.get("held"):
        return UNOPENED
    if said.get("unread", said["content_type"] in PICTURES):
        return UNREAD
    return UNSOUGHT if said.get("sought", "") != secret else ""


def before_it_goes(card: CardView, said: Mapping[str, Any]) -> str:
    """Why a person must look through this item before it goes to anybody; empty where nothing calls for it."""
    if not keeps_secret(card):
        return ""
    return sentence(set(named_now(card, said)) & {PERSON}) or look_yourself(card, said)


def names_secret_address(card: CardView, text: str) -> bool:
    """Whether these words name the address of this card while it must stay secret."""
    return ADDRESS in names_secret(card, text)


def keeps_secret(card: CardView) -> bool:
    """Whether there is anything on this card that words which came in must not name."""
    return bool(to_keep_secret(card))


def to_keep_secret(card: CardView) -> str:
    """What on this card must not be named, as it is written there: it tells later what a file was searched for."""
    addresses = card.addresses if card.safe.address_confidential else ()
    said = (*addresses, card.safe.do_not_contact)
    return "\n".join(filter(None, (one.strip() for one in said)))


def sentence(kinds: Iterable[str]) -> str:
    """What is said where something was found, and what follows from it; empty where nothing was."""
    found = [kind for kind in SAID if kind in set(kinds)]
    if not found:
        return ""
    named = " and ".join(SAID[kind] for kind in found)
    if ADDRESS in found:
        return f"It names {named}, so it is never chosen for sharing and cannot go out as it is."
    return f"It names {named}, so it is never chosen for sharing by itself. Look through it before it goes to anybody."


def _places(card: CardView) -> set[str]:
    return {place for address in card.addresses for place in places(address)}


def places(address: str) -> set[str]:
    """What gives an address away: its postcode, written either way, and every line of it but the town."""
    pieces = _pieces(address)
    if len(pieces) > 1 and _is_town(pieces[-1]):
        del pieces[-1]
    return _postcodes(_bare(address)) | {way for piece in pieces for way in _ways(piece)}


def _words(said: Mapping[str, Any]) -> str:
    """The words of an opened record; of a letter of ours, all that is printed."""
    letter = said.get("letter", {})
    printed = (letter.get(key, "") for key in WORDS_OF_A_LETTER)
    lines = ("\n".join(each) if isinstance(each, list) else each for each in printed)
    return "\n".join((*(str(said.get(key, "")) for key in WORDS_OF_AN_ITEM), *lines))


def _any(wanted: Iterable[str], words: str) -> bool:
    return any(f" {one} " in words for one in wanted)


def _bare(text: str) -> str:
    """Small letters and figures with single spaces between and around them, what is often shortened in one form."""
    plain = re.sub(r"['’‘`]", "", text.casefold())
    words = re.sub(r"[^\w]+|_", " ", plain).split()
    return f" {' '.join(SHORT.get(word, word) for word in words)} "


def _postcodes(bare: str) -> set[str]:
    return {form for one, two in POSTCODE.findall(bare) for form in (f"{one} {two}", f"{one}{two}")}


def _pieces(address: str) -> list[list[str]]:
    """The words of an address, house by street by place; a number goes with what follows it, and a county goes."""
    found: list[list[str]] = []
    before: list[str] = []
    for line in re.split(r"[\n,;]", address):
        for piece in _cut(POSTCODE.sub(" ", _bare(line)).split()):
            words = before + piece
            before = words if all(INSIDE.fullmatch(word) for word in words) else []
            found += [words] if not before else []
    found += [before] if before else []
    while len(found) > 1 and (found[-1][-1] in COUNTIES or found[-1][-1].endswith("shire")):
        del found[-1]
    return found


def _cut(words: list[str]) -> Iterator[list[str]]:
    """A line written without commas, cut where a street or a house ends."""
    piece: list[str] = []
    for here, after in zip(words, [*words, ""][1:], strict=True):
        named = any(not INSIDE.fullmatch(word) for word in piece)
        piece.append(here)
        saint = after == "st" and here in HOUSES
        if here in ENDS and named and (saint or after not in ENDS):
            yield piece
            piece = []
    if piece:
        yield piece


def _is_town(piece: list[str]) -> bool:
    return not any(word in ENDS or word[0].isdigit() for word in piece)


def _ways(piece: list[str]) -> set[str]:
    """A line as it may stand in words: without its numbers where what is left tells enough, else with each of them."""
    inside = [word for word in piece if INSIDE.fullmatch(word)]
    first = next((at for at, word in enumerate(piece) if not INSIDE.fullmatch(word)), len(piece))
    name = " ".join(piece[first:])
    if not inside or " " in name:
        return {name or " ".join(piece)}
    numbers = [word for word in inside if word[0].isdigit()]
    return {f"{number} {name}".strip() for number in numbers} | {" ".join(piece)}


def _people(who: str) -> set[str]:
    """Names, numbers and addresses in what was written about whom never to contact."""
    names = {_bare(name).strip() for name in NAME.findall(who)}
    numbers = {_bare(number).strip() for number in re.findall(r"\d[\d ]{8,}\d|\S+@\S+", who)}
    joined = {number.replace(" ", "") for number in numbers}
    found = names | numbers | joined | _streets(who) | _postcodes(_bare(who))
    return {name for name in found if len(name) > 2 and name not in CALLED}


def _streets(who: str) -> set[str]:
    """The numbered streets among other words."""
    found = re.findall(r"\b\d+[a-z]? ((?:[a-z]+ ){1,4})", _bare(who))
    cut = [next(_cut(words.split())) for words in found]
    return {" ".join(piece) for piece in cut if len(piece) > 1 and piece[-1] in ENDS}
