"""`python -m bench.write_rates CLIENTS`: one business row with its event, one transaction each, as fast as they go.

Each client is a process with a connection of its own; all of them do ours for a while, then all of them a plain event
row, in turn. Prints JSON: rates a second of both, and how often this disk confirms a write.
"""

import json
import os
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from uuid import UUID, uuid4

import django
from django.conf import settings

from bench.figure import in_turn

SECONDS = 0.8
PAIRS = 11
BODY = "x" * 200
Act = Callable[[], None]


def rate(act: Act, seconds: float = SECONDS) -> float:
    """How often a second `act` finishes."""
    done, began = 0, time.perf_counter()
    while time.perf_counter() - began < seconds:
        act()
        done += 1
    return done / (time.perf_counter() - began)


def syncs(folder: Path) -> float:
    """How often a second this disk confirms 4 KiB."""
    with (folder / "sync").open("wb", buffering=0) as file:

        def once() -> None:
            file.write(b"x" * 4096)
            os.fdatasync(file.fileno())

        return rate(once, 0.5)


def writers(service: UUID, person: UUID) -> tuple[Act, Act]:
    """The two acts: with our event, with a plain one."""
    from django.db import transaction
    from django.utils import timezone

    from bench.peer.models import BusinessRow, PlainEvent
    from inconfidence.audit import acts
    from inconfidence.audit.record import record

    def ours() -> None:
        with transaction.atomic():
            BusinessRow.objects.create(body=BODY)
            now = timezone.now()
            record(service_id=service, actor_id=person, act=acts.Act.note_added, at=now, about=uuid4())

    def peer() -> None:
        with transaction.atomic():
            BusinessRow.objects.create(body=BODY)
            PlainEvent.objects.create(
                service=service, actor=person, act="note_added", at=timezone.now(), about=uuid4(), words={}
            )

    return ours, peer


def serve(orders: Connection, service: UUID) -> None:
    """One client: told which act, does it for a while and answers how often a second."""
    ours, peer = writers(service, uuid4())
    while (order := orders.recv()) != "end":
        orders.send(rate(ours if order == "ours" else peer))


@contextmanager
def clients(count: int) -> Iterator[Sequence[Connection]]:
    """So many processes, each at the end of a line of its own."""
    started, ends, service = [], [], uuid4()
    for _ in range(count):
        here, there = get_context("fork").Pipe()
        process = get_context("fork").Process(target=serve, args=(there, service), daemon=True)
        process.start()
        started.append(process)
        ends.append(here)
    try:
        yield ends
    finally:
        for end in ends:
            end.send("end")
        for process in started:
            process.join(timeout=10)


def together(ends: Sequence[Connection], which: str) -> float:
    """What all of them do in a second."""
    for end in ends:
        end.send(which)
    return float(sum(end.recv() for end in ends))


def main(count: int) -> None:
    """Measure and print."""
    django.setup()
    with clients(count) as ends:
        for which in ("ours", "peer"):
            together(ends, which)
        mine, other = in_turn(lambda: together(ends, "ours"), lambda: together(ends, "peer"), PAIRS)
    print(json.dumps({"ours": mine, "peer": other, "syncs": syncs(settings.DATA)}))


if __name__ == "__main__":
    main(int(sys.argv[1]))
