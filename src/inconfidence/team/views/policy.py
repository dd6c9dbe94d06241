"""The policy as people read it, clause by clause, and the council's inspections. It stands here, and not in
`editions`, because a page needs the shell and a signed-in reader, and both live on higher floors.
"""

from django.http import Http404
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from inconfidence.editions import actions, queries, reading
from inconfidence.team.access import asks
from inconfidence.team.forms import InspectionForm
from inconfidence.team.forms.policy import RUNS
from inconfidence.team.request import SignedIn
from inconfidence.team.words import LEADS
from inconfidence.web.forms import take
from inconfidence.web.notices import go

PUBLIC = "the service's published policy"


@require_safe
@asks(None, why=PUBLIC)
def whole(request: SignedIn) -> HttpResponseBase:
    """The whole policy in the document's order."""
    edition = queries.policy_seen(request.actor.service_id, request.actor.person_id, request.actor.now())
    running = queries.inspection_open(request.actor.service_id, request.actor.today())
    return render(request, "team/policy.html", {"policy": reading.whole(edition), "inspection": running})


@require_safe
@asks(None, why=PUBLIC)
def clause(request: SignedIn, clause_id: str) -> HttpResponseBase:
    """Read the clause."""
    edition = queries.policy_seen(request.actor.service_id, request.actor.person_id, request.actor.now())
    found = reading.one(edition, clause_id)
    if found is None:
        raise Http404
    return render(
        request, "team/clause.html", {"clause": found, "policy": edition.title, "label": edition.label}
    )


@require_http_methods(["GET", "HEAD", "POST"])
@asks(None, why="whether the council is being inspected; nothing about a family", roles=LEADS)
def inspection(request: SignedIn) -> HttpResponseBase:
    """Record that an inspection of the council has begun or ended."""
    actor = request.actor
    form = take(request, InspectionForm, initial={"on": actor.today()})
    if form.is_valid():
        typed = form.cleaned_data
        write = actions.open_inspection if typed["what"] == RUNS else actions.end_inspection
        if write(actor.service_id, actor.person_id, typed["on"], actor.now()):
            return go("inspection-entered", "team:inspection")
        runs = typed["what"] == RUNS
        form.add_error(
            "what", "One is recorded as running already" if runs else "None is recorded that began by then"
        )
    context = {"form": form, "inspections": queries.inspections(actor.service_id)}
    return render(request, "team/inspection.html", context)
