"""Closing a case, and opening it again."""

from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render

from inconfidence.cases import actions, queries
from inconfidence.cases.actions.closing import LevelWaits
from inconfidence.cases.facts import CASE_ROLES
from inconfidence.cases.forms.closing import CloseForm, ReopenForm
from inconfidence.cases.queries.closing_page import ClosePage, close_page, reopen_page
from inconfidence.cases.sending import allowed, ask_why, sent
from inconfidence.cases.views.begin import first_contact_steps
from inconfidence.policy.explain import Answer
from inconfidence.team.access import asks
from inconfidence.team.request import SignedIn
from inconfidence.web.forms import take
from inconfidence.web.notices import go
from inconfidence.web.parts import Link


@asks("may_begin_casework", roles=CASE_ROLES)
def close(request: SignedIn, reference: str) -> HttpResponseBase:
    """Close a case: what came of it, why, and what keeping the file will rest on."""
    found = close_page(request.actor, reference)
    if isinstance(found, queries.NeedsReason):
        return ask_why(found)
    page = allowed(found)
    form = take(request, CloseForm, page=page, initial=_initial(page))
    if request.method != "POST" and page.closed:
        return redirect("cases:reopen", page.reference)
    response = sent(
        form,
        lambda: actions.close_case(request.actor, reference, form.details(), once=form.once),
        lambda came: _closed(request, page, form, came),
        lambda: go("already-done", "cases:reopen", page.reference),
    )
    return response or _draw(request, page, form)


def _initial(page: ClosePage) -> dict[str, object]:
    """What the file knows, and the usual answer after first contact alone; the rest is chosen."""
    first, second = (*page.issues, "", "")[:2]
    return {
        "reason": page.reason,
        "level": page.level,
        "issue": first,
        "other_issue": second,
        **page.ever,
    }


def _closed(request: SignedIn, page: ClosePage, form: CloseForm, came: object) -> HttpResponseBase:
    if isinstance(came, LevelWaits):
        form.add_error("level", came.says)
    if isinstance(came, actions.NotBegun):
        return _draw(request, page, form, came.answer)
    return go("case-closed", "cases:reopen", page.reference)


def _draw(
    request: SignedIn, page: ClosePage, form: CloseForm, answer: Answer | None = None
) -> HttpResponseBase:
    context = {
        "page": page,
        "identity": page.identity,
        "form": form,
        "answer": answer,
        "step_actions": first_contact_steps(page.reference),
        "cancel": Link("Back to the case", f"/cases/{page.reference}/"),
    }
    return render(request, "cases/close.html", context)


@asks("may_see", roles=CASE_ROLES)
def reopen(request: SignedIn, reference: str) -> HttpResponseBase:
    """What was said when a case was closed, and opening it again."""
    form = take(request, ReopenForm)
    response = sent(
        form,
        lambda: actions.reopen_case(request.actor, reference, form.cleaned_data["words"], once=form.once),
        lambda done: go("case-reopened" if done else "already-done", "desk:case", reference),
        lambda: go("already-done", "desk:case", reference),
    )
    return response or _reopen_form(request, reference, form)


def _reopen_form(request: SignedIn, reference: str, form: ReopenForm) -> HttpResponseBase:
    found = reopen_page(request.actor, reference)
    if isinstance(found, queries.NeedsReason):
        return ask_why(found)
    page = allowed(found)
    back = Link("Back to the case", f"/cases/{page.reference}/")
    return render(
        request,
        "cases/reopen.html",
        {"page": page, "identity": page.identity, "form": form, "cancel": back},
    )
