"""A world and its copy: made by the program's own actions, copied byte for byte, then asked line by line."""

import base64
import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any, NamedTuple

from bench.result import ROOT
from tests.campaigns.crash.server import environment
from tests.worlds.making import MOMENT

FORM = "application/x-www-form-urlencoded"


class Asked(NamedTuple):
    """A request, as both worlds get it; `who` asks it with their own cookies."""

    who: str
    method: str
    path: str
    body: bytes = b""


class Answer(NamedTuple):
    """All that comes back, and what else left the program meanwhile."""

    status: str
    headers: tuple[tuple[str, str], ...]
    body: bytes
    mail: tuple[str, ...]
    log: tuple[str, ...]
    seconds: float
    busy: float


def told(folder: Path, database: str = "") -> dict[str, str]:
    """What a process of a world is told. Sets are gone through in an order of each process: here all have one."""
    own = {"DJANGO_SETTINGS_MODULE": "tests.worlds.settings", "PYTHONHASHSEED": "0"}
    return environment(folder / "data", 8000, database) | own


def make(folder: Path, what: str, database: str = "") -> None:
    """Make a service (`what` is its policy) or add the other file (`what` is whose)."""
    (folder / "data" / "static").mkdir(mode=0o700, parents=True, exist_ok=True)
    command = [sys.executable, "-m", "tests.worlds.making", str(folder), what]
    subprocess.run(command, env=told(folder, database), cwd=ROOT, check=True)


@dataclass
class World:
    """One world that is asked."""

    folder: Path
    leak: str = ""
    database: str = ""
    _process: subprocess.Popen[str] | None = field(default=None, repr=False)

    @property
    def made(self) -> dict[str, Any]:
        """What was written down when it was made."""
        found: dict[str, Any] = json.loads((self.folder / "world.json").read_text())
        return found

    def begin(self) -> None:
        """Start the program on it."""
        command = [sys.executable, "-m", "tests.worlds.player", MOMENT.isoformat(), self.leak]
        self._process = subprocess.Popen(
            command,
            env=told(self.folder, self.database),
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def ask(self, number: int, cookies: str, asked: Asked) -> None:
        """Send one request; `hear` waits for its answer."""
        line = asked._asdict() | {"number": number, "cookies": cookies, "kind": FORM}
        stream = self._stream("stdin")
        stream.write(json.dumps(line | {"body": base64.b64encode(asked.body).decode()}) + "\n")
        stream.flush()

    def hear(self) -> Answer:
        """The answer to what was asked last."""
        heard = json.loads(self._stream("stdout").readline())
        return Answer(
            heard["status"],
            tuple((name, value) for name, value in heard["headers"]),
            base64.b64decode(heard["body"]),
            tuple(heard["mail"]),
            tuple(heard["log"]),
            heard["seconds"],
            heard["busy"],
        )

    def _stream(self, name: str) -> IO[str]:
        found = getattr(self._process, name)
        assert found is not None
        return found  # type: ignore[no-any-return]

    def end(self) -> None:
        """Nobody asks any more."""
        if self._process is not None:
            self._stream("stdin").close()
            self._process.wait(timeout=60)
            self._stream("stdout").close()


@dataclass
class Pair:
    """Two worlds: `one` without the other file, `two` with it. Each request is asked of both."""

    one: World
    two: World
    number: int = 0

    def ask(self, asked: Asked) -> tuple[Answer, Answer]:
        """The same request with the same cookies to both."""
        self.number += 1
        for world in (self.one, self.two):
            world.ask(self.number, self.cookies[asked.who], asked)
        return self.one.hear(), self.two.hear()

    @property
    def cookies(self) -> dict[str, str]:
        """The cookies of everybody, the same in both worlds."""
        return self.made["cookies"]  # type: ignore[no-any-return]

    @property
    def made(self) -> dict[str, Any]:
        """What is in the second world, which has both files."""
        return self._made

    def __post_init__(self) -> None:
        self._made = self.two.made


def make_pair(folder: Path, slug: str, kind: str) -> None:
    """World `one` with this policy, and world `two`: its byte copy, in which this other file was then made."""
    make(folder / "one", slug)
    shutil.copytree(folder / "one", folder / "two")
    make(folder / "two", kind)


@contextmanager
def playing(folder: Path, leak: str = "") -> Iterator[Pair]:
    """Both worlds asked, on copies: what is sent changes them."""
    copies = [folder / f"{name}-played" for name in ("one", "two")]
    for copy in copies:
        shutil.copytree(folder / copy.name.removesuffix("-played"), copy)
    one, two = (World(copy, leak) for copy in copies)
    pair = Pair(one, two)
    for world in (pair.one, pair.two):
        world.begin()
    try:
        yield pair
    finally:
        for world in (pair.one, pair.two):
            world.end()
        for copy in copies:
            shutil.rmtree(copy)
