"""The waiting list for leads: who takes up which enquiry, and which cases nobody works on."""

from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse

from inconfidence.cases import actions, queries
from inconfidence.cases.facts import LEAD_ROLES
from inconfidence.cases.forms.giving import GiveForm
from inconfidence.cases.sending import sent
from inconfidence.team.access import asks
from inconfidence.team.request import SignedIn
from inconfidence.web.forms import take
from inconfidence.web.notices import go
from inconfidence.web.parts import Cell, Table


@asks("may_see", roles=LEAD_ROLES, then=("may_contact",))
def give(request: SignedIn) -> HttpResponseBase:
    """Give enquiries that wait to a worker, one or several at once."""
    rows = [row for row in queries.enquiries(request.actor) if row.state == "open" and row.may_be_rung]
    form = take(request, GiveForm, rows=rows, people=queries.with_load(request.actor))
    response = sent(
        form,
        lambda: actions.give_enquiries(request.actor, form.ticked(), form.chosen(), once=form.once),
        lambda given: go("enquiry-given" if given else "already-done", "cases:give"),
        lambda: go("already-done", "cases:give"),
    )
    context = {"form": form, "any": bool(rows), "unheld": _unheld(request)}
    return response or render(request, "cases/give.html", context)


def _unheld(request: SignedIn) -> Table:
    lines = [
        (Cell(reference, href=reverse("cases:allocate", args=[reference])), opened_on)
        for reference, opened_on in queries.unheld(request.actor)
    ]
    return Table(
        "Cases nobody works on", ("Reference", "Since"), lines, empty="Every open case has its worker."
    )
