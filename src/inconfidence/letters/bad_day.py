"""Paper for the day the system is down: what to say, whom to ring, and empty sheets. Nothing of any family."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from inconfidence.letters.family import spoken
from inconfidence.letters.leaflets import sheet, source, terms
from inconfidence.letters.paper import Block, Letterhead, Paper, Sheet
from inconfidence.letters.wording import Template
from inconfidence.policy.edition import Edition
from inconfidence.policy.replies import NEITHER_CONFIRM_NOR_DENY, UNTIL_WE_KNOW

TITLE = "For the day the system is down"
# Which wordings, and how many of each: whom to ring follows the first.
SHEETS: Mapping[str, int] = MappingProxyType({"bad_day": 1, "call_sheet": 6, "concern_sheet": 2})
IN_DANGER = "Is somebody in danger now? Ring 999 first. Nobody’s yes is needed to keep somebody safe."


@dataclass(frozen=True, slots=True)
class Goes:
    """Where one kind of concern goes, in the service's words: whom it is about, who hears it, who never does."""

    about: str
    hearers: tuple[str, ...]
    may: tuple[str, ...]
    never: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Number:
    """Somebody who hears of concerns, and their number; empty where the service has not entered it."""

    who: str
    number: str


def bad_day(
    head: Letterhead,
    edition: Edition,
    wordings: Mapping[str, Template],
    roads: Iterable[Goes],
    numbers: Iterable[Number],
    today: str,
    *,
    large: bool,
) -> Paper:
    """All of it as one print. A service's own wording of a sheet takes the place of ours.

    One of its own that is not in order is left out, as everywhere.
    """
    values = _values(head, edition)
    first, *empty = (
        [sheet(wordings[name], values, edition)] * copies if name in wordings else []
        for name, copies in SHEETS.items()
    )
    parts = (*first, _whom_to_ring(roads, numbers), *(one for copies in empty for one in copies))
    return Paper(TITLE, head, parts, f"{source(edition)}. Printed {today}.", large)


def _values(head: Letterhead, edition: Edition) -> dict[str, str]:
    named = terms(edition)
    begin = {
        name: named[name][:1].upper() + named[name][1:] for name in ("privacy_notice", "permission_form")
    }
    return (
        named
        | begin
        | {
            "service": head.service,
            "spoken": "\n".join(f"- {line}" for line in spoken(edition)),
            "until_we_know": UNTIL_WE_KNOW,
            "to_callers": NEITHER_CONFIRM_NOR_DENY,
        }
    )


def _whom_to_ring(roads: Iterable[Goes], numbers: Iterable[Number]) -> Sheet:
    """Who must hear of which concern, and how to reach them; a line to write on where no number is known."""
    every = tuple(numbers)
    known = tuple(f"{each.who}: {each.number}" for each in every if each.number)
    unknown = tuple(each.who for each in every if not each.number)
    blocks = [Block("p", IN_DANGER), Block("h", "Numbers")]
    blocks += [Block("list", items=known)] if known else []
    blocks += [Block("sign", items=unknown)] if unknown else []
    for road in roads:
        blocks += [Block("h", road.about), Block("list", items=tuple(_lines(road)))]
    return Sheet("If somebody may come to harm", tuple(blocks))


def _lines(road: Goes) -> Iterable[str]:
    said = (("Tell today", road.hearers), ("May be told, if needed", road.may), ("Never", road.never))
    return (f"{what}: {', '.join(who)}." for what, who in said if who)
