"""Checking a record of a million events beside reading it and hashing what is stored of it.

The peer reads number, hash before, hash and canonical bytes of each event in the order of the chains, and hashes the
bytes; it compares nothing. We read the columns that repeat the bytes as well, and hold everything against everything.
We use the processors there are, chain by chain; the peer cannot, for it is one reading. So the figure of one process
stands beside it, unjudged.
"""

from pathlib import Path

from bench.figure import Figure
from bench.postgres import cluster
from bench.within import ask, django, environment, folder

EVENTS = 1_000_000


def checked(engine: str, data: Path, database: str) -> list[Figure]:
    """One engine: with every processor, and with one."""
    variables = environment(data, database)
    django("migrate --run-syncdb --verbosity 0", variables)
    said = ask("bench.verify_rates", variables, str(EVENTS))
    work, note = (
        f"verify {EVENTS:,} events, {engine}",
        f"ours in {said['processors']} processes, the peer in one",
    )
    return [
        Figure(work, "s", said["ours"], said["peer"], 1.25, at_most=True, note=note),
        Figure(f"{work}, one process", "s", said["alone"], said["beside"], 0.0, at_most=True, judged=False),
    ]


def measure() -> list[Figure]:
    """Both engines."""
    with folder() as data:
        found = checked("SQLite", data, "")
    with cluster() as address, folder() as data:
        return [*found, *checked("PostgreSQL", data, address("verify"))]
