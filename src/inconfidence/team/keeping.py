"""From a request to a kept form and back: the road a form takes when it cannot be saved now."""

from datetime import datetime
from urllib.parse import urlsplit
from uuid import UUID

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.http.multipartparser import MultiPartParserError
from django.http.request import UnreadablePostError
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import Resolver404, resolve

from inconfidence.team.actions import keeping
from inconfidence.team.cookies import read_keeper
from inconfidence.team.request import TeamRequest
from inconfidence.vault.groups import Group
from inconfidence.vault.sealed import CannotSeal

Who = tuple[UUID, UUID]


def whose(request: TeamRequest) -> Who | None:
    """The person and service a form is kept for: of the sitting, else of the signed cookie; None for a stranger."""
    if request.found is not None:
        return request.found.person.id, request.found.person.service_id
    return read_keeper(request.browser.keeper)


def keep(request: TeamRequest, group: Group | None = None, sent_to: str = "") -> UUID | None:
    """Keep the form of this request for its person, or for a group. None when nobody knows whose it is.

    `sent_to` is the address the form belongs to, when that is not this request's own. A form that had been given
    back and is kept again takes the place of the older one.
    """
    who = whose(request)
    address = sent_to or request.get_full_path()
    try:
        form = keeping.form_of(keeping.marked(address, None), page_of(request), request.POST, request.FILES)
    except (MultiPartParserError, RequestDataTooBig, UnreadablePostError):
        return None
    if who is None or not any(any(values) for name, values in form.fields.items() if name != "once"):
        return None
    try:
        return _kept(who, form, group, request.now, keeping.mark_of(address))
    except CannotSeal:
        return None


def _kept(who: Who, form: keeping.Form, group: Group | None, now: datetime, older: UUID | None) -> UUID:
    person_id, service_id = who
    if group is not None:
        return keeping.keep_for_group(service_id, group, person_id, form, now)
    kept_id = keeping.keep_for_person(person_id, form, now)
    if older is not None:
        keeping.discard(person_id, older)
    return kept_id


def page_of(request: HttpRequest) -> str:
    """The path of the page on which the form stood, or of the form itself when the browser does not say."""
    said = urlsplit(request.META.get("HTTP_REFERER", ""))
    own = said.netloc == request.get_host()
    return said.path if own and said.path.startswith("/") else request.path


def kept_for_of(request: HttpRequest) -> Group | None:
    """For which group the view at this address has its forms kept; None: for the person."""
    try:
        view = resolve(request.path_info).func
    except Resolver404:
        return None
    found = getattr(view, "kept_for", None)
    return found if isinstance(found, Group) else None


def kept_page(
    request: TeamRequest,
    *,
    kept_for: Group | None = None,
    kept_id: UUID | None = None,
    status: int = 200,
    address: str = "",
) -> HttpResponseBase:
    """Say that it is safe and not saved yet, and how to go on."""
    again = keeping.marked(address or request.get_full_path(), kept_id)
    context = {
        "for_leads": kept_for is not None,
        "again": again,
        "stale": status == 403,
        "files": bool(request.FILES),
    }
    return render(request, "team/kept.html", context, status=status)


def not_kept_page(request: TeamRequest) -> HttpResponse:
    """The database does not answer, and there was no form to keep."""
    return render(request, "team/no_answer.html", status=503)


def no_policy_page(request: TeamRequest) -> HttpResponse:
    """The service has no policy in force today, so no question can be answered and nobody can work."""
    response = render(request, "team/no_policy.html", status=503)
    response["Cache-Control"] = "no-store"
    return response
