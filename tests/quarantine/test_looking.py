"""What is taken, and what is said of everything else: told by content, whatever the name."""

import io
import zipfile

import pytest

from inconfidence.quarantine import asking, frames
from inconfidence.quarantine.kinds import LARGEST_FILE, SAYS, SORTS, Kind, Trouble
from inconfidence.quarantine.opening import JOBS
from inconfidence.quarantine.opening.trouble import Troubled
from tests.quarantine import papers
from tests.quarantine.compound import compound, msg

TAKEN = {
    Kind.PDF: papers.pdf("A plan for school", "And a second page"),
    Kind.PNG: papers.picture(),
    Kind.JPEG: papers.picture("JPEG"),
    Kind.DOCX: papers.docx("A plan for school"),
    Kind.XLSX: papers.xlsx("A plan for school", "two"),
    Kind.TXT: "A plan for school, £3, Ó Briain\n".encode(),
    Kind.EML: papers.eml("A plan for school"),
    Kind.MSG: msg("A plan for school"),
}
DOCTYPE = (
    '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><w:document xmlns:w="x">&b;</w:document>'
)
LINKED = (
    '<Relationships><Relationship Type="x/attachedTemplate" Target="http://x.example" TargetMode="External"/>'
    "</Relationships>"
)

HALF_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(900) + "WordDocument\0".encode("utf-16-le") + bytes(90)


def secret_zip() -> bytes:
    """A folder whose list says that a part is locked."""
    data = bytearray(papers.docx())
    for at in range(len(data) - 10):
        if data[at : at + 4] == b"PK\x01\x02":
            data[at + 8] |= 1
    return bytes(data)


def symlink() -> bytes:
    """A Word document with a link that leads out of the folder."""
    written = io.BytesIO(papers.docx())
    with zipfile.ZipFile(written, "a") as folder:
        link = zipfile.ZipInfo("word/link")
        link.external_attr = 0o120777 << 16
        folder.writestr(link, "/etc/passwd")
    return written.getvalue()


NOT_TAKEN: dict[str, tuple[bytes, Trouble]] = {
    "nothing": (b"   \r\n", Trouble.EMPTY),
    "a program": (b"MZ\x90\x00" + bytes(200), Trouble.PROGRAM),
    "a script": (b"#!/bin/sh\nrm -rf /\n", Trouble.PROGRAM),
    "a web page": (b"  <html><script>alert(1)</script></html>", Trouble.WEB_PAGE),
    "a drawing": (b'<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>', Trouble.WEB_PAGE),
    "an animation with a script": (b"GIF89a/*" + b"\0" * 20 + b"*/=1;alert(1)", Trouble.OTHER_PICTURE),
    "a photo of another kind": (b"\0\0\0\x18ftypheic" + bytes(40), Trouble.OTHER_PICTURE),
    "a packed folder": (papers.packed({"a.txt": "a"}), Trouble.ARCHIVE),
    "an old document": (compound({"WordDocument": b"x" * 5000}), Trouble.OLD_OFFICE),
    "half an old document": (HALF_OLD, Trouble.OLD_OFFICE),
    "a locked document": (compound({"EncryptedPackage": b"x" * 5000}), Trouble.ENCRYPTED),
    "an .msg that is no .msg": (compound({"Something": b"x" * 5000}), Trouble.NOTHING_WE_KEEP),
    "noise": (bytes(range(1, 256)) * 20, Trouble.NOTHING_WE_KEEP),
    "a PDF and a folder": (papers.pdf(behind=papers.packed({"a": "a"})), Trouble.TWO_KINDS),
    "words before a PDF": (b"\0\0" + papers.pdf(), Trouble.TWO_KINDS),
    "a picture and a folder": (papers.picture() + papers.packed({"a": "a"}), Trouble.TWO_KINDS),
    "a picture and a page": (papers.picture() + b"<script>alert(1)</script>", Trouble.TWO_KINDS),
    "a photo with a program inside": (papers.picture("JPEG", note="<script>1</script>"), Trouble.TWO_KINDS),
    "a PDF that runs": (
        papers.pdf(extra="/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>"),
        Trouble.ACTIVE,
    ),
    "a PDF that hides how it runs": (papers.pdf(extra="/OpenAction << /S /J#61vaScript >>"), Trouble.ACTIVE),
    "a PDF that starts something": (
        papers.pdf(extra="/OpenAction << /S /Launch /F (cmd.exe) >>"),
        Trouble.ACTIVE,
    ),
    "a PDF with files": (papers.pdf(extra="/Names << /EmbeddedFiles << >> >>"), Trouble.ACTIVE),
    "half a PDF": (b"%PDF-1.7\n1 0 obj\n", Trouble.BROKEN),
    "half a picture": (papers.picture(size=(400, 400))[:200], Trouble.BROKEN),
    "half a photo": (papers.picture("JPEG", size=(400, 400))[:300], Trouble.BROKEN),
    "half a document": (papers.docx()[:300], Trouble.BROKEN),
    "macros": (papers.docx(more={"word/vbaProject.bin": b"x"}), Trouble.MACROS),
    "macros in a sheet": (papers.xlsx("a", more={"xl/vbaProject.bin": b"x"}), Trouble.MACROS),
    "macros renamed": (
        papers.packed({"[Content_Types].xml": "application/vnd.ms-word.document.macroEnabled.main+xml"}),
        Trouble.MACROS,
    ),
    "a document that fetches": (papers.docx(more={"word/_rels/document.xml.rels": LINKED}), Trouble.ACTIVE),
    "entities in entities": (papers.docx(more={"word/document.xml": DOCTYPE}), Trouble.BOMB),
    "a way out of the folder": (papers.docx(more={"../../evil": "x"}), Trouble.BROKEN),
    "a link out of the folder": (symlink(), Trouble.BROKEN),
    "a locked part": (secret_zip(), Trouble.ENCRYPTED),
    "a document that grows": (papers.docx(more={"word/media/a": b"\0" * 30_000_000}), Trouble.BOMB),
    "a thousand parts": (papers.docx(more={f"p{n}": "x" for n in range(1001)}), Trouble.BOMB),
}


@pytest.mark.parametrize("kind", TAKEN)
def test_what_we_keep_is_taken_and_read(kind: Kind) -> None:
    seen = asking.look(TAKEN[kind])
    assert (seen.kind, seen.trouble) == (kind, None)
    assert seen.pages == (2 if kind is Kind.PDF else 1)
    assert ("A plan for school" in seen.text) == (kind not in {Kind.PNG, Kind.JPEG})


@pytest.mark.parametrize("name", NOT_TAKEN)
def test_everything_else_is_not(name: str) -> None:
    data, trouble = NOT_TAKEN[name]
    assert asking.look(data) == asking.Seen(trouble=trouble)


@pytest.mark.parametrize("name", NOT_TAKEN)
def test_openers_say_the_same_without_the_walls(name: str) -> None:
    data, trouble = NOT_TAKEN[name]
    with pytest.raises(Troubled) as wrong:
        JOBS["look"](data, 0)
    assert wrong.value.trouble is trouble


@pytest.mark.parametrize("kind", TAKEN)
def test_a_page_is_a_fresh_picture_or_words(kind: Kind) -> None:
    page = asking.page(TAKEN[kind], 1)
    assert isinstance(page, asking.Page)
    pictured = kind in {Kind.PDF, Kind.PNG, Kind.JPEG}
    assert page.picture.startswith(b"\x89PNG") == pictured
    assert ("A plan for school" in page.text) == (kind not in {Kind.PNG, Kind.JPEG})
    words = asking.page(TAKEN[kind], 1, picture=False)
    assert words == asking.Page(page.pages, page.text)
    assert asking.page(TAKEN[kind], 9) is Trouble.EMPTY
    JOBS["page"](TAKEN[kind], 1), JOBS["words"](TAKEN[kind], 1)


def test_too_much_is_not_even_opened() -> None:
    assert asking.look(bytes(LARGEST_FILE + 1)).trouble is Trouble.TOO_LARGE
    assert asking.look(b"").trouble is Trouble.EMPTY


def test_every_trouble_has_its_sentence_and_every_kind_its_ending() -> None:
    assert set(SAYS) == set(Trouble)
    assert set(SORTS) == set(Kind)
    assert not [words for words in SAYS.values() if words.endswith(".") or not words[0].isupper()]


@pytest.mark.parametrize(
    "answer",
    [
        b"", b"\0\0\0\x05abc", b"\0\0\0\x02{}", (9).to_bytes(4, "big") + b'{"said":1}',
        b"".join(frames.packed({}, [b"12345"]))[:-1], (1 << 31).to_bytes(4, "big") + b"{}",
        b"".join(frames.packed({}, [b"1"])) + b"more",
    ],
)  # fmt: skip
def test_an_answer_out_of_shape_is_no_answer(answer: bytes) -> None:
    with pytest.raises(frames.Garbled):
        frames.unpacked(answer)


@pytest.mark.parametrize(
    "said",
    [{"kind": "exe"}, {}, {"kind": ["pdf"]}, "words", {"trouble": "no such word"}, {"trouble": ["broken"]}],
)
def test_a_worker_that_lies_is_not_believed(said: object) -> None:
    assert asking._seen(said) == asking.Seen(trouble=Trouble.BROKEN)
