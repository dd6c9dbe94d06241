"""Checking a record of a million events beside reading it and hashing what is stored of it.

We hold every column against the bytes and every event against the one before. The first peer reads the rows in the
order of the chains, every column that is looked at, and hashes the canonical bytes; it compares nothing. The second
reads nothing but number, hash before, hash and bytes: the least that a chain of hashes needs, and less than we look at.
All in one process. Unjudged: ours as the command runs it, with every processor, chain by chain.
"""

from pathlib import Path

from bench.figure import Figure
from bench.postgres import cluster
from bench.within import ask, django, environment, folder

EVENTS = 1_000_000


def checked(engine: str, data: Path, database: str) -> list[Figure]:
    """One engine."""
    variables = environment(data, database)
    django("migrate --run-syncdb --verbosity 0", variables)
    said = ask("bench.verify_rates", variables, str(EVENTS))
    work = f"verify {EVENTS:,} events, {engine}"
    least = f"{work}, the least reading"
    together = f"{least}, {said['processors']} processes"
    (ours, whole), (alone, bare), (beside, again) = said["whole"], said["least"], said["together"]
    return [
        Figure(work, "s", ours, whole, 1.25, at_most=True),
        Figure(least, "s", alone, bare, 1.25, at_most=True),
        Figure(together, "s", beside, again, 0.0, at_most=True, judged=False),
    ]


def measure() -> list[Figure]:
    """Both engines."""
    with folder() as data:
        found = checked("SQLite", data, "")
    with cluster() as address, folder() as data:
        return [*found, *checked("PostgreSQL", data, address("verify"))]
