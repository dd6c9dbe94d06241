"""A PostgreSQL of this run's own: fresh folder, Unix socket only, as durable as in service, gone afterwards."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
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


@contextmanager
def cluster() -> Iterator[Callable[[str], str]]:
    """Start one; yields a function that makes a database of a name and answers its address."""
    account, before = as_account()
    home = Path(tempfile.mkdtemp(prefix="inconfidence-pg-"))
    if account:
        shutil.chown(home, account)
    tools = programs()

    def run(*words: str) -> None:
        subprocess.run([*before, *words], cwd="/", check=True, stdout=subprocess.DEVNULL)

    def address(name: str) -> str:
        run(str(tools / "createdb"), "-h", str(home), "-U", "inconfidence", name)
        return f"postgres://inconfidence@{quote(str(home), safe='')}/{name}"

    data = str(home / "data")
    run(
        str(tools / "initdb"),
        "-D",
        data,
        "-U",
        "inconfidence",
        "-A",
        "trust",
        "-E",
        "UTF8",
        "--locale=C.UTF-8",
    )
    run(
        str(tools / "pg_ctl"),
        "-D",
        data,
        "-w",
        "-l",
        str(home / "log"),
        "-o",
        f"{QUIET} -c unix_socket_directories={home}",
        "start",
    )
    try:
        yield address
    finally:
        run(str(tools / "pg_ctl"), "-D", data, "-m", "fast", "-w", "stop")
        shutil.rmtree(home, ignore_errors=True)
