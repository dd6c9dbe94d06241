"""Who may reach a view. Every view carries exactly one of these, and says with it which question it asks."""

from collections.abc import Callable, Collection
from functools import wraps
from typing import Any, Concatenate, ParamSpec, cast

from django.http import Http404, HttpRequest, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme, urlencode

from inconfidence.policy.vocabulary import Role
from inconfidence.team.actions.keeping import marked
from inconfidence.team.keeping import keep, kept_page
from inconfidence.team.request import SignedIn, TeamRequest
from inconfidence.team.words import PersonState, SittingState
from inconfidence.vault.groups import Group
from inconfidence.web.errors import from_our_page, page, typed

P = ParamSpec("P")
Outer = Callable[Concatenate[HttpRequest, P], HttpResponseBase]
WRITES = frozenset({"POST", "PUT", "PATCH", "DELETE"})


def asks(
    question: str | None,
    *,
    why: str = "",
    roles: Collection[Role] | None = None,
    kept_for: Group | None = None,
    then: tuple[str, ...] = (),
) -> Callable[[Callable[Concatenate[SignedIn, P], HttpResponseBase]], Outer[P]]:
    """Only for somebody signed in and confirmed; `question` is what the view asks the policy, `then` what else it asks
    before something is written down or sent.

    With `question=None`, `why` says why no question is needed. `roles` keeps the page to some roles: everybody
    else gets the very page that a wrong address gets. What is sent after time-out is kept for its person, or for
    the group `kept_for` (a concern about harm goes to the leads whoever signs in first); the empty page of such a
    form opens to somebody who still waits for a lead's confirmation too, and reads nothing of theirs.
    """
    if question is None and not why:
        raise ValueError("a view that asks no question says why")

    def wrap(view: Callable[Concatenate[SignedIn, P], HttpResponseBase]) -> Outer[P]:
        @wraps(view)
        def guarded(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
            asked = cast(TeamRequest, request)
            if asked.actor is None:
                if kept_for is not None and request.method not in WRITES and _waits(asked):
                    return view(cast(SignedIn, request), *args, **kwargs)
                return _to_the_door(asked, kept_for)
            if roles is not None and asked.actor.role not in roles:
                raise Http404
            return view(cast(SignedIn, request), *args, **kwargs)

        return _marked(guarded, question, why, kept_for, roles, then)

    return wrap


def open_door(why: str) -> Callable[[Callable[Concatenate[TeamRequest, P], HttpResponseBase]], Outer[P]]:
    """For anybody; `why` says why no sign-in is needed."""

    def wrap(view: Callable[Concatenate[TeamRequest, P], HttpResponseBase]) -> Outer[P]:
        @wraps(view)
        def guarded(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
            return view(cast(TeamRequest, request), *args, **kwargs)

        return _marked(guarded, None, why, None, None)

    return wrap


def _marked(
    view: Outer[P],
    question: str | None,
    why: str,
    kept_for: Group | None,
    roles: Collection[Role] | None,
    then: tuple[str, ...] = (),
) -> Outer[P]:
    marks: dict[str, Any] = {"question": question, "then": then, "why": why}
    marks |= {"kept_for": kept_for, "roles": roles}
    view.__dict__.update(marks)
    return view


def _to_the_door(request: TeamRequest, kept_for: Group | None) -> HttpResponseBase:
    """Sign-in, the password page of an emptied sitting, or the page of somebody who is not confirmed yet."""
    back = request.get_full_path()
    if request.method in WRITES:
        kept_id = keep(request, kept_for)
        if kept_for is not None and kept_id is not None:
            return kept_page(request, kept_for=kept_for)
        back = marked(back, kept_id)
        if kept_id is None and (texts := typed(request, ours=from_our_page(request))):
            return page(request, "signed_out", 403, typed=texts, again=back)
        if kept_for is not None and _waits(request):
            return redirect(back)
    return door(request, back)


def _waits(request: TeamRequest) -> bool:
    """Whether somebody is signed in whom no lead has confirmed yet."""
    found = request.found
    return (
        found is not None and found.state == SittingState.OPEN and found.person.state == PersonState.WAITING
    )


def door(request: TeamRequest, back: str) -> HttpResponseRedirect:
    """Where somebody goes who is not fully signed in, with the way back."""
    found = request.found
    if found is None:
        return redirect(f"/sign-in/?{urlencode({'next': back})}")
    if found.state == SittingState.IDLE:
        return redirect(f"/reopen/?{urlencode({'next': back})}")
    if _waits(request):
        return redirect("team:waiting")
    return redirect("team:second_step")


def own_path(given: str, otherwise: str = "/") -> str:
    """A path of this program to go back to; anything else becomes `otherwise`."""
    own = (
        given.startswith("/")
        and given.isprintable()
        and url_has_allowed_host_and_scheme(given, allowed_hosts=None)
    )
    return given if own else otherwise
