"""The list of cases."""

from collections.abc import Callable

from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse

from inconfidence.cases import queries
from inconfidence.cases.facts import CASE_ROLES
from inconfidence.team.access import asks
from inconfidence.team.request import SignedIn
from inconfidence.web.parts import Cell, Link, Table
from inconfidence.web.wording import short_date

WHICH = (("open", "Open"), ("closed", "Closed"), ("all", "All"))


@asks("may_see", roles=CASE_ROLES)
def case_list(request: SignedIn) -> HttpResponseBase:
    """My cases, and those I may open by saying why; open ones unless others are asked for."""
    wanted = request.GET.get("show", "open")
    lists = queries.case_lists(
        request.actor,
        state="" if wanted == "all" else wanted if wanted == "closed" else "open",
        mine_page=queries.asked_for(request.GET.get("mine", "")),
        other_page=queries.asked_for(request.GET.get("page", "")),
    )
    context = {
        "mine": _mine(lists.mine),
        "others": _others(lists.others),
        "mine_pages": lists.mine_pages,
        "other_pages": lists.other_pages,
        "which": [Link(words, f"?show={name}", current=name == wanted) for name, words in WHICH],
        "wanted": wanted if wanted in dict(WHICH) else "open",
    }
    return render(request, "cases/list.html", context)


def _mine(rows: list[queries.CaseRow]) -> Table:
    page = _pages()
    lines = [
        (
            Cell(row.name, href=page(row.reference), small=row.reference),
            row.child,
            row.issue,
            row.opened_on,
            _state(row),
        )
        for row in rows
    ]
    return Table(
        "Cases you work on",
        ("Who asked", "Child", "Matter", "Since", "State"),
        lines,
        empty="No case of yours is among these.",
    )


def _state(row: queries.CaseRow) -> str:
    if row.quiet_since:
        return f"Quiet since {short_date(row.quiet_since)}"
    return "Open" if row.state == "open" else "Closed"


def _others(rows: list[queries.OtherCase]) -> Table | None:
    page = _pages()
    lines = [
        (
            Cell(row.reference, href=page(row.reference)),
            " and ".join(row.holders) or "Nobody yet",
            row.opened_on,
            "Open" if row.state == "open" else "Closed",
        )
        for row in rows
    ]
    heads = ("Reference", "With", "Since", "State")
    return Table("Cases of colleagues", heads, lines) if lines else None


def _pages() -> Callable[[str], str]:
    """The address of each case's page, looked up once for a whole list."""
    before, after = reverse("desk:case", args=["_"]).split("_")
    return lambda reference: f"{before}{reference}{after}"
