"""The shell's own addresses: is it alive, and the service's colour."""

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from inconfidence.web.dress import accent_of, colour_of, stylesheet


@require_safe
def healthz(request: HttpRequest) -> HttpResponse:
    """Whether the program answers. Says nothing else, to anybody."""
    return JsonResponse({"status": "ok"})


@require_safe
@cache_control(public=True, max_age=86_400)
def dress(request: HttpRequest, accent: str) -> HttpResponse:
    """The stylesheet of one accent colour; unknown and unreadable colours are not found."""
    known = accent_of(accent)
    colour = colour_of(known) if known else None
    if colour is None:
        raise Http404
    return HttpResponse(stylesheet(colour), content_type="text/css; charset=utf-8")


for view in (healthz, dress):
    vars(view).update(question=None, why="holds nothing about anybody", kept_for=None, roles=None)
