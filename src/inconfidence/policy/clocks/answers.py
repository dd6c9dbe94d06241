"""What a clock answers: a day with its working, that there is none yet, or one sentence on what does not fit."""

from dataclasses import dataclass
from datetime import date, datetime

GUIDANCE = "This is guidance, not legal advice. Check the letter: it may give another date."
ADVICE = "This is guidance, not legal advice."


class BadClock(ValueError):
    """No date can be worked out from this; the message says in one sentence what was expected."""


@dataclass(frozen=True, slots=True)
class Reckoned:
    """A date with its working.

    `target` is our own, never later than `legal_due`; `legal_due_latest` is there only where the law can be read in
    two ways; `provisional`: bank holidays are not known for that day. `amber` and `red` are the days from which it is
    shown in these colours, where there are any.
    """

    name: str
    target: date
    legal_due: date
    legal_due_latest: date | None
    working: tuple[str, ...]
    provisional: bool
    amber: date | None = None
    red: date | None = None


@dataclass(frozen=True, slots=True)
class Waiting:
    """There is no last day yet: something that was asked for has not come. It cannot be earlier than `not_before`."""

    name: str
    not_before: date
    working: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReckonedInstant:
    """A clock that counts hours, with its working. Nothing about it is provisional: no holiday moves it."""

    name: str
    target: datetime
    legal_due: datetime
    working: tuple[str, ...]
