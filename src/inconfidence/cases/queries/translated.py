"""Leaflets and forms in other languages: which there are, which are missing, and each to read and to print."""

from collections.abc import Iterable
from dataclasses import dataclass

from inconfidence import codes
from inconfidence.editions import queries as editions
from inconfidence.letters import leaflets, stationery, typeset
from inconfidence.letters.paper import Block
from inconfidence.letters.translations import ENGLISH, Translation, direction, language_called
from inconfidence.letters.wording import Template
from inconfidence.people.queries import CardView
from inconfidence.team.actor import Actor

EASY_READ = "easy_read"


@dataclass(frozen=True, slots=True)
class TranslationLine:
    """One translation: of which leaflet or form, into which language, by whom. Only a checked one is handed out."""

    name: str
    title: str
    language: str
    label: str
    about: str
    checked: bool


@dataclass(frozen=True, slots=True)
class LanguageLine:
    """A language with its translations, and the titles of what is not there in it as a checked one."""

    label: str
    lines: tuple[TranslationLine, ...]
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TranslatedPage:
    """A translation to be read on a screen: its words, the language, and how that is written."""

    line: TranslationLine
    heading: str
    blocks: tuple[Block, ...]
    direction: str


def languages(actor: Actor) -> tuple[LanguageLine, ...]:
    """Every language in which there is anything, with what is missing in it."""
    service = editions.service(actor.service_id, actor.today())
    sheets = {name: one.title for name, one in stationery.wordings(service).items() if one.to == "anybody"}
    lines = [_line(one, sheets) for one in stationery.translated(service).values() if one.of in sheets]
    spoken = dict.fromkeys(row.code for row in codes.rows("language"))
    found = ((code, tuple(line for line in lines if line.language == code)) for code in spoken)
    return tuple(
        LanguageLine(
            label=codes.label("language", code),
            lines=of,
            missing=tuple(
                sheets[name] for name in sheets if name not in {one.name for one in of if one.checked}
            ),
        )
        for code, of in found
        if of
    )


def _line(one: Translation, sheets: dict[str, str]) -> TranslationLine:
    return TranslationLine(
        name=one.of,
        title=sheets[one.of],
        language=one.language,
        label=codes.label("language", one.language),
        about=leaflets.about_translation(one),
        checked=one.checked,
    )


def _found(actor: Actor, name: str, language: str) -> tuple[Translation, Template] | None:
    service = editions.service(actor.service_id, actor.today())
    one, ours = stationery.translated(service).get((name, language)), stationery.wordings(service).get(name)
    return (one, ours) if one and ours and ours.to == "anybody" else None


def translated_page(actor: Actor, name: str, language: str) -> TranslatedPage | None:
    """One translation to be read; None where there is none."""
    found = _found(actor, name, language)
    if found is None:
        return None
    one, ours = found
    service = editions.service(actor.service_id, actor.today())
    edition = editions.in_force(actor.service_id, actor.today())
    made = leaflets.sheet(one.template, leaflets.terms(edition) | {"service": service.name}, edition)
    return TranslatedPage(_line(one, {name: ours.title}), made.heading, made.blocks, direction(language))


def translated_print(actor: Actor, name: str, language: str, *, large: bool) -> bytes | None:
    """The print of a translation; one that nobody has checked says so on every page. None where there is none."""
    found = _found(actor, name, language)
    if found is None:
        return None
    service = editions.service(actor.service_id, actor.today())
    edition = editions.in_force(actor.service_id, actor.today())
    paper = leaflets.translated(found[0], stationery.letterhead(service), edition, large=large)
    return typeset.pdf(paper)


def sheets_for(actor: Actor, card: CardView) -> dict[str, Template]:
    """The wordings as this person gets them: in their language where somebody has checked that, or in easy read."""
    service = editions.service(actor.service_id, actor.today())
    language = language_called(card.language)
    return stationery.wordings_for(service, language, easy=EASY_READ in card.access_codes)


def not_translated(actor: Actor, card: CardView, names: Iterable[str]) -> str:
    """That there is no checked translation of these for somebody who speaks another language; empty where nothing is
    missing.
    """
    language = language_called(card.language)
    if language == ENGLISH:
        return ""
    service = editions.service(actor.service_id, actor.today())
    there, sheets = stationery.checked(service, language), stationery.wordings(service)
    missing = [f"“{sheets[name].title}”" for name in names if name in sheets and name not in there]
    called = codes.label("language", language) if language else card.language.strip()
    if not missing:
        return ""
    none = f"No checked translation into {called} is there of {' or '.join(missing)}."
    return f"{none} Ask an interpreter to read it with them."
