"""What may differ between two answers, because it is drawn anew for each; everything else is compared to the byte.

Four patterns at most, each of a fixed length, so that what is masked cannot carry anything by being longer.
"""

import re
import zlib
from collections.abc import Iterator

from tests.worlds.world import Answer

MASKS: dict[str, re.Pattern[str]] = {
    "the token of a form against forgery": re.compile(
        r'(?<=name="csrfmiddlewaretoken" value=")[A-Za-z0-9]{64}(?=")'
    ),
    "the cookie behind that token": re.compile(r"(?<=csrftoken=)[A-Za-z0-9]{32}(?=;)"),
    "the cookies of a new sitting": re.compile(r"(?<==)[A-Za-z0-9_-]{43}(?=;)"),
}


def masked(text: str) -> str:
    """The text with every masked part replaced by as many crosses."""
    for pattern in MASKS.values():
        text = pattern.sub(lambda found: "x" * len(found[0]), text)
    return text


def differences(one: Answer, two: Answer) -> list[str]:
    """What differs between two answers, each named by its kind; nothing of what they say."""
    return [name for name, first, second in _compared(one, two) if first != second]


def _compared(one: Answer, two: Answer) -> Iterator[tuple[str, object, object]]:
    """Each thing that is compared, of both."""
    first, second = _bytes(one), _bytes(two)
    yield "status", one.status, two.status
    yield "headers", _headers(one), _headers(two)
    yield "bytes", first, second
    yield "length", len(one.body), len(two.body)
    yield "length when compressed", len(zlib.compress(first)), len(zlib.compress(second))
    yield "mail", one.mail, two.mail
    yield "log", one.log, two.log


def _bytes(answer: Answer) -> bytes:
    return masked(answer.body.decode("latin-1")).encode("latin-1")


def _headers(answer: Answer) -> list[tuple[str, str]]:
    return [(name, masked(f"{name}={value};")) for name, value in answer.headers]


def how_many(one: Answer, two: Answer) -> int:
    """How many bytes of two answers differ, those that only one has included."""
    first, second = _bytes(one), _bytes(two)
    unlike = sum(a != b for a, b in zip(first, second, strict=False))
    return unlike + abs(len(first) - len(second))
