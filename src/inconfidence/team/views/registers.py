"""The service's own registers, one at a time, and what somebody has to read. The list of all stands on the desk."""

from django.http import Http404
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from inconfidence.audit.record import AlreadyDone
from inconfidence.team import queries
from inconfidence.team.access import asks
from inconfidence.team.actions import registers
from inconfidence.team.actions.registers import Entered
from inconfidence.team.forms.registers import EntryForm, ReadForm
from inconfidence.team.request import SignedIn
from inconfidence.team.words import LEADS, STATES
from inconfidence.web.forms import take
from inconfidence.web.notices import go
from inconfidence.web.parts import Table

OURS = "the service's own registers; nothing about a family"


@require_http_methods(["GET", "HEAD", "POST"])
@asks(None, why=OURS, roles=LEADS)
def register(request: SignedIn, slug: str) -> HttpResponseBase:
    """Look at a register, and write a line into it."""
    actor = request.actor
    page = queries.register(actor, slug)
    if page is None:
        raise Http404
    form = take(
        request,
        EntryForm,
        takes=page.takes,
        things=page.things,
        people=[(who.person_id, who.name) for who in queries.workers(actor)],
        initial={"on": actor.today()},
    )
    if form.is_valid():
        try:
            came = registers.enter(actor, slug, form.details(), once=form.once)
        except AlreadyDone:
            return go("already-done", "team:register", slug)
        if came == Entered.DONE:
            return go("register-entered", "team:register", slug)
        if came == Entered.NOT_HERE:
            raise Http404
        if came == Entered.NOT_THEIRS:
            form.add_error(None, page.not_theirs)
        else:
            form.add_error("on", "Enter a day that has been, or today")
    return render(
        request,
        "team/register.html",
        {"page": page, "form": form, "lines": _lines(page), "entries": _entries(page)},
    )


def _lines(page: queries.RegisterPage) -> Table:
    rows = [(line.says, STATES[line.state]) for line in page.lines]
    return Table("Where it stands", ("What", "State"), rows, empty="Nothing has been counted yet.")


def _entries(page: queries.RegisterPage) -> Table:
    rows = [(entry.on, entry.says, entry.by) for entry in page.entries]
    return Table("What was written down", ("Day", "What", "By"), rows, empty="Nothing yet.")


@require_http_methods(["GET", "HEAD", "POST"])
@asks(None, why=OURS)
def acknowledge(request: SignedIn) -> HttpResponseBase:
    """What I have to read, and that I have."""
    tasks = {key: task.says for key, task in queries.to_acknowledge(request.actor).items()}
    form = take(request, ReadForm, tasks=tasks)
    if form.is_valid():
        try:
            registers.acknowledge(request.actor, form.cleaned_data["read"], once=form.once)
        except AlreadyDone:
            return go("already-done", "team:acknowledge")
        return go("acknowledged", "team:acknowledge")
    return render(request, "team/acknowledge.html", {"form": form, "tasks": tasks})
