"""The dates page: what is due by when, worked out from what came; on a case it can be kept."""

from django.http.response import HttpResponseBase
from django.shortcuts import render

from inconfidence.cases.actions.dates import keep_dates
from inconfidence.cases.facts import CASE_ROLES
from inconfidence.cases.forms.dates import DatesForm, KeepDatesForm
from inconfidence.cases.queries.dates import Due, NotWorkedOut, caution, dates_due
from inconfidence.cases.sending import sent
from inconfidence.cases.views.adding import page
from inconfidence.team.access import asks
from inconfidence.team.request import SignedIn
from inconfidence.web.forms import take
from inconfidence.web.notices import go


@asks(None, why="a date is worked out from what is typed; nobody’s record is read and nothing is kept")
def dates(request: SignedIn) -> HttpResponseBase:
    """Work out a date for anybody who asks."""
    form = take(request, DatesForm)
    found = _found(request, form)
    return render(
        request, "cases/dates.html", {"form": form, "found": found, "caution": _caution(request, form, found)}
    )


@asks("may_see", roles=CASE_ROLES)
def case_dates(request: SignedIn, reference: str) -> HttpResponseBase:
    """Work out a date, and keep it on a case."""
    form = take(request, KeepDatesForm)
    if request.POST.get("press") == "keep":
        response = sent(
            form,
            lambda: keep_dates(
                request.actor,
                reference,
                form.details(),
                form.chosen(),
                shown=form.cleaned_data["shown"],
                once=form.once,
            ),
            lambda _: go("dates-kept", "desk:case", reference),
            lambda: go("already-done", "desk:case", reference),
        )
        if response:
            return response
    found = _found(request, form)
    form.offer(found)
    return page(
        request,
        reference,
        "cases/case_dates.html",
        form,
        {"found": found, "caution": _caution(request, form, found)},
    )


def _found(request: SignedIn, form: DatesForm) -> tuple[Due, ...]:
    """The dates that follow from what was sent; what does not fit stands at its field."""
    if request.method != "POST" or form.given_back or not form.is_bound or _typed_wrong(form):
        return ()
    found = dates_due(request.actor, form.details())
    if isinstance(found, NotWorkedOut):
        if not form.has_error(found.field):
            form.add_error(found.field, found.says)
        return ()
    return found


def _caution(request: SignedIn, form: DatesForm, found: tuple[Due, ...]) -> str:
    return caution(request.actor, form.details()) if found else ""


def _typed_wrong(form: DatesForm) -> bool:
    """Whether what is needed for a date is missing or wrong; what else is wrong (nothing chosen to keep) is not."""
    form.is_valid()
    return any(name not in form.cleaned_data for name in ("came", "on", "certificate"))
