"""Words become a tagged PDF: as they are, in every script, the same bytes each time, and nothing of the machine."""

import unicodedata
from pathlib import Path

import pypdfium2
import pytest

from inconfidence import policies
from inconfidence.letters import leaflets, typeset, wording
from inconfidence.letters.paper import CaseSheet, Fact, Label, Letter, Paper, Sheet, blocks_of
from inconfidence.policy.edition import Edition
from inconfidence.policy.loading import load
from tests.letters.reading import HEAD, height, inside, pages, words

NAMES = {
    "Polish": "Zażółć Gęślą-Jaźń, Łukasz Wiśniewski",
    "Turkish": "İbrahim Şükrü Çağlayan Ğüneş, ığdır",
    "Irish": "Siobhán Ní Dhomhnaill, Órlaith Ó Súilleabháin",
    "Arabic": "محمد عبد الرحمن",
    "Urdu": "ٹیپو گھوڑے چوہدری",
    "Chinese": "王小明 歐陽曉",
    "Bengali": "রহিমা খাতুন",
    "Punjabi": "ਗੁਰਪ੍ਰੀਤ ਸਿੰਘ",
    "Gujarati": "પટેલ મીનાક્ષી",
    "Cyrillic": "Олена Шевченко",
    "Vietnamese": "Nguyễn Thị Hạnh",
}
LITERAL = (
    "#panic() *stars* _lines_ $x^2$ @reference <label> \\n \\u{41} // not a comment /* nor this */ "
    '"quotes" `code` [brackets] {braces} = heading'
)


def edition(slug: str = "rotherham") -> Edition:
    """A service's policy."""
    return load(policies.text(slug), policies.default_text(), slug)


def a_letter(text: str, *, name: str = "Marta Oyelaran", large: bool = False) -> bytes:
    """A letter with these words in it."""
    letter = Letter(
        heading="Our meeting",
        to=(name, "14 Elm Street", "EL1 3CD"),
        beside=("Friday 20 November 2026",),
        blocks=blocks_of(f"Dear {name}\n\n{text}"),
        close="Yours sincerely",
        signed=("Tom Aldridge", "Adviser"),
    )
    return typeset.pdf(Paper("Letter: our meeting", HEAD, (letter,), "Our reference: 7KQM-4XH2", large))


@pytest.mark.parametrize("language", NAMES)
def test_names_of_every_script_are_printed(language: str) -> None:
    for name in NAMES[language].split(", "):
        a_letter(f"About {name}.", name=name)


@pytest.mark.parametrize("sign", ["\U00013080", "\0"])
def test_a_sign_of_no_typeface_is_refused_without_being_quoted(sign: str) -> None:
    with pytest.raises(typeset.CannotPrint) as wrong:
        a_letter(f"Rosa {sign} Vale")
    assert str(wrong.value) == typeset.SAYS_SIGN
    assert wrong.value.__cause__ is None


def test_text_is_shown_and_never_read_as_code() -> None:
    assert LITERAL in words(a_letter(LITERAL))


@pytest.mark.parametrize("large", [False, True])
def test_a_word_longer_than_the_line_does_not_stop_it(large: bool) -> None:
    assert pages(a_letter("y" * 4000, large=large)) >= 1


def test_a_whole_paragraph_from_right_to_left_stands_at_the_right() -> None:
    page = pypdfium2.PdfDocument(a_letter("نلتقي يوم الخميس"))[0]
    found = page.get_textpage()
    edges = [
        found.get_charbox(index)
        for index, sign in enumerate(found.get_text_range())
        if unicodedata.bidirectional(sign) == "AL"
    ]
    assert edges
    assert min(left for left, *_ in edges) > page.get_width() / 2


def test_the_same_words_give_the_same_bytes() -> None:
    assert a_letter("Hello.") == a_letter("Hello.")
    assert a_letter("Hello.") != a_letter("Hello!")


@pytest.mark.parametrize("large", [False, True])
def test_it_is_tagged_and_says_what_it_is(large: bool) -> None:
    pdf = a_letter("- one\n- two", large=large)
    found = inside(pdf)
    for mark in (
        b"/Marked true",
        b"/StructTreeRoot",
        b"/Lang",
        b"en-GB",
        b"/S/H1",
        b"/S/P",
        b"/S/L",
        b"/S/LI",
        b"pdfuaid:part",
        b"/DisplayDocTitle true",
    ):
        assert mark in found.replace(b"/S /", b"/S/"), mark
    assert pypdfium2.PdfDocument(pdf).get_metadata_dict()["Title"] == "Letter: our meeting"


def test_the_file_says_nothing_of_the_family_but_on_the_page() -> None:
    pdf = a_letter("Hello.", name="Zofia Quince")
    assert "Zofia" not in str(pypdfium2.PdfDocument(pdf).get_metadata_dict())
    assert b"Zofia" not in pdf


def test_only_our_typefaces_are_used() -> None:
    found = inside(a_letter("Łódź 王 محمد"))
    assert b"NotoSans" in found
    assert not any(face in found for face in (b"Liberation", b"DejaVu", b"Libertinus", b"Computer"))


def test_large_print_is_eighteen_point_and_wider_apart() -> None:
    small, large = a_letter("Hello there."), a_letter("Hello there.", large=True)
    assert (height(small, "Hello there."), height(large, "Hello there.")) == (11, 18)


def test_pages_are_numbered_where_there_are_several() -> None:
    assert "Page 1 of" not in words(a_letter("One line."))
    long = words(a_letter("\n\n".join(["A paragraph of some length, and then some more."] * 60)))
    assert "Page 1 of 3" in long
    assert long.count("Our reference: 7KQM-4XH2") == 3


@pytest.mark.parametrize("large", [False, True])
def test_the_case_sheet_is_one_page_however_much_there_is(large: bool) -> None:
    for many in (0, 1, 400):
        facts = (Fact("What matters", "Transport. " * many), Fact("Next step", "Ring.\n" * many))
        sheet = CaseSheet("Case 7KQM-4XH2", "Friday", facts)
        assert pages(typeset.pdf(Paper("Case sheet", HEAD, (sheet,), "7KQM-4XH2", large))) == 1


@pytest.mark.parametrize("large", [False, True])
def test_a_firm_row_is_set_smaller_and_never_left_out(large: bool) -> None:
    firm = [
        Fact(f"Firm {number}", "Ring only after ten. " * 20 + f"End {number}.", firm=True)
        for number in range(6)
    ]
    facts = (Fact("What matters", "Transport."), *firm)
    made = typeset.pdf(Paper("Case sheet", HEAD, (CaseSheet("Case", "Friday", facts),), "7KQM-4XH2", large))
    assert pages(made) == 1
    assert all(f"End {number}." in words(made) for number in range(6))


@pytest.mark.parametrize("lines", [2, 4, 5, 6])
def test_a_label_in_large_print_stays_on_its_label(lines: int) -> None:
    to = tuple(f"Line {number} of the address" for number in range(lines))
    made = [
        typeset.pdf(Paper("Address label", HEAD, (Label(to, 2),), large=large)) for large in (False, True)
    ]
    page = pypdfium2.PdfDocument(made[1])[0]
    tops = [text.get_bounds()[3] for text in page.get_objects()]
    bottoms = [text.get_bounds()[1] for text in page.get_objects()]
    assert max(tops) - min(bottoms) < 34 / 25.4 * 72
    assert words(made[0]) == words(made[1])


def test_a_label_names_nobody_but_whom_it_is_to() -> None:
    found = words(typeset.pdf(Paper("Address label", HEAD, (Label(("Rosa Vale", "1 Elm Street"), 13),))))
    assert found == "Rosa Vale 1 Elm Street"


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("slug", [slug for slug in policies.slugs() if slug != "default"])
def test_every_leaflet_and_form_of_every_service_is_printed(slug: str, large: bool) -> None:
    own = edition(slug)
    for one in wording.templates().values():
        if one.to == "anybody":
            found = words(typeset.pdf(leaflets.leaflet(one, HEAD, own, large=large)))
            assert "{" not in found
            assert HEAD.service in found


def test_the_leaflet_says_what_this_policy_says() -> None:
    found = words(typeset.pdf(leaflets.leaflet(wording.templates()["privacy"], HEAD, edition(), large=False)))
    assert "You can come and read your file. Ask us, and we will find a time." in found
    assert "Confidentiality and risk of harm policy, 2022-08" in found


def test_without_typefaces_it_says_what_to_run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(typeset, "FONTS", tmp_path)
    typeset._fonts.cache_clear()
    try:
        with pytest.raises(typeset.NoTypefaces, match="script/make-ready"):
            typeset.pdf(Paper("x", HEAD, (Sheet("x", blocks_of("x")),)))
    finally:
        typeset._fonts.cache_clear()


def test_the_licence_of_every_typeface_lies_beside_it() -> None:
    faces = {path.stem.split("_")[0] for path in typeset.FONTS.glob("*.ttf")}
    licences = [path.read_text() for path in typeset.FONTS.glob("LICENSE-*.txt")]
    assert len(licences) == len(faces)
    assert all("SIL Open Font License" in text for text in licences)
