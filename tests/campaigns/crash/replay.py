"""`python -m tests.campaigns.crash.replay FOLDER FIRST COUNT SEED`: the power fails at so many points of a trace.

For each point the folder is made as the disk may then be: what was synced is there; of what was not, nothing, or some
of it, in pieces of 512 bytes. The program is opened on it: what it had acknowledged must be there, and nothing half.
"""

import json
import os
import pickle
import shutil
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from random import Random

import django

from bench.piece import Piece
from tests.campaigns.crash.recorder import Act

SECTOR = 512
# How much of what was not synced is there: nothing, everything but the torn end, or any part of it in any order.
WAYS = ("none", "none", "torn", "some")


@dataclass
class Disk:
    """Files as they lie on the disk, and the acts on them that it was not yet asked to keep.

    `before` holds what a name meant that was removed and has been given to a new file since: until its folder is
    synced, the name may still mean that.
    """

    lasting: dict[str, bytes]
    pending: dict[str, list[Act]] = field(default_factory=dict)
    moves: list[Act] = field(default_factory=list)
    before: dict[str, bytes] = field(default_factory=dict)

    def take(self, act: Act) -> None:
        """One act of the trace."""
        if act.kind in {"write", "cut"}:
            self.made_anew(act.path)
            self.pending.setdefault(act.path, []).append(act)
        elif act.kind == "sync":
            self.lasting[act.path] = applied(self.lasting.get(act.path, b""), self.pending.pop(act.path, []))
        elif act.kind in {"rename", "remove"}:
            self.moves.append(act)
        elif act.kind == "folder":
            kept = [move for move in self.moves if str(Path(move.path).parent) == act.path]
            self.moves = [move for move in self.moves if move not in kept]
            for move in kept:
                self.move(move)
            self.before = {
                name: old for name, old in self.before.items() if str(Path(name).parent) != act.path
            }

    def made_anew(self, path: str) -> None:
        """A name that was removed is given to a new file."""
        removals = [move for move in self.moves if move.kind == "remove" and move.path == path]
        if removals:
            self.moves = [move for move in self.moves if move not in removals]
            self.before[path] = self.lasting.pop(path, b"")
            self.pending.pop(path, None)

    def move(self, act: Act) -> None:
        """A name that changed or went."""
        content, pending = self.lasting.pop(act.path, None), self.pending.pop(act.path, None)
        if act.kind == "rename":
            self.lasting[act.to] = content if content is not None else b""
            if pending:
                self.pending[act.to] = pending

    def after_power(self, way: str, chance: Random) -> dict[str, bytes]:
        """The files when the power comes back."""
        if way != "none":
            for move in [move for move in self.moves if chance.random() < 0.5]:
                self.move(move)
        found = dict(self.lasting)
        for path, acts in self.pending.items():
            found[path] = applied(found.get(path, b""), survivors(acts, way, chance))
        older = {name: old for name, old in self.before.items() if way == "none" or chance.random() < 0.5}
        return found | older


def survivors(acts: list[Act], way: str, chance: Random) -> Iterator[Act]:
    """What of these acts reached the disk all the same."""
    last = chance.randrange(len(acts) + 1)
    for number, act in enumerate(acts):
        if way == "torn" and number <= last:
            yield from pieces(act)[: None if number < last else chance.randrange(len(pieces(act)) + 1)]
        elif way == "some":
            yield from (piece for piece in pieces(act) if chance.random() < 0.5)


def pieces(act: Act) -> list[Act]:
    """A write in pieces that reach the disk each as a whole."""
    if act.kind != "write":
        return [act]
    edges = [0, *range(SECTOR - act.offset % SECTOR, len(act.data), SECTOR), len(act.data)]
    return [Act("write", act.path, act.offset + a, act.data[a:b]) for a, b in pairwise(edges)]


def applied(content: bytes, acts: Iterable[Act]) -> bytes:
    """A file's content after these acts."""
    made = bytearray(content)
    for act in acts:
        size = act.offset if act.kind == "cut" else act.offset + len(act.data)
        if act.kind == "cut":
            del made[size:]
        made.extend(bytes(max(0, size - len(made))))
        made[act.offset : size] = act.data
    return bytes(made)


def beginning(folder: Path) -> dict[str, bytes]:
    """The folder before the recorded part, which had time to reach the disk."""
    found = (path for path in folder.rglob("*") if path.is_file() and "static" not in path.parts)
    return {str(path.relative_to(folder)): path.read_bytes() for path in found}


def points(acts: Sequence[Act], count: int) -> list[int]:
    """Where the power fails: just before and just after each sync and each acknowledgement, then anywhere else.

    Where there are more of these than a good part of `count`, they are taken evenly.
    """
    edges = [number for number, act in enumerate(acts) if act.kind in {"sync", "folder", "done"}]
    near = sorted({number + step for number in edges for step in (0, 1)})
    rest = sorted(set(range(len(acts) + 1)) - set(near))
    close = min(len(near), count * 9 // 10)
    return [*evenly(near, close), *evenly(rest, count - close)]


def evenly(numbers: Sequence[int], count: int) -> list[int]:
    """So many of these, from the first to the last."""
    return [numbers[each * len(numbers) // count] for each in range(count)]


def lay_out(files: dict[str, bytes], folder: Path) -> None:
    """Write these files, and the empty folder for static ones."""
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "static").mkdir(parents=True)
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.write_bytes(content)


def looked_at(people: list[tuple[str, str]], words: list[str]) -> list[str]:
    """What is wrong in the folder, seen by a process that knows nothing yet."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        status = 1
        try:
            from tests.campaigns.crash.whole import faults

            said = faults(people, [[[word]] for word in words])
            os.write(writing, json.dumps(said).encode())
            status = 0
        finally:
            os._exit(status)
    os.close(writing)
    with os.fdopen(reading) as told:
        text = told.read()
    os.waitpid(child, 0)
    found: list[str] = json.loads(text) if text else ["it could not be opened"]
    return found


def replay(place: Path, people: list[tuple[str, str]], total: int, chosen: range, seed: int) -> Piece:
    """Let the power fail at these of `total` points; a line for each that left something wrong."""
    acts = [Act(*each) for each in pickle.loads((place / "trace").read_bytes())]  # noqa: S301 - our own trace
    start = beginning(place / "data")
    everywhere = points(acts, total)
    wrong, seen = [], Counter({"acts in the trace": len(acts)})
    for number in chosen:
        chance, disk, words = Random(seed * 7_919 + number), Disk(dict(start)), []
        for act in acts[: everywhere[number]]:
            disk.take(act)
            if act.kind == "done":
                words.append(act.data.decode())
        seen["acknowledged writes looked for"] += len(words)
        way = WAYS[number % len(WAYS)]
        lay_out(disk.after_power(way, chance), place / "live")
        seen[way] += 1
        wrong += [f"power at {number}, {way}: {line}" for line in looked_at(people, words)]
    return Piece(wrong, seen)


def main() -> None:
    """Read, replay, say."""
    place, (total, first, count, seed) = Path(sys.argv[1]), map(int, sys.argv[2:6])
    people = [(name, password) for name, password in json.load(sys.stdin)]
    (place / "live" / "static").mkdir(parents=True, exist_ok=True)
    django.setup()
    from django.urls import get_resolver

    get_resolver().url_patterns  # noqa: B018 - loaded once, before each look begins
    print(replay(place, people, total, range(first, first + count), seed).told())


if __name__ == "__main__":
    main()
