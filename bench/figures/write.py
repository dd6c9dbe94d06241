"""An audited write beside a plain event row, in the same transaction: SQLite as we serve it, PostgreSQL with eight."""

from pathlib import Path

from bench.figure import Figure
from bench.postgres import cluster
from bench.within import ask, django, environment, folder

CLIENTS = 8


def compared(work: str, data: Path, database: str, count: int, floor: float) -> Figure:
    """Rates of so many clients, eleven short rounds in turn."""
    variables = environment(data, database)
    django("migrate --run-syncdb --verbosity 0", variables)
    said = ask("bench.write_rates", variables, str(count))
    note = f"this disk confirms {said['syncs']:,.0f} writes a second"
    return Figure(work, "a second", said["ours"], said["peer"], floor, note=note)


def measure() -> list[Figure]:
    """One connection to SQLite; eight to a PostgreSQL of this run's own, and one for comparison."""
    with folder() as data:
        found = [compared("audited write, SQLite", data, "", 1, 0.85)]
    with cluster() as address, folder() as data:
        work = f"audited write, PostgreSQL, {CLIENTS} clients"
        found.append(compared(work, data, address("eight"), CLIENTS, 0.8))
    return found
