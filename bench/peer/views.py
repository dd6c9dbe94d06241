"""Two pages that need a signed-in user: a list of names, a case with its notes."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from bench.peer.models import PlainCase


@login_required
def cases(request: HttpRequest) -> HttpResponse:
    """The user's fifty cases."""
    rows = PlainCase.objects.filter(worker=request.user.get_username()).order_by("name")[:50]
    return render(request, "peer/cases.html", {"cases": rows})


@login_required
def case(request: HttpRequest, reference: str) -> HttpResponse:
    """One case and its fifty notes."""
    row = get_object_or_404(PlainCase, reference=reference, worker=request.user.get_username())
    return render(request, "peer/case.html", {"case": row, "notes": row.notes.order_by("-written_at")[:50]})
