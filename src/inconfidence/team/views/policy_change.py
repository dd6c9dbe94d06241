"""A change of the policy, from its draft to the day it comes into force; a lead writes it."""

from typing import Any
from uuid import UUID

from django.http import Http404
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from inconfidence.audit.record import AlreadyDone
from inconfidence.editions import actions, queries, reading
from inconfidence.policy.vocabulary import Question
from inconfidence.team.access import asks
from inconfidence.team.forms.policy_review import AdoptForm, ReviewForm
from inconfidence.team.request import SignedIn
from inconfidence.team.words import LEADS
from inconfidence.web.forms import ServiceForm, take
from inconfidence.web.notices import go

GO_ON = "answers"
OURS = "a change of the service's own policy; nothing about a family"


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
    found = draft_of(request, draft_id)
    return render(request, "team/policy_draft.html", {"change": _page(request, found), "form": ServiceForm()})


@require_safe
@asks(None, why=OURS, roles=LEADS)
def effect(request: SignedIn, draft_id: UUID) -> HttpResponseBase:
    """What the change would do: the stories that would end in another way."""
    found = draft_of(request, draft_id)
    return render(
        request,
        "team/policy_effect.html",
        {"change": _page(request, found), "effect": queries.effect_of(found)},
    )


@require_safe
@asks(None, why=OURS, roles=LEADS)
def answers(request: SignedIn, draft_id: UUID, question: str) -> HttpResponseBase:
    """How often one question would be answered otherwise, with the smallest example of each difference.

    Millions of facts are asked: first comes a page that says so, which a browser keeps until the answers are there.
    """
    sentence = queries.asked_as(question)
    if sentence and GO_ON not in request.GET:
        draft_of(request, draft_id)
        asking = render(request, "team/policy_asking.html", {"sentence": sentence, "go_on": GO_ON})
        asking.headers["Refresh"] = f"0; url=?{GO_ON}"
        return asking
    found = queries.answers_that_change(request.actor.service_id, draft_id, question)
    if found is None:
        raise Http404
    return render(request, "team/policy_answers.html", {"change": draft_id, "answers": found})


@require_http_methods(["GET", "HEAD", "POST"])
@asks(None, why=OURS, roles=LEADS)
def review(request: SignedIn, draft_id: UUID) -> HttpResponseBase:
    """Record what a reviewer said of the draft as it was sent."""
    actor, found = request.actor, draft_of(request, draft_id)
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
    actor, found = request.actor, draft_of(request, draft_id)
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


def draft_of(request: SignedIn, draft_id: UUID) -> queries.DraftView:
    """The open change of this address, of the service of whoever asks."""
    found = queries.draft(request.actor.service_id, draft_id)
    if found is None:
        raise Http404
    return found


def _page(request: SignedIn, found: queries.DraftView) -> reading.ChangePage:
    edition = queries.in_force(request.actor.service_id, request.actor.today())
    return reading.change(found, reading.reviewers(edition))
