"""The team page and what a lead does there."""

from uuid import UUID

from django.conf import settings
from django.http import Http404
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from inconfidence.policy.vocabulary import Role
from inconfidence.team.access import asks
from inconfidence.team.actions import people, second_step, signing
from inconfidence.team.actions.people import NewPerson, Slip, Taken
from inconfidence.team.forms import AgainForm, ConfirmForm, InviteForm, PasswordAgainForm
from inconfidence.team.queries import ColleagueView, colleague, posts_to_invite, team
from inconfidence.team.request import SignedIn
from inconfidence.team.views.doors import WRONG_PASSWORD
from inconfidence.team.views.second_step import numbered
from inconfidence.team.words import LEADS, PersonState
from inconfidence.web.forms import take
from inconfidence.web.notices import go

STAFF_ONLY = "the service's own staff; nothing about a family"


def somebody(request: SignedIn, person_id: UUID) -> ColleagueView:
    """A colleague of this service; anybody else's is the same page that a wrong address gets."""
    found = colleague(request.actor, person_id)
    if found is None:
        raise Http404
    return found


@require_safe
@asks(None, why=STAFF_ONLY, roles=LEADS)
def team_page(request: SignedIn) -> HttpResponseBase:
    """Everybody, and what waits for a lead."""
    colleagues = [(who, AgainForm()) for who in team(request.actor)]
    return render(request, "team/team.html", {"colleagues": colleagues})


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@asks(None, why=STAFF_ONLY, roles=LEADS)
def invite(request: SignedIn) -> HttpResponseBase:
    """Write a colleague down; the answer is the slip, shown once."""
    form = take(request, InviteForm, posts=posts_to_invite(request.actor))
    if form.is_valid():
        typed = form.cleaned_data
        who = NewPerson(typed["username"], typed["name"], typed["title"], Role(typed["role"]))
        slip = people.invite(request.actor, who, once=form.once)
        if slip.taken == Taken.DONE:
            return slip_page(request, slip, who.name, who.username)
        form.add_error("username", f"{who.username} is not free; {slip.free} is")
    return render(request, "team/invite.html", {"form": form})


@never_cache
@require_POST
@asks(None, why=STAFF_ONLY, roles=LEADS)
def invite_again(request: SignedIn, person_id: UUID) -> HttpResponseBase:
    """A new slip for somebody whose slip is lost or too old."""
    who = somebody(request, person_id)
    form = take(request, AgainForm)
    if not form.is_valid():
        return go("out-of-date", "team:team")
    slip = people.invite_again(request.actor, person_id, once=form.once)
    if slip.taken != Taken.DONE:
        raise Http404
    return slip_page(request, slip, who.name, who.username)


def slip_page(request: SignedIn, slip: Slip, name: str, username: str) -> HttpResponseBase:
    """The slip as it is printed, this once."""
    context = {
        "slip_for": name,
        "username": username,
        "slip_code": slip.code,
        "slip_until": slip.expires_at,
        "slip_address": f"{settings.ADDRESS.rstrip('/')}{reverse('team:activate')}",
    }
    return render(request, "team/slip.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@asks(None, why=STAFF_ONLY, roles=LEADS)
def confirm(request: SignedIn, person_id: UUID) -> HttpResponseBase:
    """Compare the signs on both screens, then let the colleague in."""
    who = somebody(request, person_id)
    if who.state != PersonState.WAITING:
        raise Http404
    form = take(request, ConfirmForm)
    if form.is_valid():
        people.confirm(request.actor, person_id)
        return go("person-confirmed", "team:team")
    return render(request, "team/confirm.html", {"form": form, "who": who})


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@asks(None, why=STAFF_ONLY, roles=LEADS)
def sheet(request: SignedIn, person_id: UUID) -> HttpResponseBase:
    """A new sheet of codes for a colleague, after the lead's own password."""
    who = somebody(request, person_id)
    form = take(request, PasswordAgainForm)
    if form.is_valid():
        if signing.own_password(request.actor, form.cleaned_data["password"], request.browser):
            printed = second_step.print_sheet_for(request.actor, person_id)
            if printed is None:
                raise Http404
            return render(request, "team/sheet.html", {"codes": numbered(printed), "name": who.name})
        form.add_error("password", WRONG_PASSWORD)
    return render(request, "team/ask_password.html", {"form": form, "who": who})
