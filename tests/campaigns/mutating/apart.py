"""Each mutant is tried in a process of its own, forked from one in which everything is ready."""

import json
import os
import resource
import signal
import sys
from collections.abc import Callable, Iterable
from typing import Any, TypeVar

AT_ONCE = 2
SECONDS = 30
BYTES = 3 * 1024**3
SURVIVED, KILLED, NOT_TRIED = 0, 1, 2

Job = TypeVar("Job")


def each_apart(jobs: Iterable[Job], survives: Callable[[Job], bool]) -> tuple[list[Job], list[Job]]:
    """The jobs that survive and those that could not be tried; two are tried at a time.

    What crashes the process, or does not come to an end, is killed.
    """
    running: dict[int, Job] = {}
    ended: dict[int, list[Job]] = {SURVIVED: [], KILLED: [], NOT_TRIED: []}

    def wait() -> None:
        process, status = os.waitpid(-1, 0)
        verdict = os.WEXITSTATUS(status) if os.WIFEXITED(status) else KILLED
        ended[verdict].append(running.pop(process))

    for job in jobs:
        if len(running) == AT_ONCE:
            wait()
        running[_started(survives, job)] = job
    while running:
        wait()
    return ended[SURVIVED], ended[NOT_TRIED]


def _started(survives: Callable[[Job], bool], job: Job) -> int:
    """Start a process that ends with what became of the job; its number."""
    process = os.fork()
    if process:
        return process
    verdict = NOT_TRIED
    try:
        _bounded()
        verdict = SURVIVED if survives(job) else KILLED
    except MemoryError:
        verdict = KILLED
    finally:
        os._exit(verdict)


def _bounded() -> None:
    """No more time and memory than a fault could need; nothing that is printed reaches anybody."""
    spent = int(resource.getrusage(resource.RUSAGE_SELF).ru_utime)
    resource.setrlimit(resource.RLIMIT_CPU, (spent + SECONDS, spent + SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (BYTES, BYTES))
    signal.signal(signal.SIGXCPU, signal.SIG_DFL)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for shown in (sys.__stdout__, sys.__stderr__):
        assert shown is not None
        os.dup2(nowhere, shown.fileno())


def asked_apart(ask: Callable[[], Any]) -> Any:
    """What a function answers (as JSON) when it is called in a process of its own; None where it fails."""
    reading, writing = os.pipe()
    process = os.fork()
    if not process:
        try:
            with os.fdopen(writing, "w") as out:
                json.dump(ask(), out)
        finally:
            os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as told:
        heard = told.read()
    os.waitpid(process, 0)
    return json.loads(heard) if heard else None
