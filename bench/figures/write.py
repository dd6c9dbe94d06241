"""An audited write beside a plain event row, in the same transaction, on SQLite as we serve it."""

from bench.figure import Figure
from bench.within import ask, django, environment, folder


def measure() -> list[Figure]:
    """Rates of one connection, eleven short rounds in turn."""
    with folder() as data:
        variables = environment(data)
        django("migrate --run-syncdb --verbosity 0", variables)
        said = ask("bench.write_rates", variables)
    note = f"this disk confirms {said['syncs']:,.0f} writes a second"
    return [Figure("audited write, SQLite", "a second", said["ours"], said["peer"], 0.85, note=note)]
