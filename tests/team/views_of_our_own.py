"""Pages that exist in tests only: one whose forms go to the leads, one that fails in every way."""

from django.db import IntegrityError
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.urls import include, path

from inconfidence.policy.vocabulary import Role
from inconfidence.team.access import asks
from inconfidence.team.request import SignedIn
from inconfidence.vault.groups import Group


@asks(None, why="a worry about harm", kept_for=Group.leads)
def worry(request: SignedIn) -> HttpResponseBase:
    """Takes one field."""
    return HttpResponse("heard")


@asks("may_see")
def breaks(request: SignedIn) -> HttpResponseBase:
    """Fails with what was typed in its locals and in its message."""
    opened = f"opened words {request.POST.get('words', '')}"
    raise IntegrityError(f"Failing row contains ({opened})")


@asks("may_disclose", roles={Role.HEAD_OF_SERVICE})
def for_the_head(request: SignedIn) -> HttpResponseBase:
    """For one role."""
    return HttpResponse(f"{request.actor.name} {request.method}")


urlpatterns = [
    path("worry/", worry),
    path("breaks/", breaks),
    path("head/", for_the_head),
    path("", include("inconfidence.web.urls")),
    path("", include("inconfidence.team.urls")),
]
handler404 = "inconfidence.web.errors.not_found"
handler500 = "inconfidence.web.errors.our_fault"
