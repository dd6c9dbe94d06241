"""Checking a record of a million events beside reading the same rows and hashing what is stored of them."""

from pathlib import Path

from bench.figure import Figure
from bench.postgres import cluster
from bench.within import ask, django, environment, folder

EVENTS = 1_000_000


def checked(engine: str, data: Path, database: str) -> Figure:
    """One engine."""
    variables = environment(data, database)
    django("migrate --run-syncdb --verbosity 0", variables)
    said = ask("bench.verify_rates", variables, str(EVENTS))
    return Figure(f"verify {EVENTS:,} events, {engine}", "s", said["ours"], said["peer"], 1.25, at_most=True)


def measure() -> list[Figure]:
    """Both engines."""
    with folder() as data:
        found = [checked("SQLite", data, "")]
    with cluster() as address, folder() as data:
        return [*found, checked("PostgreSQL", data, address("verify"))]
