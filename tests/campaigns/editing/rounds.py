"""`python -m tests.campaigns.editing.rounds FIRST COUNT SEED`: so many edits by sixteen people at once.

A process of its own, because it opens sockets on this machine. It prints what is missing.
"""

import json
import subprocess
import sys
import tempfile
import threading
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

from bench.result import ROOT
from tests.campaigns.crash.server import Server
from tests.campaigns.editing.writers import Edit, Writer


def asked(server: Server, module: str, *words: str) -> Any:
    """What a module of the campaign says about this server's data."""
    command = [sys.executable, "-m", f"tests.campaigns.editing.{module}", *words]
    done = subprocess.run(command, env=server.environment, cwd=ROOT, check=True, stdout=subprocess.PIPE)
    return json.loads(done.stdout.splitlines()[-1])


def edited(server: Server, there: dict[str, Any], first: int, count: int, seed: int) -> list[Writer]:
    """Everybody writes at once; the numbers are dealt out like cards."""
    people, notes = there["usernames"], [(case, item) for case, item in there["notes"]]
    secrets = there["password"], bytes.fromhex(there["secret"])
    writers = [
        Writer(name, *secrets, server.port, Random(f"{seed} {first} {name}"), there["references"], notes)
        for name in people
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


def missing(writer: Writer, found: dict[str, Any]) -> Iterator[str]:
    """Each edit of this person that is neither where it was said to be nor was shown to them."""
    texts, kept = found["texts"], set(found["kept"][writer.username])
    for edit in writer.ledger:
        times = texts.get(edit.text, 0)
        if edit.kind == "card":
            fine = edit.told in {"saved", "shown"}
        elif edit.told == "saved":
            fine = times == 1
        else:
            fine = times == 0 and (edit.told == "shown" or (edit.told == "kept" and edit.text in kept))
        if not fine:
            yield f"{edit.number}: {edit.kind}: {edit.told or 'nothing told'}, {times} times in history"


def lost_on_cards(edits: list[Edit], cards: list[tuple[str, int, str]]) -> Iterator[str]:
    """A card keeps no history, so no two saved changes may rest on one version, and the last one stands."""
    for reference, version, address in cards:
        saved = [edit for edit in edits if edit.where == reference and edit.told == "saved"]
        bases = Counter(edit.base for edit in saved)
        if doubled := [base for base, times in bases.items() if times > 1]:
            yield f"a card: {len(doubled)} versions replaced twice"
        last = max(saved, key=lambda edit: edit.base, default=None)
        if last is not None and (last.text != address or last.base + 1 != version):
            yield "a card does not say what was saved last"


def rounds(first: int, count: int, seed: int) -> list[str]:
    """So many edits; one line for each that is lost."""
    with tempfile.TemporaryDirectory(prefix="inconfidence-edits-") as name:
        server = Server(Path(name) / "data")
        server.make()
        there = asked(server, "begin")
        server.begin()
        try:
            server.ready()
            writers = edited(server, there, first, count, seed)
            found = asked(server, "whole", there["lead"], *there["usernames"])
        finally:
            server.kill()
    edits = [edit for writer in writers for edit in writer.ledger]
    told = Counter(f"{edit.kind} {edit.told}" for edit in edits)
    print(f"{len(edits)} edits: {dict(sorted(told.items()))}", file=sys.stderr)
    failed = [line for writer in writers for line in (*writer.faults, *missing(writer, found))]
    failed += lost_on_cards([edit for edit in edits if edit.kind == "card"], found["cards"])
    return failed if found["record"] else [*failed, "the record of acts is broken"]


if __name__ == "__main__":
    print(json.dumps(rounds(*(int(word) for word in sys.argv[1:4]))))
