"""`python -m tests.campaigns.editing.rounds FIRST COUNT SEED`: so many edits by sixteen people at once.

A process of its own, because it opens sockets on this machine. It prints what is missing. Each time, when all has been
read, one earlier version is taken away and the same reading must miss it: else nothing is proved.
"""

import json
import subprocess
import sys
import tempfile
import threading
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from random import Random
from typing import Any

from bench.piece import Piece
from bench.result import ROOT
from tests.campaigns.crash.server import Server
from tests.campaigns.editing.verdict import verdict
from tests.campaigns.editing.writers import Edit, Writer


def asked(server: Server, module: str, *words: str) -> Any:
    """What a module of the campaign says about this server's data."""
    command = [sys.executable, "-m", f"tests.campaigns.editing.{module}", *words]
    done = subprocess.run(command, env=server.environment, cwd=ROOT, check=True, stdout=subprocess.PIPE)
    return json.loads(done.stdout.splitlines()[-1])


def edited(server: Server, there: dict[str, Any], first: int, count: int, seed: int) -> list[Writer]:
    """Everybody writes at once; the numbers are dealt out like cards."""
    secrets, shared = (
        (there["password"], bytes.fromhex(there["secret"])),
        (there["references"], there["pages"]),
    )
    writers = [
        Writer(name, *secrets, server.port, Random(f"{seed} {first} {name}"), *shared)
        for name in there["usernames"]
    ]
    ready = threading.Barrier(len(writers))
    threads = [
        threading.Thread(
            target=writer.work, args=(list(range(first + at, first + count, len(writers))), ready)
        )
        for at, writer in enumerate(writers)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return writers


def rounds(server: Server, first: int, count: int, seed: int) -> Piece:
    """So many edits; a line for each that is lost, and one when losing one on purpose is not found out."""
    server.make()
    there = asked(server, "begin")
    server.begin()
    try:
        server.ready()
        writers = edited(server, there, first, count, seed)
    finally:
        server.kill()
    reading = ("whole", there["lead"], *there["usernames"])
    failed = verdict(writers, asked(server, *reading))
    taken = asked(server, "lose")
    after = set(verdict(writers, asked(server, *reading))) - set(failed)
    if not taken or not any("saved, 0 times" in line for line in after):
        failed.append(f"from {first}: an edit taken away is not missed, so nothing is proved")
    return Piece(failed, counted(edit for writer in writers for edit in writer.ledger))


def counted(edits: Iterable[Edit]) -> Counter[str]:
    """How often each kind of edit, and each way out of the ordinary, came to what."""
    return Counter(f"{name} {edit.told}" for edit in edits for name in (edit.kind, edit.way) if name)


def main(first: int, count: int, seed: int) -> Piece:
    """The piece with our own server on an empty folder."""
    with tempfile.TemporaryDirectory(prefix="inconfidence-edits-") as name:
        return rounds(Server(Path(name) / "data"), first, count, seed)


if __name__ == "__main__":
    print(main(*(int(word) for word in sys.argv[1:4])).told())
