"""`clock`: a date that counts, with its working."""

import sys
from argparse import Namespace
from collections.abc import Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from inconfidence.commands.arguments import command
from inconfidence.commands.printing import BadInput, as_json, nearest, wrapped
from inconfidence.policy.clocks import (
    HOURS,
    LONG_AGO,
    NAMES,
    BadClock,
    Reckoned,
    ReckonedInstant,
    Waiting,
    reckon,
    reckon_hours,
    spelt,
    spelt_instant,
)

if TYPE_CHECKING:
    from inconfidence.commands.arguments import Commands

# The legal date of an instant is the day it was in England, whatever the machine thinks.
ENGLAND = ZoneInfo("Europe/London")
DAY = len("2026-11-20")
OF_A_BIRTHDAY = "school-leaving"
AN_INSTANT = "expected an instant with its offset like 2026-11-20T09:30:00+00:00"
LIKE = "expected a day like 2026-11-20, or an instant with its offset like 2026-11-20T09:30:00+00:00"

Found = Reckoned | Waiting | ReckonedInstant


def add(commands: "Commands") -> None:
    """Add `clock`."""
    clock = command(commands, "clock", "the date by which something is due, with its working", _clock)
    clock.add_argument("name", metavar="NAME", help=f"one of {', '.join(NAMES)}")
    clock.add_argument("--received", metavar="DATE", required=True, help="when it came, or what it is dated")
    clock.add_argument(
        "--event",
        metavar="KIND=DATE",
        action="append",
        default=[],
        help="what has happened since, for example mediation-certificate=2026-12-21; may be given again",
    )


def _clock(asked: Namespace) -> int:
    received, events = legal_date(asked.received), _events(asked.event)
    if asked.name == OF_A_BIRTHDAY and received > today():
        raise BadInput(f"{received} is still to come; expected a birthday up to today, {today()}.")
    try:
        found = _found(asked, received, events)
    except BadClock as bad:
        raise BadInput(_with_nearest(str(bad), asked.name)) from None
    days = [received, *(day for each in events.values() for day in each)]
    for sentence in look_again(asked.name, days, today()):
        print(sentence, file=sys.stderr)
    as_json(answer(found)) if asked.json else print(card(found))
    return 0


def _found(asked: Namespace, received: date, events: dict[str, list[date]]) -> Found:
    """A clock of hours takes the instant itself, and no event; every other one the legal date."""
    if asked.name not in HOURS:
        return reckon(asked.name, received, events)
    if events:
        raise BadInput(f"{asked.name} takes no events, not {next(iter(events))}.")
    if len(asked.received) == DAY:
        raise BadInput(f"{asked.name} counts hours; {AN_INSTANT}, not {asked.received}.")
    return reckon_hours(asked.name, datetime.fromisoformat(asked.received), ENGLAND)


def look_again(name: str, days: Sequence[date], today: date) -> list[str]:
    """A sentence for each day that is likelier mistyped than meant; said beside the answer, which stands."""
    ahead = [f"Check the date: {spelt(day)} has not been yet." for day in days if day > today]
    first = days[0]
    old = name != OF_A_BIRTHDAY and first < today - LONG_AGO
    return [*ahead, *([f"Check the year: {spelt(first)} is more than two years ago."] if old else [])]


def _with_nearest(says: str, name: str) -> str:
    near = "" if name in NAMES else nearest(name, NAMES)
    return says.replace(" is no clock;", f" is no clock{near};", 1)


def today() -> date:
    """The day it is in England by this machine's clock."""
    return datetime.now(ENGLAND).date()


def legal_date(typed: str) -> date:
    """The day somebody typed, or the day in England of an instant. Raises BadInput."""
    try:
        if len(typed) == DAY:
            return date.fromisoformat(typed)
        instant = datetime.fromisoformat(typed)
        if instant.tzinfo is None:
            raise BadInput(f"{typed} has no offset; {LIKE}.")
        return instant.astimezone(ENGLAND).date()
    except (ValueError, OverflowError):
        raise BadInput(f"{typed} is no date; {LIKE}.") from None


def _events(typed: list[str]) -> dict[str, list[date]]:
    events: dict[str, list[date]] = {}
    for each in typed:
        kind, equals, day = each.partition("=")
        if not equals:
            raise BadInput(f"{each} is no event; expected KIND=DATE, like mediation-certificate=2026-12-21.")
        events.setdefault(kind, []).append(legal_date(day))
    return events


def answer(found: Found) -> dict[str, object]:
    """A date in the shape that scripts rely on; none of the three while something is waited for."""
    if isinstance(found, Waiting):
        days: tuple[date | None, ...] = (None, None, None)
    elif isinstance(found, ReckonedInstant):
        days = found.target, found.legal_due, None
    else:
        days = found.target, found.legal_due, found.legal_due_latest
    target, due, latest = (day.isoformat() if day else None for day in days)
    return {
        "target": target,
        "legal_due": due,
        "legal_due_latest": latest,
        "working": list(found.working),
        "provisional": isinstance(found, Reckoned) and found.provisional,
    }


def card(found: Found) -> str:
    """A date for people: the day, then how it was worked out."""
    if isinstance(found, Waiting):
        first = "No last day yet"
    else:
        first = (
            spelt_instant(found.legal_due) if isinstance(found, ReckonedInstant) else spelt(found.legal_due)
        )
    return "\n".join([first, "", *(wrapped(each, "  ") for each in found.working)])
