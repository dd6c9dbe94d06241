"""Asking a worker process to open a file. Nothing of the file is ever on a command line or on a disk."""

import os
import selectors
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from inconfidence.quarantine import cage, frames
from inconfidence.quarantine.kinds import LARGEST_FILE, LONGEST_TEXT, Kind, Trouble

# Each job's processor time, and how long its parent waits at most: other work may be going on beside it.
SECONDS = {"look": 1.3, "words": 1.3, "page": 4.0, "letter": 1.0}
WAIT = 12.0
LARGEST_ANSWER = {"look": 4 << 20, "words": 4 << 20, "page": 24 << 20, "letter": 32 << 20}
AT_ONCE = 2
QUEUE = 20.0
LONGEST_LINE = 300
PNG = b"\x89PNG\r\n\x1a\n"
_places = threading.BoundedSemaphore(AT_ONCE)


@dataclass(frozen=True, slots=True)
class Seen:
    """What a look found: the kind, or the trouble; pages; words.

    `unread`: there may be words that were not read, because there were too many or because they are a picture.
    """

    kind: Kind | None = None
    trouble: Trouble | None = None
    pages: int = 0
    text: str = field(default="", repr=False)
    unread: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its words, how many pages there are, and its picture as PNG where it has one."""

    pages: int
    text: str = field(repr=False)
    picture: bytes = field(default=b"", repr=False)


@dataclass(frozen=True, slots=True)
class Attached:
    """What was sent along: its name, its bytes, what a look at it found."""

    name: str = field(repr=False)
    data: bytes = field(repr=False)
    seen: Seen


@dataclass(frozen=True, slots=True)
class Letter:
    """A message. `sent_at` is in ISO form or empty."""

    sender: str = field(repr=False)
    sender_name: str = field(repr=False)
    to: tuple[str, ...] = field(repr=False)
    sent_at: str
    subject: str = field(repr=False)
    text: str = field(repr=False)
    message_id: str = field(repr=False)
    attached: tuple[Attached, ...] = ()


def look(data: bytes) -> Seen:
    """What a file really is, and what is wrong with it if anything is."""
    if not data:
        return Seen(trouble=Trouble.EMPTY)
    if len(data) > LARGEST_FILE:
        return Seen(trouble=Trouble.TOO_LARGE)
    said, _ = ask("look", data)
    return _seen(said)


def page(data: bytes, number: int, *, picture: bool = True) -> Page | Trouble:
    """Page `number` (from 1) of a file that was looked at before; its picture only where it is wanted."""
    said, parts = ask("page" if picture else "words", data, number)
    if trouble := _trouble(said):
        return trouble
    drawn = parts[0] if parts and parts[0].startswith(PNG) else b""
    return Page(_count(said.get("pages")), _words(said.get("text")), drawn)


def letter(data: bytes) -> Letter | Trouble:
    """The message in a file that `look` called one. Where an attachment ends the worker, all of them are unlooked."""
    said, parts = ask("letter", data)
    if _trouble(said) in {Trouble.TOO_SLOW, Trouble.BOMB}:
        said, parts = ask("letter", data, 1)
    if trouble := _trouble(said):
        return trouble
    looks, names = _listed(said.get("looks")), _listed(said.get("names"))
    if not len(parts) == len(looks) == len(names):
        return Trouble.BROKEN
    attached = zip(names, parts, looks, strict=True)
    return Letter(
        sender=_line(said.get("sender")),
        sender_name=_line(said.get("sender_name")),
        to=tuple(map(_line, _listed(said.get("to"))[:40])),
        sent_at=_line(said.get("sent_at")),
        subject=_line(said.get("subject")),
        text=_words(said.get("text")),
        message_id=_line(said.get("message_id")),
        attached=tuple(Attached(_line(name), part, _seen(found)) for name, part, found in attached),
    )


def ask(job: str, data: bytes, number: int = 0) -> tuple[Mapping[str, Any], list[bytes]]:
    """The worker's answer to one job; `{"trouble": …}` when there is none."""
    if not cage.possible() or not _places.acquire(timeout=QUEUE):
        return {"trouble": Trouble.CANNOT_LOOK}, []
    try:
        code, answer = _run(job, data, number)
    finally:
        _places.release()
    if code == -signal.SIGSYS:
        return {"trouble": Trouble.ESCAPING}, []
    if code != 0:
        return {"trouble": Trouble.TOO_SLOW if -code in TIMED else Trouble.BOMB}, []
    try:
        return frames.unpacked(answer)
    except frames.Garbled:
        return {"trouble": Trouble.BROKEN}, []


TIMED = frozenset({signal.SIGPROF, signal.SIGXCPU, signal.SIGKILL})


def _run(job: str, data: bytes, number: int) -> tuple[int, bytes]:
    """The worker's code and what it wrote. It is killed when it takes or writes too much."""
    command = [
        sys.executable,
        "-I",
        "-m",
        "inconfidence.quarantine.worker",
        job,
        str(SECONDS[job]),
        str(number),
    ]
    with _handed_over(data) as file:
        process = subprocess.Popen(  # noqa: S603 - our own interpreter and module, three words from closed lists
            command,
            stdin=file,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd="/",
            env={"LC_ALL": "C.UTF-8", "MALLOC_ARENA_MAX": "1"},
            start_new_session=True,
        )
    with process:
        answer = _heard(process, LARGEST_ANSWER[job])
        return process.wait(), answer


def _handed_over(data: bytes) -> Any:
    """The file as something the worker can read: in memory, under no name, and outside our own heap."""
    file = os.fdopen(os.memfd_create("sealed"), "r+b", buffering=0)
    rest = memoryview(data)
    while rest:
        rest = rest[file.write(rest) :]
    file.seek(0)
    return file


def _heard(process: subprocess.Popen[bytes], most: int) -> bytes:
    """All that the worker writes, until it ends, is too long about it, or writes too much."""
    assert process.stdout
    pieces: list[bytes] = []
    until, room = time.monotonic() + WAIT, most
    with selectors.DefaultSelector() as waiting:
        waiting.register(process.stdout, selectors.EVENT_READ)
        while room > 0 and waiting.select(max(0.0, until - time.monotonic())):
            piece = os.read(process.stdout.fileno(), min(room, 1 << 20))
            if not piece:
                return b"".join(pieces)
            pieces.append(piece)
            room -= len(piece)
    process.kill()
    return b""


def _trouble(said: Mapping[str, Any]) -> Trouble | None:
    word = said.get("trouble")
    if word is None:
        return None
    return Trouble(word) if word in Trouble.__members__.values() else Trouble.BROKEN


def _seen(said: object) -> Seen:
    if not isinstance(said, dict):
        return Seen(trouble=Trouble.BROKEN)
    if trouble := _trouble(said):
        return Seen(trouble=trouble)
    if said.get("kind") not in Kind.__members__.values():
        return Seen(trouble=Trouble.BROKEN)
    return Seen(
        Kind(said["kind"]),
        None,
        _count(said.get("pages")),
        _words(said.get("text")),
        said.get("unread") is not False,
    )


def _count(number: object) -> int:
    return number if isinstance(number, int) and 0 <= number <= 100_000 else 0


def _words(text: object) -> str:
    return text.replace("\0", "")[:LONGEST_TEXT] if isinstance(text, str) else ""


def _line(text: object) -> str:
    return " ".join(_words(text).split())[:LONGEST_LINE]


def _listed(found: object) -> list[Any]:
    return found if isinstance(found, list) else []
