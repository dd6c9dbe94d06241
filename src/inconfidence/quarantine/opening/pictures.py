"""Pictures: their size before their dots, and never shown as they came."""

import io
import struct
import zipfile
from typing import NamedTuple

from PIL import Image, ImageOps

from inconfidence.quarantine.kinds import MOST_PIXELS, Kind, Trouble
from inconfidence.quarantine.opening.trouble import Troubled

LONGEST_SIDE = 1_700
# Looking through decodes every dot of a picture up to this size; a larger one is decoded at a fraction, or shown.
QUICK = 12_000_000
FORMATS = {Kind.PNG: "PNG", Kind.JPEG: "JPEG"}
FOREIGN = (b"%PDF-", b"<script", b"<?php", b"<html", b"<!doctype", b"\x7fELF", b"MZ\x90\x00")


class Size(NamedTuple):
    """Of a picture, in dots."""

    wide: int
    high: int


def check(data: bytes, kind: Kind) -> None:
    """A whole picture of a size that can be shown, and nothing else beside it. Troubled otherwise."""
    if zipfile.is_zipfile(io.BytesIO(data)) or _holds_another(data, kind):
        raise Troubled(Trouble.TWO_KINDS)
    picture = opened(data, kind)
    try:
        if kind is Kind.JPEG:
            picture.draft("L", (picture.width // 8, picture.height // 8))
            picture.load()
        elif picture.width * picture.height <= QUICK:
            picture.load()
        else:
            picture.verify()
    except (OSError, SyntaxError, ValueError, struct.error):
        raise Troubled(Trouble.BROKEN) from None


def opened(data: bytes, kind: Kind) -> Image.Image:
    """The picture, its dots not decoded yet."""
    try:
        picture = Image.open(io.BytesIO(data), formats=[FORMATS[kind]])
    except Image.DecompressionBombError:
        raise Troubled(Trouble.BOMB) from None
    except (OSError, SyntaxError, ValueError, struct.error):
        raise Troubled(Trouble.BROKEN) from None
    if picture.width * picture.height > MOST_PIXELS:
        raise Troubled(Trouble.BOMB)
    return picture


def drawn(data: bytes, kind: Kind) -> bytes:
    """The picture afresh, upright and no larger than a page, as PNG."""
    picture = opened(data, kind)
    if kind is Kind.JPEG:
        picture.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
    upright = ImageOps.exif_transpose(picture)
    upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    return as_png(upright)


def as_png(picture: Image.Image) -> bytes:
    """A picture as PNG, with nothing of what it carried beside its dots."""
    written = io.BytesIO()
    bare = picture.convert("RGBA" if "A" in picture.getbands() else "L" if picture.mode == "L" else "RGB")
    bare.info.clear()
    bare.save(written, "PNG", compress_level=4)
    return written.getvalue()


def _holds_another(data: bytes, kind: Kind) -> bool:
    """A second file behind the picture, or words of a web page or program where only a note may stand."""
    rest = _behind(data) if kind is Kind.PNG else data[-65_536:]
    small = rest.lower()
    head = data[:65_536].lower()
    return any(mark.lower() in small for mark in FOREIGN) or any(mark.lower() in head for mark in FOREIGN[:5])


def _behind(data: bytes) -> bytes:
    """What stands behind the last chunk of a PNG. Troubled when there is no last chunk."""
    at = 8
    while at + 12 <= len(data):
        length = int.from_bytes(data[at : at + 4], "big")
        name = data[at + 4 : at + 8]
        at += 12 + length
        if name == b"IEND":
            return data[at:]
    raise Troubled(Trouble.BROKEN)
