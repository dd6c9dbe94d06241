"""A PDF of one empty page, as small as one can be, with a word in it."""

from django.core.files.uploadedfile import SimpleUploadedFile

OBJECTS = (
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Resources << >> >>",
)


def pdf(word: str) -> bytes:
    """The file; the word stands in a comment, so it is in the bytes and on no page."""
    text = f"%PDF-1.7\n%{word}\n"
    at = []
    for number, content in enumerate(OBJECTS, start=1):
        at.append(len(text))
        text += f"{number} 0 obj\n{content}\nendobj\n"
    table = "".join(f"{offset:010} 00000 n \n" for offset in at)
    size = len(OBJECTS) + 1
    end = f"trailer\n<< /Size {size} /Root 1 0 R >>\nstartxref\n{len(text)}\n%%EOF\n"
    return f"{text}xref\n0 {size}\n0000000000 65535 f \n{table}{end}".encode()


def upload(word: str) -> SimpleUploadedFile:
    """The same as a browser sends it."""
    return SimpleUploadedFile(f"{word}.pdf", pdf(word), "application/pdf")
