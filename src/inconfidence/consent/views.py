"""What the family agreed to: the history, a new answer, a form that came back, and asking others for records."""

from collections.abc import Mapping
from types import MappingProxyType
from urllib.parse import quote
from uuid import UUID

from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from inconfidence import codes
from inconfidence.cases.actions import NotRecorded
from inconfidence.cases.facts import CASE_ROLES
from inconfidence.cases.queries import NeedsReason, asked_for, case_head
from inconfidence.cases.sending import allowed, ask_why, sent
from inconfidence.cases.views.begin import asking_steps
from inconfidence.consent import actions, queries
from inconfidence.consent.forms import (
    AloudForm,
    ConsentForm,
    DecidingForm,
    RecordsForm,
    RemindForm,
    ReturnedForm,
)
from inconfidence.policy.explain import Answer
from inconfidence.team.access import asks, own_path
from inconfidence.team.queries import workers
from inconfidence.team.request import SignedIn
from inconfidence.web.forms import ServiceForm, take
from inconfidence.web.notices import go
from inconfidence.web.parts import IdentityBar, Link


@asks("may_see", roles=CASE_ROLES)
def history(request: SignedIn, reference: str) -> HttpResponseBase:
    """Who we may talk to now, and every answer there ever was."""
    found = queries.consent_page(request.actor, reference)
    if isinstance(found, NeedsReason):
        return ask_why(found)
    context = {
        "page": allowed(found),
        "identity": allowed(found).identity,
        "onward": own_path(request.GET.get("next", ""), ""),
    }
    return render(request, "consent/list.html", context)


@asks("may_see", roles=CASE_ROLES)
def new(request: SignedIn, reference: str) -> HttpResponseBase:
    """Record one answer."""
    page = queries.answer_page(request.actor, reference)
    return ask_why(page) if isinstance(page, NeedsReason) else _new(request, allowed(page))


def _new(request: SignedIn, page: queries.AnswerPage) -> HttpResponseBase:
    colleagues = {found.person_id: found.name for found in workers(request.actor)}
    kind = request.GET.get("kind", "")
    start = {"kind": kind} if codes.known("consent_kind", kind) else {}
    if page.young_person and request.GET.get("giver") == "young_person":
        start["giver"] = "young_person"
    form = take(
        request,
        ConsentForm,
        people=page.involved,
        named=page.named,
        workers=colleagues,
        matter=page.purpose,
        young_person=page.young_person,
        initial=start,
    )
    response = sent(
        form,
        lambda: actions.record_consent(
            request.actor, page.reference, form.details(), attachment=form.attachment(), once=form.once
        ),
        lambda came: _recorded(request, page, form, came),
        lambda: go("already-done", _next(request, page.reference)),
    )
    return response or _draw(request, page.identity, form, "consent/new.html")


def _recorded(
    request: SignedIn, page: queries.AnswerPage, form: ConsentForm, came: object
) -> HttpResponseBase:
    """On, with what became of it; an answer that may not be written down so stands above the form that keeps it.

    A no that leaves a yes standing leads to the page that says which, and from there on.
    """
    if isinstance(came, NotRecorded):
        told = {"told": came.answer, "step_actions": WAYS_ON}
        return _draw(request, page.identity, form, "consent/new.html", told)
    if isinstance(came, actions.StillYes):
        history, onward = reverse("consent:list", args=[page.reference]), request.GET.get("next", "")
        return go("consent-recorded", f"{history}?next={quote(onward)}" if onward else history)
    asked = form.cleaned_data["answer"] == "asked"
    return go("consent-asked" if asked else "consent-recorded", _next(request, page.reference))


WAYS_ON = {
    "state_necessity": Link("Say why below", "#id_necessity"),
    "name_recipients": Link("Say who below", "#id_recipients_0"),
    "ask_the_person": Link("Record their own answer below", "#id_giver_0"),
}


@asks("may_see", roles=CASE_ROLES)
def form_new(request: SignedIn, reference: str) -> HttpResponseBase:
    """Record that the permission form came back."""
    form = take(request, ReturnedForm)
    response = sent(
        form,
        lambda: actions.record_form_returned(
            request.actor, reference, form.details(), attachment=form.attachment(), once=form.once
        ),
        lambda _: go("form-returned", _next(request, reference)),
        lambda: go("already-done", _next(request, reference)),
    )
    if response:
        return response
    head = case_head(request.actor, reference)
    return (
        ask_why(head)
        if isinstance(head, NeedsReason)
        else _draw(request, allowed(head).identity, form, "consent/form_new.html")
    )


@require_safe
@asks("may_see", roles=CASE_ROLES)
def forms_out(request: SignedIn) -> HttpResponseBase:
    """The forms that are out on one's own cases."""
    found = queries.forms_out(request.actor, asked_for(request.GET.get("page", "")))
    return render(request, "consent/forms_out.html", {"found": found})


@asks("may_see", roles=CASE_ROLES)
def form_aloud(request: SignedIn, reference: str) -> HttpResponseBase:
    """Go through the form aloud, and write down each answer."""
    found = queries.aloud_page(request.actor, reference)
    if isinstance(found, NeedsReason):
        return ask_why(found)
    page = allowed(found)
    form = take(request, AloudForm, initial=dict(page.before))
    response = sent(
        form,
        lambda: actions.go_through_aloud(request.actor, reference, form.details(), once=form.once),
        lambda came: go(
            "form-gone-through" if came.missing else "form-aloud", _next(request, page.reference)
        ),
        lambda: go("already-done", _next(request, page.reference)),
    )
    return response or _draw(request, page.identity, form, "consent/form_aloud.html", {"page": page})


@asks("may_contact", roles=CASE_ROLES)
def form_remind(request: SignedIn, reference: str) -> HttpResponseBase:
    """Remind somebody of their form, in a way by which they may be reached, and write it down."""
    found = queries.remind_page(request.actor, reference)
    if isinstance(found, NeedsReason):
        return ask_why(found)
    page = allowed(found)
    form = take(request, RemindForm, ways=page.open_ways)
    response = sent(
        form,
        lambda: actions.record_reminder(request.actor, reference, form.details(), once=form.once),
        lambda came: _reminded(request, page, form, came),
        lambda: go("already-done", "consent:forms_out"),
    )
    return response or _draw(request, page.identity, form, "consent/form_remind.html", {"page": page})


def _reminded(
    request: SignedIn, page: queries.RemindPage, form: RemindForm, came: object
) -> HttpResponseBase:
    if isinstance(came, actions.NotReminded):
        told = {"told": came.answer, "page": page}
        return _draw(request, page.identity, form, "consent/form_remind.html", told)
    return go("form-reminded", "consent:forms_out")


@asks("may_obtain", roles=CASE_ROLES)
def records_new(request: SignedIn, reference: str) -> HttpResponseBase:
    """Ask somebody for records: the answer first, then that we asked."""
    found = queries.records_page(request.actor, reference)
    if isinstance(found, NeedsReason):
        return ask_why(found)
    page = allowed(found)
    form = take(request, RecordsForm, people=page.involved)
    sure = request.POST.get("press") == "asked"
    request.nothing_typed = not sure and form.only_chosen
    response = sent(
        form,
        lambda: actions.ask_for_records(request.actor, reference, form.details(), sure=sure, once=form.once),
        lambda came: _asked(request, page, form, came),
        lambda: go("already-done", "desk:case", page.reference),
    )
    return response or _draw_records(request, page, form)


def _asked(request: SignedIn, page: queries.RecordsPage, form: RecordsForm, came: object) -> HttpResponseBase:
    if isinstance(came, actions.NotAsked):
        return _draw_records(request, page, form, came.answer)
    return go("records-asked", "desk:case", page.reference)


def _draw_records(
    request: SignedIn, page: queries.RecordsPage, form: RecordsForm, answer: Answer | None = None
) -> HttpResponseBase:
    steps = asking_steps(page.reference, reverse("consent:records_new", args=[page.reference]))
    context = {
        "page": page,
        "identity": page.identity,
        "form": form,
        "answer": answer,
        "step_actions": steps | {"state_need": Link("Write it below", "#id_need")},
    }
    return render(request, "consent/records_new.html", context)


@require_safe
@asks("may_see", roles=CASE_ROLES)
def decisions(request: SignedIn, reference: str) -> HttpResponseBase:
    """The decisions of a case in which somebody helps or acts."""
    found = queries.decisions_page(request.actor, reference)
    if isinstance(found, NeedsReason):
        return ask_why(found)
    return render(
        request, "consent/decisions.html", {"page": allowed(found), "identity": allowed(found).identity}
    )


@asks("may_see", roles=CASE_ROLES)
def decision_new(request: SignedIn, reference: str) -> HttpResponseBase:
    """Write down a decision in which somebody helps or acts."""
    return _decision(request, reference, None, "consent/decision_new.html")


@asks("may_see", roles=CASE_ROLES)
def decision(request: SignedIn, reference: str, decision_id: UUID) -> HttpResponseBase:
    """One decision with everything written down about it, and one more entry."""
    return _decision(request, reference, decision_id, "consent/decision.html")


def _decision(request: SignedIn, reference: str, one: UUID | None, template: str) -> HttpResponseBase:
    found = queries.decisions_page(request.actor, reference, one)
    if isinstance(found, NeedsReason):
        return ask_why(found)
    page = allowed(found)
    theirs = page.one.theirs if page.one else page.young_person
    form = take(request, DecidingForm, people=page.involved, young_person=theirs, new=one is None)
    response = sent(
        form,
        lambda: actions.record_deciding(
            request.actor, reference, form.details(), decision=one, once=form.once
        ),
        lambda came: go("deciding-recorded", "consent:decision", page.reference, came),
        lambda: go("already-done", "consent:decisions", page.reference),
    )
    return response or _draw(request, page.identity, form, template, {"page": page})


def _next(request: SignedIn, reference: str) -> str:
    """Back to the question this was recorded for, if there was one; else to the history."""
    return own_path(request.GET.get("next", ""), reverse("consent:list", args=[reference]))


def _draw(
    request: SignedIn,
    identity: IdentityBar,
    form: ServiceForm,
    template: str,
    more: Mapping[str, object] = MappingProxyType({}),
) -> HttpResponseBase:
    back = Link("Back to what was agreed", f"/cases/{identity.reference}/consent/")
    return render(request, template, {"form": form, "identity": identity, "cancel": back, **more})
