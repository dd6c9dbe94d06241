"""Reading a PDF as its readers do: its words, its pages, what it says of itself."""

import re
import zlib

import pypdfium2
from pypdfium2.raw import FPDF_PAGEOBJ_TEXT

from inconfidence.letters.paper import Letterhead

HEAD = Letterhead("Elmshire SENDIASS", "1f5a4c", ("Riverside House", "Elmshire EL1 2AB"))


def words(pdf: bytes) -> str:
    """All words of a PDF, line ends as spaces."""
    document = pypdfium2.PdfDocument(pdf)
    pages = (page.get_textpage().get_text_bounded() for page in document)
    return " ".join(" ".join(pages).replace("\ufffe", "").split())


def pages(pdf: bytes) -> int:
    """How many pages it has."""
    return len(pypdfium2.PdfDocument(pdf))


def height(pdf: bytes, of: str) -> int:
    """The size of print of these words of the first page, in points."""
    page = pypdfium2.PdfDocument(pdf)[0]
    sizes = [
        text.get_font_size()
        for text in page.get_objects(filter=[FPDF_PAGEOBJ_TEXT], textpage=page.get_textpage())
        if text.extract() == of
    ]
    size: int = round(sizes[0])
    return size


def inside(pdf: bytes) -> bytes:
    """The whole file, with every stream that is packed unpacked behind it."""
    packed = re.findall(rb"stream\r?\n(.*?)\r?\nendstream", pdf, re.DOTALL)
    found = [pdf]
    for stream in packed:
        try:
            found.append(zlib.decompress(stream))
        except zlib.error:
            found.append(stream)
    return b"\n".join(found)
