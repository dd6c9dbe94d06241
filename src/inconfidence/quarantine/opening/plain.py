"""Plain text, and text that came as a web page."""

import re
from html.parser import HTMLParser

from inconfidence.quarantine.kinds import Trouble
from inconfidence.quarantine.opening.budget import Gathered, clean
from inconfidence.quarantine.opening.trouble import Troubled

PAGE = 3_500
BLOCKS = frozenset({"p", "div", "br", "tr", "li", "h1", "h2", "h3", "h4", "blockquote", "table", "hr"})
SILENT = frozenset({"script", "style", "head", "title", "template", "object", "svg"})


def decoded(data: bytes) -> str | None:
    """These bytes as text, or None when they are none: signs that no text holds stand in them."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _tried(data, "utf-16")
    if b"\0" in data:
        return None
    text = _tried(data, "utf-8-sig")
    text = _tried(data, "cp1252") if text is None else text
    if text is None or len(clean(text)) < len(text.replace("\r", "").replace("\f", "\n")) * 0.99:
        return None
    return text


def _tried(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeError:
        return None


def read(data: bytes, found: Gathered) -> None:
    """The words of a text file."""
    text = decoded(data)
    if text is None:
        raise Troubled(Trouble.BROKEN)
    found.add(text)


class _Words(HTMLParser):
    """What a reader of a web page would see, and nothing that could run."""

    def __init__(self, room: int) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self.room, self.silent = room, 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.silent += tag in SILENT
        if tag in BLOCKS:
            self.pieces.append("\n")

    def handle_endtag(self, tag: str) -> None:
        self.silent -= tag in SILENT and self.silent > 0
        if tag in {"p", "tr", "li", "table"}:
            self.pieces.append("\n")

    def handle_data(self, data: str) -> None:
        if not self.silent and self.room > 0:
            self.pieces.append(re.sub(r"\s+", " ", data[: self.room]))
            self.room -= len(data)


def of_web_page(text: str, room: int) -> str:
    """The words of a web page, without its programs."""
    words = _Words(room)
    words.feed(text[: room * 8])
    words.close()
    lines = (re.sub(r"[ \t\xa0]+", " ", line).strip() for line in "".join(words.pieces).split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def pages_of(text: str) -> list[str]:
    """Text in pages of a few screens, cut where a line ends."""
    pages: list[str] = []
    page: list[str] = []
    size = 0
    for line in (piece for whole in text.split("\n") for piece in _pieces(whole)):
        if page and size + len(line) > PAGE:
            pages.append("\n".join(page))
            page, size = [], 0
        page.append(line)
        size += len(line) + 1
    return [*pages, "\n".join(page)]


def _pieces(line: str) -> list[str]:
    return [line[at : at + PAGE] for at in range(0, len(line), PAGE)] or [""]
