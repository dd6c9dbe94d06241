"""From what was on a card, what was given since and when → what is used today.

Somebody who pretends to be another begins by giving a new number or address. So what is new waits for 72 hours, unless
it was checked in a second way; what was there before stands meanwhile. What is only taken away is away at once.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

HOLD = timedelta(hours=72)


@dataclass(frozen=True, slots=True)
class Given:
    """Numbers or addresses of one kind: what was used before, what was given instead, at which moment."""

    before: tuple[str, ...]
    now: tuple[str, ...]
    at: datetime

    @property
    def until(self) -> datetime:
        """The moment from which what was given is used, if nobody checks it sooner."""
        return self.at + HOLD

    def waits(self, moment: datetime) -> bool:
        """Whether what was given is not used yet. An hour on a clock that changes is an hour."""
        return bool(set(self.now) - set(self.before)) and moment < self.until

    def used(self, moment: datetime) -> tuple[str, ...]:
        """What is used at this moment."""
        return self.before if self.waits(moment) else self.now


def changed(was: Given, to: tuple[str, ...], at: datetime) -> Given:
    """What stands after `to` was given. What waited already and is given again waits no longer for that."""
    if to == was.now:
        return was
    return Given(was.used(at), to, at)


def checked(was: Given) -> Given:
    """What stands once it was checked in a second way: nothing waits."""
    return Given(was.now, was.now, was.at)
