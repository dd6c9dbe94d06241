"""Loading the demonstration: five services, their people, the steps of their history in order of time."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

from inconfidence.demonstration import accounts, side_by_side
from inconfidence.demonstration.accounts import Account
from inconfidence.demonstration.content import DemonstrationService, content
from inconfidence.demonstration.plan import YEARS_OF_HISTORY, steps
from inconfidence.demonstration.staff import begin
from inconfidence.demonstration.taking import Files, History, take

Told = Callable[[str, int, int], None]

SEED = 2026


@dataclass(frozen=True, slots=True)
class Wish:
    """Which demonstration is wanted: as of which day, from which seed, of which size."""

    today: date
    seed: int = SEED
    size: str = "small"


def load(folder: Path, wish: Wish, told: Told) -> tuple[Account, ...]:
    """Make every demonstration service in `folder`, telling (service, done, of) as it goes.

    NotADemonstrationError unless the folder was marked when it was made.
    """
    accounts.accounts(folder)
    services = content().services
    if side_by_side.possible(folder):
        made = side_by_side.load(folder, [service.policy for service in services], wish, told)
    else:
        made = [one(service, wish, told) for service in services]
    found = tuple(account for each in made for account in each)
    accounts.keep(folder, found)
    return found


def one(service: DemonstrationService, wish: Wish, told: Told) -> tuple[Account, ...]:
    """Make one service with its people and its history; answers who can sign in."""
    clock = History(_before(wish.today))
    people, found = begin(service, wish.seed, clock)
    plan = steps(content(), service, today=wish.today, seed=wish.seed, size=wish.size)
    files = Files()
    for done, step in enumerate(plan, 1):
        clock.moment = step.when
        take(step, people[step.worker], files)
        told(service.name, done, len(plan))
    return found


def _before(today: date) -> datetime:
    """A month before anything happened, when the service began."""
    return datetime.combine(today - timedelta(days=YEARS_OF_HISTORY * 366 + 31), time(9), tzinfo=UTC)
