"""The walls of the worker: what the kernel still does for it once the first foreign byte is read.

A list of harmless calls is allowed. An attempt to reach the network, to start anything, to watch another process
or to open a file for writing ends the worker at once (SIGSYS, which its parent sees); every other call is refused.
"""

import ctypes
import platform
import resource
import signal
import sys
from typing import NamedTuple

MEMORY = 512 * 1024 * 1024
HARD_CPU = 20
OUTPUT = 200 * 1024 * 1024

PR_SET_DUMPABLE, PR_GET_SECCOMP, PR_SET_SECCOMP, PR_SET_NO_NEW_PRIVS = 4, 21, 22, 38
MODE_FILTER = 2
CLONE_NEWUSER, CLONE_NEWNET = 0x10000000, 0x40000000
ALLOW, REFUSE, END = 0x7FFF0000, 0x00050001, 0x80000000
LOAD, EQUAL, AT_LEAST, ANY_BIT, ANSWER = 0x20, 0x15, 0x35, 0x45, 0x06
NUMBER, ARCHITECTURE, ARGUMENTS = 0, 4, 16
FOR_WRITING = 0o1 | 0o2 | 0o100 | 0o1000 | 0o2000
EXECUTABLE = 4
X32 = 0x40000000


class Calls(NamedTuple):
    """The numbers of one machine's system calls, by what becomes of them."""

    architecture: int
    allowed: tuple[int, ...]
    deadly: tuple[int, ...]
    mapping: tuple[int, ...]
    opening: tuple[tuple[int, int], ...]


# read write close fstat lseek munmap brk sigaction sigprocmask sigreturn pread readv writev yield mremap madvise
# nanosleep getpid gettimeofday getrusage times sigaltstack gettid time futex exit clocks exit_group robust_list
# clock_nanosleep getrandom rseq; deadly: sockets, fork, exec, ptrace, other processes' memory, io_uring, openat2.
MACHINES = {
    "x86_64": Calls(
        0xC000003E,
        (
            0, 1, 3, 5, 8, 11, 12, 13, 14, 15, 17, 19, 20, 24, 25, 28, 35, 39, 96, 98, 100, 131, 186, 201, 202, 60,
            228, 229, 231, 273, 230, 318, 334,
        ),
        (41, 42, 43, 44, 46, 49, 50, 53, 56, 57, 58, 59, 85, 101, 310, 311, 322, 425, 435, 437),
        (9, 10),
        ((2, 1), (257, 2)),
    ),
    "aarch64": Calls(
        0xC00000B7,
        (
            63, 64, 57, 80, 62, 215, 214, 134, 135, 139, 67, 65, 66, 124, 216, 233, 101, 172, 169, 165, 153, 132, 178,
            98, 93, 113, 114, 94, 99, 115, 278, 293,
        ),
        (198, 203, 202, 206, 211, 200, 201, 199, 220, 221, 117, 270, 271, 281, 425, 435, 437),
        (222, 226),
        ((56, 2),),
    ),
}  # fmt: skip


class CannotCage(OSError):
    """This machine has no walls to put around the worker, so nothing is opened on it."""


class _Instruction(ctypes.Structure):
    _fields_ = [
        ("code", ctypes.c_uint16),
        ("yes", ctypes.c_uint8),
        ("no", ctypes.c_uint8),
        ("value", ctypes.c_uint32),
    ]


class _Program(ctypes.Structure):
    _fields_ = [("length", ctypes.c_uint16), ("first", ctypes.POINTER(_Instruction))]


def possible() -> bool:
    """Whether this machine can hold a worker: Linux on a processor whose calls are listed, with filters."""
    if sys.platform != "linux" or platform.machine() not in MACHINES or sys.maxsize < 2**32:
        return False
    return bool(_library().prctl(PR_GET_SECCOMP, 0, 0, 0, 0) in {0, MODE_FILTER})


def limit(seconds: float) -> None:
    """Little memory, no core, no file, no new process; `seconds` of processor time and not a blink more."""
    for what, most in (
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_CPU, HARD_CPU),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_NPROC, 0),
    ):
        resource.setrlimit(what, (most, most))
    signal.setitimer(signal.ITIMER_PROF, seconds)


def close() -> None:
    """Put the walls up. CannotCage when the machine refuses; there is no way back."""
    if not possible():
        raise CannotCage("no filter of system calls on this machine")
    library = _library()
    # A net of its own with nothing in it, where that is permitted; the filter holds without it.
    library.unshare(CLONE_NEWNET) and library.unshare(CLONE_NEWUSER | CLONE_NEWNET)
    lines = _filter(MACHINES[platform.machine()])
    body = (_Instruction * len(lines))(*[_Instruction(*line) for line in lines])
    program = _Program(len(lines), body)
    _asked(library.prctl(PR_SET_DUMPABLE, 0, 0, 0, 0))
    resource.setrlimit(resource.RLIMIT_NOFILE, (3, 3))
    _asked(library.prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0))
    _asked(library.prctl(PR_SET_SECCOMP, MODE_FILTER, ctypes.byref(program), 0, 0))


def _library() -> ctypes.CDLL:
    return ctypes.CDLL(None, use_errno=True)


def _asked(answer: int) -> None:
    if answer != 0:
        raise CannotCage(ctypes.get_errno(), "the machine refused")


Line = tuple[int, int, int, int]


def _filter(calls: Calls) -> list[Line]:
    """The filter as the kernel reads it: one line after the other, each answer final."""
    lines: list[Line] = [
        (LOAD, 0, 0, ARCHITECTURE), (EQUAL, 1, 0, calls.architecture), (ANSWER, 0, 0, END),
        (LOAD, 0, 0, NUMBER), (AT_LEAST, 0, 1, X32), (ANSWER, 0, 0, END),
    ]  # fmt: skip
    for number in calls.allowed:
        lines += [(EQUAL, 0, 1, number), (ANSWER, 0, 0, ALLOW)]
    for number in calls.deadly:
        lines += [(EQUAL, 0, 1, number), (ANSWER, 0, 0, END)]
    for number in calls.mapping:
        lines += _by_argument(number, 2, EXECUTABLE, REFUSE, ALLOW)
    for number, flags in calls.opening:
        lines += _by_argument(number, flags, FOR_WRITING, END, REFUSE)
    return [*lines, (ANSWER, 0, 0, REFUSE)]


def _by_argument(number: int, argument: int, bits: int, when_set: int, otherwise: int) -> list[Line]:
    return [
        (EQUAL, 0, 4, number),
        (LOAD, 0, 0, ARGUMENTS + 8 * argument),
        (ANY_BIT, 0, 1, bits),
        (ANSWER, 0, 0, when_set),
        (ANSWER, 0, 0, otherwise),
    ]
