"""Files are private and whole."""

from pathlib import Path
from threading import Thread

import pytest

from inconfidence.vault.disk import folder, locked, write_whole


def test_folders_and_files_are_private(data_folder: Path) -> None:
    inner = folder("keys/anchors")
    write_whole(inner / "one", b"content")
    assert (data_folder / "keys").stat().st_mode & 0o777 == 0o700
    assert inner.stat().st_mode & 0o777 == 0o700
    assert (inner / "one").stat().st_mode & 0o777 == 0o600


def test_a_write_that_fails_leaves_the_old_content(data_folder: Path) -> None:
    path = data_folder / "file"
    write_whole(path, b"old")
    with pytest.raises(TypeError):
        write_whole(path, "not bytes")  # type: ignore[arg-type]
    assert path.read_bytes() == b"old"
    assert [one.name for one in data_folder.iterdir()] == ["file"]


def test_one_at_a_time_under_the_lock(data_folder: Path) -> None:
    entered: list[str] = []

    def second() -> None:
        with locked(data_folder):
            entered.append("second")

    with locked(data_folder):
        thread = Thread(target=second)
        thread.start()
        thread.join(0.1)
        entered.append("first")
    thread.join()
    assert entered == ["first", "second"]
