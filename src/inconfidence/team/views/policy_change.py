"""A change of the policy, from its draft to the day it comes into force; a lead writes it."""

from collections.abc import Callable, Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.http import Http404
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from inconfidence.audit.record import AlreadyDone
from inconfidence.editions import actions, queries, reading, writing
from inconfidence.policy.loading import Fault
from inconfidence.policy.register import ENTRIES
from inconfidence.policy.vocabulary import Question
from inconfidence.team.access import asks
from inconfidence.team.forms.policy_change import FileForm, HeadForm, SilentForm, StatementForm
from inconfidence.team.forms.policy_review import AdoptForm, ReviewForm
from inconfidence.team.forms.policy_values import DraftForm
from inconfidence.team.request import SignedIn
from inconfidence.team.words import LEADS
from inconfidence.web.forms import ServiceForm, take
from inconfidence.web.notices import go

OURS = "a change of the service's own policy; nothing about a family"
STALE = "Somebody else changed this draft meanwhile. What you typed is still here: look at the draft, and send it again"


@require_http_methods(["GET", "HEAD", "POST"])
@asks(None, why=OURS, roles=LEADS)
def changes(request: SignedIn) -> HttpResponseBase:
    """The changes that are being written; a new one begins with the policy in force."""
    actor = request.actor
    form = take(request, ServiceForm)
    if form.is_valid():
        try:
            begun = actions.begin_draft(actor.service_id, actor.person_id, actor.now(), once=form.once)
        except AlreadyDone:
            return go("already-done", "team:policy_changes")
        return redirect("team:policy_draft", begun)
    found = [_page(request, each) for each in queries.drafts(actor.service_id)]
    return render(request, "team/policy_changes.html", {"form": form, "drafts": found})


@require_safe
@asks(None, why=OURS, roles=LEADS)
def draft(request: SignedIn, draft_id: UUID) -> HttpResponseBase:
    """One change: what it says now, and what comes next."""
    found = _draft(request, draft_id)
    return render(request, "team/policy_draft.html", {"change": _page(request, found), "form": ServiceForm()})


@require_http_methods(["GET", "HEAD", "POST"])
@asks(None, why=OURS, roles=LEADS)
def statement(request: SignedIn, draft_id: UUID, clause_id: str) -> HttpResponseBase:
    """Change a statement and every value it sets, or leave it out."""
    found = _draft(request, draft_id)
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
        return _written(
            request, found, form, lambda text: writing.without_statement(text, clause_id), context
        )
    return _written(request, found, form, lambda text: _restated(text, form, clause_id), context)


def _restated(text: str, form: StatementForm, clause_id: str) -> str:
    typed = form.cleaned_data
    text = writing.reworded(text, clause_id, ref=typed["ref"], says=typed["says"])
    for rule in form.rules:
        text = writing.with_values(text, clause_id, rule, form.values(rule))
    return text


@require_http_methods(["GET", "HEAD", "POST"])
@asks(None, why=OURS, roles=LEADS)
def silent(request: SignedIn, draft_id: UUID, rule: str) -> HttpResponseBase:
    """Say in our own policy what law or default say for us now."""
    found = _draft(request, draft_id)
    if rule not in ENTRIES:
        raise Http404
    form = take(request, SilentForm, rule=rule, edition=found.after, initial={"version": found.version})
    context = {"heading": "Say it in our policy", "rules": _without_values([rule])}
    return _written(request, found, form, lambda text: _said(text, form, rule), context)


def _said(text: str, form: SilentForm, rule: str) -> str:
    values, new = form.values(rule), form.new_statement()
    if new is None:
        return writing.with_values(text, form.cleaned_data["statement"], rule, values)
    return writing.with_statement(text, new, rule, values)


@require_http_methods(["GET", "HEAD", "POST"])
@asks(None, why=OURS, roles=LEADS)
def head(request: SignedIn, draft_id: UUID) -> HttpResponseBase:
    """Change the title, the names of posts and the words for people."""
    found = _draft(request, draft_id)
    form = take(request, HeadForm, edition=found.after, initial={"version": found.version})
    context = {"heading": "Titles and words", "rules": []}
    return _written(request, found, form, lambda text: writing.with_header(text, form.changes()), context)


@require_http_methods(["GET", "HEAD", "POST"])
@asks(None, why=OURS, roles=LEADS)
def file(request: SignedIn, draft_id: UUID) -> HttpResponseBase:
    """Put a whole file in place of the draft."""
    found = _draft(request, draft_id)
    form = take(request, FileForm, initial={"version": found.version})
    context = {"heading": "A policy file in place of this draft", "rules": []}
    if form.is_valid():
        try:
            text = form.text()
        except forms.ValidationError as wrong:
            form.add_error("policy_file", wrong)
        else:
            return _written(request, found, form, lambda _: text, context)
    return _drawn(request, found, form, context)


def _written(
    request: SignedIn,
    found: queries.DraftView,
    form: DraftForm,
    write: Callable[[str], str],
    context: dict[str, Any],
) -> HttpResponseBase:
    """Save the draft as `write` makes it, or show the form with what is in the way: nothing is saved by half."""
    if not form.is_valid():
        return _drawn(request, found, form, context)
    actor = request.actor
    saved = actions.change_draft(
        found.id, actor.service_id, actor.person_id, form.cleaned_data["version"], write, actor.now()
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


@require_safe
@asks(None, why=OURS, roles=LEADS)
def effect(request: SignedIn, draft_id: UUID) -> HttpResponseBase:
    """What the change would do: the stories that would end in another way."""
    found = _draft(request, draft_id)
    return render(
        request,
        "team/policy_effect.html",
        {"change": _page(request, found), "effect": queries.effect_of(found)},
    )


@require_safe
@asks(None, why=OURS, roles=LEADS)
def answers(request: SignedIn, draft_id: UUID, question: str) -> HttpResponseBase:
    """How often one question would be answered otherwise, with the smallest example of each difference."""
    found = queries.answers_that_change(request.actor.service_id, draft_id, question)
    if found is None:
        raise Http404
    return render(request, "team/policy_answers.html", {"change": draft_id, "answers": found})


@require_http_methods(["GET", "HEAD", "POST"])
@asks(None, why=OURS, roles=LEADS)
def review(request: SignedIn, draft_id: UUID) -> HttpResponseBase:
    """Record what a reviewer said of the draft as it was sent."""
    actor, found = request.actor, _draft(request, draft_id)
    page = _page(request, found)
    titles = {each.role: each.title for each in page.reviewers}
    form = take(request, ReviewForm, today=actor.today(), titles=titles, initial={"on": actor.today()})
    if form.is_valid():
        try:
            by = actions.Writer(actor.person_id, actor.role)
            done = actions.review_draft(
                draft_id, actor.service_id, by, form.said(), actor.now(), once=form.once
            )
        except AlreadyDone:
            return go("already-done", "team:policy_draft", draft_id)
        if not isinstance(done, actions.InTheWay):
            return go("review-recorded" if done else "draft-not-sent", "team:policy_draft", draft_id)
        form.add_error(done.field or None, done.says)
    return render(request, "team/policy_review.html", {"form": form, "change": page})


@require_http_methods(["GET", "HEAD", "POST"])
@asks(Question.MAY_ADOPT, roles=LEADS)
def adopt(request: SignedIn, draft_id: UUID) -> HttpResponseBase:
    """Bring the draft into force from a day on, if the policy agrees."""
    actor, found = request.actor, _draft(request, draft_id)
    form = take(request, AdoptForm, today=actor.today(), initial={"in_force_from": actor.today()})
    context: dict[str, Any] = {"form": form, "change": _page(request, found), "can_raise": False}
    if form.is_valid():
        begin = form.cleaned_data["in_force_from"]
        try:
            asked = actions.adopt_draft(
                draft_id,
                actor.service_id,
                actor.person_id,
                begin,
                form.minute(),
                actor.now(),
                once=form.once,
            )
        except AlreadyDone:
            return go("already-done", "team:policy_versions")
        if asked is None:
            raise Http404
        if isinstance(asked, actions.InTheWay):
            form.add_error(asked.field or None, asked.says)
        elif isinstance(asked, tuple):
            context["faults"] = [reading.in_the_way(each) for each in asked]
        elif asked.permitted:
            return go("policy-adopted", "team:policy_versions")
        else:
            context["answer"] = asked.answer
    return render(request, "team/policy_adopt.html", context)


def _draft(request: SignedIn, draft_id: UUID) -> queries.DraftView:
    found = queries.draft(request.actor.service_id, draft_id)
    if found is None:
        raise Http404
    return found


def _page(request: SignedIn, found: queries.DraftView) -> reading.ChangePage:
    edition = queries.in_force(request.actor.service_id, request.actor.today())
    return reading.change(found, reading.reviewers(edition))


def _without_values(rules: Iterable[str]) -> list[str]:
    """The sentences of rules that have no field to stand beside."""
    return [ENTRIES[rule].sentence for rule in rules if not ENTRIES[rule].parameters]
