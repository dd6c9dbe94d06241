"""From inside the worker: what its walls refuse. Each attempt stands in the place of a job, after the walls went up."""

import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from inconfidence.quarantine import asking, cage, frames
from inconfidence.quarantine.kinds import Trouble

BEGIN = """
import os, sys
import ctypes, mmap, signal, socket, threading
from inconfidence.quarantine import worker
from inconfidence.quarantine.opening import JOBS
def attempt(data, number):
{body}
    return {{"reached": "yes"}}, []
JOBS["look"] = attempt
worker.main(["look", "{seconds}", "0"])
os._exit(0)
"""


def inside(body: str, seconds: float = 2) -> tuple[int, bytes]:
    """Run these lines as a job of a worker; how it ended, and what it wrote."""
    lines = "\n".join(f"    {line}" for line in body.splitlines())
    code = BEGIN.format(body=lines, seconds=seconds)
    done = subprocess.run(
        [sys.executable, "-I", "-c", code], input=b"a file", capture_output=True, timeout=30, check=False
    )
    return done.returncode, done.stdout


def test_what_is_harmless_is_allowed() -> None:
    code, answer = inside("assert data == b'a file'\nos.getpid()")
    assert code == 0
    assert frames.unpacked(answer) == ({"reached": "yes"}, [])


ENDED = {
    "a socket": "socket.socket()",
    "a local socket": "socket.socket(socket.AF_UNIX)",
    "a pair of sockets": "socket.socketpair()",
    "a file to write": "os.open('{path}', os.O_WRONLY | os.O_CREAT)",
    "a file to change": "os.open('{path}', os.O_RDWR)",
    "a file to add to": "open('{path}', 'ab')",
    "another process": "os.fork()",
    "another program": "os.execv('/bin/true', ['true'])",
    "a program beside": "os.posix_spawn('/bin/true', ['true'], {{}})",
    "a thread": "threading.Thread(target=print).start()",
    "watching a process": "ctypes.CDLL(None).ptrace(16, os.getppid(), 0, 0)",
    "reading another's memory": "ctypes.CDLL(None).process_vm_readv(os.getppid(), 0, 0, 0, 0, 0)",
}
REFUSED = {
    "a file to read": "os.open('/etc/hostname', os.O_RDONLY)",
    "a folder": "os.listdir('/')",
    "removing": "os.unlink('{path}')",
    "renaming": "os.rename('{path}', '{path}2')",
    "a signal": "os.kill(os.getppid(), signal.SIGTERM)",
    "another owner": "os.setuid(0)",
    "memory that runs": "mmap.mmap(-1, 4096, prot=mmap.PROT_READ | mmap.PROT_EXEC)",
    "a new descriptor": "os.pipe()",
}


@pytest.mark.parametrize("name", ENDED)
def test_an_attempt_to_get_out_ends_the_worker(name: str, tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    kept.write_text("as it was")
    code, answer = inside(ENDED[name].format(path=kept))
    assert code == -signal.SIGSYS
    assert answer == b""
    assert kept.read_text() == "as it was"


@pytest.mark.parametrize("name", REFUSED)
def test_everything_else_is_refused(name: str, tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    kept.write_text("as it was")
    lines = f"try:\n    {REFUSED[name].format(path=kept)}\nexcept PermissionError:\n    return {{'refused': 'yes'}}, []"
    code, answer = inside(lines)
    assert (code, frames.unpacked(answer)) == (0, ({"refused": "yes"}, []))
    assert kept.read_text() == "as it was"


@pytest.mark.local_network
def test_nobody_knocks_at_a_door_that_is_open() -> None:
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        door.listen()
        door.settimeout(0.3)
        code, _ = inside(f"socket.create_connection({door.getsockname()})")
        assert code == -signal.SIGSYS
        with pytest.raises(TimeoutError):
            door.accept()


def test_time_and_memory_run_out() -> None:
    code, _ = inside("while True: pass", seconds=0.3)
    assert code == -signal.SIGPROF
    code, answer = inside("held = [bytearray(1 << 20) for _ in range(2000)]")
    assert frames.unpacked(answer)[0] == {"trouble": "bomb"}


def test_limits_are_those_that_are_promised() -> None:
    assert (cage.MEMORY, cage.HARD_CPU, cage.OUTPUT) == (512 << 20, 20, 200 << 20)


def test_a_machine_without_walls_opens_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("platform.machine", lambda: "z80")
    assert not cage.possible()
    assert asking.look(b"a text") == asking.Seen(trouble=Trouble.CANNOT_LOOK)
    with pytest.raises(cage.CannotCage):
        cage.close()


@pytest.mark.parametrize("machine", sorted(cage.MACHINES))
def test_the_lists_of_calls_do_not_contradict_themselves(machine: str) -> None:
    calls = cage.MACHINES[machine]
    groups = [
        set(calls.allowed),
        set(calls.deadly),
        set(calls.mapping),
        {number for number, _ in calls.opening},
    ]
    assert sum(map(len, groups)) == len(set.union(*groups))
    assert len(cage._filter(calls)) < 4096
