"""The set-up page: it exists only while the installation holds no service."""

from django import forms
from django.http import Http404
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from inconfidence.policy.loading import Fault
from inconfidence.policy.vocabulary import Role
from inconfidence.team.access import open_door
from inconfidence.team.actions import set_up as first
from inconfidence.team.actions.people import NewPerson
from inconfidence.team.actor import LONDON
from inconfidence.team.forms import SetUpForm
from inconfidence.team.request import TeamRequest
from inconfidence.web.forms import take


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@open_door("there is nobody yet who could sign in; the code that the server printed protects it")
def set_up(request: TeamRequest) -> HttpResponseBase:
    """Name the service, choose its policy, make its first lead."""
    if not first.nobody_yet():
        raise Http404
    today = request.now.astimezone(LONDON).date()
    form = take(request, SetUpForm, today=today, initial={"in_force_from": today})
    faults: tuple[Fault, ...] = ()
    if form.is_valid():
        begun = begin(request, form)
        if isinstance(begun, first.Begun):
            context = {"fingerprint": begun.fingerprint, "lead": begun.lead.name}
            return render(request, "team/set_up_done.html", context)
        faults = begun
    return render(request, "team/set_up.html", {"form": form, "faults": faults})


def begin(request: TeamRequest, form: SetUpForm) -> first.Begun | tuple[Fault, ...]:
    """Hand the form to the action; what is wrong with it goes back onto the form."""
    typed = form.cleaned_data
    if not first.set_up_code_fits(typed["code"]):
        form.add_error("code", "That is not the code that the server printed")
        return ()
    try:
        text, file = form.policy_text()
    except forms.ValidationError as error:
        form.add_error("policy_file", error)
        return ()
    lead = NewPerson(typed["username"], typed["name"], typed["title"], Role.HEAD_OF_SERVICE)
    beginning = first.Beginning(
        name=typed["service"],
        policy_text=text,
        policy_file=file,
        lead=lead,
        password=typed["new_password"],
        in_force_from=typed["in_force_from"],
        minute_reference=typed["minute_reference"],
    )
    begun = first.set_up_service(beginning, request.now)
    if not isinstance(begun, first.Begun):
        form.add_error(
            "policy_file" if typed["policy"] == "upload" else "policy", f"{file} has {len(begun)} faults"
        )
    return begun
