"""One business row with its event, one transaction each, as fast as one connection can: ours and a plain event row.

Prints JSON: rates a second of both, in turn, and how often this disk confirms a write.
"""

import json
import os
import time
from collections.abc import Callable
from pathlib import Path
from uuid import UUID, uuid4

import django
from django.conf import settings

from bench.figure import in_turn

SECONDS = 0.8
PAIRS = 11
BODY = "x" * 200


def rate(act: Callable[[], None], seconds: float = SECONDS) -> float:
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


def writers(service: UUID, person: UUID) -> tuple[Callable[[], None], Callable[[], None]]:
    """The two acts: with our event, with a plain one."""
    from django.db import transaction
    from django.utils import timezone

    from bench.peer.models import BusinessRow, PlainEvent
    from inconfidence.audit.acts import Act
    from inconfidence.audit.record import record

    def ours() -> None:
        with transaction.atomic():
            BusinessRow.objects.create(body=BODY)
            record(service_id=service, actor_id=person, act=Act.note_added, at=timezone.now(), about=uuid4())

    def peer() -> None:
        with transaction.atomic():
            BusinessRow.objects.create(body=BODY)
            PlainEvent.objects.create(
                service=service, actor=person, act="note_added", at=timezone.now(), about=uuid4(), words={}
            )

    return ours, peer


def main() -> None:
    """Measure and print."""
    django.setup()
    ours, peer = writers(uuid4(), uuid4())
    for act in (ours, peer):
        rate(act, 0.5)
    mine, other = in_turn(lambda: rate(ours), lambda: rate(peer), PAIRS)
    print(json.dumps({"ours": mine, "peer": other, "syncs": syncs(settings.DATA)}))


if __name__ == "__main__":
    main()
