"""The key folder: private, shared between processes, replaced without losing what is open."""

import json
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Thread

import pytest
import time_machine
from pytest_django.fixtures import Settings

from inconfidence.vault import host, key_folder
from inconfidence.vault.ids import new_id
from inconfidence.vault.sealed import CannotOpen, Place, Sealed

NIGHT = datetime(2026, 11, 20, 2, 0, tzinfo=UTC)
PLACE = Place("team_person", "second_factor", new_id(), 1)


def add_epoch(folder: Path) -> None:
    """What another process does when it begins a new epoch."""
    path = folder / "keys" / "epochs"
    content = json.loads(path.read_bytes())
    content["current"] += 1
    content["keys"][str(content["current"])] = "ab" * 32
    path.write_text(json.dumps(content))


def test_the_folder_and_its_files_are_private(data_folder: Path) -> None:
    host.wrap_epoch(b"x", b"place")
    host.wrap_sitting(b"x", b"place")
    host.secret_key()
    home = data_folder / "keys"
    assert home.stat().st_mode & 0o777 == 0o700
    names = {path.name for path in home.iterdir()}
    assert {"epochs", "sittings", "host"} <= names
    assert {path.stat().st_mode & 0o777 for path in home.iterdir()} == {0o600}


def test_the_secret_key_is_the_hosts_own(settings: Settings, tmp_path: Path) -> None:
    first = host.secret_key()
    assert len(first) == 64
    assert host.secret_key(Path(settings.DATA)) == first
    (tmp_path / "other").mkdir()
    assert host.secret_key(tmp_path / "other") != first


def test_sealed_for_the_host() -> None:
    sealed = host.seal_for_host("totp", PLACE, {"secret": "JBSW"})
    assert host.open_for_host("totp", PLACE, sealed) == {"secret": "JBSW"}
    with pytest.raises(CannotOpen):
        host.open_for_host("sheet", PLACE, sealed)
    with pytest.raises(CannotOpen):
        host.open_for_host("totp", PLACE._replace(row=new_id()), sealed)


def test_another_host_opens_nothing(settings: Settings, tmp_path: Path) -> None:
    sealed = host.seal_for_host("totp", PLACE, {})
    wrapped = host.wrap_epoch(b"inner", b"place")
    settings.DATA = tmp_path / "stolen"
    settings.DATA.mkdir()
    with pytest.raises(CannotOpen):
        host.open_for_host("totp", PLACE, sealed)
    with pytest.raises(CannotOpen):
        host.unwrap_epoch(wrapped.raw, b"place")


def test_flip_any_byte_of_an_epoch_wrap() -> None:
    raw = host.wrap_epoch(b"inner", b"place").raw
    assert host.unwrap_epoch(raw, b"place") == b"inner"
    for at in range(len(raw)):
        with pytest.raises(CannotOpen):
            host.unwrap_epoch(raw[:at] + bytes([raw[at] ^ 1]) + raw[at + 1 :], b"place")


def test_an_epoch_begun_by_another_process_is_read(data_folder: Path) -> None:
    before = host.wrap_epoch(b"before", b"place")
    add_epoch(data_folder)
    after = host.wrap_epoch(b"after", b"place")
    assert host.unwrap_epoch(after.raw, b"place") == b"after"
    assert host.unwrap_epoch(before.raw, b"place") == b"before"
    assert before.raw[:9] != after.raw[:9]


def test_a_worker_with_a_stale_key_file_reads_it_again(data_folder: Path) -> None:
    host.wrap_epoch(b"x", b"place")
    stale = dict(key_folder._read)
    add_epoch(data_folder)
    wrapped = host.wrap_epoch(b"by the other", b"place")
    key_folder._read.clear()
    key_folder._read.update(stale)
    assert host.unwrap_epoch(wrapped.raw, b"place") == b"by the other"


def test_two_processes_make_one_secret(data_folder: Path) -> None:
    program = (
        "import sys; from django.conf import settings; from pathlib import Path;"
        "settings.configure(DATA=Path(sys.argv[1]), USE_TZ=True);"
        "from inconfidence.vault import host; print(host.secret_key())"
    )
    command = [sys.executable, "-c", program, str(data_folder)]
    running = [subprocess.Popen(command, stdout=subprocess.PIPE) for _ in range(4)]
    answers = {process.communicate()[0] for process in running}
    assert answers == {f"{host.secret_key()}\n".encode()}


def test_threads_make_one_secret() -> None:
    found: set[str] = set()
    threads = [Thread(target=lambda: found.add(host.secret_key())) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 1


def wrapped_at(moment: datetime) -> Sealed:
    with time_machine.travel(moment, tick=False):
        return host.wrap_sitting(b"half", b"place")


def opens_at(moment: datetime, wrapped: Sealed) -> bool:
    with time_machine.travel(moment, tick=False):
        try:
            return host.unwrap_sitting(wrapped.raw, b"place") == b"half"
        except CannotOpen:
            return False


def test_a_sitting_key_is_replaced_each_day() -> None:
    first = wrapped_at(NIGHT)
    assert wrapped_at(NIGHT + timedelta(hours=24, seconds=-1)).raw[:9] == first.raw[:9]
    assert wrapped_at(NIGHT + timedelta(hours=24)).raw[:9] != first.raw[:9]


@pytest.mark.parametrize(("hours", "opens"), [(0, True), (11.999, True), (12, False), (30, False)])
def test_a_replaced_sitting_key_lasts_as_long_as_the_longest_sitting(hours: float, opens: bool) -> None:
    wrapped = wrapped_at(NIGHT)
    with time_machine.travel(NIGHT, tick=False):
        assert host.rotate_sitting_key(NIGHT) == 2
    assert opens_at(NIGHT + timedelta(hours=hours), wrapped) is opens


def test_a_dead_sitting_key_is_deleted(data_folder: Path) -> None:
    wrapped_at(NIGHT)
    host.rotate_sitting_key(NIGHT)
    host.rotate_sitting_key(NIGHT + timedelta(hours=11))
    assert set(json.loads((data_folder / "keys" / "sittings").read_bytes())["keys"]) == {"1", "2", "3"}
    host.rotate_sitting_key(NIGHT + timedelta(hours=12))
    assert set(json.loads((data_folder / "keys" / "sittings").read_bytes())["keys"]) == {"2", "3", "4"}


def test_a_sitting_key_that_never_was() -> None:
    wrapped = wrapped_at(NIGHT)
    unknown = Sealed(wrapped.raw[:8] + b"\x09" + wrapped.raw[9:])
    assert not opens_at(NIGHT, unknown)
