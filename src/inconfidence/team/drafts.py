"""What is typed and not saved yet: kept while it is typed, let go when it was saved, offered where it was typed."""

import re
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from urllib.parse import parse_qsl, urlsplit
from uuid import UUID

from django.http import JsonResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import Resolver404, resolve

from inconfidence.audit.queries import was_written
from inconfidence.team.access import WRITES, door, own_path
from inconfidence.team.actions import keeping, sending
from inconfidence.team.actor import Actor
from inconfidence.team.keeping import draft_of, keep, let_go, page_of, posted, whose
from inconfidence.team.request import TeamRequest
from inconfidence.team.words import COME_EMPTY, OTHER_PAGE, PAGES
from inconfidence.web.errors import from_our_page, page, typed
from inconfidence.web.notices import go, is_done, said_by
from inconfidence.web.wording import plain_clock

ADDRESS = re.compile(r"/drafts/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/")
MOST_TYPED = 400_000
MOST_BYTES = 20_000_000  # of all unfinished forms of one person, as they lie sealed: thousands of notes
# What an address says besides its path of what is written there: a letter to the school is no letter to the parent.
WHICH = ("letter", "person", "meeting")
REDIRECTS = frozenset({302, 303})
TOO_LONG = "This is too long to be kept while you type. Save it, and go on in a second one."
TOO_MANY = (
    "Your unfinished forms take up all the room there is, so this one is not kept yet. Save it before you leave this"
    " page, or throw an unfinished one away in another tab."
)
NOBODY = "What you type is not being kept: sign in again in another tab, or copy it."


@dataclass(frozen=True, slots=True)
class Line:
    """One form that waits: what page it is in closed words, and how to go on with it. `first_words` are sealed ones."""

    id: UUID
    at: datetime
    words: str
    reference: str
    address: str
    first_words: str
    files: tuple[str, ...]
    only_today: bool


class Waiting:
    """What waits for the person of a request. Nothing is looked up before a page asks for it."""

    def __init__(self, actor: Actor, address: str) -> None:
        self._actor, self._what = actor, _what(address)

    @cached_property
    def count(self) -> int:
        """How many; nothing is opened for it. What was thrown away a day ago goes now."""
        keeping.thrown(self._actor)
        return keeping.how_many(self._actor.person_id)

    @cached_property
    def lines(self) -> list[Line]:
        """All of them, newest first."""
        return [line_of(form) for form in keeping.all_kept(self._actor)] if self.count else []

    @cached_property
    def thrown(self) -> UUID | None:
        """What was thrown away last, if that is less than a day ago."""
        return next(iter(keeping.thrown(self._actor)), None)

    @cached_property
    def here(self) -> list[Line]:
        """Those that were typed on this page."""
        return [line for line in self.lines if _what(line.address) == self._what]

    @cached_property
    def more_here(self) -> int:
        """How many were typed on this page beside the newest."""
        return max(len(self.here) - 1, 0)

    @cached_property
    def elsewhere(self) -> Line | None:
        """The newest that was typed on another page today."""
        today = self._actor.today()
        other = (line for line in self.lines if line not in self.here and line.at.date() == today)
        return next(other, None)


def _what(address: str) -> tuple[str, ...]:
    """What tells one page to write on from another."""
    parts = urlsplit(address)
    query = dict(parse_qsl(parts.query))
    return parts.path, *(query.get(name, "") for name in WHICH)


def line_of(form: keeping.Kept) -> Line:
    """A kept form as a list shows it."""
    words, reference = place_of(form.path)
    address = keeping.marked(form.path, form.id)
    return Line(form.id, form.at, words, reference, address, form.first_words, form.files, form.only_today)


@dataclass(frozen=True, slots=True)
class OwnWords:
    """What somebody typed into a form, to be read without its page; `texts` is None where it came filled in."""

    line: Line
    texts: tuple[str, ...] | None


def own_words(actor: Actor, kept_id: UUID) -> OwnWords | None:
    """What this person typed into a form that waits for them; None when none does. No record is read for it."""
    form = keeping.kept(actor, kept_id)
    if form is None:
        return None
    return OwnWords(line_of(form), form.typed if _came_empty(form.path) else None)


def _came_empty(address: str) -> bool:
    try:
        return resolve(urlsplit(address).path).view_name in COME_EMPTY
    except Resolver404:
        return False


def place_of(address: str) -> tuple[str, str]:
    """What page an address is, in closed words, and the reference of its case, if it is a case's."""
    path = urlsplit(address).path
    try:
        found = resolve(path)
    except Resolver404:
        return OTHER_PAGE, ""
    reference = str(found.kwargs.get("reference", ""))
    plain = reference if keeping.IDENTIFIER.fullmatch(reference) else ""
    return PAGES.get(found.view_name, OTHER_PAGE), plain


def remember_sending(request: TeamRequest) -> None:
    """Remember the first form that is sent with its token; note on the request whether this one has its words.

    It has changed since when those were written already: whatever the page answers, these are not.
    """
    fields = posted(request)
    try:
        once = UUID(fields.get("once", ""))
    except ValueError:
        return
    files = tuple((str(file.name), file.size or 0) for _, many in request.FILES.lists() for file in many)
    form = keeping.form_of(request.path, "", fields, {})
    form = keeping.Form(form.path, "", {k: v for k, v in form.fields.items() if k != "once"})
    request.as_first = sending.same_as_first(once, form, files, request.now)
    request.changed_since = not request.as_first and was_written(once)


def settle(request: TeamRequest, response: HttpResponseBase) -> HttpResponseBase:
    """Let go of what was saved; keep whatever was sent and not saved, whatever the reason.

    Files that were refused, or were there already, and came without a word leave nothing to go on with.
    """
    draft, actor = draft_of(request) if request.method in WRITES else None, request.actor
    if draft is None or actor is None or response.status_code not in {200, *REDIRECTS}:
        return response
    word = said_by(response)
    if request.FILES and not _words(request):
        let_go(actor.person_id, draft)
        return response
    if request.changed_since or (word == "already-done" and not request.as_first):
        kept, to = keep(request), response.headers.get("Location", "")
        return go("saved-before", to) if kept and to else response
    if request.nothing_typed or word == "already-done" or is_done(word) or _written(request):
        let_go(actor.person_id, draft)
    else:
        keep(request)
    return response


def _words(request: TeamRequest) -> list[str]:
    return keeping.words_in(keeping.form_of("", "", posted(request), {}).fields)


def _written(request: TeamRequest) -> bool:
    try:
        return was_written(UUID(posted(request).get("once", "")))
    except ValueError:
        return False


def id_in(path: str) -> UUID | None:
    """The id of the page whose draft is sent to this address; None for any other address."""
    found = ADDRESS.fullmatch(path)
    return UUID(found[1]) if found else None


def keep_draft(request: TeamRequest, draft_id: UUID) -> HttpResponseBase:
    """Keep what is being typed under the id of its page, or put a form aside; the answer for a script or a person."""
    if posted(request).get("quietly"):
        status, words = _keep_quietly(request, draft_id)
        return JsonResponse({"kept" if status == 200 else "says": words}, status=status)
    kept = _keep(request)
    if request.actor is not None:
        return go("put-aside", "team:unfinished") if kept else redirect("team:unfinished")
    if whose(request) is None and (texts := typed(request, ours=from_our_page(request))):
        return page(request, "signed_out", 403, typed=texts, again="/")
    return door(request, "/unfinished/")


def _keep_quietly(request: TeamRequest, draft_id: UUID) -> tuple[int, str]:
    who, fields = whose(request), posted(request)
    if who is None:
        return 403, NOBODY
    if fields.get("unchanged"):
        keeping.discard(who[0], draft_id)
        return 200, ""
    if sum(len(text) for _, texts in fields.lists() for text in texts) > MOST_TYPED:
        return 413, TOO_LONG
    if not keeping.waits(who[0], draft_id) and keeping.how_large(who[0]) >= MOST_BYTES:
        return 409, TOO_MANY
    return (200, plain_clock(request.now)) if _keep(request) else (403, NOBODY)


def _keep(request: TeamRequest) -> UUID | None:
    return keep(request, sent_to=own_path(posted(request).get("draft_path", ""), page_of(request)))
