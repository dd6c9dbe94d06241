"""What stands beside the service's name on everything it prints: a lead sets it."""

from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from inconfidence.audit.record import AlreadyDone
from inconfidence.editions import actions, queries
from inconfidence.team.access import asks
from inconfidence.team.forms import LetterheadForm
from inconfidence.team.request import SignedIn
from inconfidence.team.words import LEADS
from inconfidence.web.forms import take
from inconfidence.web.notices import go


@require_http_methods(["GET", "HEAD", "POST"])
@asks(None, why="the service's own public address; nothing about a family", roles=LEADS)
def letterhead(request: SignedIn) -> HttpResponseBase:
    """Set the address, the number and the e-mail address that stand on letters and leaflets."""
    actor = request.actor
    now = queries.service(actor.service_id, actor.today())
    form = take(
        request, LetterheadForm, initial={"address": now.address, "phone": now.phone, "email": now.email}
    )
    if form.is_valid():
        try:
            actions.set_letterhead(
                actor.service_id, actor.person_id, form.lines(), actor.now(), once=form.once
            )
        except AlreadyDone:
            return go("already-done", "team:letterhead")
        return go("letterhead-set", "team:letterhead")
    return render(request, "team/letterhead.html", {"form": form, "service": now})
