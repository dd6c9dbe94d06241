"""From a request to a kept form and back: the road a form takes while it is typed, or cannot be saved now."""

from datetime import datetime
from urllib.parse import urlsplit
from uuid import UUID

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse, QueryDict
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
from inconfidence.web.forms.draft import Draft

Who = tuple[UUID, UUID]
UNREADABLE = (MultiPartParserError, RequestDataTooBig, UnreadablePostError)


def posted(request: HttpRequest) -> QueryDict:
    """The fields of what was sent; none where it cannot be read."""
    try:
        return request.POST
    except UNREADABLE:
        return QueryDict()


def draft_of(request: HttpRequest) -> Draft | None:
    """The mark of the page that sent this form, or None."""
    return Draft.of(posted(request).get("draft", ""))


def page_owner(request: HttpRequest) -> Who | None:
    """Whose page sent this form, as its signed mark says; None when it does not say."""
    draft = draft_of(request)
    return read_keeper(draft.keeper) if draft and draft.keeper else None


def whose(request: TeamRequest) -> Who | None:
    """The person and service a form is kept for; None for a stranger.

    Of the page itself, for the browser may have changed hands; else of the sitting, else of the signed cookie.
    """
    if owner := page_owner(request):
        return owner
    if request.found is not None:
        return request.found.person.id, request.found.person.service_id
    return read_keeper(request.browser.keeper)


def of_another(request: TeamRequest) -> bool:
    """Whether a page of somebody else sent this form: another person has signed in at this browser since."""
    owner = page_owner(request)
    return owner is not None and request.found is not None and owner[0] != request.found.person.id


def keep(request: TeamRequest, group: Group | None = None, sent_to: str = "") -> UUID | None:
    """Keep the form of this request for its person, or for a group. None when nobody knows whose it is.

    `sent_to` is the address the form belongs to, when that is not this request's own. A form that had been given
    back, or kept while it was typed, and is kept again takes the place of the older one.
    """
    who = whose(request)
    address = sent_to or request.get_full_path()
    try:
        path = keeping.marked(address, None)
        form = keeping.form_of(
            path, page_of(request), request.POST, request.FILES, for_today=request.for_today
        )
    except UNREADABLE:
        return None
    if who is None or not any(any(values) for name, values in form.fields.items() if name != "once"):
        return None
    draft = draft_of(request) or Draft(older=keeping.mark_of(address))
    try:
        return _kept(who, form, group, request.now, draft)
    except CannotSeal:
        return None


def _kept(who: Who, form: keeping.Form, group: Group | None, now: datetime, draft: Draft) -> UUID:
    person_id, service_id = who
    if group is not None:
        kept_id = keeping.keep_for_group(service_id, group, person_id, form, now)
        let_go(person_id, draft)
        return kept_id
    kept_id = keeping.keep_for_person(person_id, form, now, draft.id)
    if draft.older is not None:
        keeping.discard(person_id, draft.older, draft.since)
    return kept_id


def let_go(person_id: UUID, draft: Draft) -> None:
    """A form was saved, or went to a group: nothing of it waits any more."""
    keeping.discard(person_id, draft.id)
    if draft.older is not None:
        keeping.discard(person_id, draft.older, draft.since)


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
        "another": of_another(request),
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
