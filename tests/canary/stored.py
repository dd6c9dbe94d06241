"""Everything a run of the program leaves behind: files whole, rows column by column."""

import base64
import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from django.db import connection

from tests.canary.encodings import SHORTEST, around, finds
from tests.canary.words import Canaries

Trace = tuple[str, bytes]


def files(*folders: Path) -> Iterator[Trace]:
    """Every file under these folders, and its name."""
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            yield f"the name of {path.name}", path.name.encode()
            if path.is_file():
                yield str(path), path.read_bytes()


def database_files(name: str) -> Iterator[Trace]:
    """SQLite's file, its write-ahead log and their index."""
    for path in sorted(Path(name).parent.glob(f"{Path(name).name}*")):
        yield str(path), path.read_bytes()


def rows() -> Iterator[Trace]:
    """Every value of every column of every table there is, ours or not."""
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            columns = [column[0] for column in cursor.description or ()]
            for row in cursor.fetchall():
                for column, value in zip(columns, row, strict=True):
                    yield f"{table}.{column}", as_bytes(value)


def postgres_log() -> Iterator[Trace]:
    """The log of the PostgreSQL that this run has started; nothing on SQLite, which has none."""
    if connection.vendor == "postgresql":
        path = os.environ.get("INCONFIDENCE_POSTGRES_LOG", "")
        assert path, "INCONFIDENCE_POSTGRES_LOG names no file: run script/test"
        yield "PostgreSQL's log", Path(path).read_bytes()


def as_bytes(value: Any) -> bytes:
    """A column's value as bytes to look into."""
    return bytes(value) if isinstance(value, bytes | memoryview) else str(value).encode()


def leaks(canaries: Canaries, traces: Iterable[Trace]) -> list[str]:
    """Where a canary stands that must stand nowhere: what it is, how it is written, where it was typed."""
    found, known = [], set()
    for where, data in traces:
        if len(data) < SHORTEST or data in known:
            continue
        known.add(data)
        if how := finds(data, canaries.secret):
            found.append(f"{where} ({how}): {canaries.where(around(data, canaries.secret))}")
    return found


def stands_in(word: str, traces: Iterable[Trace]) -> set[str]:
    """The places in which this word stands, in whatever writing."""
    return {where for where, data in traces if finds(data, word)}


def shapes(secret: bytes) -> set[bytes]:
    """A key or a code as it might stand somewhere: as it is, in hex, in base64 of each alignment."""
    found = {secret, secret.hex().encode(), secret.hex().upper().encode()}
    for shift in range(3):
        for encode in (base64.b64encode, base64.urlsafe_b64encode):
            whole = encode(bytes(shift) + secret)
            found.add(whole[(shift * 8 + 5) // 6 : (shift + len(secret)) * 8 // 6])
    return found


def found_keys(secrets: Mapping[str, bytes], traces: Iterable[Trace]) -> list[str]:
    """Which of these keys and codes stand somewhere, and where."""
    looked_for = {name: shapes(secret) for name, secret in secrets.items()}
    return [
        f"{name} in {where}"
        for where, data in traces
        if len(data) >= 6
        for name, needles in looked_for.items()
        if any(needle in data for needle in needles)
    ]
