"""What Word, Excel and PDF carry beside what is seen: deleted words, properties, remarks, links (T23).

It is searched for what must stay secret and stands on no page.
"""

import ctypes
import re
import zipfile
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import unquote_plus
from xml.parsers import expat

import pypdfium2
import pypdfium2.raw as raw

from inconfidence.quarantine.kinds import Kind, Trouble
from inconfidence.quarantine.opening import office, pdf
from inconfidence.quarantine.opening.budget import Gathered
from inconfidence.quarantine.opening.trouble import Troubled

# Parts that hold no words of anybody's, and parts that hold none that can be read: pictures, letter shapes.
BARE = re.compile(
    r"/(?:styles\w*|theme\d*|fontTable|numbering|webSettings|calcChain)\.xml$|\[Content_Types\]\.xml$"
)
NO_WORDS = re.compile(
    r"/$|\.(?:png|jpe?g|gif|bmp|tiff?|emf|wmf|wdp|svg|vml|odttf|fntdata)$|printersettings\d*\.bin$",
    re.IGNORECASE,
)
TARGET = re.compile(rb'Target="([^"]+)"[^>]*TargetMode="External"|TargetMode="External"[^>]*Target="([^"]+)"')
DELETED = frozenset({"delText", "delInstrText"})
RUNS = office.SAID | DELETED
TELLING = frozenset({"descr", "title", "tooltip", "author", "displayText", "prompt", "promptTitle", "string"})
VALUED = frozenset({"alias", "tag", "helpText", "statusText", "default", "listEntry", "docVar"})
CACHED = frozenset({"s"})
REMARKS = (b"Contents", b"T", b"TU", b"V", b"DV", b"Subj", b"RC")
PACKET = re.compile(rb"<\?xpacket begin.*?<\?xpacket end", re.DOTALL)
TAG = re.compile(r"<[^>]*>")
LONGEST_REMARK = 20_000
MOST_REMARKS = 2_000


def gather(data: bytes, kind: Kind, found: Gathered) -> None:
    """The words of a file that nobody sees when it is read, as far as there is room and time."""
    pieces = _of_pdf(data) if kind is Kind.PDF else _of_office(data, kind, found)
    for words in pieces:
        if found.full or (words.strip() and not found.add(words + "\n")):
            found.unread = True
            break


def _of_office(data: bytes, kind: Kind, found: Gathered) -> Iterator[str]:
    """Every part is looked into, whatever it is called; one that cannot be leaves the file not wholly searched."""
    folder = office.opened(data)
    for name in sorted(folder.namelist()):
        if name.endswith(".rels"):
            yield _links(office.part(folder, name))
        elif name.endswith(".xml"):
            yield "" if BARE.search(name) else _of_part(folder, name, kind, found)
        elif not NO_WORDS.search(name):
            found.unread = True


def _of_part(folder: zipfile.ZipFile, name: str, kind: Kind, found: Gathered) -> str:
    try:
        return _beside(office.part(folder, name), seen=office.WORDS[kind].match(name) is not None)
    # What nobody sees is no reason to refuse what they do.
    except Troubled:
        found.unread = True
        return ""


def _links(content: bytes) -> str:
    """Where links lead: a map of a street names it."""
    targets = (one or other for one, other in TARGET.findall(content))
    return "\n".join(unquote_plus(target.decode("utf-8", "replace")) for target in targets)


def _beside(content: bytes, *, seen: bool) -> str:
    """The words of one part but those that were `seen`; where some were deleted, they stand among the others again."""
    whole = not seen or any(mark.encode() in content for mark in DELETED)
    reader = _Reader(frozenset() if whole else office.SAID)
    try:
        reader.parser.Parse(content, True)
    except expat.ExpatError:
        raise Troubled(Trouble.BROKEN) from None
    return "".join([*reader.said, "\n", *reader.aside])


class _Reader:
    """Words between tags, a line for each but where they run on; and, aside, those that attributes hold."""

    def __init__(self, but: frozenset[str]) -> None:
        self.said: list[str] = []
        self.aside: list[str] = []
        self.but, self.inside, self.spoke = but, [""], [False]
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.StartElementHandler, self.parser.EndElementHandler = self._start, self._end
        self.parser.CharacterDataHandler = self._words
        self.parser.StartDoctypeDeclHandler = self.parser.EntityDeclHandler = self._declared

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        local = name.rpartition(" ")[2]
        self.inside.append(local)
        self.spoke.append(False)
        if local in office.GAPS:
            self.said.append("\t")
        for key, value in attributes.items():
            short = key.rpartition(" ")[2]
            named = (
                short in TELLING or (short == "val" and local in VALUED) or (short == "v" and local in CACHED)
            )
            if named:
                self.aside.append(f"{value}\n")

    def _end(self, _: str) -> None:
        local, spoke = self.inside.pop(), self.spoke.pop()
        if local in office.ENDS or (spoke and local not in RUNS):
            self.said.append("\n")

    def _words(self, words: str) -> None:
        if self.inside[-1] not in self.but:
            self.said.append(words)
            self.spoke[-1] = True

    def _declared(self, *_: object) -> None:
        raise Troubled(Trouble.BOMB)


def _of_pdf(data: bytes) -> Iterator[str]:
    """What is said about the document, its headings, and on each page the remarks and what is filled in."""
    document = pdf.opened(data)
    yield "\n".join(document.get_metadata_dict(skip_empty=True).values())
    yield from (TAG.sub("\n", packet.decode("utf-8", "replace")) for packet in PACKET.findall(data))
    yield from (bookmark.get_title() for bookmark in document.get_toc())
    document.init_forms()
    for number in range(len(document)):
        page = document[number]
        yield ""
        for at in range(min(raw.FPDFPage_GetAnnotCount(page), MOST_REMARKS)):
            yield _remark(document, raw.FPDFPage_GetAnnot(page, at))


def _remark(document: pypdfium2.PdfDocument, remark: Any) -> str:
    """The words of a remark on a page, of a box that is filled in, or where a link leads."""
    try:
        found = [_text(raw.FPDFAnnot_GetStringValue, remark, key) for key in REMARKS]
        if document.formenv:
            found.append(_text(raw.FPDFAnnot_GetFormFieldValue, document.formenv, remark))
        link = raw.FPDFAnnot_GetLink(remark)
        action = raw.FPDFLink_GetAction(link) if link else None
        if action:
            found.append(_address(document, action))
    finally:
        raw.FPDFPage_CloseAnnot(remark)
    return TAG.sub("\n", "\n".join(found))


def _text(ask: Callable[..., int], *of: Any) -> str:
    """What the library answers in its wide letters: asked for its length first, then for itself."""
    size = ask(*of, None, 0)
    if not 2 < size <= LONGEST_REMARK:
        return ""
    held = ctypes.create_string_buffer(size)
    ask(*of, ctypes.cast(held, ctypes.POINTER(raw.FPDF_WCHAR)), size)
    return held.raw.decode("utf-16-le", "replace").rstrip("\0")


def _address(document: pypdfium2.PdfDocument, action: Any) -> str:
    size = raw.FPDFAction_GetURIPath(document, action, None, 0)
    if not 1 < size <= LONGEST_REMARK:
        return ""
    held = ctypes.create_string_buffer(size)
    raw.FPDFAction_GetURIPath(document, action, held, size)
    return unquote_plus(held.value.decode("utf-8", "replace"))
