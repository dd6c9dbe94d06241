"""A service's own paper: its name and colour, the lines beside the name, and wordings it has put in place of ours.

Both lie as plain files in the data folder, `letters/<short name of the service>/`: `letterhead.txt`, a line each,
and any template under the name it has here.
"""

from pathlib import Path

from django.conf import settings

from inconfidence.editions.queries import ServiceView
from inconfidence.letters.paper import Letterhead
from inconfidence.letters.wording import BadTemplate, Template, templates
from inconfidence.web.dress import DRESS, accent_of, colour_of

MOST_LINES = 6


def folder(service: ServiceView) -> Path:
    """Where a service's own letterhead and wordings lie."""
    return Path(settings.DATA) / "letters" / service.slug


def letterhead(service: ServiceView) -> Letterhead:
    """What stands at the head of everything this service prints; its name alone until lines are put there."""
    colour = colour_of(accent_of(service.accent) or DRESS) or ""
    own = folder(service) / "letterhead.txt"
    lines = own.read_text(encoding="utf-8").splitlines() if own.is_file() else []
    return Letterhead(
        service.name, colour, tuple(line.strip() for line in lines if line.strip())[:MOST_LINES]
    )


def wordings(service: ServiceView) -> dict[str, Template]:
    """Every wording of a service by name. BadTemplate when one that it has put there is not in order."""
    return templates(folder(service))


def faults(data: Path) -> list[str]:
    """What is wrong with the wordings of every service of a data folder: a sentence for each service that has one."""
    found = []
    for own in sorted((data / "letters").glob("*/")):
        try:
            templates(own)
        except (BadTemplate, UnicodeDecodeError) as wrong:
            found.append(f"letters/{own.name}/{wrong}")
    return found
