"""Opening a case. Where the policy says no, the answer stands above the form, which keeps all that was typed."""

from uuid import UUID

from django.http.response import HttpResponseBase
from django.shortcuts import render

from inconfidence.cases import actions, queries
from inconfidence.cases.facts import CASE_ROLES
from inconfidence.cases.forms import CaseForm, from_enquiry
from inconfidence.cases.sending import allowed, ask_why, sent
from inconfidence.team.access import asks
from inconfidence.team.request import SignedIn
from inconfidence.web.forms import take
from inconfidence.web.notices import go
from inconfidence.web.parts import Link

# Where each step that would change the answer is done: a field of this form.
HERE = {
    "show_responsibility": Link("Record it", "#id_responsibility"),
    "give_statement": Link("Tick when done", "#id_statement_given"),
    "give_pack": Link("Give its date", "#id_notice_given_on_0"),
    "record_absence_reason": Link("Write it down", "#id_absence_reason"),
}


@asks("may_begin_casework", roles=CASE_ROLES)
def new(request: SignedIn) -> HttpResponseBase:
    """Open a case: from an enquiry, afresh, or another one for somebody who has one."""
    form = take(request, CaseForm, initial=_initial(request))
    response = sent(
        form,
        lambda: actions.open_case(request.actor, form.details(request.actor.today()), once=form.once),
        lambda came: _came_of(request, form, came),
        lambda: go("already-done", "cases:list"),
    )
    return response or _page(request, form, {})


def _page(request: SignedIn, form: CaseForm, context: dict[str, object]) -> HttpResponseBase:
    """The form; for another case of the same person under who they are, read through the case they have."""
    if form.known:
        found = queries.case_head(request.actor, form.known)
        if isinstance(found, queries.NeedsReason):
            return ask_why(found)
        context = context | {"known": allowed(found)}
    shown = {"form": form, "statement": queries.statement(request.actor)}
    return render(request, "cases/new.html", shown | context)


def _came_of(request: SignedIn, form: CaseForm, came: object) -> HttpResponseBase:
    if isinstance(came, actions.NotBegun):
        enquiry = form.cleaned_data.get("enquiry")
        return _page(request, form, {"answer": came.answer, "step_actions": HERE, "enquiry": enquiry})
    return go("case-opened", *_after(form, str(came)))


def _after(form: CaseForm, reference: str) -> tuple[str, ...]:
    """To the case when it is mine; to the list when a lead decides who works with them."""
    mine = form.cleaned_data["take_myself"] == "yes"
    return ("desk:case", reference) if mine else ("cases:list",)


def _initial(request: SignedIn) -> dict[str, object]:
    if again := request.GET.get("again", ""):
        return {"again": again[:20]}
    try:
        wanted = UUID(request.GET.get("enquiry", ""))
    except ValueError:
        return {}
    found = queries.enquiry(request.actor, wanted) if request.method == "GET" else None
    return from_enquiry(found) if found and found.named else {}
