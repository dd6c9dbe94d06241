"""Joining an earlier call without a name to the enquiry of whoever gives it now."""

from uuid import UUID

from django.http import Http404
from django.http.response import HttpResponseBase
from django.shortcuts import render

from inconfidence.cases import actions, queries
from inconfidence.cases.facts import DESK_ROLES
from inconfidence.cases.forms.joining import JoinForm
from inconfidence.cases.sending import sent
from inconfidence.team.access import asks
from inconfidence.team.request import SignedIn
from inconfidence.web.forms import take
from inconfidence.web.notices import go


@asks("may_see", roles=DESK_ROLES)
def join(request: SignedIn, enquiry_id: UUID) -> HttpResponseBase:
    """Join a call in which they gave no name, because they ask for it."""
    form = take(request, JoinForm)
    response = sent(
        form,
        lambda: actions.join_earlier(
            request.actor,
            enquiry_id,
            form.cleaned_data["reference"],
            asked=form.cleaned_data["asked"],
            once=form.once,
        ),
        lambda came: _came_of(request, enquiry_id, form, came),
        lambda: go("already-done", "cases:enquiry", enquiry_id),
    )
    return response or _page(request, enquiry_id, form, {})


def _came_of(request: SignedIn, enquiry_id: UUID, form: JoinForm, came: object) -> HttpResponseBase:
    if isinstance(came, actions.NotJoined):
        return _page(request, enquiry_id, form, {"answer": came.answer})
    return go("calls-joined" if came else "already-done", "cases:enquiry", enquiry_id)


def _page(
    request: SignedIn, enquiry_id: UUID, form: JoinForm, context: dict[str, object]
) -> HttpResponseBase:
    found = queries.enquiry(request.actor, enquiry_id)
    if found is None or not found.named or found.state != "open":
        raise Http404
    return render(request, "cases/join.html", {"form": form, "enquiry": found} | context)
