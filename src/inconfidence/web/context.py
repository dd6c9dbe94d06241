"""What the base template needs, read only from what others put on the request."""

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Any, NamedTuple

from django.conf import settings
from django.http import HttpRequest
from django.urls import Resolver404, get_urlconf, resolve

from inconfidence.web.dress import DRESS, accent_of
from inconfidence.web.notices import notice_of
from inconfidence.web.parts import Link

IDLE_WARNED = 13 * 60
IDLE_CLOSED = 15 * 60

LEADS = frozenset({"head_of_service", "senior_caseworker"})
STAFF = LEADS | {"caseworker"}
DESK = STAFF | {"administrator"}
ALL = DESK | {"volunteer"}

DOORS: Mapping[str, str] = MappingProxyType(
    {
        "home": "/",
        "policy": "/policy/",
        "concern": "/concern/",
        "sign_out": "/sign-out/",
        "still_here": "/still-here/",
        "park": "/park/",
        "drafts": "/drafts/",
        "reopen": "/reopen/",
        "unfinished": "/unfinished/",
        "account": "/account/",
    }
)


class Place(NamedTuple):
    """A page in the navigation: its words, its address, who is offered it."""

    text: str
    href: str
    roles: frozenset[str]


PLACES = (
    Place("My day", "/", ALL),
    Place("Cases", "/cases/", STAFF),
    Place("New call", "/calls/new/", DESK),
    Place("On the line", "/on-the-line/", DESK),
    Place("Enquiries", "/enquiries/", DESK),
    Place("Is a family known?", "/reply/", DESK),
    Place("Dates", "/dates/", ALL),
    Place("Concerns", "/concerns/", LEADS),
    Place("Leaflets and forms", "/sheets/", DESK),
    Place("Team", "/team/", LEADS),
    Place("Policy", "/policy/", ALL),
)
NO_WORDS: Mapping[str, str] = MappingProxyType({})
CASE_PLACES = (
    ("Overview", ""),
    ("Can I share this?", "share/"),
    ("Consent", "consent/"),
    ("People", "people/"),
    ("Shared so far", "ledger/"),
    ("Who has looked", "looks/"),
)


def shell(request: HttpRequest) -> dict[str, Any]:
    """The base template's words: service, who is signed in, navigation, notice, idle times."""
    actor = getattr(request, "actor", None)
    service = getattr(request, "service_view", None)
    return {
        "service": service,
        "service_name": str(getattr(service, "name", "") or "In Confidence"),
        "dress": accent_of(str(getattr(service, "accent", "") or "")) or DRESS,
        "words": getattr(service, "words", None) or {},
        "actor": actor,
        "actor_name": str(getattr(actor, "name", "")),
        "nav": navigation(str(getattr(actor, "role", "")), request.path) if actor else [],
        "doors": DOORS,
        "path": request.path,
        "address": request.get_full_path(),
        "unfinished": getattr(request, "unfinished", None),
        "notice": notice_of(request),
        "idle": {"warned": IDLE_WARNED, "closed": IDLE_CLOSED} if actor else None,
    }


def navigation(role: str, path: str) -> list[Link]:
    """The links this role is offered, without pages that do not exist; the page's own section is marked."""
    offered = [place for place in PLACES if role in place.roles and exists(place.href)]
    here = max((place.href for place in offered if stands_under(path, place.href)), key=len, default="")
    return [Link(place.text, place.href, current=place.href == here) for place in offered]


def stands_under(path: str, href: str) -> bool:
    """Whether a page belongs to a section; only the home page itself belongs to the home page."""
    return path == href or (href != "/" and path.startswith(href))


def case_sections(reference: str, path: str, words: Mapping[str, str] = NO_WORDS) -> list[Link]:
    """The pages of one case that exist, in the service's words, the one shown marked."""
    home = f"/cases/{reference}/"
    named = [(words.get(text.lower(), text), tail) for text, tail in CASE_PLACES]
    links = [
        Link(text[:1].upper() + text[1:], home + tail, current=path == home + tail) for text, tail in named
    ]
    return [link for link in links if exists(link.href)]


def exists(href: str) -> bool:
    """Whether some page answers at this address: no link is shown before it works."""
    return _exists(href, get_urlconf() or settings.ROOT_URLCONF)


@lru_cache(maxsize=4096)
def _exists(href: str, urlconf: str) -> bool:
    try:
        resolve(href, urlconf)
    except Resolver404:
        return False
    return True
