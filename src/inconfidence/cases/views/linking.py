"""Other files of the same family. For leads."""

from uuid import UUID

from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from inconfidence.cases import actions, queries
from inconfidence.cases.facts import LEAD_ROLES
from inconfidence.cases.forms import LinkForm, UnlinkForm
from inconfidence.cases.sending import allowed, sent
from inconfidence.team.access import asks
from inconfidence.team.request import SignedIn
from inconfidence.web.forms import take
from inconfidence.web.notices import go


@asks("may_see", roles=LEAD_ROLES)
def linked(request: SignedIn, reference: str) -> HttpResponseBase:
    """Which files are of the same family, and one more. Nothing of any of them is read or shown."""
    form = take(request, LinkForm)
    response = sent(
        form,
        lambda: actions.link_files(request.actor, reference, form.cleaned_data["other"], once=form.once),
        lambda _: go("linked", "cases:linked", reference),
        lambda: go("already-done", "cases:linked", reference),
    )
    if response:
        return response
    page = allowed(queries.linked_page(request.actor, reference))
    return render(request, "cases/linked.html", {"form": form, "page": page, "end_form": UnlinkForm()})


@require_POST
@asks("may_see", roles=LEAD_ROLES)
def end(request: SignedIn, reference: str, link_id: UUID) -> HttpResponseBase:
    """Take a link away that was wrong."""
    form = take(request, UnlinkForm)
    response = sent(
        form,
        lambda: actions.unlink_files(request.actor, reference, link_id, once=form.once),
        lambda _: go("unlinked", "cases:linked", reference),
        lambda: go("already-done", "cases:linked", reference),
    )
    return response or redirect("cases:linked", reference)
