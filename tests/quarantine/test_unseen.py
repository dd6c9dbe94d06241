"""Words that nobody sees when a file is read are searched like the others, and stand on no page (T23)."""

import pytest

from inconfidence.quarantine import asking
from inconfidence.quarantine.kinds import Kind
from tests.quarantine import papers
from tests.quarantine.papers import IN_EXCEL, IN_WORD

HIDDEN = "12 Larch Close"
CORE = f'<p:coreProperties xmlns:p="p" xmlns:dc="d"><dc:title>{HIDDEN}</dc:title></p:coreProperties>'
CUSTOM = (
    f'<Properties xmlns:vt="v"><property name="a"><vt:lpwstr>{HIDDEN}</vt:lpwstr></property></Properties>'
)
LINK = (
    '<Relationships><Relationship Type="x/hyperlink" Target="https://map.example/?q=12+Larch%20Close"'
    ' TargetMode="External"/></Relationships>'
)


def body(paragraph: str) -> str:
    return f"<w:document {IN_WORD}><w:body><w:p>{paragraph}</w:p></w:body></w:document>"


def run(words: str) -> str:
    return f"<w:r><w:rPr><w:b/></w:rPr><w:t>{words}</w:t></w:r>"


def deleted(words: str) -> str:
    return f'<w:del w:author="A"><w:r><w:delText>{words}</w:delText></w:r></w:del>'


DOCX = {
    "a tracked deletion": {"word/document.xml": body(run("At home ") + deleted(HIDDEN))},
    "a deletion within": {"word/document.xml": body(run("At 12 ") + deleted("Larch ") + run("Close"))},
    "a description of a picture": {
        "word/document.xml": body(run("A plan") + f'<w:r><docPr name="p" descr="{HIDDEN}"/></w:r>')
    },
    "a box to fill in": {
        "word/document.xml": body(run("A plan") + f'<w:sdtPr><w:alias w:val="{HIDDEN}"/></w:sdtPr>')
    },
    "the title among its properties": {"docProps/core.xml": CORE},
    "a property of its own": {"docProps/custom.xml": CUSTOM},
    "data sent along": {"customXml/item1.xml": f"<form><home>{HIDDEN}</home></form>"},
    "building blocks": {"word/glossary/document.xml": body(run("12 Larch ") + run("Close"))},
    "a chart": {"word/charts/chart1.xml": f"<chart><pt><v>{HIDDEN}</v></pt></chart>"},
    "a link to a map": {"word/_rels/document.xml.rels": LINK},
    "a variable": {
        "word/settings.xml": f'<w:settings {IN_WORD}><w:docVar w:name="a" w:val="{HIDDEN}"/></w:settings>'
    },
}
XLSX = {
    "the title among its properties": {"docProps/core.xml": CORE},
    "a remark": {"xl/comments1.xml": f"<comments {IN_EXCEL}><text><t>{HIDDEN}</t></text></comments>"},
    "a hidden sheet": {
        "xl/worksheets/sheet2.xml": f'<worksheet {IN_EXCEL}><c t="inlineStr"><is><t>{HIDDEN}</t></is></c></worksheet>'
    },
    "a sheet of another name": {
        "xl/worksheets/hours.xml": f"<worksheet {IN_EXCEL}><c><t>{HIDDEN}</t></c></worksheet>"
    },
    "a formula": {"xl/worksheets/sheet2.xml": f'<worksheet {IN_EXCEL}><c><f>"{HIDDEN}"</f></c></worksheet>'},
    "a page's head": {
        "xl/worksheets/sheet2.xml": f"<worksheet {IN_EXCEL}><oddHeader>{HIDDEN}</oddHeader></worksheet>"
    },
    "a drawing": {"xl/drawings/drawing1.xml": f"<d><p><r><t>{HIDDEN}</t></r></p></d>"},
    "what a table was made of": {"xl/pivotCache/pivotCacheDefinition1.xml": f'<d><s v="{HIDDEN}"/></d>'},
}
PDF = {
    "the title among its properties": papers.pdf("A plan", info=f"/Title ({HIDDEN})"),
    "a remark": papers.pdf("A plan", remark=f"/Subtype /Text /Contents ({HIDDEN})"),
    "a box to fill in": papers.pdf("A plan", remark=f"/Subtype /Widget /FT /Tx /T (a) /V ({HIDDEN})"),
    "a link to a map": papers.pdf(
        "A plan", remark="/Subtype /Link /A << /S /URI /URI (https://x.example/?q=12+Larch+Close) >>"
    ),
}
FILES = (
    {f"Word: {name}": papers.docx("A plan", more=parts) for name, parts in DOCX.items()}
    | {f"Excel: {name}": papers.xlsx("A plan", more=parts) for name, parts in XLSX.items()}
    | {f"PDF: {name}": data for name, data in PDF.items()}
)
SEEN = {"Excel: a hidden sheet"}


@pytest.mark.parametrize("name", FILES)
def test_what_nobody_sees_is_searched_and_stands_on_no_page(name: str) -> None:
    seen = asking.look(FILES[name])
    assert (seen.trouble, seen.unread) == (None, False)
    assert HIDDEN in " ".join(seen.text.split())
    page = asking.page(FILES[name], 1, picture=False)
    assert isinstance(page, asking.Page)
    assert (HIDDEN in page.text) == (name in SEEN)
    assert page.pages == seen.pages == 1


@pytest.mark.parametrize(
    ("part", "content"),
    [
        ("word/embeddings/sheet.xlsx", papers.xlsx(HIDDEN)),
        ("word/afchunk.htm", "<p>words</p>"),
        ("customXml/item1.xml", "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"),
        ("customXml/item2.xml", "<a>half"),
    ],
)
def test_a_part_that_cannot_be_searched_leaves_the_file_not_wholly_searched(part: str, content: str) -> None:
    seen = asking.look(papers.docx("A plan", more={part: content}))
    assert (seen.kind, seen.trouble, seen.unread) == (Kind.DOCX, None, True)


def test_a_picture_and_letter_shapes_in_a_file_are_nothing_to_search() -> None:
    more: dict[str, bytes | str] = {
        "word/media/logo.png": papers.picture(),
        "word/fonts/font1.odttf": b"x",
        "word/styles.xml": "<a>x</a>",
    }
    assert not asking.look(papers.docx("A plan", more=more)).unread
