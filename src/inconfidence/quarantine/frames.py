"""How the worker's answer crosses the wall: a line of JSON that says how long the parts are, then the parts."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

LONGEST_HEAD = 4 * 1024 * 1024
MOST_PARTS = 1_000


class Garbled(ValueError):
    """The worker's answer is not in the shape it promised."""


def packed(said: Mapping[str, object], parts: Sequence[bytes] = ()) -> list[bytes]:
    """The pieces to write, in order."""
    lengths = [len(part) for part in parts]
    head = json.dumps({"said": said, "parts": lengths}).encode()
    return [len(head).to_bytes(4, "big"), head, *parts]


def unpacked(answer: bytes) -> tuple[dict[str, Any], list[bytes]]:
    """What was said and the parts. Garbled when a length does not fit."""
    size = int.from_bytes(answer[:4], "big")
    if not 0 < size <= min(LONGEST_HEAD, len(answer) - 4):
        raise Garbled("head")
    try:
        head = json.loads(answer[4 : 4 + size])
    except (ValueError, RecursionError):
        raise Garbled("head") from None
    if not isinstance(head, dict) or not isinstance(head.get("said"), dict):
        raise Garbled("head")
    lengths = head.get("parts")
    if not isinstance(lengths, list) or len(lengths) > MOST_PARTS:
        raise Garbled("parts")
    return head["said"], _parts(memoryview(answer)[4 + size :], lengths)


def _parts(rest: memoryview, lengths: list[Any]) -> list[bytes]:
    if not all(type(length) is int and length >= 0 for length in lengths) or sum(lengths) != len(rest):
        raise Garbled("parts")
    found = []
    for length in lengths:
        found.append(bytes(rest[:length]))
        rest = rest[length:]
    return found
