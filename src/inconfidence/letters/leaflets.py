"""From a template to a paper: a letter with what goes with it, or a leaflet or form of a service."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from inconfidence.letters.family import THEMES, unless
from inconfidence.letters.paper import Block, Letter, Letterhead, Paper, Part, Sheet, blocks_of
from inconfidence.letters.translations import ENGLISH, Translation
from inconfidence.letters.wording import Template, fill
from inconfidence.policy.edition import Edition
from inconfidence.web.wording import plain_date


@dataclass(frozen=True, slots=True)
class Written:
    """A letter as its writer left it: whom it is to, what it says, who signs. `heading` and `text` are final words."""

    to: tuple[str, ...]
    beside: tuple[str, ...]
    heading: str
    text: str
    signed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Around:
    """All that stands around the words of a letter. A final letter keeps it, for a print in the other size."""

    title: str
    head: Letterhead
    close: str
    enclosed: tuple[str, ...]
    sheets: tuple[Sheet, ...]


def terms(edition: Edition) -> dict[str, str]:
    """The gaps that a policy's own words fill."""
    named = {
        name: edition.terms[name]
        for name in ("consent", "permission_form", "privacy_notice", "council", "parent")
    }
    return named | {
        "lead": edition.titles["head_of_service"],
        "permission_form": _form(edition),
        "unless": unless(edition),
    }


def _form(edition: Edition) -> str:
    """What this service calls the form: its own word for it, else the form of its word for consent."""
    named = edition.terms["permission_form"]
    return named if named != "permission form" else f"{edition.terms['consent']} form"


def sheet(template: Template, values: Mapping[str, str], edition: Edition) -> Sheet:
    """A leaflet or form in this service's words; its family parts are made from the policy's values."""
    blocks = tuple(found for block in template.blocks for found in _filled(block, values, edition))
    heading = fill(template.heading, values) or template.title
    lang = template.translation.get("language", ENGLISH)
    return Sheet(heading, blocks + blocks_of(fill(template.text, values)), lang=lang)


def _filled(block: Block, values: Mapping[str, str], edition: Edition) -> tuple[Block, ...]:
    if block.kind == "family":
        says = tuple(line for theme in block.items for line in THEMES[theme](edition))
        return (Block("list", items=says),) if says else ()
    items = tuple(fill(item, values) for item in block.items)
    text = fill(block.text, values)
    return (replace(block, text=text, items=items),) if text or items or not block.text else ()


def leaflet(template: Template, head: Letterhead, edition: Edition, *, large: bool) -> Paper:
    """A leaflet or form by itself, to be given to anybody."""
    values = terms(edition) | {"service": head.service}
    return Paper(template.title, head, (sheet(template, values, edition),), source(edition), large)


def translated(found: Translation, head: Letterhead, edition: Edition, *, large: bool) -> Paper:
    """A leaflet or form in another language; one that nobody has checked says so on every page."""
    values = terms(edition) | {"service": head.service}
    part = sheet(found.template, values, edition)
    return Paper(
        found.template.title,
        head,
        (part,),
        about_translation(found),
        large,
        lang=found.language,
        draft=not found.checked,
    )


def about_translation(found: Translation) -> str:
    """Who translated it and who checked it, for the foot of the page."""
    made = f"Translated by {found.translator}, {plain_date(found.translated_on)}"
    if not found.checked or found.checked_on is None:
        return f"{made}. Nobody has checked this translation."
    return f"{made}; checked by {found.checked_by}, {plain_date(found.checked_on)}"


def source(edition: Edition) -> str:
    """Which policy a paper follows, for its foot."""
    return f"{edition.title}, {edition.label}" if edition.label != "undated" else edition.title


def around(
    template: Template, head: Letterhead, edition: Edition, wordings: Mapping[str, Template]
) -> Around:
    """What a wording puts around the words of a letter today. The title names its kind, never the family."""
    values = terms(edition) | {"service": head.service}
    return Around(
        title=f"Letter: {template.title[:1].lower()}{template.title[1:]}",
        head=head,
        close=template.close,
        enclosed=tuple(fill(item, values) for item in template.enclosed),
        sheets=tuple(sheet(wordings[name], values, edition) for name in template.with_ if name in wordings),
    )


def around_again(kept: Mapping[str, Any]) -> Around:
    """What stood around a letter, from what `asdict` made of it."""
    head = Letterhead(**(kept["head"] | {"lines": tuple(kept["head"]["lines"])}))
    sheets = tuple(
        Sheet(
            one["heading"],
            tuple(Block(**(block | {"items": tuple(block["items"])})) for block in one["blocks"]),
            lang=one.get("lang", ENGLISH),
        )
        for one in kept["sheets"]
    )
    return Around(kept["title"], head, kept["close"], tuple(kept["enclosed"]), sheets)


def letter(stands: Around, written: Written, *, reference: str, large: bool, draft: bool = False) -> Paper:
    """A letter with the forms that go with it."""
    first = Letter(
        heading=written.heading,
        to=written.to,
        beside=written.beside,
        blocks=blocks_of(written.text),
        close=stands.close,
        signed=written.signed,
        enclosed=stands.enclosed,
    )
    parts: tuple[Part, ...] = (first, *stands.sheets)
    return Paper(stands.title, stands.head, parts, f"Our reference: {reference}", large, draft=draft)
