"""Dates that count: by when a council must answer, by when a family must, and by when we must.

Pure like the rest of the core: every date that counts is given, and nobody looks at a clock.
"""

from inconfidence.policy.clocks.answers import (
    ADVICE,
    GUIDANCE,
    BadClock,
    Reckoned,
    ReckonedInstant,
    Waiting,
)
from inconfidence.policy.clocks.breach import reckon_hours, spelt_instant
from inconfidence.policy.clocks.changes import Changed, Shown, changed
from inconfidence.policy.clocks.days import LATEST, spelt
from inconfidence.policy.clocks.events import CERTIFICATE, EVENTS
from inconfidence.policy.clocks.holidays import HOLIDAYS, Holidays, Off
from inconfidence.policy.clocks.reckoning import reckon
from inconfidence.policy.clocks.rows import FAMILIES, HOURS, LONG_AGO, NAMES, Row, in_force
from inconfidence.policy.clocks.saying import aim

__all__ = [
    "ADVICE",
    "CERTIFICATE",
    "EVENTS",
    "FAMILIES",
    "GUIDANCE",
    "HOLIDAYS",
    "HOURS",
    "LATEST",
    "LONG_AGO",
    "NAMES",
    "BadClock",
    "Changed",
    "Holidays",
    "Off",
    "Reckoned",
    "ReckonedInstant",
    "Row",
    "Shown",
    "Waiting",
    "aim",
    "changed",
    "in_force",
    "reckon",
    "reckon_hours",
    "spelt",
    "spelt_instant",
]
