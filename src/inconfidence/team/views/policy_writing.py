"""A draft of the policy is written in forms: its statements, what it does not say yet, its head, or a whole file."""

from collections.abc import Callable, Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.http import Http404
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from inconfidence.editions import actions, queries, reading, writing
from inconfidence.policy.loading import Fault
from inconfidence.policy.register import ENTRIES
from inconfidence.team.access import asks
from inconfidence.team.forms.policy_change import FileForm, PromiseForm, SilentForm, StatementForm
from inconfidence.team.forms.policy_head import HeadForm
from inconfidence.team.forms.policy_values import DraftForm
from inconfidence.team.request import SignedIn
from inconfidence.team.views.policy import policy_file
from inconfidence.team.views.policy_change import OURS, draft_of
from inconfidence.team.words import LEADS
from inconfidence.web.forms import ServiceForm, take
from inconfidence.web.notices import go

STALE = "Somebody else changed this draft meanwhile. What you typed is still here: look at the draft, and send it again"


@require_http_methods(["GET", "HEAD", "POST"])
@asks(None, why=OURS, roles=LEADS)
def statement(request: SignedIn, draft_id: UUID, clause_id: str) -> HttpResponseBase:
    """Change a statement and every value it sets, or leave it out."""
    found = draft_of(request, draft_id)
    clause = next((each for each in found.after.clauses if each.id == clause_id), None)
    if clause is None:
        raise Http404
    form = take(
        request, StatementForm, clause=clause, edition=found.after, initial={"version": found.version}
    )
    context = {
        "heading": f"{clause.ref} ({clause.id})",
        "rules": _without_values(each.rule for each in clause.effects),
        "may_drop": True,
    }
    if request.method == "POST" and "leave-out" in request.POST:
        gone = take(request, DraftForm, initial={"version": found.version})
        if gone.is_valid():
            return _written(
                request, found, form, lambda text: writing.without_statement(text, clause_id), context, gone
            )
    return _written(request, found, form, form.write, context)


@require_http_methods(["GET", "HEAD", "POST"])
@asks(None, why=OURS, roles=LEADS)
def silent(request: SignedIn, draft_id: UUID, rule: str) -> HttpResponseBase:
    """Say in our own policy what law, default or nobody says for us now; or say it once more."""
    found = draft_of(request, draft_id)
    if rule not in ENTRIES:
        raise Http404
    form = take(request, SilentForm, rule=rule, edition=found.after, initial={"version": found.version})
    context = {"heading": "Say it in our policy", "rules": _without_values([rule])}
    return _written(request, found, form, form.write, context)


@require_http_methods(["GET", "HEAD", "POST"])
@asks(None, why=OURS, roles=LEADS)
def promise(request: SignedIn, draft_id: UUID) -> HttpResponseBase:
    """Add a statement that no answer rests on."""
    found = draft_of(request, draft_id)
    form = take(request, PromiseForm, edition=found.after, initial={"version": found.version})
    return _written(request, found, form, form.write, {"heading": "A promise of our policy", "rules": []})


@require_POST
@asks(None, why=OURS, roles=LEADS)
def put_back(request: SignedIn, draft_id: UUID, clause_id: str) -> HttpResponseBase:
    """Put a statement back that was left out, where it stood and as it was."""
    found = draft_of(request, draft_id)
    gone = {each.id for each in found.before.clauses} - {each.id for each in found.after.clauses}
    if clause_id not in gone:
        raise Http404
    form = DraftForm(request.POST)
    context = {"heading": f"Put back {clause_id}", "rules": []}
    return _written(
        request, found, form, lambda text: writing.put_back(text, found.text_before, clause_id), context
    )


@require_http_methods(["GET", "HEAD", "POST"])
@asks(None, why=OURS, roles=LEADS)
def head(request: SignedIn, draft_id: UUID) -> HttpResponseBase:
    """Change the title, the dates, who reviews it, the names of posts and the words for people."""
    found = draft_of(request, draft_id)
    start = {"version": found.version}
    form = take(request, HeadForm, edition=found.after, today=request.actor.today(), initial=start)
    context = {"heading": "Titles, dates and words", "rules": []}
    return _written(request, found, form, form.write, context)


@require_http_methods(["GET", "HEAD", "POST"])
@asks(None, why=OURS, roles=LEADS)
def file(request: SignedIn, draft_id: UUID) -> HttpResponseBase:
    """Put a whole file in place of the draft."""
    found = draft_of(request, draft_id)
    form = take(request, FileForm, initial={"version": found.version})
    context = {"heading": "A policy file in place of this draft", "rules": [], "takes_file": True}
    if form.is_valid():
        try:
            text = form.text()
        except forms.ValidationError as wrong:
            form.add_error("policy_file", wrong)
        else:
            return _written(request, found, form, lambda _: text, context)
    return _drawn(request, found, form, context)


@require_safe
@asks(None, why=OURS, roles=LEADS)
def download(request: SignedIn, draft_id: UUID) -> HttpResponseBase:
    """The draft as its file, for whoever reviews it or works on it elsewhere."""
    return policy_file(draft_of(request, draft_id).text, "draft.toml")


def _written(
    request: SignedIn,
    found: queries.DraftView,
    form: DraftForm,
    write: Callable[[str], str],
    context: dict[str, Any],
    sent: DraftForm | None = None,
) -> HttpResponseBase:
    """Save the draft as `write` makes it, or show the form with what is in the way: nothing is saved by half.

    `sent` is what was sent where that is less than the whole form.
    """
    checked = sent or form
    if not checked.is_valid():
        return _drawn(request, found, form, context)
    actor = request.actor
    saved = actions.change_draft(
        found.id, actor.service_id, actor.person_id, checked.cleaned_data["version"], write, actor.now()
    )
    if saved is None:
        raise Http404
    if isinstance(saved, int):
        return go("draft-saved", "team:policy_draft", found.id)
    if isinstance(saved, actions.Meanwhile):
        form.seen_again(saved.version)
        form.add_error(None, STALE)
        return _drawn(request, found, form, context)
    return _drawn(request, found, form, context, saved)


def _drawn(
    request: SignedIn,
    found: queries.DraftView,
    form: ServiceForm,
    context: dict[str, Any],
    faults: tuple[Fault, ...] = (),
) -> HttpResponseBase:
    return render(
        request,
        "team/policy_edit.html",
        context | {"form": form, "change": found.id, "faults": [reading.in_the_way(each) for each in faults]},
    )


def _without_values(rules: Iterable[str]) -> list[str]:
    """The sentences of rules that have no field to stand beside."""
    return [ENTRIES[rule].sentence for rule in rules if not ENTRIES[rule].parameters]
