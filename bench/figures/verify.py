"""Checking a record of a million events beside reading it and hashing what is stored of it.

The peer reads the rows of the events in the order of the chains, every column that is looked at, and hashes the
canonical bytes; it compares nothing. We hold every column against the bytes and every event against the one before.
Both in one process. Unjudged beside it: ours with every processor, chain by chain, and a reading of nothing but
number, hash before, hash and bytes.
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
    rest = f"{work}: {said['processors']} processes, the least reading"
    return [
        Figure(work, "s", said["ours"], said["peer"], 1.25, at_most=True),
        Figure(rest, "s", said["together"], said["least"], 0.0, at_most=True, judged=False),
    ]


def measure() -> list[Figure]:
    """Both engines."""
    with folder() as data:
        found = checked("SQLite", data, "")
    with cluster() as address, folder() as data:
        return [*found, *checked("PostgreSQL", data, address("verify"))]
