"""A form that was out of date or came from elsewhere: refused, recorded, and nothing typed is lost."""

from typing import cast

from django.http import HttpRequest
from django.http.response import HttpResponseBase

from inconfidence.audit.acts import Act
from inconfidence.team.access import own_path
from inconfidence.team.actions.signing import note
from inconfidence.team.drafts import id_in, keep_draft
from inconfidence.team.keeping import keep, kept_page
from inconfidence.team.request import TeamRequest
from inconfidence.web.errors import csrf_failure


def stale_form(plain: HttpRequest, reason: str = "") -> HttpResponseBase:
    """Refuse the form and keep it for its person; a stranger gets the plain refusal.

    `reason` is Django's own and is not shown.
    """
    request = cast(TeamRequest, plain)
    if draft_id := id_in(request.path_info):
        return keep_draft(request, draft_id)
    if request.actor is not None:
        note(request.actor, Act.stale_form)
    address = own_path(request.POST.get("park_path", ""), request.get_full_path())
    kept_id = keep(request, sent_to=address)
    if kept_id is None:
        return csrf_failure(request, reason)
    return kept_page(request, kept_id=kept_id, status=403, address=address)
