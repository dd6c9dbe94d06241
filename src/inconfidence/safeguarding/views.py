"""Raise a concern from anywhere; the leads' inbox; one concern, what happens about it, and its end."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from inconfidence.audit.record import AlreadyDone
from inconfidence.editions.actions import set_concern_numbers
from inconfidence.policy.vocabulary import Role
from inconfidence.safeguarding import actions, queries
from inconfidence.safeguarding.forms import CloseForm, ConcernForm, NoteForm, NumbersForm, TakeOnForm
from inconfidence.safeguarding.words import Kind
from inconfidence.team.access import asks
from inconfidence.team.keeping import keep, kept_page
from inconfidence.team.request import SignedIn
from inconfidence.vault.groups import Group
from inconfidence.vault.sealed import CannotSeal
from inconfidence.web.forms import take
from inconfidence.web.notices import go
from inconfidence.web.parts import Link

LEADS = frozenset({Role.HEAD_OF_SERVICE, Role.SENIOR_CASEWORKER})
NOTHING_WRITTEN = "Nothing was written. Ring or see whoever raised this."
# Where each step is done: a field of the page on which it is written down.
STEPS = {
    "check_meant": ("Write it down", "checked"),
    "speak_first": ("Write it down", "spoken_to_0"),
    "consult_lead": ("Tick when done", "consulted"),
    "record_belief": ("Write it down", "belief_0"),
    "tell_hearers": ("Say who was told", "told_0"),
    "start_violence_procedure": ("Tick when done", "violence_procedure"),
    "record_mending": ("Write it down", "mending"),
}


# A stale token must not cost the words, and none is needed: the cookies that say who sends this never travel
# from another site's page.
@csrf_exempt
@asks("where_to_raise", kept_for=Group.leads)
@require_http_methods(["GET", "HEAD", "POST"])
def raise_concern(request: SignedIn) -> HttpResponseBase:
    """One text field, taken whatever is in it. An empty one is asked for once more, then taken too."""
    kind = Kind.INCIDENT if "incident" in request.GET else Kind.CONCERN
    form = take(request, ConcernForm, initial={"about": request.GET.get("case", ""), "kind": kind.value})
    if request.method != "POST":
        return _raising(request, form)
    words, happened_at = form.dated(request.actor.now())
    if not form.said() and "again" not in request.POST:
        return _raising(request, form, empty=True)
    try:
        concern_id = actions.raise_concern(
            request.actor,
            words or NOTHING_WRITTEN,
            form.case(),
            details=form.details(),
            kind=form.kind_sent(),
            happened_at=happened_at,
            once=form.token(),
        )
    except AlreadyDone:
        return go("concern-raised", "desk:day")
    except CannotSeal:
        # The leads' key cannot be trusted (the alarm is raised): the words are kept for whoever wrote them.
        return kept_page(request, kept_id=keep(request), status=503)
    return go("concern-raised", "safeguarding:one", concern_id)


def _raising(request: SignedIn, form: ConcernForm, *, empty: bool = False) -> HttpResponse:
    """Somebody whom no lead has confirmed yet raises one too, and reads nothing of the service."""
    actor = getattr(request, "actor", None)
    roads, who = (queries.where_concerns_go(actor), queries.numbers(actor)) if actor else ({}, ())
    context = {"form": form, "empty": empty, "roads": roads, "numbers": who}
    return render(request, "safeguarding/raise.html", context)


@asks("where_to_raise", roles=LEADS)
@require_safe
def inbox(request: SignedIn) -> HttpResponse:
    """All concerns of the service: what is late first, then those nobody has taken on."""
    actions.deliver_waiting(request.actor)
    return render(request, "safeguarding/inbox.html", {"concerns": queries.concerns(request.actor)})


@asks("where_to_raise", roles=LEADS)
@require_http_methods(["GET", "HEAD", "POST"])
def numbers(request: SignedIn) -> HttpResponseBase:
    """Set how to reach those who hear of concerns: public numbers of offices, for the paper of a bad day too."""
    actor = request.actor
    form = take(request, NumbersForm, who=queries.numbers(actor))
    if request.method == "POST" and form.is_valid():
        try:
            set_concern_numbers(
                actor.service_id, actor.person_id, form.numbers(), actor.now(), once=form.once
            )
        except AlreadyDone:
            return go("already-done", "safeguarding:numbers")
        return go("numbers-set", "safeguarding:numbers")
    return render(request, "safeguarding/numbers.html", {"form": form})


@asks("where_to_raise")
@require_http_methods(["GET", "HEAD", "POST"])
def one(request: SignedIn, concern_id: UUID) -> HttpResponse:
    """One concern: who must hear of it and who must not. A lead says with one press that they have taken it on."""
    form = take(request, TakeOnForm)
    if request.method == "POST" and form.is_valid():
        return _taken_on(request, concern_id, form)
    page = _page(request, concern_id)
    return render(
        request, "safeguarding/one.html", {**_shown(page), "form": form, "lead": request.actor.is_lead}
    )


def _page(request: SignedIn, concern_id: UUID) -> queries.ConcernPage:
    found = queries.concern(request.actor, concern_id)
    if found is None:
        raise Http404
    return found


def _shown(page: queries.ConcernPage) -> dict[str, Any]:
    note = f"/concerns/{page.row.id}/note/"
    steps = {kind: Link(words, f"{note}#id_{field}") for kind, (words, field) in STEPS.items()}
    back = Link("Back to the concern", f"/concerns/{page.row.id}/")
    return {"page": page, "step_actions": steps, "cancel": back, "can_raise": False}


def _taken_on(request: SignedIn, concern_id: UUID, form: TakeOnForm) -> HttpResponse:
    try:
        found = actions.take_on(request.actor, concern_id, once=form.once)
    except AlreadyDone:
        return go("already-done", "safeguarding:one", concern_id)
    if found is None:
        raise Http404
    return go("duty-done", "safeguarding:inbox")


@asks("where_to_raise")
@require_http_methods(["GET", "HEAD", "POST"])
def note(request: SignedIn, concern_id: UUID) -> HttpResponse:
    """Write down what has happened: what is believed, what was talked through, who has been told."""
    page = _page(request, concern_id)
    left_out = _left_out(page)
    form = take(request, NoteForm, hearers=page.hearers, now=request.actor.now(), left_out=left_out)
    refused = None
    if request.method == "POST" and form.is_valid():
        try:
            came = actions.note(
                request.actor,
                concern_id,
                form.details(),
                happened_at=form.moment(),
                once=form.once,
            )
        except AlreadyDone:
            return go("already-done", "safeguarding:one", concern_id)
        if came is None:
            raise Http404
        if not isinstance(came, actions.NotTold):
            return go("concern-noted", "safeguarding:one", concern_id)
        refused = came.answer
    return render(request, "safeguarding/note.html", {**_shown(page), "form": form, "refused": refused})


@asks("where_to_raise", roles=LEADS)
@require_http_methods(["GET", "HEAD", "POST"])
def close(request: SignedIn, concern_id: UUID) -> HttpResponse:
    """Close a concern, with what the policy asks for first; a no leaves it open and says why."""
    page = _page(request, concern_id)
    form = take(request, CloseForm, left_out=_left_out(page))
    context: dict[str, Any] = {}
    if request.method == "POST" and form.is_valid():
        try:
            came = actions.close(request.actor, concern_id, form.details(), once=form.once)
        except AlreadyDone:
            return go("already-done", "safeguarding:one", concern_id)
        if came is None:
            raise Http404
        if not isinstance(came, actions.NotClosed):
            return go("concern-closed", "safeguarding:inbox")
        context = {"refused": came.answer, "not_closed": True}
    return render(request, "safeguarding/close.html", {**_shown(page), "form": form, **context})


def _left_out(page: queries.ConcernPage) -> tuple[str, ...]:
    """Fields that this policy, or this concern, has no use for."""
    unused = {"violence_procedure": not page.violence, "mending": not page.mends}
    return tuple(name for name, out in unused.items() if out)
