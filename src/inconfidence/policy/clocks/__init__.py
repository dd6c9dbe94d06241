"""Dates that families rely on: by when a council must answer, and by when a family must.

Pure like the rest of the core: every date that counts is given, and nobody looks at a clock.
"""

from inconfidence.policy.clocks.days import KNOWN_UNTIL, spelt
from inconfidence.policy.clocks.reckoning import EVENTS, GUIDANCE, BadClock, Reckoned, aim, reckon
from inconfidence.policy.clocks.rows import LATER, LATEST, LONG_AGO, NAMES, Row, in_force

__all__ = [
    "BadClock",
    "EVENTS",
    "GUIDANCE",
    "KNOWN_UNTIL",
    "LATER",
    "LATEST",
    "LONG_AGO",
    "NAMES",
    "Reckoned",
    "Row",
    "aim",
    "in_force",
    "reckon",
    "spelt",
]
