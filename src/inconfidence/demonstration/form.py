"""A signed form as paper looks once scanned: one small page, the same for everybody, with no name on it."""

OBJECTS = (
    b"<< /Type /Catalog /Pages 2 0 R >>",
    b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    (
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 298 420] /Contents 4 0 R"
        b" /Resources << /Font << /F 5 0 R >> >> >>"
    ),
    b"<< /Length 56 >>\nstream\nBT /F 12 Tf 40 360 Td (Agreed and signed: see file) Tj ET\nendstream",
    b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
)


def signed_form() -> bytes:
    """The bytes of a valid one-page PDF."""
    body, places = b"%PDF-1.4\n", []
    for number, content in enumerate(OBJECTS, 1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(places) + 1, table)
    tail = b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(places) + 1, len(body))
    return body + head + tail
