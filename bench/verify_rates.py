"""`python -m bench.verify_rates EVENTS`: seconds to check a record of so many events, beside reading and hashing them.

The events are put in by plain inserts, chained as the program chains them: reads of cases in eight chains. Prints JSON.
"""

import hashlib
import json
import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from datetime import timedelta
from functools import partial
from itertools import islice
from typing import Any
from uuid import UUID, uuid4

import django

from bench.figure import in_turn

CHAINS = 8
AT_ONCE = 10_000
ROUNDS = 3
NEEDED = "SELECT number, previous, hash, payload FROM audit_event ORDER BY chain_id, number"
WHOLE = (
    "SELECT number, previous, hash, payload, id, chain_id, act, actor_id, at, service_id, about, once, sealed"
    " FROM audit_event ORDER BY chain_id, number"
)
READ_AT_ONCE = 500
NAMES = (
    "id", "chain_id", "number", "previous", "act", "actor_id", "at", "service_id", "about", "once", "sealed",
)  # fmt: skip


def seconds(act: Callable[[], object]) -> float:
    """How long it takes."""
    began = time.perf_counter()
    act()
    return time.perf_counter() - began


def chained(service: UUID, chain: UUID, count: int) -> Iterator[Any]:
    """So many events of one chain, as `record` would have written them."""
    from django.utils import timezone

    from inconfidence.audit.acts import Act
    from inconfidence.audit.canonical import BEGINNING, Columns, digest, head, tail
    from inconfidence.audit.models import Event

    began, before, people = timezone.now(), BEGINNING, [uuid4() for _ in range(20)]
    rest = tail((), {"level": "one"}, {})
    for number in range(1, count + 1):
        at = began + timedelta(seconds=number)
        who, about = people[number % 20], uuid4()
        values = (uuid4(), chain, number, before, Act.case_seen, who, at, service, about, None, None)
        columns = Columns(*values)
        payload = (head(columns) + rest).encode()
        hashed = digest(payload)
        yield Event(**dict(zip(NAMES, values, strict=True)), payload=payload, hash=hashed)
        before = hashed


def fill(events: int) -> None:
    """Write them, with the heads of their chains."""
    from inconfidence.audit.models import Chain, Event
    from inconfidence.audit.record import chain_of

    service = uuid4()
    for slot in range(CHAINS):
        chain, last = chain_of(service, slot), None
        Chain.objects.create(id=chain, service_id=service, slot=slot, hash=bytes(32))
        rows = chained(service, chain, events // CHAINS)
        while part := list(islice(rows, AT_ONCE)):
            Event.objects.bulk_create(part)
            last = part[-1]
        assert last is not None
        Chain.objects.filter(id=chain).update(number=last.number, hash=last.hash)


def read_and_hash(statement: str) -> None:
    """Read every event in the order of the chains, and hash its canonical bytes, which are the fourth column."""
    from django.db import DEFAULT_DB_ALIAS, connections, transaction

    # In a transaction, PostgreSQL gives rows as they come; on SQLite one would only lock out writers.
    database = connections[DEFAULT_DB_ALIAS]
    piece = transaction.atomic() if database.vendor == "postgresql" else nullcontext()
    with piece, database.chunked_cursor() as cursor:
        cursor.execute(statement)
        while part := cursor.fetchmany(READ_AT_ONCE):
            for row in part:
                hashlib.sha256(row[3]).digest()


def main(events: int) -> None:
    """Fill, measure, print."""
    django.setup()
    from inconfidence.audit.verify import verify

    fill(events)
    processors = len(os.sched_getaffinity(0))
    verdict = verify(processors)
    assert (verdict.ok, verdict.events) == (True, events // CHAINS * CHAINS), verdict
    whole, bare = partial(read_and_hash, WHOLE), partial(read_and_hash, NEEDED)
    ours, peer = in_turn(lambda: seconds(verify), lambda: seconds(whole), ROUNDS)
    alone, least = in_turn(lambda: seconds(verify), lambda: seconds(bare), ROUNDS)
    together, beside = in_turn(lambda: seconds(lambda: verify(processors)), lambda: seconds(bare), ROUNDS)
    said = {"whole": (ours, peer), "least": (alone, least), "together": (together, beside)}
    print(json.dumps(said | {"processors": processors}))


if __name__ == "__main__":
    main(int(sys.argv[1]))
