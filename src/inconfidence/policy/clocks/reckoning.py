"""From what came, and when, to the date that counts, with every step said in a sentence."""

from datetime import date

from inconfidence.policy.clocks.answers import BadClock, Reckoned, Waiting
from inconfidence.policy.clocks.events import Events, fitting
from inconfidence.policy.clocks.families import reckon_for_family
from inconfidence.policy.clocks.holidays import HOLIDAYS, Holidays
from inconfidence.policy.clocks.requests import reckon_request
from inconfidence.policy.clocks.rows import FAMILIES, row_of


def reckon(
    name: str, received: date, events: Events | None = None, holidays: Holidays = HOLIDAYS
) -> Reckoned | Waiting:
    """Work out one date. Raises BadClock when the name, a date or an event does not fit."""
    row = row_of(name, received)
    if row.hours:
        raise BadClock(f"{name} counts hours: expected an instant with its offset, not a day.")
    happened = fitting(name, row.events, received, row.since, events or {})
    if name in FAMILIES:
        return reckon_for_family(row, received, happened, holidays)
    return reckon_request(name, row, received, happened, holidays)
