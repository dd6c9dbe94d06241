"""Files that must survive: private folders, whole writes, synced to the disk."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

from django.conf import settings


def folder(name: str, *, data: Path | None = None) -> Path:
    """The folder of that name in the data folder, made private (0700) when it does not exist."""
    path = (data or Path(settings.DATA)) / name
    if not path.is_dir():
        path.parent.mkdir(mode=0o700, exist_ok=True)
        path.mkdir(mode=0o700, exist_ok=True)
        sync_folder(path.parent)
    return path


def sync_folder(path: Path) -> None:
    """Make a folder's list of names durable."""
    handle = os.open(path, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def write_whole(path: Path, data: bytes) -> None:
    """Write a private file (0600) so that a reader or a crash sees the old content or the new, never a part."""
    part = path.with_name(f".{path.name}.{uuid4().hex}")
    handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold the folder for one process at a time, so that two workers do not both make its first key."""
    handle = os.open(path / ".lock", os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)
