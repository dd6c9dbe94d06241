"""Loading the demonstration: five services, their people, the steps of their history in order of time."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

from inconfidence.demonstration import accounts
from inconfidence.demonstration.accounts import Account
from inconfidence.demonstration.content import content
from inconfidence.demonstration.plan import MONTHS_OF_HISTORY, steps
from inconfidence.demonstration.staff import begin
from inconfidence.demonstration.taking import Files, History, take

Told = Callable[[str, int, int], None]

SEED = 2026


def load(
    folder: Path, *, today: date, told: Told, seed: int = SEED, size: str = "small"
) -> tuple[Account, ...]:
    """Make every demonstration service in `folder`, telling (service, done, of) as it goes.

    NotADemonstrationError unless the folder was marked when it was made.
    """
    accounts.accounts(folder)
    found: tuple[Account, ...] = ()
    for service in content().services:
        clock = History(_before(today))
        people, more = begin(service, seed, clock)
        found += more
        accounts.keep(folder, found)
        plan = steps(content(), service, today=today, seed=seed, size=size)
        files = Files()
        for done, step in enumerate(plan, 1):
            clock.moment = step.when
            take(step, people[step.worker], files)
            told(service.name, done, len(plan))
    return found


def _before(today: date) -> datetime:
    """A day before anything happened, when the service began."""
    return datetime.combine(today - timedelta(days=(MONTHS_OF_HISTORY + 1) * 31), time(9), tzinfo=UTC)
