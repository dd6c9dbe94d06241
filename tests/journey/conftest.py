"""A server of its own for each service of the journey, on a fresh data folder, and a browser."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from shutil import which

import pytest
from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
BIN = Path(sys.executable).parent
QUIET = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync"]
SERVICES = tuple(path.stem for path in sorted((ROOT / "tests" / "stories" / "journey").glob("*.toml")))


@dataclass(frozen=True)
class Site:
    """A running server: which policy it serves, where, on which data folder."""

    slug: str
    address: str
    data: Path
    environment: dict[str, str]

    def run(self, *command: str) -> subprocess.CompletedProcess[str]:
        """Run a command of the program on this data folder."""
        return subprocess.run(
            command, env=self.environment, cwd=ROOT, capture_output=True, text=True, check=False
        )


def free_port() -> int:
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        port: int = door.getsockname()[1]
        return port


@pytest.fixture(scope="module", params=SERVICES)
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The server of one service; it ends with the test."""
    with running(
        request.param, tmp_path_factory.mktemp(request.param) / "data", "tests.journey.begin"
    ) as here:
        yield here


@pytest.fixture(scope="module")
def monday(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A server on which a caseworker has forty open cases."""
    data = tmp_path_factory.mktemp("monday") / "data"
    with running("rotherham", data, "tests.journey.monday", "tests.journey.monday_wsgi") as here:
        yield here


@contextmanager
def running(slug: str, data: Path, begin: str, program: str = "inconfidence.config.wsgi") -> Iterator[Site]:
    """A server for this policy on this folder, after the module `begin` has put its people in; ended on leaving."""
    port = free_port()
    data.mkdir(mode=0o700)
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith("INCONFIDENCE_")
    } | {
        "DJANGO_SETTINGS_MODULE": "inconfidence.config.settings",
        "INCONFIDENCE_DATA": str(data),
        "INCONFIDENCE_ADDRESS": f"http://localhost:{port}",
        "PYTHONPATH": str(ROOT),
    }
    here = Site(slug, f"http://localhost:{port}", data, environment)
    for step in (
        ["django", "migrate", "-v0"],
        ["django", "collectstatic", "-v0", "--noinput"],
        [begin, slug],
    ):
        made = here.run(sys.executable, "-m", *step)
        assert made.returncode == 0, made.stderr
    command = [
        str(BIN / "gunicorn"),
        "--config",
        "python:inconfidence.config.gunicorn",
        "--bind",
        f"127.0.0.1:{port}",
    ]
    with subprocess.Popen([*command, f"{program}:application"], env=environment, cwd=ROOT) as server:
        try:
            wait_for(f"http://127.0.0.1:{port}/healthz", server)
            yield here
        finally:
            server.terminate()


def wait_for(address: str, server: subprocess.Popen[bytes]) -> None:
    """Until the server answers; an error when it stopped or takes longer than half a minute."""
    straight = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    for _ in range(300):
        assert server.poll() is None, "the server stopped while starting"
        try:
            straight.open(address, timeout=2).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    pytest.fail("the server did not answer within half a minute")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium as the machine has it."""
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=which("chromium"), args=QUIET)
        yield launched
        launched.close()
