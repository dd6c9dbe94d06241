"""The key folder: `keys` in the data folder. What lies in it is never in the database or its backups.

It holds the host's own secret, the epoch keys, the sitting keys, the fingerprint of each service's first lead,
the measured cost of a password and the last known ends of the audit chains. Lost without a copy, everything is lost.
"""

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.conf import settings

from inconfidence.vault.disk import folder, locked, write_whole

NAME = "keys"
Content = dict[str, Any]
First = Callable[[], Content]
# Every read of a key passes here, so paths are plain strings and a file is parsed once.
_read: dict[str, tuple[tuple[int, int, int], Content]] = {}


def _path(name: str, data: Path | None = None) -> str:
    return f"{data or settings.DATA}/{NAME}/{name}"


def _load(path: str) -> Content | None:
    """The content of a key file, parsed again only when another process has replaced it."""
    try:
        found = os.stat(path)  # noqa: PTH116 - as above
    except FileNotFoundError:
        return None
    stamp = (found.st_mtime_ns, found.st_ino, found.st_size)
    known = _read.get(path)
    if known is None or known[0] != stamp:
        known = _read[path] = (stamp, json.loads(Path(path).read_bytes()))
    return known[1]


def key_file(name: str, first: First, data: Path | None = None) -> Content:
    """The content of a file in the key folder, made from `first` when it does not exist."""
    content = _load(_path(name, data))
    return content if content is not None else _make(name, first, data)


def known_file(name: str, first: First) -> Content:
    """The content as last read, without a look at the disk: for keys that are added and never altered."""
    known = _read.get(_path(name))
    return known[1] if known else key_file(name, first)


def _make(name: str, first: First, data: Path | None) -> Content:
    home = folder(NAME, data=data)
    with locked(home):
        content = _load(_path(name, data))
        if content is None:
            content = first()
            write_whole(home / name, json.dumps(content).encode())
    return content


def change_key_file(name: str, first: First, change: Callable[[Content], None]) -> Content:
    """Change a file of the key folder under its lock; returns the new content."""
    home = folder(NAME)
    with locked(home):
        content: Content = json.loads(json.dumps(_load(_path(name)) or first()))
        change(content)
        write_whole(home / name, json.dumps(content).encode())
    return content
