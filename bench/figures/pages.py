"""The signed-in list of fifty sealed names and the case page of fifty notes, beside plain Django pages.

Both sides run two gunicorn workers with threads on the same machine and database engine; ours overwrites
freed memory, as it does in service. Eight clients ask without pause; ours and the peer's take turns.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import median

from bench.figure import ROUNDS, Figure
from bench.load import Asked, Load, drive
from bench.postgres import cluster
from bench.serving import Served, fetch, free_port, served
from bench.within import ask, django, environment, folder

SECONDS = 4.0
WARM = 1.0
QUIET = {"PYTHONMALLOC": "malloc", "MALLOC_PERTURB_": "165"}


@dataclass(frozen=True, slots=True)
class Side:
    """One program under load: where it is, and what its eight clients ask."""

    at: Served
    lists: tuple[Asked, ...]
    cases: tuple[Asked, ...]


def asked(seeded: list[dict[str, str]]) -> tuple[tuple[Asked, ...], tuple[Asked, ...]]:
    """The requests for the lists and for the case pages."""
    lists = tuple(Asked("/cases/", one["cookies"]) for one in seeded)
    return lists, tuple(Asked(one["case"], one["cookies"]) for one in seeded)


@contextmanager
def ours(data: Path, database: str) -> Iterator[Side]:
    """Our program with the bench's world."""
    port = free_port()
    variables = environment(data, database) | {"INCONFIDENCE_ADDRESS": f"http://localhost:{port}"}
    django("migrate --run-syncdb --verbosity 0", variables)
    django("collectstatic --noinput --verbosity 0", variables)
    lists, cases = asked(ask("bench.seed_ours", variables))
    with served("inconfidence.config.wsgi:application", variables | QUIET, port) as at:
        yield Side(at, lists, cases)


@contextmanager
def peer(data: Path, database: str) -> Iterator[Side]:
    """The plain program with the same world in clear."""
    variables = environment(data, "", "bench.peer.settings")
    variables |= {"BENCH_PEER_DATABASE": database} if database else {}
    django("migrate --run-syncdb --verbosity 0", variables)
    lists, cases = asked(ask("bench.seed_peer", variables))
    with served("bench.peer.wsgi:application", variables, free_port()) as at:
        yield Side(at, lists, cases)


def check(side: Side) -> None:
    """Both pages are what they are measured as: fifty names, fifty notes."""
    names = fetch(side.at.port, side.lists[0].path, side.lists[0].cookies)
    assert names.count('href="/cases/') >= 50, "the list does not show fifty cases"
    notes = fetch(side.at.port, side.cases[0].path, side.cases[0].cookies)
    assert len(notes) > 50 * 2048, "the case does not show fifty notes"


def rounds(mine: Side, other: Side, page: str) -> tuple[list[Load], list[Load]]:
    """Loads of both sides, in turn, after a warm-up of each."""
    runs = [partial(drive, side.at.port, side.at.master, getattr(side, page)) for side in (mine, other)]
    for run in runs:
        run(WARM)
    pairs = [(runs[0](SECONDS), runs[1](SECONDS)) for _ in range(ROUNDS)]
    return [pair[0] for pair in pairs], [pair[1] for pair in pairs]


def figures(engine: str, page: str, loads: tuple[list[Load], list[Load]]) -> Iterator[Figure]:
    """Three lines for one page on one engine: rate and 95th percentile are promised, processor time explains."""
    mine, other = loads
    what = {"lists": "list of 50", "cases": "case, 50 notes"}[page]

    def line(name: str, field: str, unit: str, floor: float, at_most: bool, judged: bool = True) -> Figure:
        values = [median(getattr(load, field) for load in side) for side in (mine, other)]
        return Figure(f"{what}, {engine}: {name}", unit, values[0], values[1], floor, at_most, judged)

    yield line("requests", "rate", "a second", 0.5, at_most=False)
    yield line("95th percentile", "p95_ms", "ms", 2.0, at_most=True)
    yield line("processor", "processor_ms", "ms a request", 0.0, at_most=True, judged=False)


def on(engine: str, database: str, plain_database: str) -> list[Figure]:
    """Both pages on one engine."""
    with (
        folder() as data,
        folder() as plain,
        ours(data, database) as mine,
        peer(plain, plain_database) as other,
    ):
        check(mine)
        check(other)
        return [
            line for page in ("lists", "cases") for line in figures(engine, page, rounds(mine, other, page))
        ]


def measure() -> list[Figure]:
    """Both engines."""
    found = on("SQLite", "", "")
    with cluster() as address:
        return found + on("PostgreSQL", address("ours"), address("peer"))
