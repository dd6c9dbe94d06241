"""Work that needs Django runs in a process of its own, with a data folder of its own, and answers in JSON."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from bench.result import ROOT


@contextmanager
def folder() -> Iterator[Path]:
    """An empty folder for one measurement, removed after it."""
    with tempfile.TemporaryDirectory(prefix="inconfidence-bench-") as name:
        yield Path(name)


def environment(data: Path, database: str = "", settings: str = "bench.settings") -> dict[str, str]:
    """Variables for a process that works in this data folder (and on this database, when one is named)."""
    found = {"INCONFIDENCE_DATA": str(data), "DJANGO_SETTINGS_MODULE": settings, "BENCH_FOLDER": str(data)}
    if database:
        found |= {"DATABASE_URL": database}
    return found


def django(command: str, variables: Mapping[str, str]) -> None:
    """Run one of Django's own commands there. Raises CalledProcessError when it fails."""
    words = [sys.executable, "-m", "django", *command.split()]
    subprocess.run(words, cwd=ROOT, env=dict(os.environ) | dict(variables), check=True)


def ask(module: str, variables: Mapping[str, str], *words: str) -> Any:
    """Run a module of ours there and read the JSON of its last line."""
    command = [sys.executable, "-m", module, *words]
    done = subprocess.run(
        command,
        cwd=ROOT,
        env=dict(os.environ) | dict(variables),
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    )
    return json.loads(done.stdout.strip().splitlines()[-1])
