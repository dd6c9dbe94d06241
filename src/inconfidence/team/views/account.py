"""One's own sign-in: password, phone, printed sheet."""

from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from inconfidence.team import totp
from inconfidence.team.access import asks
from inconfidence.team.actions import second_step as steps
from inconfidence.team.actions import signing
from inconfidence.team.actions.second_step import CodeAnswer
from inconfidence.team.actions.signing import Result
from inconfidence.team.forms import NewPasswordForm, PasswordAgainForm, PhoneForm
from inconfidence.team.queries import second_step
from inconfidence.team.request import SignedIn
from inconfidence.team.views.doors import WRONG_PASSWORD
from inconfidence.team.views.second_step import SAID, grouped, numbered
from inconfidence.web.forms import take
from inconfidence.web.notices import go

OWN = "a person's own way of signing in"


@require_safe
@asks(None, why=OWN)
def account(request: SignedIn) -> HttpResponseBase:
    """How I sign in."""
    context = {"how": second_step(request.actor.person_id), "me": request.found.person.username}
    return render(request, "team/account.html", context)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@asks(None, why=OWN)
def password(request: SignedIn) -> HttpResponseBase:
    """A new password; my sittings elsewhere end."""
    form = take(request, NewPasswordForm)
    if form.is_valid():
        typed = form.cleaned_data
        if signing.change_password(
            request.actor, request.found.row.id, typed["old_password"], typed["new_password"]
        ):
            return go("password-changed", "team:account")
        form.add_error("old_password", WRONG_PASSWORD)
    return render(request, "team/password.html", {"form": form})


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@asks(None, why=OWN)
def phone(request: SignedIn) -> HttpResponseBase:
    """Another phone or computer for my codes."""
    form = take(request, PhoneForm)
    me = request.actor.person_id
    if form.is_valid():
        typed = form.cleaned_data
        if not signing.own_password(request.actor, typed["password"], request.browser):
            form.add_error("password", WRONG_PASSWORD)
        elif steps.confirm_phone(me, typed["code"], request.now) == CodeAnswer.RIGHT:
            return go("phone-set", "team:account")
        else:
            form.add_error("code", SAID[Result.WRONG])
    secret = totp.as_text(steps.begin_phone(me))
    return render(request, "team/phone.html", {"form": form, "secret": grouped(secret), "own": True})


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@asks(None, why=OWN)
def sheet(request: SignedIn) -> HttpResponseBase:
    """A new sheet of codes for myself."""
    form = take(request, PasswordAgainForm)
    if form.is_valid():
        if signing.own_password(request.actor, form.cleaned_data["password"], request.browser):
            printed = steps.print_sheet(request.actor.person_id, request.actor.person_id, request.now)
            context = {"codes": numbered(printed), "name": request.actor.name}
            return render(request, "team/sheet.html", context)
        form.add_error("password", WRONG_PASSWORD)
    return render(request, "team/ask_password.html", {"form": form, "who": None})
