"""What is not saved yet: kept while typed, parked, listed, thrown away. And the sign that somebody is still here."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_POST, require_safe

from inconfidence.team import drafts
from inconfidence.team.access import asks, open_door, own_path
from inconfidence.team.actions import keeping, sittings
from inconfidence.team.drafts import keep_draft
from inconfidence.team.keeping import keep
from inconfidence.team.request import SignedIn, TeamRequest
from inconfidence.web.notices import go

OWN = "a person's own unfinished forms, which only they can open"


@require_POST
@open_door("keeps what was typed, sealed to the person of this sitting, and shows nothing")
def park(request: TeamRequest) -> HttpResponse:
    """Fifteen quiet minutes are over in the browser: keep its form, and empty the sitting if it agrees."""
    keep(request, sent_to=own_path(request.POST.get("park_path", "/")))
    if request.found is not None:
        sittings.empty_if_quiet(request.found.row, request.now)
    return HttpResponse(status=204)


@require_POST
@asks(None, why="only says that somebody is typing")
def still_here(request: SignedIn) -> HttpResponse:
    """Typing is activity; the middleware has noted it."""
    return HttpResponse(status=204)


@require_POST
@open_door("keeps what is being typed, sealed to the person whose page it is, and shows nothing")
def draft(request: TeamRequest, draft_id: UUID) -> HttpResponseBase:
    """A page keeps what is typed into it; or somebody puts their form aside."""
    return keep_draft(request, draft_id)


@require_safe
@asks(None, why=OWN)
def unfinished(request: SignedIn) -> HttpResponseBase:
    """Every form that waits to be finished."""
    return render(request, "team/unfinished.html")


@require_safe
@asks(None, why=OWN)
def own_words(request: SignedIn, kept_id: UUID) -> HttpResponseBase:
    """The whole of what somebody typed, also when the page it was typed on does not open to them any more."""
    found = drafts.own_words(request.actor, kept_id)
    if found is None:
        raise Http404
    return render(request, "team/own_words.html", {"line": found.line, "texts": found.texts})


@require_POST
@asks(None, why=OWN)
def discard(request: SignedIn, kept_id: UUID) -> HttpResponseBase:
    """Throw one away, and stay on the page on which it was offered; or take it back."""
    if request.POST.get("back"):
        return go("taken-back" if keeping.take_back(request.actor, kept_id) else "form-gone", "/unfinished/")
    keeping.throw_away(request.actor, kept_id)
    return go("form-discarded", own_path(request.POST.get("next", ""), "/unfinished/"))
