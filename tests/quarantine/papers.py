"""Papers that people send, made here: small, whole and invented."""

import io
import struct
import zipfile
from collections.abc import Mapping
from email.message import EmailMessage
from html import escape

from PIL import Image

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/content-types"
TYPES = f'<Types xmlns="{PACKAGE}"><Override PartName="{{}}" ContentType="{{}}"/></Types>'
IN_WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
IN_EXCEL = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


def pdf(*pages: str, extra: str = "", behind: bytes = b"", info: str = "", remark: str = "") -> bytes:
    """A PDF with a page for each text; `extra` stands in its catalogue, `info` in its properties, `remark` on each."""
    pages = pages or ("A page",)
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        f"<< /Type /Catalog /Pages 2 0 R {extra} >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    noted = f"/Annots [<< /Type /Annot /Rect [0 0 9 9] {remark} >>]" if remark else ""
    for number, words in enumerate(pages):
        escaped = words.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
        drawn = f"BT /F1 18 Tf 72 720 Td ({escaped}) Tj ET"
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {5 + 2 * number} 0 R"
            f" /Resources << /Font << /F1 3 0 R >> >> {noted} >>"
        )
        objects.append(f"<< /Length {len(drawn)} >>\nstream\n{drawn}\nendstream")
    about = f"/Info {len(objects) + 1} 0 R" if info else ""
    return _file([*objects, f"<< {info} >>"], about) + behind


def _file(objects: list[str], about: str = "") -> bytes:
    """These objects with their table, so that nothing has to be guessed."""
    written, places = bytearray(b"%PDF-1.7\n"), []
    for number, body in enumerate(objects, 1):
        places.append(len(written))
        written += f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1", "replace")
    start = len(written)
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    tail = f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R {about} >>\nstartxref\n{start}\n%%EOF\n"
    return bytes(written) + f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}{tail}".encode()


def picture(kind: str = "PNG", size: tuple[int, int] = (40, 30), note: str = "") -> bytes:
    """A PNG or JPEG, with a remark inside where one is wanted."""
    written = io.BytesIO()
    Image.new("RGB", size, "seagreen").save(written, kind)
    data = written.getvalue()
    if not note:
        return data
    if kind == "JPEG":
        return data[:2] + b"\xff\xfe" + struct.pack(">H", len(note) + 2) + note.encode() + data[2:]
    return data


def packed(parts: Mapping[str, bytes | str], level: int = 6) -> bytes:
    """A packed folder, the same bytes whenever it is made."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED, compresslevel=level) as folder:
        for name, content in parts.items():
            folder.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED, level)
    return written.getvalue()


def docx(words: str = "A line", more: Mapping[str, bytes | str] | None = None) -> bytes:
    """A Word document of one paragraph for each line; `more` are further parts."""
    lines = "".join(f"<w:p><w:r><w:t>{escape(line)}</w:t></w:r></w:p>" for line in words.split("\n"))
    body = f"<w:document {IN_WORD}><w:body>{lines}</w:body></w:document>"
    parts: dict[str, bytes | str] = {
        "[Content_Types].xml": TYPES.format("/word/document.xml", f"{WORD}.document.main+xml"),
        "word/document.xml": body,
    }
    return packed(parts | dict(more or {}))


def xlsx(*cells: str, more: Mapping[str, bytes | str] | None = None) -> bytes:
    """An Excel workbook with these words in one row."""
    row = "".join(f'<c t="inlineStr"><is><t>{cell}</t></is></c>' for cell in cells)
    sheet = f"<worksheet {IN_EXCEL}><sheetData><row>{row}</row></sheetData></worksheet>"
    parts: dict[str, bytes | str] = {
        "[Content_Types].xml": TYPES.format("/xl/workbook.xml", f"{EXCEL}.sheet.main+xml"),
        "xl/workbook.xml": f'<workbook {IN_EXCEL}><sheets><sheet name="Hours"/></sheets></workbook>',
        "xl/worksheets/sheet1.xml": sheet,
    }
    return packed(parts | dict(more or {}))


def eml(
    words: str = "We met on Monday.",
    *,
    sender: str = "Kit Vale <kit@brook-lane.example>",
    to: str = "help@sendiass.example",
    subject: str = "About Monday",
    message_id: str = "<one@brook-lane.example>",
    date: str = "Thu, 19 Nov 2026 09:30:00 +0000",
    attached: Mapping[str, bytes] | None = None,
) -> bytes:
    """An e-mail as it travels."""
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = sender, to, subject
    message["Date"] = date
    if message_id:
        message["Message-ID"] = message_id
    message.set_content(words)
    for name, data in (attached or {}).items():
        message.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return message.as_bytes()
