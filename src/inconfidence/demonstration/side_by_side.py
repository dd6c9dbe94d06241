"""Several services made at once, each by a process of its own in an embedded database of its own.

The embedded database has one writer, and one processor would do all the work. Services have no row in common, so
each is made apart, through the same actions, and the rows are then put together in the database of the folder.
"""

import os
import sqlite3
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import astuple
from multiprocessing import get_context
from pathlib import Path
from queue import Empty
from traceback import extract_tb
from typing import TYPE_CHECKING, Any

from django.conf import settings

from inconfidence.demonstration.accounts import Account

if TYPE_CHECKING:
    from inconfidence.demonstration.loading import Told, Wish

Line = tuple[str, int, int]
Accounts = tuple[Account, ...]
TOLD_EVERY = 25
NOT_ROWS = frozenset({"django_migrations"})
# The law and the defaults of this release, which every service keeps once.
SAME_IN_ALL = frozenset({"editions_defaults"})


def possible(folder: Path) -> bool:
    """Whether the program writes to the embedded database of this folder, and there are processors to share."""
    engine = settings.DATABASES["default"]
    own = str(engine["NAME"]) == str(folder / "database.sqlite3")
    return own and (os.cpu_count() or 1) > 1


def load(folder: Path, policies: Sequence[str], wish: "Wish", told: "Told") -> list[Accounts]:
    """Make the service of each policy in `folder`; answers who can sign in, in the order of the policies."""
    home = folder / "database.sqlite3"
    _first_keys()
    parts = [_empty_copy(home, folder / f"making-{policy}.sqlite3") for policy in policies]
    context = get_context("spawn")
    with context.Manager() as manager, ProcessPoolExecutor(len(policies), context) as pool:
        lines: Any = manager.Queue()
        made = [
            pool.submit(_make, str(folder), str(part), policy, astuple(wish), lines)
            for part, policy in zip(parts, policies, strict=True)
        ]
        _tell(made, lines, told)
        found = [future.result() for future in made]
    for part in parts:
        _bring_in(home, part)
    return found


def _first_keys() -> None:
    """Make the host's keys before there are several processes to make them."""
    from inconfidence.vault.host import host_key
    from inconfidence.vault.passwords import cost_here

    host_key("anchor")
    cost_here()


def _empty_copy(home: Path, part: Path) -> Path:
    """A database with the tables of `home` and no rows but those of its making."""
    with sqlite3.connect(home) as source, sqlite3.connect(part) as target:
        source.backup(target)
    return part


def _make(folder: str, part: str, policy: str, wish: tuple[Any, ...], lines: Any) -> Accounts:
    """In a process of its own: one service, in the database `part` of the data folder.

    The program is started on that database first, so nothing that needs it started is handed over.
    """
    os.environ.update(INCONFIDENCE_DATA=folder, DATABASE_URL=f"sqlite:///{part}")
    import django

    django.setup()
    from django.db import connection

    from inconfidence.demonstration import loading
    from inconfidence.demonstration.content import content

    def told(service: str, done: int, of: int) -> None:
        if done == of or done % TOLD_EVERY == 0:
            lines.put((service, done, of))

    service = next(service for service in content().services if service.policy == policy)
    # A part that is cut short is made anew; what is brought in at the end is synced.
    connection.cursor().execute("PRAGMA synchronous=OFF")
    try:
        return loading.one(service, loading.Wish(*wish), told)
    except Exception as wrong:  # noqa: BLE001 - raised again, as what can go back to the other process
        raise RuntimeError(f"{policy}: {type(wrong).__name__} at {_where(wrong)}") from None


def _where(wrong: BaseException) -> str:
    """The line of this program's code where it went wrong; its words stay here."""
    last = extract_tb(wrong.__traceback__)[-1]
    return f"{Path(last.filename).name}:{last.lineno}"


def _tell(made: Sequence[Future[Accounts]], lines: Any, told: Callable[[str, int, int], None]) -> None:
    """Pass on how far the processes are, until all have ended."""
    while not (lines.empty() and all(future.done() for future in made)):
        try:
            told(*lines.get(timeout=0.2))
        except Empty:
            continue


def _bring_in(home: Path, part: Path) -> None:
    """Put the rows of `part` into `home`, and remove it."""
    joined = sqlite3.connect(home, isolation_level=None)
    joined.execute("ATTACH ? AS part", [str(part)])
    names = [row[0] for row in joined.execute("SELECT name FROM part.sqlite_master WHERE type = 'table'")]
    joined.execute("BEGIN IMMEDIATE")
    for name in sorted(set(names) - NOT_ROWS):
        if not name.startswith("sqlite_"):
            put = "INSERT OR IGNORE" if name in SAME_IN_ALL else "INSERT"
            joined.execute(f'{put} INTO main."{name}" SELECT * FROM part."{name}"')  # noqa: S608 - own tables
    faults = joined.execute("PRAGMA main.foreign_key_check").fetchall()
    if faults:
        raise RuntimeError(f"{len(faults)} rows of a demonstration service point nowhere")
    joined.execute("COMMIT")
    joined.close()
    for left in part.parent.glob(f"{part.name}*"):
        left.unlink()
