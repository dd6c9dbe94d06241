"""Word and Excel: a packed folder of parts. Nothing that could run, nothing that grows, no way out of the folder."""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from xml.parsers import expat

from inconfidence.quarantine.kinds import MOST_MEMBERS, MOST_TIMES_LARGER, Kind, Trouble
from inconfidence.quarantine.opening.budget import Gathered
from inconfidence.quarantine.opening.trouble import Troubled

TYPES = "[Content_Types].xml"
MAIN = {
    b"wordprocessingml.document.main+xml": Kind.DOCX,
    b"spreadsheetml.sheet.main+xml": Kind.XLSX,
}
MACROS = re.compile(r"vbaproject|vbadata|activex|/macrosheets/|\.bin$", re.IGNORECASE)
HARMLESS = re.compile(r"printersettings\d*\.bin$", re.IGNORECASE)
REACHES_OUT = re.compile(
    rb"(?:attachedTemplate|oleObject|/frame|externalLinkPath|subDocument)"
    rb'"[^>]*TargetMode="External'
)
STARTS = re.compile(r"\b(?:DDEAUTO|DDE|INCLUDETEXT|INCLUDEPICTURE)\b\s*[\"\\A-Za-z]", re.IGNORECASE)
WORDS = {
    Kind.DOCX: re.compile(r"word/(?:document|header\d*|footer\d*|footnotes|endnotes|comments)\.xml$"),
    Kind.XLSX: re.compile(r"xl/(?:sharedStrings|workbook|worksheets/sheet\d+)\.xml$"),
}
LARGEST_PART = 24 * 1024 * 1024
ENDS = frozenset({"p", "br", "tr", "row", "si", "cr"})
GAPS = frozenset({"tab", "tc", "c"})
SAID = frozenset({"t", "v", "instrText"})
SYMLINK = 0o120000


def check(data: bytes, found: Gathered) -> Kind:
    """Which of the two it is; its words are gathered. Troubled when it is neither, or not to be taken."""
    folder = opened(data)
    kind = _kind(folder)
    _nothing_runs(folder)
    for name in sorted(folder.namelist()):
        if WORDS[kind].match(name) and not _gather(part(folder, name), found):
            break
    if STARTS.search("".join(found.pieces)) and kind is Kind.DOCX and _has_fields(folder):
        raise Troubled(Trouble.ACTIVE)
    return kind


def opened(data: bytes) -> zipfile.ZipFile:
    """The folder, once its list of contents is one that a person could have made."""
    try:
        folder = zipfile.ZipFile(io.BytesIO(data))
        members = folder.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, RuntimeError):
        raise Troubled(Trouble.BROKEN) from None
    if len(members) > MOST_MEMBERS or sum(one.file_size for one in members) > len(data) * MOST_TIMES_LARGER:
        raise Troubled(Trouble.BOMB)
    if any(one.flag_bits & 1 for one in members):
        raise Troubled(Trouble.ENCRYPTED)
    names = [one.filename for one in members]
    if len(set(names)) < len(names) or any(_leads_out(one) for one in members):
        raise Troubled(Trouble.BROKEN)
    return folder


def _leads_out(member: zipfile.ZipInfo) -> bool:
    name = member.filename
    astray = name.startswith("/") or "\\" in name or ":" in name or ".." in name.split("/")
    return astray or member.external_attr >> 16 & 0o170000 == SYMLINK


def part(folder: zipfile.ZipFile, name: str) -> bytes:
    """One part, never more than it said it was."""
    try:
        with folder.open(name) as packed:
            content = packed.read(LARGEST_PART + 1)
    except (
        KeyError,
        zipfile.BadZipFile,
        zlib.error,
        OSError,
        ValueError,
        EOFError,
        RuntimeError,
    ):
        raise Troubled(Trouble.BROKEN) from None
    if len(content) > LARGEST_PART:
        raise Troubled(Trouble.BOMB)
    return content


def _kind(folder: zipfile.ZipFile) -> Kind:
    if TYPES not in folder.namelist():
        raise Troubled(Trouble.ARCHIVE)
    types = part(folder, TYPES)
    if b"macroEnabled" in types:
        raise Troubled(Trouble.MACROS)
    for mark, kind in MAIN.items():
        if mark in types:
            return kind
    raise Troubled(Trouble.NOTHING_WE_KEEP)


def _nothing_runs(folder: zipfile.ZipFile) -> None:
    names = [name for name in folder.namelist() if not HARMLESS.search(name)]
    if any(MACROS.search(name) for name in names):
        raise Troubled(Trouble.MACROS)
    for name in names:
        if name.endswith(".rels") and REACHES_OUT.search(part(folder, name)):
            raise Troubled(Trouble.ACTIVE)


def _has_fields(folder: zipfile.ZipFile) -> bool:
    return any(
        b"instrText" in part(folder, name) for name in folder.namelist() if WORDS[Kind.DOCX].match(name)
    )


def _gather(content: bytes, found: Gathered) -> bool:
    """The words of one part; whether more may come. A part that declares anything of its own is refused."""
    for words in _words(content):
        if not found.add(words):
            return False
    return found.add("\n")


def _words(content: bytes) -> Iterator[str]:
    said: list[str] = []
    inside: list[bool] = []
    parser = expat.ParserCreate(namespace_separator=" ")

    def start(name: str, attributes: dict[str, str]) -> None:
        local = name.rpartition(" ")[2]
        inside.append(local in SAID)
        if local in GAPS and said and not said[-1].endswith(("\n", "\t")):
            said.append("\t")
        if local == "sheet":
            said.append(f"{attributes.get('name', '')}\n")

    def end(name: str) -> None:
        inside.pop()
        if name.rpartition(" ")[2] in ENDS:
            said.append("\n")

    def declared(*_: object) -> None:
        raise Troubled(Trouble.BOMB)

    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler = lambda words: said.append(words) if inside and inside[-1] else None
    parser.StartDoctypeDeclHandler = parser.EntityDeclHandler = declared
    for at in range(0, len(content), 65_536):
        try:
            parser.Parse(content[at : at + 65_536], at + 65_536 >= len(content))
        except expat.ExpatError:
            raise Troubled(Trouble.BROKEN) from None
        yield "".join(said)
        said.clear()
