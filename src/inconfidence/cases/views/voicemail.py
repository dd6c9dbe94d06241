"""The answerphone: picking it up, and seeing to it that every message is written down."""

from uuid import UUID

from django.http.response import HttpResponseBase
from django.shortcuts import render

from inconfidence.cases import actions, queries
from inconfidence.cases.forms.voicemail import PickUpForm, WrittenForm
from inconfidence.cases.sending import allowed, sent
from inconfidence.team.access import asks
from inconfidence.team.request import SignedIn
from inconfidence.web.forms import take
from inconfidence.web.notices import go


@asks("may_see")
def voicemail(request: SignedIn) -> HttpResponseBase:
    """Say that the answerphone was picked up; who did so before, and what waits to be written down."""
    form = take(request, PickUpForm)
    response = sent(
        form,
        lambda: actions.pick_up(request.actor, form.count(), once=form.once),
        lambda _: go("picked-up", "cases:voicemail"),
        lambda: go("already-done", "cases:voicemail"),
    )
    return response or _page(request, form)


@asks("may_see")
def written(request: SignedIn, picked_up_id: UUID) -> HttpResponseBase:
    """Say that one message is written down elsewhere, such as on a case."""
    form = take(request, WrittenForm)
    response = sent(
        form,
        lambda: actions.written_elsewhere(request.actor, picked_up_id, once=form.once),
        lambda done: go("saved" if done else "already-done", "cases:voicemail"),
        lambda: go("already-done", "cases:voicemail"),
    )
    return response or _page(request, PickUpForm())


def _page(request: SignedIn, form: PickUpForm) -> HttpResponseBase:
    rows = allowed(queries.voicemail(request.actor))
    context = {
        "form": form,
        "waiting": [row for row in rows if row.waiting],
        "log": rows,
        "written_form": WrittenForm(),
    }
    return render(request, "cases/voicemail.html", context)
