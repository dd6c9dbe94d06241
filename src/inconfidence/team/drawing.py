"""The square code that a phone scans."""

import io

import segno


def square_code(address: str) -> bytes:
    """An address as a drawing (SVG, black on white with its quiet border)."""
    out = io.BytesIO()
    segno.make(address, error="m").save(
        out, kind="svg", scale=5, border=4, dark="#000", light="#fff", xmldecl=False
    )
    return out.getvalue()
