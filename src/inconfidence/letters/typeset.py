"""From words to a tagged PDF (PDF/UA-1), in memory: words touch no file, no network, no font of the machine's own.

The same words on the same day give the same bytes.
"""

import json
from functools import cache
from pathlib import Path

import typst

from inconfidence.letters.paper import Paper

HERE = Path(__file__).resolve().parent
FONTS = HERE / "fonts"
NO_SUCH_SIGN = ("could not be displayed", "disallowed codepoint")
SAYS_SIGN = "One of the signs in this text is in no alphabet that we can print. Write it in another way"


class CannotPrint(ValueError):
    """The words hold a sign that none of our typefaces has. The message never quotes them."""


class NoTypefaces(RuntimeError):
    """The typefaces are not there: `npm run build` puts them into place."""


def pdf(paper: Paper) -> bytes:
    """The PDF of a paper. CannotPrint when a sign of it is in none of our typefaces."""
    try:
        made = typst.compile(
            str(HERE / "typst" / "main.typ"),
            format="pdf",
            root=str(HERE / "typst"),
            font_paths=_fonts(),
            ignore_system_fonts=True,
            sys_inputs={"data": json.dumps(paper.data(), ensure_ascii=False)},
            pdf_standards="ua-1",
            timestamp=0,
        )
    except typst.TypstError as wrong:
        if any(words in str(wrong) for words in NO_SUCH_SIGN):
            raise CannotPrint(SAYS_SIGN) from None
        raise
    return made


@cache
def _fonts() -> typst.Fonts:
    if not any(FONTS.glob("*.ttf")):
        raise NoTypefaces("the typefaces for letters are not built: run script/make-ready")
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)])
