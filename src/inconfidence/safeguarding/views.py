"""Raise a concern from anywhere; the leads' inbox."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from inconfidence.audit.record import AlreadyDone
from inconfidence.policy.vocabulary import Role
from inconfidence.safeguarding import actions, queries
from inconfidence.safeguarding.forms import ConcernForm, TakeOnForm
from inconfidence.team.access import asks
from inconfidence.team.keeping import keep, kept_page
from inconfidence.team.request import SignedIn
from inconfidence.vault.groups import Group
from inconfidence.vault.sealed import CannotSeal
from inconfidence.web.forms import take
from inconfidence.web.notices import go

LEADS = frozenset({Role.HEAD_OF_SERVICE, Role.SENIOR_CASEWORKER})
NOTHING_WRITTEN = "Nothing was written. Ring or see whoever raised this."


# A stale token must not cost the words, and none is needed: the cookies that say who sends this never travel
# from another site's page.
@csrf_exempt
@asks(None, why="whoever fears for somebody says so; no question stands before it", kept_for=Group.leads)
@require_http_methods(["GET", "HEAD", "POST"])
def raise_concern(request: SignedIn) -> HttpResponseBase:
    """One text field, taken whatever is in it. An empty one is asked for once more, then taken too."""
    form = take(request, ConcernForm, initial={"about": request.GET.get("case", "")})
    if request.method != "POST":
        return render(request, "safeguarding/raise.html", {"form": form})
    words = form.said()
    if not words and "again" not in request.POST:
        return render(request, "safeguarding/raise.html", {"form": form, "empty": True})
    try:
        actions.raise_concern(request.actor, words or NOTHING_WRITTEN, form.case(), once=form.token())
    except AlreadyDone:
        return go("concern-raised", "desk:day")
    except CannotSeal:
        # The leads' key cannot be trusted (the alarm is raised): the words are kept for whoever wrote them.
        return kept_page(request, kept_id=keep(request), status=503)
    return go("concern-raised", "desk:day")


@asks(
    None,
    why="concerns are for the leads; the rule of who hears of harm comes with its own question",
    roles=LEADS,
)
@require_safe
def inbox(request: SignedIn) -> HttpResponse:
    """All concerns of the service, those nobody has taken on first."""
    actions.deliver_waiting(request.actor)
    return render(request, "safeguarding/inbox.html", {"concerns": queries.concerns(request.actor)})


@asks(
    None,
    why="concerns are for the leads; the rule of who hears of harm comes with its own question",
    roles=LEADS,
)
@require_http_methods(["GET", "HEAD", "POST"])
def one(request: SignedIn, concern_id: UUID) -> HttpResponse:
    """One concern in its own words; a lead says with one press that they have taken it on."""
    form = take(request, TakeOnForm)
    if request.method == "POST" and form.is_valid():
        return _taken_on(request, concern_id, form)
    view = queries.concern(request.actor, concern_id)
    if view is None:
        raise Http404
    return render(request, "safeguarding/one.html", {"concern": view, "form": form})


def _taken_on(request: SignedIn, concern_id: UUID, form: TakeOnForm) -> HttpResponse:
    try:
        found = actions.take_on(request.actor, concern_id, once=form.once)
    except AlreadyDone:
        return go("already-done", "safeguarding:one", concern_id)
    if found is None:
        raise Http404
    return go("duty-done", "safeguarding:inbox")
