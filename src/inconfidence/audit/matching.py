"""Whether events are what was hashed: their hashes, their links, and the columns that repeat the canonical bytes.

Many events are held against their columns at once, in few steps of the interpreter. Where they do not match, each is
looked at by itself, and so the wrong one is named.
"""

import hashlib
from collections.abc import Sequence
from typing import Any

sha256 = hashlib.sha256
# number, previous, hash, payload, id, act, actor, at, service, about, once, sealed
Row = tuple[Any, ...]
LISTED = b'"listed"'
# No beginning is shorter; to look for its end from there on is quicker.
SHORTEST = 320
WHOLE_SECOND = 19
HASH = 32


def all_whole(chain: str, after: int, before: bytes, rows: Sequence[Row]) -> bool:
    """Whether these follow number `after` and hash `before` without a gap, and each is what was hashed.

    `chain` is the chain's identifier without dashes. A False may be too careful: `is_whole` tells for each.
    """
    numbers, previous, hashes, payloads, *columns = zip(*rows, strict=True)
    try:
        return bool(
            numbers == tuple(range(after + 1, after + 1 + len(rows)))
            and previous == (before, *hashes[:-1])
            and [sha256(payload).digest() for payload in payloads] == list(hashes)
            and _heads(payloads) == _said(chain, numbers, previous, columns)
        )
    except (TypeError, AttributeError):  # a column of another type than ours: somebody else wrote it
        return False


def _heads(payloads: Sequence[bytes]) -> bytes:
    """The beginnings of these canonical bytes without dashes, one a line."""
    heads = [payload[: payload.find(LISTED, SHORTEST)] for payload in payloads]
    return b"\n".join([*heads, b""]).replace(b"-", b"")


def _said(chain: str, numbers: Sequence[int], previous: Sequence[bytes], columns: Sequence[Any]) -> bytes:
    """The same, made from the columns. A line break in a column makes a line too many: nothing hides behind one."""
    ids, acts, actors, moments, services, abouts, onces, sealed = columns
    times = "\n".join(moments).replace("-", "").replace(" ", "T").split("\n")
    links = b"".join(previous).hex("-", -HASH).split("-")
    lines = [
        f'{{"id":"{event}","chain":"{chain}","number":{number},"previous":"{link}","act":"{act}",'
        f'"actor":"{actor or ""}","at":"{at}+00:00","service":"{service}","about":"{about or ""}",'
        f'"once":"{once or ""}","sealed":"{"" if raw is None else sha256(raw).hexdigest()}",'
        for event, number, link, act, actor, at, service, about, once, raw in zip(
            ids, numbers, links, acts, actors, times, services, abouts, onces, sealed, strict=True
        )
    ]
    said = "\n".join([*lines, ""])
    return said.encode() if said.count("\n") == len(lines) else b""


def is_whole(chain: str, after: int, before: bytes, row: Row) -> bool:
    """Whether this one event follows and is what was hashed."""
    number, previous, hashed, payload, *columns = row
    if not all(isinstance(raw, bytes) for raw in (previous, hashed, payload)):
        return False
    follows = number == after + 1 and previous == before and sha256(payload).digest() == hashed
    return follows and _begins(payload, chain, number, previous, columns)


def _begins(payload: bytes, chain: str, number: int, previous: bytes, columns: Sequence[Any]) -> bool:
    """Whether the canonical bytes begin with what the columns say. Identifiers are compared without their dashes."""
    event, act, actor, at, service, about, once, sealed = columns
    digest = sha256(sealed).hexdigest() if sealed is not None else ""
    moment = at.replace("-", "").replace(" ", "T") + ("" if len(at) > WHOLE_SECOND else ".000000")
    said = (
        f'{{"id":"{event}","chain":"{chain}","number":{number},"previous":"{previous.hex()}",'
        f'"act":"{act}","actor":"{"" if actor is None else actor}","at":"{moment}+00:00","service":"{service}",'
        f'"about":"{"" if about is None else about}","once":"{"" if once is None else once}","sealed":"{digest}",'
    ).encode()
    return payload[: len(said) + 32].replace(b"-", b"").startswith(said)
