"""E-mails as Outlook saves them (.msg): a small file system of named streams."""

import io
import struct
from datetime import UTC, datetime, timedelta

import olefile

from inconfidence.quarantine.kinds import DEEPEST, LONGEST_TEXT, MOST_MEMBERS, Trouble
from inconfidence.quarantine.opening import plain
from inconfidence.quarantine.opening.budget import clean
from inconfidence.quarantine.opening.mail import MOST_ADDRESSES, Letter, line
from inconfidence.quarantine.opening.trouble import Troubled

PROPERTIES = "__properties_version1.0"
SUBJECT, SENDER_NAME, SENDER, SENDER_SMTP, TO = "0037", "0C1A", "0C1F", "5D01", "0E04"
TEXT, WEB_TEXT, MESSAGE_ID = "1000", "1013", "1035"
DATA, LONG_NAME, SHORT_NAME, SMTP, ADDRESS = "3701", "3707", "3704", "39FE", "3003"
SENT_AT, ARRIVED_AT = 0x00390040, 0x0E060040
FIRST_DAY = datetime(1601, 1, 1, tzinfo=UTC)
OLD_WORD = ("WordDocument", "Workbook", "Book", "PowerPoint Document")
LOCKED = ("EncryptedPackage", "EncryptionInfo")
LARGEST = 25 * 1024 * 1024
Path = tuple[str, ...]


def opened(data: bytes) -> olefile.OleFileIO:
    """The file system inside. Troubled when it is broken or has more streams than anybody sends."""
    try:
        inside = olefile.OleFileIO(io.BytesIO(data))
        streams = inside.listdir()
    except (OSError, ValueError, IndexError, struct.error, TypeError, RecursionError):
        raise Troubled(Trouble.OLD_OFFICE if _looks_old(data) else Trouble.BROKEN) from None
    if len(streams) > MOST_MEMBERS or any(len(path) > 2 * DEEPEST + 2 for path in streams):
        raise Troubled(Trouble.BOMB)
    return inside


def _looks_old(data: bytes) -> bool:
    """Whether what cannot be opened names the stream of an older office file, as every list of streams writes names."""
    return any(f"{name}\0".encode("utf-16-le") in data for name in OLD_WORD)


def check(data: bytes) -> olefile.OleFileIO:
    """The message's streams. Troubled when it is another file of the same family."""
    inside = opened(data)
    if any(inside.exists(name) for name in LOCKED):
        raise Troubled(Trouble.ENCRYPTED)
    if any(inside.exists(name) for name in OLD_WORD):
        raise Troubled(Trouble.OLD_OFFICE)
    if not inside.exists(PROPERTIES):
        raise Troubled(Trouble.NOTHING_WE_KEEP)
    return inside


def letter(data: bytes) -> Letter:
    """The message, as `mail.letter` gives one."""
    return _letter(check(data), (), 0)


def _letter(inside: olefile.OleFileIO, at: Path, depth: int) -> Letter:
    if depth > DEEPEST:
        raise Troubled(Trouble.BOMB)
    said = Letter(
        sender=line(_text(inside, at, SENDER_SMTP) or _text(inside, at, SENDER)),
        sender_name=line(_text(inside, at, SENDER_NAME)),
        subject=line(_text(inside, at, SUBJECT)),
        message_id=line(_text(inside, at, MESSAGE_ID)),
        sent_at=_moment(inside, at, depth),
        text=_body(inside, at)[:LONGEST_TEXT],
        to=_receivers(inside, at),
    )
    for storage in _storages(inside, at, "__attach_version1.0_"):
        _attach(inside, (*at, storage), depth, said)
    if not depth and not (said.sender or said.sender_name or said.text.strip() or said.subject):
        raise Troubled(Trouble.BROKEN)
    return said


def _storages(inside: olefile.OleFileIO, at: Path, beginning: str) -> list[str]:
    level = len(at)
    found = {path[level] for path in inside.listdir() if len(path) > level + 1 and tuple(path[:level]) == at}
    return sorted(name for name in found if name.startswith(beginning))


def _receivers(inside: olefile.OleFileIO, at: Path) -> list[str]:
    storages = _storages(inside, at, "__recip_version1.0_")[:MOST_ADDRESSES]
    found = [_text(inside, (*at, one), SMTP) or _text(inside, (*at, one), ADDRESS) for one in storages]
    shown = [line(name) for name in _text(inside, at, TO).split(";")]
    return [line(address) for address in found if address] or [name for name in shown if name][
        :MOST_ADDRESSES
    ]


def _attach(inside: olefile.OleFileIO, at: Path, depth: int, said: Letter) -> None:
    name = _text(inside, at, LONG_NAME) or _text(inside, at, SHORT_NAME)
    if inside.exists([*at, f"__substg1.0_{DATA}000D"]):
        inner = _letter(inside, (*at, f"__substg1.0_{DATA}000D"), depth + 1)
        said.attach(name or inner.subject, inner.words().encode())
        for attached in inner.attached:
            said.attach(*attached)
        return
    data = _stream(inside, at, f"{DATA}0102")
    if data:
        said.attach(name, data)


def _body(inside: olefile.OleFileIO, at: Path) -> str:
    if words := _text(inside, at, TEXT):
        return clean(words)
    page = _stream(inside, at, f"{WEB_TEXT}0102").decode("utf-8", "replace") or _text(inside, at, WEB_TEXT)
    return plain.of_web_page(page, LONGEST_TEXT) if page else ""


def _text(inside: olefile.OleFileIO, at: Path, tag: str) -> str:
    wide = _stream(inside, at, f"{tag}001F")
    if wide:
        return wide.decode("utf-16-le", "replace").rstrip("\0")
    return _stream(inside, at, f"{tag}001E").decode("cp1252", "replace").rstrip("\0")


def _stream(inside: olefile.OleFileIO, at: Path, tag: str) -> bytes:
    return _bytes(inside, [*at, f"__substg1.0_{tag}"])


def _bytes(inside: olefile.OleFileIO, path: list[str]) -> bytes:
    if not inside.exists(path):
        return b""
    if inside.get_size(path) > LARGEST:
        raise Troubled(Trouble.BOMB)
    try:
        found: bytes = inside.openstream(path).read()
    except (OSError, ValueError, IndexError, struct.error):
        raise Troubled(Trouble.BROKEN) from None
    return found


def _moment(inside: olefile.OleFileIO, at: Path, depth: int) -> str:
    """When it was sent, in ISO form: one of the entries of sixteen bytes behind a head."""
    held = _bytes(inside, [*at, PROPERTIES])
    start = 24 if depth else 32
    for tag in (SENT_AT, ARRIVED_AT):
        for place in range(start, len(held) - 15, 16):
            if int.from_bytes(held[place : place + 4], "little") == tag:
                return _since_1601(int.from_bytes(held[place + 8 : place + 16], "little"))
    return ""


def _since_1601(tenths_of_microseconds: int) -> str:
    try:
        return (FIRST_DAY + timedelta(microseconds=tenths_of_microseconds // 10)).isoformat()
    except OverflowError:
        return ""
