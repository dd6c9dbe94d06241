"""Leaflets and forms in other languages: files that say who translated and checked them; set in their direction."""

import re
from datetime import date
from importlib.resources import files
from pathlib import Path

import pypdfium2
import pytest

from inconfidence import codes
from inconfidence.letters import leaflets, typeset
from inconfidence.letters.paper import Paper, Sheet, blocks_of
from inconfidence.letters.translations import OURS, direction, in_order, language_called, translations
from inconfidence.letters.wording import templates
from tests.letters.reading import HEAD, inside, words
from tests.letters.test_typeset import edition

GOOD = """title = "Formularz"
to = "anybody"
heading = "Z kim?"

[translation]
language = "pl"
translator = "Word Bridge"
translated_on = 2026-10-05
checked_by = "Anna Nowak"
checked_on = 2026-10-12

[[block]]
p = "Pytamy o zgodę."
"""
SENTENCES = {
    "ur": "ہم کس سے بات کر سکتے ہیں؟",
    "ar": "مع من يمكننا التحدث؟",
    "pa": "ਅਸੀਂ ਕਿਸ ਨਾਲ ਗੱਲ ਕਰ ਸਕਦੇ ਹਾਂ?",
    "pl": "Z kim możemy rozmawiać? Zażółć gęślą jaźń.",
}


def put(folder: Path, text: str, language: str = "pl", name: str = "permission") -> Path:
    """A service's own folder with this translation in it."""
    place = folder / "translations" / language
    place.mkdir(parents=True, exist_ok=True)
    (place / f"{name}.toml").write_text(text, encoding="utf-8")
    return folder


def test_ours_are_in_order_and_samples_that_nobody_has_checked() -> None:
    found, wrong = in_order(OURS.parent)
    assert wrong == ()
    assert {language for _, language in found} == {"pl", "ur"}
    assert not any(one.checked for one in found.values())
    assert {name for name, _ in found} <= set(templates())


def test_a_sample_asks_what_the_form_itself_asks() -> None:
    for (name, _), one in translations().items():
        ours = templates()[name]
        assert [(b.kind, len(b.items), b.across) for b in one.template.blocks] == [
            (b.kind, len(b.items), b.across) for b in ours.blocks
        ]


def test_a_checked_one_of_the_service_takes_the_place_of_our_sample(tmp_path: Path) -> None:
    found = translations(put(tmp_path, GOOD))
    one = found["permission", "pl"]
    assert (one.translator, one.translated_on, one.checked) == ("Word Bridge", date(2026, 10, 5), True)
    assert leaflets.about_translation(one) == (
        "Translated by Word Bridge, Monday 5 October 2026; checked by Anna Nowak, Monday 12 October 2026"
    )
    assert not found["permission", "ur"].checked


@pytest.mark.parametrize(
    ("was", "now", "says"),
    [
        ('language = "pl"\n', "", "[translation] says no “language”"),
        ('translator = "Word Bridge"\n', "", "[translation] says no “translator”"),
        ("translated_on = 2026-10-05\n", "", "[translation] says no “translated_on”; it takes a day"),
        ('translator = "Word Bridge"', "translator = 4", "“translator” takes a text in quotation marks"),
        ("translated_on = 2026-10-05", 'translated_on = "May"', "“translated_on” takes a day such as"),
        ('language = "pl"', 'language = "ur"', "“language” is that of its folder"),
        ('checked_by = "Anna Nowak"\n', "", "says “checked_by” and “checked_on”, both"),
        ('checked_by = "Anna Nowak"', 'checked_by = " "', "says “checked_by” and “checked_on”, both"),
        ("checked_on = 2026-10-12\n", "", "says “checked_by” and “checked_on”, both"),
        ("checked_on =", "looked_on =", "“looked_on” is no part of [translation]"),
        ('to = "anybody"', 'to = "person"', "a translation is of a leaflet or form"),
        ('p = "Pytamy o zgodę."', 'family = ["asking"]', "with all its words written out"),
        ('heading = "Z kim?"', 'heading = "{persn}"', "{persn} is no gap we know"),
        ("[translation]", "translation = 1\n[other]", "takes a part that begins with [translation]"),
    ],
)
def test_one_that_is_not_in_order_is_left_out_with_a_sentence(
    tmp_path: Path, was: str, now: str, says: str
) -> None:
    assert was in GOOD
    found, wrong = in_order(put(tmp_path, GOOD.replace(was, now)))
    assert found == {}
    assert len(wrong) == 1
    assert wrong[0].startswith("translations/pl/permission.toml")
    assert says in wrong[0]


def test_a_folder_of_no_language_and_a_file_that_cannot_be_read_are_said(tmp_path: Path) -> None:
    put(tmp_path, GOOD.replace('"pl"', '"xx"'), language="xx")
    (tmp_path / "translations" / "pl").mkdir()
    (tmp_path / "translations" / "pl" / "wishes.toml").write_bytes(b"\xff\xfe")
    _, wrong = in_order(tmp_path)
    assert "one of en, ur," in wrong[1]
    assert wrong[0].endswith("it takes text in UTF-8.")


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("", "en"),
        ("  ", "en"),
        ("English", "en"),
        ("Urdu", "ur"),
        (" urdu ", "ur"),
        ("PL", "pl"),
        ("Klingon", ""),
    ],
)
def test_a_language_as_people_type_it(typed: str, code: str) -> None:
    assert language_called(typed) == code


def test_each_language_has_its_direction() -> None:
    rtl = {row.code for row in codes.rows("language") if direction(row.code) == "rtl"}
    assert rtl == {"ur", "ar", "fa", "ps", "ckb"}
    assert direction("xx") == "ltr"


@pytest.mark.parametrize("language", SENTENCES)
def test_every_language_is_printed_in_its_own_signs(language: str) -> None:
    sheet = Sheet(SENTENCES[language], blocks_of(SENTENCES[language]), lang=language)
    made = typeset.pdf(Paper("A form", HEAD, (sheet,), lang=language))
    assert f"/Lang ({language}".encode() in inside(made) or f"({language}-".encode() in inside(made)


def left_of(made: bytes, word: str) -> float:
    """How far from the left edge this word of the first page begins, in points."""
    text = pypdfium2.PdfDocument(made)[0].get_textpage()
    found = text.search(word).get_next()
    assert found, word
    edge: float = text.get_charbox(found[0])[0]
    return edge


def heading_of(made: bytes) -> tuple[float, float]:
    """From where to where the topmost line in Arabic letters runs, from the left edge, in points."""
    text = pypdfium2.PdfDocument(made)[0].get_textpage()
    boxes = [
        text.get_charbox(at)
        for at in range(text.count_chars())
        if "\u0600" <= text.get_text_range(at, 1)[:1] <= "\u06ff"
    ]
    top = max(box[3] for box in boxes)
    line = [box for box in boxes if box[3] > top - 15]
    return min(box[0] for box in line), max(box[2] for box in line)


def test_urdu_runs_from_the_right_and_polish_from_the_left() -> None:
    made = {
        language: typeset.pdf(leaflets.translated(one, HEAD, edition(), large=False))
        for (_, language), one in translations().items()
    }
    left, right = heading_of(made["ur"])
    assert left > 300
    assert right == pytest.approx(524, abs=2)
    assert left_of(made["ur"], "CAMHS") < left_of(made["pl"], "CAMHS")
    assert left_of(made["pl"], "Podpis") == pytest.approx(71, abs=2)
    assert left_of(made["pl"], "Podpis") < left_of(made["pl"], "Data")


def test_our_own_name_and_address_run_from_the_left_on_every_page() -> None:
    one = translations()["permission", "ur"]
    made = typeset.pdf(leaflets.translated(one, HEAD, edition(), large=False))
    assert left_of(made, "Elmshire") == pytest.approx(71, abs=2)
    assert left_of(made, "Elmshire") < left_of(made, "SENDIASS") < left_of(made, "Riverside")
    assert left_of(made, "Riverside") < left_of(made, "House")
    assert left_of(made, "Translated") < left_of(made, "Nobody")


def test_a_sample_says_on_every_page_that_nobody_has_checked_it(tmp_path: Path) -> None:
    sample = translations()["permission", "ur"]
    made = words(typeset.pdf(leaflets.translated(sample, HEAD, edition(), large=True)))
    assert made.count("Nobody") == made.count("Page") > 1
    assert "DRAFT" in made
    own = translations(put(tmp_path, GOOD))["permission", "pl"]
    made = words(typeset.pdf(leaflets.translated(own, HEAD, edition(), large=False)))
    assert "checked by Anna Nowak" in made
    assert "DRAFT" not in made


def test_a_page_brings_the_letters_of_a_script_along_and_only_ours() -> None:
    built = files("inconfidence.web") / "static" / "built"
    css = (built / "languages.css").read_text(encoding="utf-8")
    named = re.findall(r'url\("([^"]+)"\)', css)
    assert "NotoSansArabic_400Regular.ttf" in named
    assert all((built / name).is_file() for name in named)
    assert "http" not in css
