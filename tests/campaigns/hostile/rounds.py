"""`python -m tests.campaigns.hostile.rounds FIRST COUNT SEED`: sends so many hostile files to a server of its own.

Prints one line of JSON: what failed, the slowest refusal and the slowest keeping in seconds, by how much the server's
memory grew over what it holds at rest in MB, and how many files were taken, held and refused. Somebody listens where
the files would call home.
"""

import socket
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field, replace
from pathlib import Path
from threading import Thread
from typing import cast

import django

from bench.piece import Piece
from bench.result import ROOT
from tests.campaigns.crash.server import Server
from tests.campaigns.hostile.files import PAIR, Hostile, brim, home, hostile
from tests.canary.browsers import Answer, OverHttp

SECONDS = 2.0
# Beside other tests on a shared machine an answer may wait for its turn.
PATIENCE = 15.0
MANY = 40
GROWTH = 64
WARM = 6
PEAK = "5"
TRACES = (Path("/tmp/escaped"), Path("/escaped"))  # noqa: S108 - where a file would land that gets out


@dataclass
class Sender:
    """A worker at a browser, and what the server answered."""

    server: Server
    reference: str
    failed: list[str] = field(default_factory=list)
    slowest: dict[str, float] = field(default_factory=lambda: {"refused": 0.0, "taken": 0.0, "held": 0.0})
    became: dict[str, int] = field(default_factory=lambda: {"taken": 0, "held": 0, "refused": 0})

    def sign_in(self) -> None:
        """Password, then the code."""
        from inconfidence.team import totp
        from tests.canary.typist import Notes, Typist
        from tests.cast import PASSWORD, SECRET, username

        self.who = Typist(OverHttp(self.server.port), Notes())
        self.who.fill(
            "/sign-in/", {"username": username("cumbria", "tom"), "password": PASSWORD}, has="password"
        )
        page = self.who.open("/second-step/")
        self.who.again(page, {"code": totp.code(SECRET, int(time.time()) // 30)}, has="code")

    def warm_up(self) -> None:
        """Each web worker has drawn the page and taken a small file before its memory is at rest."""
        for number in range(WARM):
            self.send(-number, Hostile("a note", "note.txt", b"A few words.", taken=True), PATIENCE)
        self.slowest, self.became = dict.fromkeys(self.slowest, 0.0), dict.fromkeys(self.became, 0)

    def send_all(self, first: int, count: int, seed: int) -> None:
        """So many files, one after the other; now and then two at once, from two windows."""
        patience = SECONDS if count >= MANY else PATIENCE
        for number in range(first, first + count):
            file = hostile(number, seed)
            if number % PAIR:
                self.send(number, file, patience)
                continue
            beside = Thread(target=self.window().send, args=(number, brim(number, seed), patience))
            beside.start()
            self.send(number, file, patience)
            beside.join()

    def window(self) -> "Sender":
        """A second window of the same browser; what is found there is kept with the rest."""
        other = replace(self)
        mine = cast(OverHttp, self.who.browser)
        other.who = replace(self.who, browser=replace(mine, cookies=dict(mine.cookies)))
        return other

    def send(self, number: int, file: Hostile, patience: float) -> None:
        """One file; what was wrong with the answer is kept."""
        from django.core.files.uploadedfile import SimpleUploadedFile

        path = f"/cases/{self.reference}/documents/new/"
        page = self.who.open(path)
        fields = self.who.filled(page, self.who.form(page, "file"), {"file": [], "pasted": "", "title": ""})
        fields |= {"happened_on_day": [""], "happened_on_month": [""], "happened_on_year": [""]}
        began = time.monotonic()
        answer = self.who.send_fields(path, fields | {"file": [SimpleUploadedFile(file.name, file.data)]})
        took = time.monotonic() - began
        became = what_became(answer, self.who.browser.cookie("said"))
        self.became[became] += 1
        self.slowest[became] = max(self.slowest[became], took)
        # Refused within two seconds; what is kept is also sealed, and waits for the disk.
        for fault in faults(file, answer, took, patience if became == "refused" else PATIENCE):
            self.failed.append(f"{number}: {file.what}, {len(file.data)} bytes: {fault}")


def faults(file: Hostile, answer: Answer, took: float, patience: float) -> list[str]:
    """What is wrong with the answer to a file."""
    found = [f"answered {answer.status}"] if answer.status not in {200, 302} else []
    found += (
        ["was sent elsewhere"] if answer.status == 302 and not answer.location.startswith("/cases/") else []
    )
    refused = answer.status == 200 and "Not kept." in answer.text
    found += [] if refused or file.taken else ["was not refused"]
    found += [f"took {took:.1f} s"] if took > patience else []
    found += ["left a file outside"] if any(trace.exists() for trace in TRACES) else []
    return found


def what_became(answer: Answer, said: str) -> str:
    """Taken, held (it, or something that was sent along with it), or refused."""
    if answer.status == 200:
        return "refused"
    return "held" if said.startswith("document-held") else "taken"


def knocked(door: socket.socket) -> bool:
    """Whether anybody came to the door."""
    door.setblocking(False)
    try:
        door.accept()[0].close()
    except BlockingIOError:
        return False
    return True


def memory(server: Server, line: str) -> dict[int, int]:
    """A line of each web worker's status (VmRSS, VmHWM), in kB."""
    found = {}
    for worker in server.workers():
        text = Path(f"/proc/{worker}/status").read_text()
        found[worker] = int(text.split(f"{line}:")[1].split()[0])
    return found


def at_rest(server: Server) -> dict[int, int]:
    """What each web worker holds now, in kB; from here on its highest is counted anew."""
    for worker in server.workers():
        Path(f"/proc/{worker}/clear_refs").write_text(PEAK)
    return memory(server, "VmRSS")


def growth(server: Server, before: dict[int, int]) -> int:
    """By how many MB the web worker that grew most did, at its highest, over what it held at rest."""
    highest = memory(server, "VmHWM")
    return max((highest[one] - before[one]) // 1024 for one in highest if one in before)


def rounds(first: int, count: int, seed: int, folder: Path) -> Piece:
    """Start a server, send the files, look what became of it."""
    door = socket.create_server(("127.0.0.1", 0))
    home[0] = f"http://127.0.0.1:{door.getsockname()[1]}"
    server = Server(folder / "data")
    server.make()
    made = subprocess.run(
        [sys.executable, "-m", "tests.campaigns.hostile.begin"],
        cwd=ROOT, env=server.environment, check=True, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    server.begin()
    server.ready()
    sender = Sender(server, made.stdout.split()[-1])
    try:
        sender.sign_in()
        sender.warm_up()
        workers = server.workers()
        before = at_rest(server)
        sender.send_all(first, count, seed)
        grown = growth(server, before)
        sender.failed += [f"memory grew by {grown} MB"] if grown > GROWTH else []
        sender.failed += [] if server.workers() == workers else ["a web worker was replaced"]
    finally:
        server.kill()
    alarms = folder / "data" / "alarms"
    sender.failed += ["a worker tried to get out"] if alarms.exists() else []
    sender.failed += ["a file called home"] if knocked(door) else []
    door.close()
    most = {"MB of memory": grown, "seconds": round(sender.slowest["refused"], 2)}
    kept = max(sender.slowest["taken"], sender.slowest["held"])
    return Piece(sender.failed, sender.became, most | {"seconds to keep": round(kept, 2)})


if __name__ == "__main__":
    django.setup()
    first, count, seed = map(int, sys.argv[1:4])
    with tempfile.TemporaryDirectory() as name:
        print(rounds(first, count, seed, Path(name)).told())
