"""The two doors every request passes: the key cookie is taken out first, then the sitting is opened."""

import logging
from collections.abc import Callable
from typing import cast
from urllib.parse import urlsplit
from uuid import UUID

from django.db import InterfaceError, InternalError, OperationalError
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone

from inconfidence.audit.acts import Act
from inconfidence.audit.record import AlreadyDone
from inconfidence.editions.queries import NoPolicyInForce, service_of
from inconfidence.team import cookies, drafts
from inconfidence.team.access import WRITES
from inconfidence.team.actions import keeping, sittings
from inconfidence.team.actions.signing import note
from inconfidence.team.actor import LONDON
from inconfidence.team.keeping import (
    draft_of,
    keep,
    kept_for_of,
    kept_page,
    no_policy_page,
    not_kept_page,
    of_another,
    page_of,
)
from inconfidence.team.request import TeamRequest
from inconfidence.team.words import SittingState
from inconfidence.web.errors import not_so
from inconfidence.web.forms.draft import Draft
from inconfidence.web.notices import forget_shown, go

Next = Callable[[HttpRequest], HttpResponseBase]
# InternalError is what PostgreSQL answers when it stands read-only.
REFUSED = (OperationalError, InterfaceError, InternalError)
# The browser keeps a form by itself, also when nobody is there: that is no activity.
QUIET_PATHS = ("/park/", "/drafts/")
log = logging.getLogger(__name__)


class TakeKeyCookie:
    """Outermost. Removes the key cookie from `COOKIES` and from the header before anything else runs."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        half = cookies.take_half(request)
        cast(TeamRequest, request).browser = cookies.read(request, half)
        return self.get_response(request)


class OpenSitting:
    """Finds the sitting and joins the two halves: `actor`, `service_view`, `notice`, `kept` on every request."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, plain: HttpRequest) -> HttpResponseBase:
        request = cast(TeamRequest, plain)
        prepare(request)
        if request.path_info == "/healthz" or request.path_info.startswith("/dress/"):
            return self.get_response(request)
        try:
            open_sitting(request)
        except REFUSED:
            log.error("The database refused while a sitting was opened.")
            return self.refused(request)
        except NoPolicyInForce:
            log.error("A service has no policy in force today; nobody can work there.")
            if request.path_info != "/sign-out/":
                return self.without_policy(request)
        return forget_shown(request, self.after(request, self.get_response(request)))

    def process_view(
        self, plain: HttpRequest, view: object, args: object, named: object
    ) -> HttpResponseBase | None:
        """A form from a page of somebody else is kept for them, and nothing is done in this person's name."""
        request = cast(TeamRequest, plain)
        if request.method not in WRITES or request.path_info.startswith(QUIET_PATHS):
            return None
        if of_another(request):
            return kept_page(request, kept_id=keep(request, kept_for_of(request)), status=403)
        if request.actor is not None:
            drafts.remember_sending(request)
        return None

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponseBase | None:
        """A view met a database that refuses: keep the form. Or a form that was sent twice: say so once.

        After a fault of ours the form is kept as well, and the page that says so follows. So is what was typed on a
        page that does not open to its writer any more.
        """
        if isinstance(error, REFUSED):
            log.error("The database refused while a page was made.")
            return self.refused(cast(TeamRequest, request))
        asked = cast(TeamRequest, request)
        if isinstance(error, AlreadyDone) and asked.actor is not None:
            note(asked.actor, Act.double_submit)
            return go("already-done", page_of(request))
        if asked.method not in WRITES or asked.actor is None:
            return None
        if not isinstance(error, Http404):
            keep(asked)
        elif draft_of(asked):
            asked.put_by = keep(asked)
        return None

    def refused(self, request: TeamRequest) -> HttpResponseBase:
        """The page "not saved yet, kept safe", or that the database does not answer."""
        if request.method not in WRITES:
            return not_kept_page(request)
        if draft_id := drafts.id_in(request.path_info):
            return drafts.keep_draft(request, draft_id)
        group = kept_for_of(request)
        kept_id = keep(request, group)
        if kept_id is None:
            return not_kept_page(request)
        return kept_page(request, kept_for=group, kept_id=None if group else kept_id, status=503)

    def without_policy(self, request: TeamRequest) -> HttpResponseBase:
        """Say that no policy is in force, so nothing can be answered; what was sent is kept."""
        if request.method in WRITES:
            group = kept_for_of(request)
            if kept_id := keep(request, group):
                return kept_page(request, kept_for=group, kept_id=None if group else kept_id, status=503)
        return no_policy_page(request)

    def after(self, request: TeamRequest, response: HttpResponseBase) -> HttpResponseBase:
        """Let go of what was saved, and keep pages of a signed-in person out of every cache."""
        kept_id = kept_id_of(request)
        if response.status_code == 405 and not (kept_id and request.actor and request.method == "GET"):
            response = with_a_page(request, response)
        if request.found is None:
            return response
        response["Cache-Control"] = "no-store"
        if request.actor is None:
            return response
        if not request.path_info.startswith(QUIET_PATHS):
            response = drafts.settle(request, response)
        saved = request.method in WRITES and response.status_code in {302, 303}
        if kept_id and saved and draft_of(request) is None:
            keeping.discard(request.actor.person_id, kept_id)
        if kept_id and request.method == "GET" and response.status_code == 405:
            return self.on_its_page(request, kept_id)
        if kept_id and request.kept and response.status_code == 404:
            return redirect("team:own_words", kept_id)
        return response

    def on_its_page(self, request: TeamRequest, kept_id: UUID) -> HttpResponseBase:
        """A form that is sent to an address without a page of its own comes back on the page it stood on."""
        form = keeping.kept(request.actor, kept_id) if request.actor else None
        page = form.page if form and form.page != request.path else "/unfinished/"
        return redirect(page if page == "/unfinished/" else keeping.marked(page, kept_id))


def with_a_page(request: TeamRequest, response: HttpResponseBase) -> HttpResponseBase:
    """The shell's page in place of an empty refusal of GET or POST."""
    answer = not_so(request)
    answer["Allow"] = response.get("Allow", "")
    return answer


def prepare(request: TeamRequest) -> None:
    """Give a request the empty values that every template and view may read."""
    request.now = timezone.now()
    request.found = request.actor = request.service_view = request.kept = None
    request.kept_files, request.notice, request.keeper = (), "", ""
    request.unfinished, request.as_first, request.changed_since = None, True, False
    request.nothing_typed, request.for_today, request.put_by = False, "", None
    if not hasattr(request, "browser"):
        raise RuntimeError("TakeKeyCookie must stand before OpenSitting")


def open_sitting(request: TeamRequest) -> None:
    """Find who is here. Fills the request. Raises NoPolicyInForce when their service has none today."""
    found = request.found = sittings.resume(request.browser, request.now)
    if found is None:
        return
    request.service_view = service_of(found.row.service, request.now.astimezone(LONDON).date())
    if found.state == SittingState.OPEN:
        actor = found.actor()
        request.actor = actor
        if actor is not None:
            request.keeper = cookies.keeper_for(actor.person_id, actor.service_id)
            request.unfinished = drafts.Waiting(actor, request.get_full_path())
        if not request.path_info.startswith(QUIET_PATHS):
            sittings.touch(found.row, request.now)
    give_back(request)


def give_back(request: TeamRequest) -> None:
    """Put a kept form on the request when its page is asked for with `?kept=`."""
    kept_id = kept_id_of(request)
    if kept_id is None or request.actor is None or request.method != "GET":
        return
    form = keeping.kept(request.actor, kept_id)
    if form is not None and request.path in {urlsplit(form.path).path, form.page}:
        request.kept = {name: [str(value) for value in values] for name, values in form.fields.lists()}
        request.kept["draft"] = [str(Draft(older=form.id, since=form.version, keeper=request.keeper))]
        request.kept_files = form.files


def kept_id_of(request: HttpRequest) -> UUID | None:
    """The id in `?kept=`, or None."""
    return keeping.mark_of(request.get_full_path())
