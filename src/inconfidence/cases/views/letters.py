"""Letters: choosing one, changing its words, looking at it, making it final, printing it and its label."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from inconfidence.cases import actions, queries
from inconfidence.cases.facts import CASE_ROLES
from inconfidence.cases.forms.letters import LetterForm
from inconfidence.cases.queries import LetterDesk, NeedsReason
from inconfidence.cases.sending import allowed, ask_why, sent
from inconfidence.cases.views.begin import asking_steps
from inconfidence.team.access import asks
from inconfidence.team.request import SignedIn
from inconfidence.web.forms import take
from inconfidence.web.notices import go
from inconfidence.web.parts import Link

LABEL_PLACES = [(str(at), f"{at + 1}") for at in range(14)]


def printed(data: bytes, name: str) -> HttpResponse:
    """A PDF of ours, shown by the browser's own reader, under a name that tells nothing."""
    response = HttpResponse(data, content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="{name}.pdf"'
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "no-store"
    return response


def one_id(typed: str) -> UUID | None:
    """An id as an address carries it; None for anything else."""
    try:
        return UUID(typed)
    except ValueError:
        return None


def _asked(request: SignedIn) -> tuple[str, UUID | None, UUID | None]:
    """Which letter, to whom, about which meeting: all three stand in the address, so that a draft finds back."""
    get = request.GET.get
    return get("letter", ""), one_id(get("person", "")), one_id(get("meeting", ""))


@asks("may_begin_casework", roles=CASE_ROLES)
def new(request: SignedIn, reference: str) -> HttpResponseBase:
    """Choose a letter, change its words, and make it final."""
    letter, person, meeting = _asked(request)
    found = queries.letter_desk(request.actor, reference, letter, person=person, meeting=meeting)
    if isinstance(found, NeedsReason):
        return ask_why(found)
    desk = allowed(found)
    if desk.chosen is None or desk.to is None:
        return _page(request, "cases/letter_choose.html", desk)
    form = take(
        request,
        LetterForm,
        addressing=desk.to.addressing,
        initial={"heading": desk.heading, "text": desk.text, "large": desk.large},
    )
    return _write(request, desk, form)


def _write(request: SignedIn, desk: LetterDesk, form: LetterForm) -> HttpResponseBase:
    reference, (letter, person, meeting) = desk.head.reference, _asked(request)
    if request.POST.get("press") == "preview" and form.is_valid():
        return _preview(request, desk, form)
    context: dict[str, Any] = {}
    response = sent(
        form,
        lambda: actions.make_letter(
            request.actor, reference, form.draft_of(letter, person, meeting), once=form.once
        ),
        lambda came: _made(request, reference, came, context),
        lambda: go("already-done", "desk:case", reference),
    )
    if response is not None and not context:
        return response
    return _page(request, "cases/letter_new.html", desk, {"form": form} | context)


def _made(request: SignedIn, reference: str, came: object, context: dict[str, Any]) -> HttpResponseBase:
    """To the letter; one to somebody else goes to the question whether it may go. A no stands above the form."""
    if isinstance(came, actions.NotBegun):
        context["answer"] = came.answer
        return HttpResponse()
    assert isinstance(came, actions.LetterMade)
    if came.person:
        share = reverse("disclosure:share", args=[reference])
        return go("letter-filed", f"{share}?item={came.item_id}&person={came.person}")
    bare = not queries.has_letterhead(request.actor)
    return go("letter-made-bare" if bare else "letter-made", "cases:letter", reference, came.item_id)


def _preview(request: SignedIn, desk: LetterDesk, form: LetterForm) -> HttpResponseBase:
    """The print of what was typed, after the same checks as a letter that is made final."""
    reference, context = desk.head.reference, dict[str, Any]()
    response = sent(
        form,
        lambda: actions.look_at_letter(request.actor, reference, form.draft_of(*_asked(request))),
        lambda came: (
            printed(came, "letter-not-final")
            if isinstance(came, bytes)
            else _made(request, reference, came, context)
        ),
        lambda: go("already-done", "desk:case", reference),
    )
    if response is not None and not context:
        return response
    return _page(request, "cases/letter_new.html", desk, {"form": form} | context)


@require_safe
@asks("may_see", roles=CASE_ROLES)
def one(request: SignedIn, reference: str, letter_id: UUID) -> HttpResponseBase:
    """A letter that is final: its words, and ways to print it."""
    found = queries.letter(request.actor, reference, letter_id)
    if isinstance(found, NeedsReason):
        return ask_why(found)
    letter = allowed(found)
    context = {
        "identity": letter.head.identity,
        "case": letter.head,
        "letter": letter,
        "places": LABEL_PLACES,
        "step_actions": asking_steps(reference, request.path),
    }
    return render(request, "cases/letter.html", context)


@require_safe
@asks("may_see", roles=CASE_ROLES)
def file(request: SignedIn, reference: str, letter_id: UUID) -> HttpResponseBase:
    """The print of a letter to the person, or of one that was shared; `size=large` gives large print."""
    large = request.GET.get("size") == "large"
    found = queries.letter_print(request.actor, reference, letter_id, large=large)
    if isinstance(found, NeedsReason):
        return ask_why(found)
    if isinstance(found, queries.NotNow):
        context = {"identity": found.head.identity, "case": found.head, "says": found.says}
        return render(request, "cases/letter_not.html", context)
    return printed(allowed(found), f"letter-{letter_id.hex[:8]}")


@require_safe
@asks("may_see", roles=CASE_ROLES)
def label(request: SignedIn, reference: str) -> HttpResponseBase:
    """An address label, where the address may be used: nothing on it says who sends it. `size=large` is large print."""
    at, large = request.GET.get("at", "0"), request.GET.get("size") == "large"
    place = int(at) if at.isdecimal() and len(at) < 3 else 0
    item = request.GET.get("item", "")
    if item and one_id(item) is None:
        raise Http404
    found = queries.label(request.actor, reference, one_id(item), place, large=large)
    if isinstance(found, NeedsReason):
        return ask_why(found)
    if isinstance(found, bytes):
        return printed(found, "label")
    addressing = allowed(found).addressing
    head = queries.case_head(request.actor, reference, look=None)
    if not isinstance(head, queries.CaseHead):
        return redirect("desk:case", reference)
    context = {"identity": head.identity, "case": head, "addressing": addressing}
    return render(request, "cases/label_not.html", context)


def _page(
    request: SignedIn, template: str, desk: LetterDesk, context: Mapping[str, Any] | None = None
) -> HttpResponseBase:
    back = Link("Back to the case", reverse("desk:case", args=[desk.head.reference]))
    steps = asking_steps(desk.head.reference, request.get_full_path())
    shown = {
        "identity": desk.head.identity,
        "case": desk.head,
        "desk": desk,
        "cancel": back,
        "step_actions": steps,
    }
    return render(request, template, shown | dict(context or {}))
