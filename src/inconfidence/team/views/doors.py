"""Signing in, reopening, signing out, taking up an invitation."""

from django.http import HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from inconfidence.team import cookies
from inconfidence.team.access import door, open_door, own_path
from inconfidence.team.actions import keeping, people, signing
from inconfidence.team.actions.set_up import nobody_yet
from inconfidence.team.actions.signing import Result, SignedIn
from inconfidence.team.forms import ActivateForm, ReopenForm, SignInForm
from inconfidence.team.queries import own_fingerprint
from inconfidence.team.request import TeamRequest
from inconfidence.team.words import PersonState, SittingState
from inconfidence.web.forms import take
from inconfidence.web.notices import go

WRONG = "The sign-in name or the password is not right, or this account is not in use"
WRONG_PASSWORD = "That is not your password. Try again"  # noqa: S105 - a sentence
NEXT_STEP = {Result.SECOND: "team:second_step", Result.ENROL: "team:choose"}


def wait_words(minutes: int) -> str:
    """What somebody reads who has tried too often from here."""
    many = f"{minutes} minutes" if minutes > 1 else "a minute"
    return f"Too many tries from this computer. Wait {many}, then try again"


def onward(answer: SignedIn, otherwise: str = "/") -> HttpResponseRedirect:
    """The next page with the new cookies: the second step, or where the person wanted to go."""
    step = NEXT_STEP.get(answer.result)
    response = redirect(step) if step else HttpResponseRedirect(own_path(answer.return_to or otherwise))
    if answer.issued:
        cookies.give(response, answer.issued)
    return response


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@open_door("the sign-in page")
def sign_in(request: TeamRequest) -> HttpResponseBase:
    """Name and password. After a form that was sent too late, the page says that it is kept."""
    back = own_path(request.GET.get("next", "/"))
    if request.method != "POST" and request.found is not None:
        return redirect(back) if request.actor else door(request, back)
    if nobody_yet():
        return redirect("team:set_up")
    form = take(request, SignInForm)
    status = 200
    if form.is_valid():
        typed = form.cleaned_data
        answer = signing.sign_in(typed["username"], typed["password"], request.browser, request.now, back)
        if answer.issued:
            return onward(answer)
        status = 429 if answer.minutes else 200
        form.add_error(None, wait_words(answer.minutes) if answer.minutes else WRONG)
    context = {"form": form, "kept_safe": keeping.waits_for_somebody(back)}
    return render(request, "team/sign_in.html", context, status=status)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@open_door("an emptied sitting, reopened by its person's password")
def reopen(request: TeamRequest) -> HttpResponseBase:
    """The password alone, back to the same page with what was being typed."""
    back = own_path(request.GET.get("next", "/"))
    found = request.found
    if request.actor:
        return redirect(keeping.with_newest(request.actor, back))
    if found is None or found.state != SittingState.IDLE:
        return door(request, back)
    form = take(request, ReopenForm)
    if form.is_valid():
        answer = signing.reopen(found, form.cleaned_data["password"], request.browser, request.now, back)
        if answer.result == Result.GONE:
            return redirect(f"{reverse('team:sign_in')}?{urlencode({'next': back})}")
        if answer.issued:
            return onward(answer)
        form.add_error("password", wait_words(answer.minutes) if answer.minutes else WRONG_PASSWORD)
    return render(request, "team/reopen.html", {"form": form, "name": found.person.name})


@require_POST
@open_door("ending a sitting needs nothing but the sitting")
def sign_out(request: TeamRequest) -> HttpResponseBase:
    """End this browser's sitting and take its cookies back."""
    if request.found is not None:
        signing.sign_out(request.found, request.now)
    response = go("signed-out", "team:sign_in")
    cookies.clear(response)
    return response


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@open_door("taking up an invitation: the slip is the key to this page")
def activate(request: TeamRequest) -> HttpResponseBase:
    """The slip's code and a password of one's own; then the ordinary sign-in."""
    form = take(request, ActivateForm)
    if form.is_valid():
        typed = form.cleaned_data
        answer = people.activate(
            typed["username"], typed["code"], typed["new_password"], request.now, request.browser
        )
        if answer == people.Activated.DONE:
            return go("activated", "team:sign_in")
        late = answer == people.Activated.WAIT
        form.add_error(
            None, wait_words(15) if late else "The name or the code is not right, or the slip is too old"
        )
    return render(request, "team/activate.html", {"form": form})


@never_cache
@require_safe
@open_door("only tells a person who signed in that a lead must confirm them")
def waiting(request: TeamRequest) -> HttpResponse:
    """The signs to read to a lead, until they have confirmed."""
    found = request.found
    if found is None or found.state != SittingState.OPEN or found.person.state != PersonState.WAITING:
        return redirect("/")
    context = {"name": found.person.name, "fingerprint": own_fingerprint(found.person.id)}
    return render(request, "team/waiting.html", context)
