"""What the program writes to its data folder and when it asks the disk to keep it, one act after another.

SQLite's own writes are seen through a virtual file system laid over its usual one, in the very library that Python
uses; ours through the calls of `os` that reach a file. Nothing else changes: each act is noted and then done.
"""

import ctypes
import os
from collections.abc import Callable
from ctypes import CFUNCTYPE, POINTER, Structure, c_char_p, c_int, c_int64, c_void_p, cast, memmove, sizeof
from pathlib import Path
from typing import Any, NamedTuple

# What SQLite says on opening: that the file may be made, and that it is a log beside the database.
CREATES, LOGS = 0x4, 0x800 | 0x80000


class Act(NamedTuple):
    """One thing done: `write` and `cut` (to a length) change a file, `sync` makes its content last.

    `name`, `rename` and `remove` change a folder, `folder` makes it last. `done` is a moment at which the program said
    that it has something.
    """

    kind: str
    path: str = ""
    offset: int = 0
    data: bytes = b""
    to: str = ""


class _File(Structure):
    _fields_ = (("methods", c_void_p),)


_Write = CFUNCTYPE(c_int, POINTER(_File), c_void_p, c_int, c_int64)
_Cut = CFUNCTYPE(c_int, POINTER(_File), c_int64)
_Sync = CFUNCTYPE(c_int, POINTER(_File), c_int)


class _Methods(Structure):
    """The beginning of `sqlite3_io_methods`, which every version has; what follows is copied as it is."""

    _fields_ = (
        ("version", c_int),
        ("close", c_void_p),
        ("read", c_void_p),
        ("write", _Write),
        ("cut", _Cut),
        ("sync", _Sync),
        ("rest", c_void_p * 13),
    )


# The name goes through as the pointer it is: SQLite's own file system keeps it for the life of the file.
_Open = CFUNCTYPE(c_int, c_void_p, c_void_p, POINTER(_File), c_int, POINTER(c_int))
_Remove = CFUNCTYPE(c_int, c_void_p, c_char_p, c_int)


class _Vfs(Structure):
    """`sqlite3_vfs`, of which two calls are ours."""

    _fields_ = (
        ("version", c_int),
        ("file_size", c_int),
        ("path_length", c_int),
        ("next", c_void_p),
        ("name", c_char_p),
        ("data", c_void_p),
        ("open", _Open),
        ("remove", _Remove),
        ("rest", c_void_p * 16),
    )


def library() -> ctypes.CDLL:
    """The SQLite that Python's own module has loaded."""
    import sqlite3

    sqlite3.connect(":memory:").close()
    for line in Path("/proc/self/maps").read_text().splitlines():
        if "libsqlite3" in line:
            return ctypes.CDLL(line.split()[-1])
    import _sqlite3

    return ctypes.CDLL(_sqlite3.__file__)


class Recorder:
    """The acts on the files of one folder, in their order."""

    def __init__(self, folder: Path) -> None:
        self.folder = str(folder)
        self.acts: list[Act] = []
        self._handles: dict[int, str] = {}
        self._names: dict[int, str] = {}
        self._made: set[int] = set()
        self._copies: dict[int, tuple[_Methods, _Methods]] = {}

    def done(self, words: str) -> None:
        """The program said that it has what holds these words."""
        self.acts.append(Act("done", data=words.encode()))

    def _ours(self, path: object) -> str:
        """The path within the folder, empty for any other file and for what SQLite makes anew by itself."""
        text = os.fspath(path) if isinstance(path, str | os.PathLike) else ""
        inside = isinstance(text, str) and text.startswith(f"{self.folder}/") and not text.endswith("-shm")
        return text.removeprefix(f"{self.folder}/") if inside and isinstance(text, str) else ""

    # --- SQLite ---------------------------------------------------------------------------------------------
    def watch_sqlite(self) -> None:
        """Lay ourselves over SQLite's usual file system, before the first connection."""
        sqlite = library()
        sqlite.sqlite3_vfs_find.restype = POINTER(_Vfs)
        usual = sqlite.sqlite3_vfs_find(None)
        self._vfs = _Vfs()
        memmove(ctypes.byref(self._vfs), usual, sizeof(_Vfs))
        self._usual = usual.contents
        self._vfs.name, self._vfs.next = b"recorded", None
        self._vfs.open, self._vfs.remove = _Open(self._opened), _Remove(self._removed)
        if sqlite.sqlite3_vfs_register(ctypes.byref(self._vfs), 1) != 0:
            raise RuntimeError("SQLite does not take a file system of ours")

    def _opened(self, vfs: int, name: int | None, file: Any, flags: int, out: Any) -> int:
        answer: int = self._usual.open(vfs, name, file, flags, out)
        path = self._ours(ctypes.string_at(name).decode()) if name else ""
        if answer == 0 and path and file.contents.methods:
            self._names[ctypes.addressof(file.contents)] = path
            if flags & CREATES and flags & LOGS:
                self._made.add(ctypes.addressof(file.contents))
            file.contents.methods = ctypes.addressof(self._over(file.contents.methods))
        return answer

    def _over(self, methods: int) -> _Methods:
        """These methods with our three in their place; one copy for each kind of file."""
        if methods not in self._copies:
            usual, copy = cast(methods, POINTER(_Methods)).contents, _Methods()
            memmove(ctypes.byref(copy), methods, sizeof(_Methods))
            copy.write, copy.cut, copy.sync = self._write(usual), self._cut(usual), self._sync(usual)
            self._copies[methods] = (copy, usual)
        return self._copies[methods][0]

    def _write(self, usual: _Methods) -> Any:
        def write(file: Any, data: int, size: int, offset: int) -> int:
            path = self._names[ctypes.addressof(file.contents)]
            self.acts.append(Act("write", path, offset, ctypes.string_at(data, size)))
            return int(usual.write(file, data, size, offset))

        return _Write(write)

    def _cut(self, usual: _Methods) -> Any:
        def cut(file: Any, size: int) -> int:
            self.acts.append(Act("cut", self._names[ctypes.addressof(file.contents)], size))
            return int(usual.cut(file, size))

        return _Cut(cut)

    def _sync(self, usual: _Methods) -> Any:
        def sync(file: Any, flags: int) -> int:
            answer, address = int(usual.sync(file, flags)), ctypes.addressof(file.contents)
            path = self._names[address]
            self.acts.append(Act("sync", path))
            if (
                address in self._made
            ):  # SQLite's own file system then syncs the folder too, once for each new log
                self._made.remove(address)
                self.acts.append(Act("folder", str(Path(path).parent)))
            return answer

        return _Sync(sync)

    def _removed(self, vfs: int, name: bytes, sync: int) -> int:
        if path := self._ours(name.decode()):
            self.acts.append(Act("remove", path))
        answer: int = self._usual.remove(vfs, name, sync)
        if path and sync:
            self.acts.append(Act("folder", str(Path(path).parent)))
        return answer

    # --- our own files --------------------------------------------------------------------------------------
    def watch_files(self) -> None:
        """Stand before the calls by which our own code makes, writes, syncs, renames and removes files."""
        self._os = {name: getattr(os, name) for name in ("open", "fdopen", "pwrite", "fsync", "close")}
        self._moves = {name: getattr(os, name) for name in ("replace", "rename", "unlink", "remove")}
        replaced: dict[str, Callable[..., Any]] = {
            "open": self._os_open,
            "fdopen": self._os_fdopen,
            "pwrite": self._os_pwrite,
            "fsync": self._os_fsync,
            "close": self._os_close,
            "replace": lambda one, other, **more: self._os_move("replace", one, other, **more),
            "rename": lambda one, other, **more: self._os_move("rename", one, other, **more),
            "unlink": self._os_unlink,
            "remove": self._os_unlink,
        }
        for name, call in replaced.items():
            setattr(os, name, call)

    def _os_open(self, path: Any, flags: int, *words: Any, **more: Any) -> int:
        handle: int = self._os["open"](path, flags, *words, **more)
        inside = "." if os.fspath(path) == self.folder else self._ours(path)
        if inside:
            self._handles[handle] = inside
            if flags & os.O_CREAT and not Path(path).is_dir():
                self.acts.append(Act("name", inside))
        return handle

    def _os_close(self, handle: int) -> None:
        self._handles.pop(handle, None)
        self._os["close"](handle)

    def _os_pwrite(self, handle: int, data: bytes, offset: int) -> int:
        if path := self._handles.get(handle):
            self.acts.append(Act("write", path, offset, bytes(data)))
        return int(self._os["pwrite"](handle, data, offset))

    def _os_fsync(self, handle: int) -> None:
        self._os["fsync"](handle)
        if path := self._handles.get(handle):
            folder = (Path(self.folder) / path).is_dir()
            self.acts.append(Act("folder" if folder else "sync", path))

    def _os_fdopen(self, handle: int, *words: Any, **more: Any) -> Any:
        file = self._os["fdopen"](handle, *words, **more)
        return Written(self, file, self._handles[handle]) if handle in self._handles else file

    def _os_move(self, how: str, one: Any, other: Any, **more: Any) -> None:
        self._moves[how](one, other, **more)
        if path := self._ours(one):
            self.acts.append(Act("rename", path, to=self._ours(other)))

    def _os_unlink(self, path: Any, **more: Any) -> None:
        self._moves["unlink"](path, **more)
        if inside := self._ours(path):
            self.acts.append(Act("remove", inside))


class Written:
    """An open file of ours that notes what is written from its beginning on."""

    def __init__(self, recorder: Recorder, file: Any, path: str) -> None:
        self._recorder, self._file, self._path, self._at = recorder, file, path, 0

    def __enter__(self) -> "Written":
        return self

    def __exit__(self, *_error: object) -> None:
        self._file.close()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)

    def write(self, data: bytes) -> int:
        """Note it and write it."""
        self._recorder.acts.append(Act("write", self._path, self._at, bytes(data)))
        self._at += len(data)
        return int(self._file.write(data))
