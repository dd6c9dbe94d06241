"""A server with a data folder, a temporary folder and a log of its own."""

import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from subprocess import PIPE

from bench.serving import free_port, wait_for
from tests.canary.stored import Trace, as_bytes, database_files, files

ROOT = Path(__file__).resolve().parents[2]


@dataclass
class Served:
    """A running server and what belongs to it."""

    port: int
    folder: Path
    set_up_code: str

    @property
    def database(self) -> Path:
        """Its SQLite file."""
        return self.folder / "data" / "database.sqlite3"

    def traces(self) -> Iterator[Trace]:
        """Its log, its data folder with database, write-ahead log, keys and spool, its temporary files, every row."""
        yield from files(self.folder)
        link = sqlite3.connect(self.database)
        tables = [name for (name,) in link.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        for table in tables:
            for row in link.execute(f"SELECT * FROM {table}"):
                yield from ((table, as_bytes(value)) for value in row)
        link.close()

    def database_files(self) -> Iterator[Trace]:
        """The database and its write-ahead log as they lie on the disk now."""
        yield from database_files(str(self.database))

    def later(self, minutes: float) -> None:
        """Let the sittings be quiet for so long: their last activity moves back."""
        with sqlite3.connect(self.database) as link:
            for row, at in link.execute("SELECT id, last_active_at FROM team_sitting").fetchall():
                moved = datetime.fromisoformat(at) - timedelta(minutes=minutes)
                link.execute("UPDATE team_sitting SET last_active_at = ? WHERE id = ?", (str(moved), row))
        link.close()

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Nobody can write to the database meanwhile."""
        link = sqlite3.connect(self.database, isolation_level=None)
        link.execute("BEGIN IMMEDIATE")
        try:
            yield
        finally:
            link.execute("ROLLBACK")
            link.close()


def environment(folder: Path, port: int) -> dict[str, str]:
    """What the processes of the server are told."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if name in {"PATH", "HOME", "LANG", "LC_ALL", "PYTHONPATH"}
    }
    paths = [str(ROOT), *filter(None, [kept.get("PYTHONPATH", "")])]
    return kept | {
        "PYTHONPATH": os.pathsep.join(paths),
        "PYTHONDONTWRITEBYTECODE": "1",
        "DJANGO_SETTINGS_MODULE": "tests.canary.served_settings",
        "INCONFIDENCE_DATA": str(folder / "data"),
        "INCONFIDENCE_ADDRESS": f"http://localhost:{port}",
        "TMPDIR": str(folder / "temporary"),
    }


@contextmanager
def served(folder: Path) -> Iterator[Served]:
    """Serve an empty installation with the settings of our web server; everything it says goes to its log."""
    for name in ("data", "temporary", "data/static"):
        (folder / name).mkdir(mode=0o700, parents=True, exist_ok=True)
    port = free_port()
    told = environment(folder, port)
    command = [sys.executable, "-m", "gunicorn", "--config", "python:inconfidence.config.gunicorn"]
    command += ["--bind", f"127.0.0.1:{port}", "tests.canary.served_wsgi:application"]
    with (folder / "log").open("wb") as log:
        migrate = [sys.executable, "-m", "django", "migrate", "--noinput", "--verbosity", "0"]
        subprocess.run(migrate, env=told, cwd=folder, check=True, stdout=log, stderr=log)
        asked = "from inconfidence.commands import main; main(['set-up', '--json'])"
        answer = subprocess.run([sys.executable, "-c", asked], env=told, cwd=folder, check=True, stdout=PIPE)
        code = str(json.loads(answer.stdout)["code"])
        process = subprocess.Popen(command, env=told, cwd=folder, stdout=log, stderr=log)
        try:
            wait_for(f"http://127.0.0.1:{port}/healthz")
            yield Served(port, folder, code)
        finally:
            process.terminate()
            process.wait(timeout=30)
