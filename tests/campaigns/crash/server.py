"""The real web server, started on a data folder and ended as a power cut or a careless hand ends it."""

import os
import signal
import subprocess
import sys
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from bench.result import ROOT
from bench.serving import free_port, wait_for

KEPT = ("PATH", "HOME", "LANG", "LC_ALL")


def plain() -> dict[str, str]:
    """What every process of a campaign is told: this checkout, our settings, and nothing of whoever started it."""
    kept = {name: os.environ[name] for name in KEPT if name in os.environ}
    return kept | {
        "PYTHONPATH": os.pathsep.join((str(ROOT / "src"), str(ROOT))),
        "PYTHONDONTWRITEBYTECODE": "1",
        "DJANGO_SETTINGS_MODULE": "tests.campaigns.crash.settings",
    }


def environment(data: Path, port: int = 0, database: str = "") -> dict[str, str]:
    """What a process of the program is told."""
    return plain() | {
        "INCONFIDENCE_DATA": str(data),
        "INCONFIDENCE_ADDRESS": f"http://localhost:{port}",
        **({"DATABASE_URL": database} if database else {}),
    }


@dataclass
class Server:
    """A master and its workers, in a group of processes of their own."""

    data: Path
    database: str = ""
    port: int = field(default_factory=free_port)
    master: subprocess.Popen[bytes] | None = None

    @property
    def environment(self) -> dict[str, str]:
        """What its processes are told."""
        return environment(self.data, self.port, self.database)

    def make(self) -> None:
        """Folders and tables of an empty installation."""
        (self.data / "static").mkdir(mode=0o700, parents=True, exist_ok=True)
        command = [sys.executable, "-m", "django", "migrate", "--noinput", "--verbosity", "0"]
        subprocess.run(command, env=self.environment, cwd=ROOT, check=True)

    def begin(self) -> None:
        """Start it; `ready` waits until it answers."""
        command = [sys.executable, "-m", "gunicorn", "--config", "python:inconfidence.config.gunicorn"]
        command += ["--bind", f"127.0.0.1:{self.port}", "inconfidence.config.wsgi:application"]
        with (self.data.parent / "log").open("ab") as log:
            self.master = subprocess.Popen(
                command, env=self.environment, cwd=ROOT, stdout=log, stderr=log, start_new_session=True
            )

    def ready(self) -> None:
        """Wait until it answers. Raises TimeoutError when it does not."""
        wait_for(f"http://127.0.0.1:{self.port}/healthz")

    def workers(self) -> list[int]:
        """The processes that answer requests."""
        assert self.master is not None
        listed = Path(f"/proc/{self.master.pid}/task/{self.master.pid}/children").read_text().split()
        return [int(each) for each in listed]

    def kill_worker(self, which: int) -> None:
        """End one worker, as the kernel does when memory runs out; the master starts another."""
        if found := self.workers():
            with suppress(ProcessLookupError):
                os.kill(found[which % len(found)], signal.SIGKILL)

    def kill(self) -> None:
        """End the whole group at once; nobody is told."""
        if self.master is None:
            return
        with suppress(ProcessLookupError):
            os.killpg(self.master.pid, signal.SIGKILL)
        self.master.wait()
        self.master = None
