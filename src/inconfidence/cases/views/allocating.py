"""Who works on a case. For leads."""

from uuid import UUID

from django.http import Http404
from django.http.response import HttpResponseBase
from django.shortcuts import render

from inconfidence.cases import actions, queries
from inconfidence.cases.facts import LEAD_ROLES
from inconfidence.cases.forms import AllocateForm, EndAllocationForm
from inconfidence.cases.sending import sent
from inconfidence.team.access import asks
from inconfidence.team.request import SignedIn
from inconfidence.web.forms import take
from inconfidence.web.notices import go


@asks("may_see", roles=LEAD_ROLES)
def allocate(request: SignedIn, reference: str) -> HttpResponseBase:
    """Give a case to a worker. Nothing of the case is read or shown."""
    form = take(request, AllocateForm, people=_others(request, reference))
    response = sent(
        form,
        lambda: actions.allocate(request.actor, reference, form.chosen(), once=form.once),
        lambda _: go("allocated", "cases:allocate", reference),
        lambda: go("already-done", "cases:allocate", reference),
    )
    return response or _page(request, reference, form)


@asks("may_see", roles=LEAD_ROLES)
def end(request: SignedIn, reference: str, person_id: UUID) -> HttpResponseBase:
    """Take a worker off a case, and its key from them."""
    form = take(request, EndAllocationForm)
    response = sent(
        form,
        lambda: actions.end_allocation(request.actor, reference, person_id, once=form.once),
        lambda _: go("allocation-ended", "cases:allocate", reference),
        lambda: go("already-done", "cases:allocate", reference),
    )
    if response:
        return response
    return _page(request, reference, AllocateForm(people=_others(request, reference)))


def _others(request: SignedIn, reference: str) -> dict[UUID, str]:
    """Those who may be given the case and are not on it."""
    on_it = {holder.person_id for holder in queries.holders(request.actor, reference) or ()}
    return {one: name for one, name in queries.eligible(request.actor).items() if one not in on_it}


def _page(request: SignedIn, reference: str, form: AllocateForm) -> HttpResponseBase:
    holders = queries.holders(request.actor, reference)
    if holders is None:
        raise Http404
    context = {
        "form": form,
        "reference": reference.upper(),
        "holders": holders,
        "end_form": EndAllocationForm(),
    }
    return render(request, "cases/allocate.html", context)
