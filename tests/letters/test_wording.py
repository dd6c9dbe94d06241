"""The wordings: gaps from a closed list, and a file that is not in order refused in one sentence."""

from pathlib import Path

import pytest

from inconfidence.letters import leaflets, wording
from inconfidence.letters.paper import Block, blocks_of
from inconfidence.letters.wording import GAPS, BadTemplate, blanks, fill, in_order, load, templates
from tests.letters.test_typeset import edition

GOOD = 'title = "A"\nto = "person"\nheading = "B"\ntext = """\nDear {person}\n"""\n'


def test_ours_are_in_order_and_stand_in_the_usual_order() -> None:
    found = templates()
    assert list(found)[:2] == ["meeting_confirmed", "what_we_agreed"]
    assert {one.to for one in found.values()} == {"person", "professional", "anybody", "ourselves"}
    for one in found.values():
        assert one.close or one.to in ("anybody", "ourselves"), one.name
        assert set(one.with_) <= set(found)


def test_an_unknown_gap_is_refused_with_file_line_and_the_gaps_there_are() -> None:
    with pytest.raises(BadTemplate) as wrong:
        load("ours.toml", GOOD.replace("{person}", "{persn}"))
    said = str(wrong.value)
    assert said.startswith("ours.toml, line 5: {persn} is no gap we know; there are {person},")
    assert all(f"{{{gap}}}" in said for gap in GAPS)
    assert said.count(". ") == 0


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("title =", "bad.toml: this is no TOML file"),
        (GOOD + 'colour = "red"\n', "bad.toml, line 7: “colour” is no part of a template"),
        (GOOD.replace('title = "A"\n', ""), "bad.toml, line 1: “title” is missing"),
        (
            GOOD.replace('"person"', '"council"'),
            "bad.toml, line 2: “to” takes one of anybody, ourselves, person, professional.",
        ),
        (GOOD + 'needs = "luck"\n', "bad.toml, line 7: “needs” takes one of meeting, obtain, their_own."),
        ('title = "A"\nto = "person"\nheading = "B"\n', "bad.toml, line 1: there is nothing to print"),
        (GOOD + '[[block]]\nsong = "la"\n', "bad.toml, line 7: a block is one of box, family, h, line"),
        (GOOD + 'order = "x"\n', "bad.toml, line 7: “order” takes a whole number."),
        (GOOD + "order = true\n", "bad.toml, line 7: “order” takes a whole number."),
        (GOOD.replace('"B"', "5"), "bad.toml, line 3: “heading” takes a text in quotation marks."),
        (GOOD + "says = [1]\n", "bad.toml, line 7: “says” takes a text in quotation marks."),
        ('title = "A"\nto = "person"\nheading = "B"\ntext = 5\n', "bad.toml, line 4: “text” takes a text"),
        (
            GOOD + 'enclosed = "abc"\n',
            "bad.toml, line 7: “enclosed” takes texts in quotation marks between [",
        ),
        (GOOD + "enclosed = [5]\n", "bad.toml, line 7: “enclosed” takes texts in quotation marks between ["),
        (GOOD + 'block = "x"\n', "bad.toml, line 7: “block” takes pieces that begin with [[block]] each."),
        (
            GOOD + '[block]\np = "x"\n',
            "bad.toml, line 7: “block” takes pieces that begin with [[block]] each.",
        ),
        (GOOD + "[[block]]\np = 5\n", "bad.toml, line 8: “p” takes a text in quotation marks."),
        (GOOD + '[[block]]\nh = ""\n', "bad.toml, line 8: “h” is empty; it takes a text in quotation marks."),
        (GOOD + "[[block]]\nticks = []\n", "bad.toml, line 8: “ticks” is empty; it takes texts in quotation"),
        (GOOD + '[[block]]\nsign = "Date"\n', "bad.toml, line 8: “sign” takes texts in quotation marks"),
        (
            GOOD + '[[block]]\nticks = ["a"]\nacross = 2\n\n[[block]]\nticks = ["b"]\nacross = "q"\n',
            "bad.toml, line 13: “across” takes a whole number from 1 to 4.",
        ),
        (GOOD + '[[block]]\nticks = ["a"]\nacross = 0\n', "bad.toml, line 9: “across” takes a whole number"),
        (GOOD + '[[block]]\nbox = "a"\nrows = 400\n', "bad.toml, line 9: “rows” takes a whole number from 1"),
        (
            GOOD + '[[block]]\np = "a"\nacros = 2\n',
            "bad.toml, line 9: “acros” is no part of a block; there are",
        ),
        (GOOD + '[[block]]\np = "a"\nh = "b"\n', "bad.toml, line 7: a block is one of box, family, h, line"),
    ],
)
def test_each_fault_is_one_sentence(text: str, says: str) -> None:
    with pytest.raises(BadTemplate) as wrong:
        load("bad.toml", text)
    assert str(wrong.value).startswith(says)
    assert str(wrong.value).endswith(".")


def test_a_letter_may_bring_any_sheet_of_ours_or_of_their_own(tmp_path: Path) -> None:
    (tmp_path / "hello.toml").write_text(GOOD + 'with = ["wishes", "map"]\n')
    (tmp_path / "map.toml").write_text(GOOD.replace("person", "anybody").replace("{anybody}", "you"))
    (tmp_path / "other.toml").write_text(GOOD + 'with = ["wishes", "closing"]\n')
    found, wrong = in_order(tmp_path)
    assert found["hello"].with_ == ("wishes", "map")
    assert set(found) == {"hello", "map"}
    [says] = wrong
    assert says.startswith("other.toml, line 7: “with” names “closing”, which is no leaflet or form;")
    assert says.endswith("there are map, permission, permission_easy, privacy, wishes.")


def test_a_word_of_somebodys_own_in_brackets_is_no_gap() -> None:
    assert not blanks("He wrote “I [sic] agree”, and [his] mother too [...].")
    assert blanks("By [a day] we meet") == ["[a day]"]


def test_one_that_is_not_in_order_is_left_out_and_the_others_stay(tmp_path: Path) -> None:
    (tmp_path / "closing.toml").write_text(GOOD.replace("{person}", "{persn}"))
    (tmp_path / "birthday.toml").write_text(GOOD)
    (tmp_path / "odd.toml").write_bytes(b"\xff\xfe")
    found, wrong = in_order(tmp_path)
    assert set(found) == {"birthday"}
    assert [says.split(",")[0].split(":")[0] for says in wrong] == ["closing.toml", "odd.toml"]
    assert "closing" not in templates(tmp_path)
    assert "birthday" in templates(tmp_path)
    assert "privacy" in templates(tmp_path)


def test_a_theme_that_is_none_is_refused() -> None:
    with pytest.raises(BadTemplate) as wrong:
        load("bad.toml", GOOD + '[[block]]\nfamily = ["luck"]\n')
    assert "“luck” is no part of a policy; there are asking," in str(wrong.value)


def test_a_service_puts_its_own_wording_in_place_of_ours(tmp_path: Path) -> None:
    (tmp_path / "closing.toml").write_text(GOOD.replace("Dear", "Hello"))
    (tmp_path / "birthday.toml").write_text(GOOD)
    found = templates(tmp_path)
    assert found["closing"].text.startswith("Hello")
    assert "birthday" in found
    assert templates()["closing"].text.strip().startswith("Dear")


def test_gaps_are_filled_in_one_pass_and_what_is_not_known_stands_in_brackets() -> None:
    values = {"person": "Ro {child} #sa", "child": "Sam"}
    assert (
        fill("{person} and {child}, {meeting_day}", values)
        == "Ro {child} #sa and Sam, [the day of the meeting]"
    )
    assert blanks("a [the day of the meeting] b [x]") == ["[the day of the meeting]"]


def test_a_line_of_which_nothing_is_known_is_left_out() -> None:
    text = "One\n\nAbout: {meeting_purpose}\n\nOn {meeting_day}"
    assert fill(text, {"meeting_day": "Friday"}) == "One\n\nOn Friday"
    assert fill(text, {"meeting_purpose": "Sam"}) == "One\n\nAbout: Sam\n\nOn [the day of the meeting]"


@pytest.mark.parametrize("slug", ["rotherham", "cumbria", "coventry"])
def test_every_wording_speaks_in_the_words_of_the_service(slug: str) -> None:
    values = leaflets.terms(edition(slug))
    assert (
        fill("{consent}", values)
        == {"rotherham": "permission", "cumbria": "consent", "coventry": "permission"}[slug]
    )
    assert "{" not in fill(templates()["form_to_sign"].text, values)


def test_a_heading_of_which_nothing_is_known_is_left_out_of_a_sheet() -> None:
    own = edition("cumbria")
    one = load("map.toml", GOOD.replace('"B"', '"{meeting_people}"') + '[[block]]\nh = "{organisation}"\n')
    found = leaflets.sheet(one, leaflets.terms(own), own)
    assert found.heading == "A"
    assert not [block for block in found.blocks if block.kind == "h"]


def test_a_text_becomes_paragraphs_lists_and_headings() -> None:
    found = blocks_of("Dear you\r\n\r\nOur advice:\n\n- one\n- two\n\nWe said:\n- three\n\na - b\nc")
    assert found == (
        Block("p", "Dear you"),
        Block("h", "Our advice:"),
        Block("list", items=("one", "two")),
        Block("p", "We said:"),
        Block("list", items=("three",)),
        Block("p", "a - b\nc"),
    )
    assert [block.kind for block in blocks_of("- one\nand not a list")] == ["p"]
    assert blocks_of("  \n\n ") == ()


def test_templates_hold_no_name_of_a_service() -> None:
    for path in wording.TEMPLATES.glob("*.toml"):
        assert not {"Rotherham", "Coventry", "Cumbria", "Bath", "Blackburn"} & set(path.read_text().split())
