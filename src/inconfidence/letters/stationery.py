"""A service's own paper: its name and colour, the lines beside the name, and wordings it has put in place of ours.

Those wordings lie as plain files in the data folder, `letters/<short name of the service>/`, each under the name it
has here. The lines beside the name are the lead's to set.
"""

from pathlib import Path

from django.conf import settings

from inconfidence.editions.queries import ServiceView
from inconfidence.letters import translations
from inconfidence.letters.paper import Letterhead
from inconfidence.letters.translations import Translation
from inconfidence.letters.wording import Template, in_order, templates
from inconfidence.web.dress import DRESS, accent_of, colour_of

# What the name of an easy read form ends with, behind the name of the form itself.
EASY = "_easy"


def folder(service: ServiceView) -> Path:
    """Where a service's own wordings lie."""
    return Path(settings.DATA) / "letters" / service.slug


def letterhead(service: ServiceView) -> Letterhead:
    """What stands at the head of everything this service prints; its name alone until lines are put there."""
    colour = colour_of(accent_of(service.accent) or DRESS) or ""
    return Letterhead(service.name, colour, service.letterhead)


def wordings(service: ServiceView) -> dict[str, Template]:
    """Every wording of a service by name. One that it has put there and that is not in order is left out."""
    return templates(folder(service))


def translated(service: ServiceView) -> dict[tuple[str, str], Translation]:
    """Every leaflet and form in another language, by name and language: this service's own, and our samples."""
    return translations.translations(folder(service))


def checked(service: ServiceView, language: str) -> dict[str, Translation]:
    """Those in this language that somebody has checked, by name: they may be handed out."""
    return {name: one for (name, of), one in translated(service).items() if of == language and one.checked}


def wordings_for(service: ServiceView, language: str, *, easy: bool) -> dict[str, Template]:
    """Every wording of a service as somebody gets it: in their language where a checked translation is there, else in
    easy read where they need that and there is one.
    """
    found = wordings(service)
    read_easily = {name: found[f"{name}{EASY}"] for name in found if easy and f"{name}{EASY}" in found}
    theirs = {name: one.template for name, one in checked(service, language).items()}
    return found | read_easily | theirs


def out_of_order(service: ServiceView) -> tuple[str, ...]:
    """What is wrong with this service's own wordings, a sentence each."""
    own = folder(service)
    return in_order(own)[1] + translations.in_order(own)[1]


def faults(data: Path) -> list[str]:
    """What is wrong with the wordings of every service of a data folder, a sentence each."""
    return [
        f"letters/{own.name}/{says}"
        for own in sorted((data / "letters").glob("*/"))
        for says in in_order(own)[1] + translations.in_order(own)[1]
    ]
