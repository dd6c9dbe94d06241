"""One page of a kept document: a fresh picture of it, or its words."""

from inconfidence.quarantine.kinds import PICTURED, Kind, Trouble
from inconfidence.quarantine.opening import office, pdf, pictures, plain
from inconfidence.quarantine.opening.budget import Gathered, clean
from inconfidence.quarantine.opening.looking import kind_of, opened_letter
from inconfidence.quarantine.opening.trouble import Troubled


def page(data: bytes, number: int) -> tuple[dict[str, object], list[bytes]]:
    """Page `number` (from 1): its words, how many pages there are, and where it can be drawn its picture as PNG."""
    kind = kind_of(data)
    if kind not in PICTURED:
        pages = plain.pages_of(_text(data, kind))
        return {"pages": len(pages), "text": _one(pages, number)}, []
    if kind is Kind.PDF:
        return _of_pdf(data, number)
    if number != 1:
        raise Troubled(Trouble.EMPTY)
    return {"pages": 1, "text": ""}, [pictures.drawn(data, kind)]


def words(data: bytes, number: int) -> tuple[dict[str, object], list[bytes]]:
    """The same without the picture."""
    kind = kind_of(data)
    if kind is not Kind.PDF:
        return page(data, number) if kind not in PICTURED else ({"pages": 1, "text": ""}, [])
    document = pdf.opened(data)
    if not 1 <= number <= len(document):
        raise Troubled(Trouble.EMPTY)
    return {"pages": len(document), "text": clean(pdf.words(document, number - 1))}, []


def _of_pdf(data: bytes, number: int) -> tuple[dict[str, object], list[bytes]]:
    document = pdf.opened(data)
    if not 1 <= number <= len(document):
        raise Troubled(Trouble.EMPTY)
    return {"pages": len(document), "text": clean(pdf.words(document, number - 1))}, [
        pdf.drawn(document, number - 1)
    ]


def _text(data: bytes, kind: Kind) -> str:
    if kind is Kind.TXT:
        return clean(plain.decoded(data) or "")
    if kind is Kind.DOCX:
        found = Gathered()
        office.check(data, found)
        return found.text()
    return opened_letter(data, kind).words()


def _one(pages: list[str], number: int) -> str:
    if not 1 <= number <= len(pages):
        raise Troubled(Trouble.EMPTY)
    return pages[number - 1]
