"""The search finds what it looks for: in every writing, in every place, and in a column left unsealed."""

import base64
import gzip
import zlib
from collections.abc import Callable
from unittest.mock import patch

import pytest
from django.db import connection

from inconfidence.vault.envelope import as_bytes
from inconfidence.vault.sealed import MAGIC, Place, Sealed
from inconfidence.vault.subject_key import SubjectKey
from tests.canary.day import Day
from tests.canary.encodings import finds
from tests.canary.pages import forms_of
from tests.canary.typist import Notes
from tests.canary.words import stem

Writing = Callable[[bytes], bytes]


def raw_deflate(data: bytes) -> bytes:
    """Deflated without a header."""
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(data) + packer.flush()


def wide(name: str) -> Writing:
    """In an encoding of wider characters."""
    return lambda data: data.decode().encode(name)


WRITINGS: dict[str, Writing] = {
    "plain": bytes,
    "capitals": bytes.upper,
    "utf-16-le": wide("utf-16-le"),
    "utf-16-be": wide("utf-16-be"),
    "utf-32": wide("utf-32"),
    "base64": base64.b64encode,
    "base64, one further": lambda data: base64.b64encode(b"x" + data),
    "base64, two further": lambda data: base64.b64encode(b"xy" + data),
    "base64 for addresses": base64.urlsafe_b64encode,
    "base64 of capitals": lambda data: base64.b64encode(data.upper()),
    "base64 of utf-16": lambda data: base64.b64encode(wide("utf-16-le")(data)),
    "base64 inside a text": lambda data: (
        b'{"session": "' + base64.b64encode(data).rstrip(b"=") + b'", "n": 1}'
    ),
    "hex": lambda data: data.hex().encode(),
    "hex in capitals": lambda data: data.hex().upper().encode(),
    "hex of utf-16": lambda data: wide("utf-16-be")(data).hex().encode(),
    "deflate": zlib.compress,
    "deflate, best": lambda data: b"before" + zlib.compress(data, 9),
    "gzip": gzip.compress,
    "deflate without header": raw_deflate,
    "a signed session": lambda data: (
        b"." + base64.urlsafe_b64encode(zlib.compress(data)) + b":1vABCD:signature"
    ),
    "hex of deflate": lambda data: zlib.compress(data).hex().encode(),
    "deflate of base64": lambda data: zlib.compress(base64.b64encode(data)),
}


@pytest.mark.parametrize("writing", WRITINGS)
def test_each_writing_is_found(writing: str) -> None:
    word = stem()
    text = f"Sam, of {word}0007, would not go to school, and nobody asked why.".encode()
    assert finds(b"\x00\xff before " + WRITINGS[writing](text) + b" after", word) or finds(
        WRITINGS[writing](text), word
    )
    assert not finds(WRITINGS[writing](text), stem())


def test_it_is_found_in_every_place(day: Day) -> None:
    words = day.journey.notes.canaries
    folder, temporary = day.folders
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE left_in_clear (words text)")
        for writing in ("plain", "base64", "hex"):
            cell = WRITINGS[writing](words.mint("a row").encode())
            cursor.execute("INSERT INTO left_in_clear VALUES (%s)", [cell.decode()])
    for name in ("spool", "files", "keys"):
        (folder / name).mkdir(exist_ok=True)
        (folder / name / "left").write_bytes(zlib.compress(words.mint(name).encode()))
    (temporary / words.mint("a file's name")).touch()
    day.written.write(words.mint("the log").upper())
    found = " ".join(day.leaks())
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE left_in_clear")
    assert found.count("left_in_clear.words") == 3
    for place in ("/spool/left", "/files/left", "/keys/left", "the name of q", "the log"):
        assert place in found
    if connection.vendor == "sqlite":
        assert "test.sqlite3" in found


def test_a_column_left_unsealed_is_found(day: Day) -> None:
    journey = day.journey
    journey.begin()
    journey.start()
    assert day.leaks() == []

    def in_clear(self: SubjectKey, place: Place, payload: dict[str, object]) -> Sealed:
        return Sealed(MAGIC + as_bytes(payload))

    page = journey.worker.open(f"{journey.case}notes/new/")
    with patch.object(SubjectKey, "seal", in_clear):
        journey.worker.again(page)
    found = day.leaks()
    assert any(line.startswith("cases_item.record") and "notes/new/ text" in line for line in found)


def test_a_field_that_nobody_typed_into_is_named() -> None:
    page = """
    <form method="post" action="/concern/"><input name="a"><input type="hidden" name="b"><input type="radio" name="c">
    <textarea name="d">x</textarea><input type="email" name="e"><input type="search" name="f"></form>
    <input name="outside" type="text"><div contenteditable="true" id="g"></div>"""
    notes = Notes()
    for form in forms_of(page):
        for control in form.typed:
            notes.seen[(form.action, control.name)] = page
    notes.canary("/concern/", "d")
    named = [("", "g"), ("", "outside"), ("/concern/", "a"), ("/concern/", "e"), ("/concern/", "f")]
    assert notes.untyped() == named
