"""What a file really is, and whether it may be taken: told by its content and never by its name."""

from inconfidence.quarantine.kinds import LARGEST_FILE, LETTERS, Kind, Trouble
from inconfidence.quarantine.opening import mail, office, outlook, pdf, pictures, plain, unseen
from inconfidence.quarantine.opening.budget import Gathered
from inconfidence.quarantine.opening.trouble import Troubled

# How files begin that are never taken, and what is said of them.
STRANGERS = (
    (b"MZ", Trouble.PROGRAM), (b"\x7fELF", Trouble.PROGRAM), (b"\xca\xfe\xba\xbe", Trouble.PROGRAM),
    (b"#!", Trouble.PROGRAM), (b"\xcf\xfa\xed\xfe", Trouble.PROGRAM), (b"\xfe\xed\xfa", Trouble.PROGRAM),
    (b"L\x00\x00\x00\x01\x14\x02\x00", Trouble.PROGRAM),
    (b"GIF8", Trouble.OTHER_PICTURE), (b"II*\x00", Trouble.OTHER_PICTURE), (b"MM\x00*", Trouble.OTHER_PICTURE),
    (b"BM", Trouble.OTHER_PICTURE), (b"RIFF", Trouble.OTHER_PICTURE), (b"{\\rtf", Trouble.OLD_OFFICE),
    (b"7z\xbc\xaf", Trouble.ARCHIVE), (b"Rar!", Trouble.ARCHIVE), (b"\x1f\x8b", Trouble.ARCHIVE),
    (b"PK\x05\x06", Trouble.ARCHIVE), (b"BZh", Trouble.ARCHIVE), (b"\xfd7zXZ", Trouble.ARCHIVE),
)  # fmt: skip
PAGES = (
    b"<!doctype", b"<html", b"<svg", b"<?xml", b"<script", b"<body", b"<head", b"<%", b"<?php", b"<iframe", b"<img",
)  # fmt: skip
CARRYING = frozenset({Kind.PDF, Kind.DOCX, Kind.XLSX})
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def look(data: bytes, number: int = 0) -> tuple[dict[str, object], list[bytes]]:
    """Kind, pages and words of a file, also those that nobody sees. Troubled when it is not to be taken."""
    kind, pages, found = _look(data)
    beside = Gathered(room=found.room)
    if kind in CARRYING:
        unseen.gather(data, kind, beside)
    text = f"{found.text()}\n{beside.text()}".rstrip("\n") if beside.pieces else found.text()
    return {"kind": kind, "pages": pages, "text": text, "unread": found.unread or beside.unread}, []


def _look(data: bytes) -> tuple[Kind, int, Gathered]:
    kind, found = kind_of(data), Gathered()
    if kind is Kind.PDF:
        return kind, pdf.check(data, found), found
    if kind in {Kind.PNG, Kind.JPEG}:
        pictures.check(data, kind)
        found.unread = True
        return kind, 1, found
    if kind in LETTERS:
        found.add(opened_letter(data, kind).words())
    elif kind is Kind.TXT:
        plain.read(data, found)
    else:
        kind = office.check(data, found)
    found.unread = found.unread or not found.text().strip()
    return kind, len(plain.pages_of(found.text())), found


def opened_letter(data: bytes, kind: Kind) -> mail.Letter:
    """The message in a file of this kind."""
    return mail.letter(data) if kind is Kind.EML else outlook.letter(data)


def kind_of(data: bytes) -> Kind:
    """What it begins as. Word and Excel are told apart later. Troubled when it is nothing we keep."""
    if not data.strip(b"\0 \t\r\n"):
        raise Troubled(Trouble.EMPTY)
    if len(data) > LARGEST_FILE:
        raise Troubled(Trouble.TOO_LARGE)
    for beginning, kind in (
        (b"%PDF-", Kind.PDF), (b"\x89PNG\r\n\x1a\n", Kind.PNG), (b"\xff\xd8\xff", Kind.JPEG),
        (b"PK\x03\x04", Kind.DOCX), (OLE, Kind.MSG),
    ):  # fmt: skip
        if data.startswith(beginning):
            return kind
    _not_a_stranger(data)
    return _written(data)


def _not_a_stranger(data: bytes) -> None:
    for beginning, trouble in STRANGERS:
        # Two letters may also be how a sentence begins ("BMI …").
        written = beginning == b"BM" and plain.decoded(data[:4096])
        if data.startswith(beginning) and not written:
            raise Troubled(trouble)
    if data[4:8] == b"ftyp":
        raise Troubled(Trouble.OTHER_PICTURE)
    if data.removeprefix(b"\xef\xbb\xbf").lstrip()[:64].lower().startswith(PAGES):
        raise Troubled(Trouble.WEB_PAGE)


def _written(data: bytes) -> Kind:
    if mail.is_mail(data):
        return Kind.EML
    if b"%PDF-" in data[:1024] or b"PK\x03\x04" in data[:1024]:
        raise Troubled(Trouble.TWO_KINDS)
    if plain.decoded(data) is None:
        raise Troubled(Trouble.NOTHING_WE_KEEP)
    return Kind.TXT
