"""When the child or young person of a case was born: whose yes counts follows from it."""

from django.http.response import HttpResponseBase

from inconfidence.cases import actions
from inconfidence.cases.facts import CASE_ROLES
from inconfidence.cases.forms import BornForm
from inconfidence.cases.sending import sent
from inconfidence.cases.views.adding import page
from inconfidence.team.access import asks, own_path
from inconfidence.team.request import SignedIn
from inconfidence.web.forms import take
from inconfidence.web.notices import go


@asks("may_see", roles=CASE_ROLES)
def born(request: SignedIn, reference: str) -> HttpResponseBase:
    """Write down a birthday, or the year alone; then on to the page it was needed for."""
    form = take(request, BornForm)
    onward = own_path(request.GET.get("next", ""), f"/cases/{reference}/")
    response = sent(
        form,
        lambda: actions.record_birth(request.actor, reference, form.details(), once=form.once),
        lambda _: go("birth-saved", onward),
        lambda: go("already-done", onward),
    )
    return response or page(request, reference, "cases/born.html", form)
