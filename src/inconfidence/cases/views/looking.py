"""Reading a case: its people, who has looked; and saying why one needs to."""

from django.http import Http404
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse

from inconfidence.cases import actions, queries
from inconfidence.cases.facts import CASE_ROLES
from inconfidence.cases.forms import ReasonForm
from inconfidence.cases.sending import allowed, ask_why, sent
from inconfidence.team.access import asks, own_path
from inconfidence.team.request import SignedIn
from inconfidence.web.forms import take
from inconfidence.web.notices import go
from inconfidence.web.parts import Table
from inconfidence.web.wording import plain_time


@asks("may_see", roles=CASE_ROLES)
def people(request: SignedIn, reference: str) -> HttpResponseBase:
    """Everybody on the case."""
    case = queries.case_page(request.actor, reference)
    if isinstance(case, queries.NeedsReason):
        return ask_why(case)
    found = allowed(case)
    return render(request, "cases/people.html", {"case": found, "identity": found.identity})


@asks("may_see", roles=CASE_ROLES)
def looked(request: SignedIn, reference: str) -> HttpResponseBase:
    """Who has looked at this case, and why."""
    answer = queries.looks_page(request.actor, reference)
    if isinstance(answer, queries.NeedsReason):
        return ask_why(answer)
    identity, looks = allowed(answer)
    lines = [(plain_time(look.at), look.who, _what(look), look.reason) for look in looks]
    table = Table("Who has looked at this case", ("When", "Who", "What", "Why"), lines)
    return render(request, "cases/looked.html", {"identity": identity, "table": table})


def _what(look: queries.LookView) -> str:
    return look.wording if look.times == 1 else f"{look.wording} ({look.times} times that day)"


@asks("may_see", roles=CASE_ROLES)
def reason(request: SignedIn, reference: str) -> HttpResponseBase:
    """Say why a case must be opened that one is not on."""
    form = take(request, ReasonForm)
    response = sent(
        form,
        lambda: actions.give_reason(request.actor, reference, form.cleaned_data["words"], once=form.once),
        lambda _: go("reason-given", _next(request, reference)),
        lambda: go("already-done", _next(request, reference)),
    )
    if response is None and not queries.asks_for_reason(request.actor, reference):
        raise Http404
    return response or render(request, "cases/reason.html", {"form": form, "reference": reference.upper()})


def _next(request: SignedIn, reference: str) -> str:
    """To the page of the case that was asked for, if one was; else to the case."""
    return own_path(request.GET.get("next", ""), reverse("desk:case", args=[reference]))
