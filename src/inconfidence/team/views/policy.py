"""The policy as people read it, clause by clause, and the council's inspections. It stands here, and not in
`editions`, because a page needs the shell and a signed-in reader, and both live on higher floors.
"""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from inconfidence.audit.record import AlreadyDone
from inconfidence.editions import actions, queries, reading
from inconfidence.policy.edition import Edition
from inconfidence.policy.vocabulary import Question
from inconfidence.team.access import asks
from inconfidence.team.forms import InspectionForm
from inconfidence.team.forms.policy import RUNS
from inconfidence.team.forms.policy_review import WholeReviewForm
from inconfidence.team.queries import names
from inconfidence.team.request import SignedIn
from inconfidence.team.screens import screens_asking
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
    due = queries.review_due(request.actor.service_id, request.actor.today())
    context = {"policy": reading.whole(edition), "inspection": running, "review": due}
    return render(request, "team/policy.html", context)


@require_safe
@asks(None, why=PUBLIC)
def clause(request: SignedIn, clause_id: str) -> HttpResponseBase:
    """Read the clause."""
    edition = queries.policy_seen(request.actor.service_id, request.actor.person_id, request.actor.now())
    return _clause(request, edition, clause_id)


def _clause(request: SignedIn, edition: Edition | None, clause_id: str) -> HttpResponseBase:
    found = reading.one(edition, clause_id) if edition else None
    if edition is None or found is None:
        raise Http404
    context = {
        "clause": found,
        "policy": edition.title,
        "label": edition.label,
        "screens": screens_asking(found.questions),
    }
    return render(request, "team/clause.html", context)


@require_safe
@asks(None, why=PUBLIC)
def versions(request: SignedIn) -> HttpResponseBase:
    """Every version of the policy there ever was."""
    found = queries.versions(request.actor.service_id, request.actor.today())
    people = names(request.actor.service_id)
    rows = [(each, people.get(each.adopted_by, "")) for each in found]
    context = {"versions": rows, "today": request.actor.today()}
    return render(request, "team/policy_versions.html", context)


@require_safe
@asks(None, why=PUBLIC)
def version(request: SignedIn, adoption_id: UUID) -> HttpResponseBase:
    """A version as it was when it was adopted."""
    edition = queries.version(request.actor.service_id, adoption_id)
    if edition is None:
        raise Http404
    earlier = queries.version_before(request.actor.service_id, adoption_id)
    context = {"policy": reading.whole(edition), "version": adoption_id, "earlier": earlier}
    return render(request, "team/policy_version.html", context)


@require_safe
@asks(None, why=PUBLIC)
def version_clause(request: SignedIn, adoption_id: UUID, clause_id: str) -> HttpResponseBase:
    """Read a clause as a version had it."""
    return _clause(request, queries.version(request.actor.service_id, adoption_id), clause_id)


@require_safe
@asks(None, why=PUBLIC)
def download(request: SignedIn, adoption_id: UUID) -> HttpResponseBase:
    """A version as the very file that was adopted."""
    text = queries.version_text(request.actor.service_id, adoption_id)
    if text is None:
        raise Http404
    return policy_file(text, "policy.toml")


@require_safe
@asks(None, why=PUBLIC)
def version_changes(request: SignedIn, adoption_id: UUID) -> HttpResponseBase:
    """What a version says otherwise than the one before it."""
    after = queries.version(request.actor.service_id, adoption_id)
    before = queries.version_before(request.actor.service_id, adoption_id)
    if after is None or before is None:
        raise Http404
    context = {"version": adoption_id, "label": after.label, "changed": reading.between(before, after)}
    return render(request, "team/policy_version_changes.html", context)


def policy_file(text: str, name: str) -> HttpResponse:
    """A policy file to keep: plain text, whatever the browser would make of it."""
    file = HttpResponse(text, content_type="application/toml; charset=utf-8")
    file.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return file


@require_http_methods(["GET", "HEAD", "POST"])
@asks(Question.MAY_ADOPT, roles=LEADS)
def reviewed(request: SignedIn) -> HttpResponseBase:
    """Record that the policy in force was looked at as a whole."""
    actor = request.actor
    edition = queries.in_force(actor.service_id, actor.today())
    titles = {role: edition.titles[role] for role in reading.MAY_REVIEW}
    form = take(request, WholeReviewForm, today=actor.today(), titles=titles, initial={"on": actor.today()})
    context = {
        "form": form,
        "can_raise": False,
        "review": queries.review_due(actor.service_id, actor.today()),
    }
    if form.is_valid():
        try:
            by = actions.Writer(actor.person_id, actor.role)
            asked = actions.record_review(actor.service_id, by, form.looked(), actor.now(), once=form.once)
        except AlreadyDone:
            return go("already-done", "team:policy")
        if isinstance(asked, actions.InTheWay):
            form.add_error(asked.field or None, asked.says)
        elif asked.permitted:
            return go("policy-reviewed", "team:policy")
        else:
            context["answer"] = asked.answer
    return render(request, "team/policy_reviewed.html", context)


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
