"""The list of cases, and opening one."""

from collections.abc import Callable
from uuid import UUID

from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse

from inconfidence.cases import actions, queries
from inconfidence.cases.facts import CASE_ROLES
from inconfidence.cases.forms import CaseForm, from_enquiry
from inconfidence.cases.sending import sent
from inconfidence.team.access import asks
from inconfidence.team.request import SignedIn
from inconfidence.web.forms import take
from inconfidence.web.notices import go
from inconfidence.web.parts import Cell, Table


@asks("may_see", roles=CASE_ROLES)
def case_list(request: SignedIn) -> HttpResponseBase:
    """My cases, and those I may open by saying why."""
    lists = queries.case_lists(request.actor)
    return render(request, "cases/list.html", {"mine": _mine(lists.mine), "others": _others(lists.others)})


def _mine(rows: list[queries.CaseRow]) -> Table:
    page = _pages()
    lines = [
        (
            Cell(row.name, href=page(row.reference), small=row.reference),
            row.child,
            row.issue,
            row.opened_on,
        )
        for row in rows
    ]
    return Table(
        "Cases you work on",
        ("Who asked", "Child", "Matter", "Since"),
        lines,
        empty="You work on no case yet.",
    )


def _others(rows: list[queries.OtherCase]) -> Table | None:
    page = _pages()
    lines = [
        (
            Cell(row.reference, href=page(row.reference)),
            " and ".join(row.holders) or "Nobody yet",
            row.opened_on,
        )
        for row in rows
    ]
    heads = ("Reference", "With", "Since")
    return Table("Cases of colleagues", heads, lines) if lines else None


def _pages() -> Callable[[str], str]:
    """The address of each case's page, looked up once for a whole list."""
    before, after = reverse("desk:case", args=["_"]).split("_")
    return lambda reference: f"{before}{reference}{after}"


@asks("may_see", roles=CASE_ROLES)
def new(request: SignedIn) -> HttpResponseBase:
    """Open a case, from an enquiry or afresh."""
    form = take(request, CaseForm, initial=_initial(request))
    response = sent(
        form,
        lambda: actions.open_case(request.actor, form.details(request.actor.today()), once=form.once),
        lambda reference: go("case-opened", *_after(form, reference)),
        lambda: go("already-done", "cases:list"),
    )
    return response or render(request, "cases/new.html", {"form": form})


def _after(form: CaseForm, reference: str) -> tuple[str, ...]:
    """To the case when it is mine; to the list when a lead decides who works with them."""
    mine = form.cleaned_data["take_myself"] == "yes"
    return ("desk:case", reference) if mine else ("cases:list",)


def _initial(request: SignedIn) -> dict[str, object]:
    try:
        wanted = UUID(request.GET.get("enquiry", ""))
    except ValueError:
        return {}
    found = queries.enquiry(request.actor, wanted) if request.method == "GET" else None
    return from_enquiry(found) if found and found.named else {}
