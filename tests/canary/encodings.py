"""Finding a word in bytes, however it was written: plain, UTF-16, base64, hex, deflated, one inside the other."""

import base64
import binascii
import re
import zlib
from collections.abc import Iterator
from functools import lru_cache

DEEPEST = 3
LARGEST = 4 * 1024 * 1024
RAW_STARTS = (16, 1, 1, 0)
SHORTEST = 12
SMALL = 4096
BASE64_RUN = re.compile(rb"[A-Za-z0-9+/_-]{16,}")
HEX_RUN = re.compile(rb"(?:[0-9a-fA-F]{2}){8,}")
ZLIB_OR_GZIP = re.compile(rb"\x78[\x01\x5e\x9c\xda]|\x1f\x8b\x08")


@lru_cache(maxsize=64)
def needles(word: str) -> tuple[tuple[str, bytes], ...]:
    """What to look for in small letters: the word itself, as UTF-16 and UTF-32 of either order, as hex."""
    wide, widest = word.encode("utf-16-le")[:-1], word.encode("utf-32-le")[:-3]
    shapes = {"plain": word.encode(), "utf-16": wide, "utf-32": widest}
    hexed = {f"hex of {name}": shape.hex().encode() for name, shape in shapes.items()}
    return tuple((shapes | hexed).items())


@lru_cache(maxsize=64)
def base64_needles(word: str) -> tuple[bytes, ...]:
    """The word in base64 in each of the three alignments, both alphabets, in the cases a word is written in."""
    found = set()
    for cased in (word, word.upper(), word.capitalize()):
        for text in (cased.encode(), cased.encode("utf-16-le"), cased.encode("utf-16-be")):
            for shift in range(3):
                for encode in (base64.b64encode, base64.urlsafe_b64encode):
                    whole = encode(bytes(shift) + text)
                    found.add(whole[(shift * 8 + 5) // 6 : (shift + len(text)) * 8 // 6])
    return tuple(found)


def finds(data: bytes, word: str) -> str:
    """How the word stands in these bytes ("" when it does not), looking into everything that can be unpacked."""
    for path, view in views(data):
        if name := _in_view(view, word):
            return f"{path}{name}"
    return ""


def _in_view(view: bytes, word: str) -> str:
    small = view.lower()
    for name, needle in needles(word):
        if needle in small:
            return name
    if len(view) <= SMALL:
        return "base64" if _any_base64(word).search(view) else ""
    return "base64" if any(needle in view for needle in base64_needles(word)) else ""


@lru_cache(maxsize=64)
def _any_base64(word: str) -> re.Pattern[bytes]:
    return re.compile(b"|".join(map(re.escape, base64_needles(word))))


def around(data: bytes, word: str) -> str:
    """The text at the first place where the word stands plain, to say which canary it is."""
    for _, view in views(data):
        at = view.lower().find(word.encode())
        if at >= 0:
            return view[at : at + len(word) + 4].decode("ascii", "replace")
    return ""


def views(data: bytes, depth: int = 0) -> Iterator[tuple[str, bytes]]:
    """The bytes, and all that is packed inside them: (the way to it, the bytes)."""
    yield "", data
    if depth == DEEPEST:
        return
    for name, inner in _unpacked(data, depth):
        if len(inner) >= SHORTEST:
            for path, view in views(inner, depth + 1):
                yield f"{name} of {path}", view


def _unpacked(data: bytes, depth: int) -> Iterator[tuple[str, bytes]]:
    for found in ZLIB_OR_GZIP.finditer(data):
        yield from _inflated("deflate", data[found.start() :], zlib.MAX_WBITS | 32)
    for start in range(min(RAW_STARTS[depth], len(data))):
        yield from _inflated("raw deflate", data[start:], -zlib.MAX_WBITS)
    for run in BASE64_RUN.finditer(data):
        for start in range(4):
            yield from _decoded(run.group()[start:])
    for run in HEX_RUN.finditer(data):
        yield "hex", bytes.fromhex(run.group().decode())


def _inflated(name: str, data: bytes, bits: int) -> Iterator[tuple[str, bytes]]:
    inflater = zlib.decompressobj(bits)
    try:
        found = inflater.decompress(data, LARGEST)
    except zlib.error:
        return
    yield name, found


def _decoded(run: bytes) -> Iterator[tuple[str, bytes]]:
    whole = run[: len(run) // 4 * 4].translate(bytes.maketrans(b"-_", b"+/"))
    try:
        yield "base64", base64.b64decode(whole, validate=True)
    except binascii.Error:
        return
