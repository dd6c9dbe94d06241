"""Where the paper is: on its case, and for leads all of it."""

from typing import Any

from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from inconfidence.cases.facts import CASE_ROLES
from inconfidence.cases.queries import NeedsReason
from inconfidence.cases.sending import allowed, ask_why, sent
from inconfidence.cases.views.adding import page
from inconfidence.retention import actions, queries
from inconfidence.retention.forms import PaperForm
from inconfidence.retention.words import WORDING
from inconfidence.team.access import asks
from inconfidence.team.queries import workers
from inconfidence.team.request import SignedIn
from inconfidence.team.words import LEADS, STATES
from inconfidence.web.forms import take
from inconfidence.web.notices import go
from inconfidence.web.parts import Table


@require_http_methods(["GET", "HEAD", "POST"])
@asks("may_see", roles=CASE_ROLES, then=("may_move_paper",))
def paper(request: SignedIn, reference: str) -> HttpResponseBase:
    """Where the paper of a case is, and what happened to it."""
    found = queries.paper_of_case(request.actor, reference)
    if isinstance(found, NeedsReason):
        return ask_why(found)
    kept = allowed(found)
    form = take(
        request,
        PaperForm,
        people=[(who.person_id, who.name) for who in workers(request.actor)],
        asks_purpose=kept.asks_purpose,
        initial={"on": request.actor.today()},
    )
    context: dict[str, Any] = {}
    response = sent(
        form,
        lambda: actions.write_down_paper(request.actor, reference, form.details(), once=form.once),
        lambda came: _moved(reference, came, context),
        lambda: go("already-done", "retention:paper", reference),
    )
    if response is not None and not context:
        return response
    shown = {"lines": kept.standing.lines, "entries": _entries(kept)}
    return page(request, reference, "retention/paper.html", form, shown | context)


def _moved(reference: str, came: object, context: dict[str, Any]) -> HttpResponseBase:
    """Back to the page with its new line; a no stands above what was typed."""
    if isinstance(came, actions.NotMoved):
        context["answer"] = came.answer
        return HttpResponse()
    return go("register-entered", "retention:paper", reference)


def _entries(kept: queries.PaperPage) -> Table:
    rows = [(each.on, WORDING[each.what], each.detail, each.by) for each in kept.entries]
    return Table("What was written down", ("Day", "What", "Where or who", "By"), rows, empty="Nothing yet.")


@require_safe
@asks(None, why="where paper files are, by random numbers; nothing about a family", roles=LEADS)
def paper_list(request: SignedIn) -> HttpResponseBase:
    """Every paper file of the service, and where each stands."""
    clauses, standing = queries.paper_register(request.actor)
    rows = [(line.says, STATES[line.state]) for line in standing.lines]
    table = Table("Paper files", ("What", "State"), rows, empty="No paper file has been written down.")
    return render(
        request,
        "retention/paper_list.html",
        {"lines": table, "clauses": clauses, "back": reverse("desk:registers")},
    )
