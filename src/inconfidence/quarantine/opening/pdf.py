"""PDF: no programs in it, no files in it, no password; its pages as pictures."""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator

import pypdfium2
import pypdfium2.raw as raw

from inconfidence.quarantine.kinds import Trouble
from inconfidence.quarantine.opening.budget import Gathered
from inconfidence.quarantine.opening.pictures import LONGEST_SIDE, as_png
from inconfidence.quarantine.opening.trouble import Troubled

ACTIVE = re.compile(
    rb"/(?:JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|GoToE|SubmitForm|ImportData)(?![A-Za-z0-9])"
)
SPELLED = re.compile(rb"#([0-9A-Fa-f]{2})")
OBJECTS = re.compile(rb"/ObjStm\b.{0,400}?stream\r?\n", re.DOTALL)
LARGEST_INSIDE = 4 * 1024 * 1024
MOST_INSIDE = 200
MOST_PAGES = 2_000
WIDTH = 1_240


def check(data: bytes, found: Gathered) -> int:
    """How many pages it has; its words are gathered. Troubled when it is not to be taken."""
    if _is_zip(data):
        raise Troubled(Trouble.TWO_KINDS)
    document = opened(data)
    if any(ACTIVE.search(part) for part in _spoken(data)) or _carries(document):
        raise Troubled(Trouble.ACTIVE)
    if len(document) > MOST_PAGES:
        raise Troubled(Trouble.BOMB)
    for number in range(len(document)):
        said = words(document, number)
        found.unread = found.unread or not said.strip()
        if not found.add(said + "\n"):
            break
    return len(document)


def opened(data: bytes) -> pypdfium2.PdfDocument:
    """The document. Troubled when it is locked, broken or without pages."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError:
        locked = raw.FPDF_GetLastError() in {raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY}
        raise Troubled(Trouble.ENCRYPTED if locked else Trouble.BROKEN) from None
    if not len(document):
        raise Troubled(Trouble.BROKEN)
    return document


def words(document: pypdfium2.PdfDocument, number: int) -> str:
    """The words of one page, as far as the file holds words and not pictures of them."""
    try:
        return str(document[number].get_textpage().get_text_bounded())
    except pypdfium2.PdfiumError:
        return ""


def drawn(document: pypdfium2.PdfDocument, number: int) -> bytes:
    """One page as PNG, of a width that can be read."""
    try:
        page = document[number]
        wide, high = page.get_size()
        scale = min(WIDTH / max(wide, 1), LONGEST_SIDE * 1.5 / max(high, 1), 6)
        picture = page.render(scale=scale, may_draw_forms=False).to_pil()
    except pypdfium2.PdfiumError:
        raise Troubled(Trouble.BROKEN) from None
    return as_png(picture)


def _is_zip(data: bytes) -> bool:
    try:
        return bool(zipfile.ZipFile(io.BytesIO(data)).namelist())
    except (zipfile.BadZipFile, OSError, ValueError, RuntimeError):
        return False


def _carries(document: pypdfium2.PdfDocument) -> bool:
    """Files or programs that the document itself declares, however its objects are packed."""
    found: int = max(raw.FPDFDoc_GetAttachmentCount(document), raw.FPDFDoc_GetJavaScriptActionCount(document))
    return found > 0


def _spoken(data: bytes) -> Iterator[bytes]:
    """The file and the objects packed inside it, with every name in plain letters."""
    yield _plain(data)
    for number, found in enumerate(OBJECTS.finditer(data)):
        if number >= MOST_INSIDE:
            raise Troubled(Trouble.BOMB)
        yield _plain(_unpacked(data, found.end()))


def _unpacked(data: bytes, at: int) -> bytes:
    try:
        return zlib.decompressobj().decompress(data[at:], LARGEST_INSIDE)
    except zlib.error:
        return b""


def _plain(part: bytes) -> bytes:
    if b"#" not in part:
        return part
    return SPELLED.sub(lambda found: bytes([int(found.group(1), 16)]), part)
