"""A PostgreSQL of this run's own: fresh folder, Unix socket only, as durable as in service, gone afterwards."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

ACCOUNTS = ("postgres", "nobody")
QUIET = "-c listen_addresses='' -c log_error_verbosity=terse -c log_min_error_statement=panic"


def programs() -> Path:
    """The folder of PostgreSQL's own programs, the newest there is. Raises FileNotFoundError when there is none."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[4]))
    if found:
        return found[-1].parent
    here = shutil.which("initdb")
    if here is None:
        raise FileNotFoundError("PostgreSQL is not installed: apt-get install -y postgresql")
    return Path(here).parent


def as_account() -> tuple[str, list[str]]:
    """The account that PostgreSQL runs under, and the words before its commands; it refuses to be root."""
    if os.geteuid() != 0:
        return "", []
    account = next(
        name
        for name in ACCOUNTS
        if subprocess.run(["id", name], check=False, capture_output=True).returncode == 0
    )
    return account, ["runuser", "-u", account, "--"]


@dataclass
class Cluster:
    """A cluster in a folder of its own. Called with a name, it makes a database and answers its address."""

    home: Path
    before: list[str]
    running: bool = False

    def __call__(self, name: str) -> str:
        self._run("createdb", "-h", str(self.home), "-U", "inconfidence", name)
        return f"postgres://inconfidence@{quote(str(self.home), safe='')}/{name}"

    @property
    def _data(self) -> str:
        return str(self.home / "data")

    def _run(self, program: str, *words: str) -> None:
        command = [*self.before, str(programs() / program), *words]
        subprocess.run(command, cwd="/", check=True, stdout=subprocess.DEVNULL)

    def make(self) -> None:
        """Its folder, trusted by whoever may enter it."""
        words = ["-D", self._data, "-U", "inconfidence", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8"]
        self._run("initdb", *words)

    def start(self) -> None:
        """Start it and wait until it answers; after a crash it recovers first."""
        settings = f"{QUIET} -c unix_socket_directories={self.home}"
        self._run("pg_ctl", "-D", self._data, "-w", "-l", str(self.home / "log"), "-o", settings, "start")
        self.running = True

    def stop(self, how: str = "fast") -> None:
        """Stop it and wait."""
        self._run("pg_ctl", "-D", self._data, "-m", how, "-w", "stop")
        self.running = False

    def crash(self) -> None:
        """Stop it without a shutdown: what is not in its log is gone."""
        self.stop("immediate")


@contextmanager
def cluster() -> Iterator[Cluster]:
    """Make one and start it; it is gone afterwards."""
    account, before = as_account()
    home = Path(tempfile.mkdtemp(prefix="inconfidence-pg-"))
    if account:
        shutil.chown(home, account)
    own = Cluster(home, before)
    own.make()
    own.start()
    try:
        yield own
    finally:
        if own.running:
            own.stop()
        shutil.rmtree(home, ignore_errors=True)
