"""Pages for anybody."""

from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe

from inconfidence.portal import queries
from inconfidence.team.access import open_door
from inconfidence.team.actor import LONDON
from inconfidence.team.request import TeamRequest

PUBLIC = "the service's published policy; nothing about a family"


@require_safe
@open_door(PUBLIC)
def policy(request: TeamRequest, service: str) -> HttpResponseBase:
    """The policy in force, in plain words and statement by statement."""
    found = queries.public_policy(service, request.now.astimezone(LONDON).date())
    if found is None:
        raise Http404
    return render(request, "portal/policy.html", {"policy": found, "service_name": found.service})


@require_safe
@open_door(PUBLIC)
def policy_pdf(request: TeamRequest, service: str) -> HttpResponseBase:
    """The same as a paper to print."""
    found = queries.public_pdf(service, request.now.astimezone(LONDON).date())
    if found is None:
        raise Http404
    paper = HttpResponse(found, content_type="application/pdf")
    paper.headers["Content-Disposition"] = 'inline; filename="policy.pdf"'
    return paper
