"""What the worker can do with a file. Nothing outside the worker calls these on a file that came from outside."""

import io
from collections.abc import Callable, Mapping

from PIL import Image, JpegImagePlugin, PngImagePlugin

from inconfidence.quarantine.kinds import MOST_PIXELS
from inconfidence.quarantine.opening.letters import letter
from inconfidence.quarantine.opening.looking import look
from inconfidence.quarantine.opening.showing import page, words

Job = Callable[[bytes, int], tuple[Mapping[str, object], list[bytes]]]
JOBS: Mapping[str, Job] = {"look": look, "page": page, "words": words, "letter": letter}

# Alphabets that messages are written in: each is a module, and behind the walls none can be loaded.
ALPHABETS = (
    "ascii", "utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-7", "latin-1", "iso8859-2", "iso8859-15",
    "iso8859-9", "cp1250", "cp1251", "cp1252", "cp1254", "cp1256", "koi8-r", "gb18030", "big5", "shift_jis", "idna",
    "cp437", "raw_unicode_escape", "unicode_escape", "quopri", "base64",
)  # fmt: skip

SAMPLE = b"""From: =?utf-8?q?A?= <a@example.org>
To: b@example.org
Date: Fri, 20 Nov 2026 10:00:00 +0000
Subject: =?utf-8?b?QQ==?=
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=x

--x
Content-Type: text/html; charset=windows-1252
Content-Transfer-Encoding: quoted-printable

<p>A=20B</p>
--x
Content-Disposition: attachment; filename*=utf-8''a.txt
Content-Transfer-Encoding: base64

QQ==
--x
Content-Type: message/rfc822

Subject: A

B
--x--
"""


def prepare() -> None:
    """Load everything that would be loaded at its first use."""
    import codecs

    for name in ALPHABETS:
        codecs.lookup(name)
    Image.MAX_IMAGE_PIXELS = MOST_PIXELS
    Image.preinit()
    for plugin in ("PNG", "JPEG"):
        assert plugin in Image.OPEN, (JpegImagePlugin, PngImagePlugin)
    written = io.BytesIO()
    Image.new("RGB", (2, 2)).save(written, "PNG")
    Image.open(io.BytesIO(written.getvalue())).load()
    letter(SAMPLE, 0)
