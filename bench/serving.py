"""A program served on this machine for the time of a measurement."""

import http.client
import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

from bench.result import ROOT


@dataclass(frozen=True, slots=True)
class Served:
    """A running server: its port and the process that leads its workers."""

    port: int
    master: int


def free_port() -> int:
    """A port that nothing on this machine uses now."""
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        return int(door.getsockname()[1])


def wait_for(address: str, seconds: float = 30) -> None:
    """Wait until the address answers, with whatever status. Raises TimeoutError when it does not."""
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        try:
            opener.open(address, timeout=5).close()
        except urllib.error.HTTPError:
            return
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise TimeoutError(f"{address} did not answer")


@contextmanager
def served(application: str, environment: Mapping[str, str], port: int) -> Iterator[Served]:
    """Serve a WSGI application with our own settings of gunicorn; both sides get two workers with threads.

    Workers are not recycled during a measurement: a few seconds of load are many minutes of a service's day.
    """
    command = [sys.executable, "-m", "gunicorn", "--config", "python:inconfidence.config.gunicorn"]
    command += ["--max-requests", "0", "--bind", f"127.0.0.1:{port}", application]
    process = subprocess.Popen(command, cwd=ROOT, env=dict(os.environ) | dict(environment))
    try:
        wait_for(f"http://127.0.0.1:{port}/healthz")
        yield Served(port, process.pid)
    finally:
        process.terminate()
        process.wait(timeout=30)


def fetch(port: int, path: str, cookies: str) -> str:
    """A page as text. Raises RuntimeError when it is not one."""
    link = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    link.request("GET", path, headers={"Cookie": cookies, "Host": f"localhost:{port}"})
    answer = link.getresponse()
    text = answer.read().decode()
    link.close()
    if answer.status != 200:
        raise RuntimeError(f"{path.split('/')[1]} answered {answer.status}")
    return text
