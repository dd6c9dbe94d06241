"""Printed for the hand: the case sheet for a meeting; the service's leaflets and forms."""

from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe

from inconfidence.cases import queries
from inconfidence.cases.facts import CASE_ROLES, DESK_ROLES
from inconfidence.cases.sending import allowed, ask_why
from inconfidence.cases.views.letters import one_id, printed
from inconfidence.team.access import asks
from inconfidence.team.request import SignedIn


@require_safe
@asks("may_see", roles=CASE_ROLES)
def case_sheet(request: SignedIn, reference: str) -> HttpResponseBase:
    """One page to take to a meeting. `size=large` gives large print."""
    meeting, large = one_id(request.GET.get("meeting", "")), request.GET.get("size") == "large"
    found = queries.case_sheet(request.actor, reference, meeting, large=large)
    if isinstance(found, queries.NeedsReason):
        return ask_why(found)
    return printed(allowed(found), "case-sheet")


@require_safe
@asks(None, why="leaflets and empty forms: nothing of any family", roles=DESK_ROLES)
def sheets(request: SignedIn) -> HttpResponseBase:
    """Leaflets and forms to print."""
    return sheets_page(request, queries.wording_faults(request.actor))


def sheets_page(request: SignedIn, faults: tuple[str, ...]) -> HttpResponse:
    """The page of leaflets and forms, with what cannot be printed and why."""
    context = {
        "sheets": queries.leaflet_lines(request.actor),
        "faults": faults,
        "languages": queries.languages(request.actor),
    }
    return render(request, "cases/sheets.html", context)


@require_safe
@asks(None, why="leaflets and empty forms: nothing of any family", roles=DESK_ROLES)
def sheet(request: SignedIn, sheet: str) -> HttpResponseBase:
    """One leaflet or form; where it cannot be printed, all of them, and why. `size=large` gives large print."""
    large = request.GET.get("size") == "large"
    found = queries.leaflet(request.actor, sheet, large=large)
    if isinstance(found, queries.NotPrinted):
        return sheets_page(request, (found.says,))
    return printed(allowed(found), sheet)


@require_safe
@asks(None, why="leaflets and empty forms: nothing of any family", roles=DESK_ROLES)
def translated(request: SignedIn, sheet: str, language: str) -> HttpResponseBase:
    """A leaflet or form in another language, to be read."""
    found = allowed(queries.translated_page(request.actor, sheet, language))
    return render(request, "cases/translated.html", {"found": found})


@require_safe
@asks(None, why="leaflets and empty forms: nothing of any family", roles=DESK_ROLES)
def translated_print(request: SignedIn, sheet: str, language: str) -> HttpResponseBase:
    """The same in print. `size=large` gives large print."""
    large = request.GET.get("size") == "large"
    found = allowed(queries.translated_print(request.actor, sheet, language, large=large))
    return printed(found, f"{sheet}-{language}")
