"""Leaflets and forms in other languages: one file each, which says the language, who translated it, and on which day.

A translation is handed out only once somebody has checked it, and the file says who and when. Ours are samples that
nobody has checked: they show how a page and a print of that language look, and go to nobody. A service's own lie in its
folder, `translations/<language>/`, each under the name of the leaflet or form.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from inconfidence import codes
from inconfidence.letters.wording import BadTemplate, Template, load

OURS = Path(__file__).resolve().parent / "translations"
FOLDER = "translations"
ENGLISH = "en"
TAKES = {"language": str, "translator": str, "translated_on": date, "checked_by": str, "checked_on": date}
NEEDED = ("language", "translator", "translated_on")
CALLED = {str: "a text in quotation marks", date: "a day such as 2026-11-20"}


@dataclass(frozen=True, slots=True)
class Translation:
    """A leaflet or form in another language. `checked_by` is empty and `checked_on` None until somebody did."""

    template: Template
    language: str
    translator: str
    translated_on: date
    checked_by: str
    checked_on: date | None

    @property
    def checked(self) -> bool:
        """Whether it may be handed out."""
        return bool(self.checked_by) and self.checked_on is not None

    @property
    def of(self) -> str:
        """The name of the leaflet or form that it translates."""
        return self.template.name


Found = dict[tuple[str, str], Translation]


def translations(own: Path | None = None) -> Found:
    """Every translation by name and language; one of the service's own takes the place of our sample."""
    theirs = in_order(own)[0] if own is not None else {}
    return _ours() | theirs


@cache
def _ours() -> Found:
    return in_order(OURS.parent)[0]


def in_order(own: Path) -> tuple[Found, tuple[str, ...]]:
    """The translations of a service's folder that are in order, and for each other file one sentence."""
    found: Found = {}
    wrong = []
    for path in sorted((own / FOLDER).glob("*/*.toml")):
        try:
            one = _read(path)
            found[one.of, one.language] = one
        except BadTemplate as fault:
            wrong.append(f"{FOLDER}/{path.parent.name}/{fault}")
        except (OSError, UnicodeDecodeError):
            wrong.append(
                f"{FOLDER}/{path.parent.name}/{path.name}: this file cannot be read; it takes text in UTF-8."
            )
    return found, tuple(wrong)


def _read(path: Path) -> Translation:
    template = load(path.name, path.read_text(encoding="utf-8"))
    said = template.translation
    _check(path.name, path.parent.name, template, said)
    return Translation(
        template=template,
        language=said["language"],
        translator=said["translator"],
        translated_on=said["translated_on"],
        checked_by=said.get("checked_by", "").strip(),
        checked_on=said.get("checked_on"),
    )


def _check(file: str, folder: str, template: Template, said: Mapping[str, Any]) -> None:
    for key in NEEDED:
        if not said.get(key):
            raise BadTemplate(f"{file}: [translation] says no “{key}”; it takes {CALLED[TAKES[key]]}.")
    for key, value in said.items():
        if key not in TAKES:
            raise BadTemplate(f"{file}: “{key}” is no part of [translation]; there are {', '.join(TAKES)}.")
        if not isinstance(value, TAKES[key]):
            raise BadTemplate(f"{file}: “{key}” takes {CALLED[TAKES[key]]}.")
    if said["language"] != folder or not codes.known("language", folder):
        known = ", ".join(row.code for row in codes.rows("language"))
        raise BadTemplate(f"{file}: “language” is that of its folder, and one of {known}.")
    if bool(said.get("checked_by", "").strip()) != ("checked_on" in said):
        raise BadTemplate(f"{file}: a translation that was checked says “checked_by” and “checked_on”, both.")
    if template.to != "anybody" or any(block.kind == "family" for block in template.blocks):
        raise BadTemplate(f"{file}: a translation is of a leaflet or form, with all its words written out.")


def language_called(typed: str) -> str:
    """The code of a language as somebody typed it ("Urdu", "ur"); English for nothing, empty where we know none."""
    word = typed.strip().casefold()
    if not word:
        return ENGLISH
    names = {row.label.casefold(): row.code for row in codes.rows("language")}
    return names.get(word, word if codes.known("language", word) else "")


def direction(language: str) -> str:
    """How a language is written: `rtl` or `ltr`."""
    return next((row.group for row in codes.rows("language") if row.code == language), "ltr")
