"""Meetings: adding one, changing one, what came of it, and the entry for somebody's calendar."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from inconfidence.cases import actions, queries
from inconfidence.cases.facts import CASE_ROLES
from inconfidence.cases.forms.meetings import ChangeMeetingForm, MeetingForm, OutcomeForm, meeting_as_typed
from inconfidence.cases.sending import allowed, ask_why, sent
from inconfidence.cases.views.begin import first_contact_steps
from inconfidence.team.access import asks
from inconfidence.team.request import SignedIn
from inconfidence.web.forms import take
from inconfidence.web.notices import go
from inconfidence.web.parts import Link


@asks("may_begin_casework", roles=CASE_ROLES)
def new(request: SignedIn, reference: str) -> HttpResponseBase:
    """Add a meeting."""
    found = queries.meeting_desk(request.actor, reference)
    if isinstance(found, queries.NeedsReason):
        return ask_why(found)
    desk = allowed(found)
    form = take(request, MeetingForm, people=desk.people, today=desk.today)
    context: dict[str, Any] = {}
    response = sent(
        form,
        lambda: actions.add_meeting(request.actor, reference, form.details(), once=form.once),
        lambda came: _added(request, desk, came, context),
        lambda: go("already-done", "desk:case", reference),
    )
    if response is not None and not context:
        return response
    return _page(request, "cases/meeting_new.html", desk.head, {"form": form} | context)


def _added(
    request: SignedIn,
    desk: queries.MeetingDesk,
    came: object,
    context: dict[str, Any],
) -> HttpResponseBase:
    """To the letter, unless its time has passed, or to the meeting; a no to work stands above the form."""
    if isinstance(came, actions.NotBegun):
        context |= {"answer": came.answer, "step_actions": first_contact_steps(desk.head.reference)}
        return HttpResponse()
    assert isinstance(came, actions.MeetingSaved)
    if request.POST.get("press") == "letter" and not came.past:
        letter = reverse("cases:letter_new", args=[desk.head.reference])
        return go("meeting-added", f"{letter}?letter=meeting_confirmed&meeting={came.item_id}")
    notice = "meeting-past" if came.past else "meeting-added"
    return go(notice, "cases:meeting", desk.head.reference, came.item_id)


@require_safe
@asks("may_see", roles=CASE_ROLES)
def one(request: SignedIn, reference: str, meeting_id: UUID) -> HttpResponseBase:
    """A meeting, what it said before, and room for what came of it."""
    return _one(request, reference, meeting_id, take(request, OutcomeForm))


def _one(
    request: SignedIn,
    reference: str,
    meeting_id: UUID,
    form: OutcomeForm,
    context: Mapping[str, Any] | None = None,
) -> HttpResponseBase:
    found = queries.meeting(request.actor, reference, meeting_id)
    if isinstance(found, queries.NeedsReason):
        return ask_why(found)
    meeting = allowed(found)
    if not form.is_bound:
        form.initial = meeting.typed
    if not meeting.asks_room:
        del form.fields["shared_space"]
    shown = {"meeting": meeting, "form": form} | dict(context or {})
    return _page(request, "cases/meeting.html", meeting.head, shown)


def _told(no: actions.NotRecorded) -> dict[str, Any]:
    """Why what came of it is not written down, above the form that keeps it, with the ways on."""
    links = {
        "state_relevance": Link("Say what it bears on", "#id_outcome"),
        "leave_out_irrelevant": Link("Leave it out", "#id_outcome"),
    }
    return {"told": no.answer, "step_actions": links}


@asks("may_see", roles=CASE_ROLES, then=("may_record",))
def outcome(request: SignedIn, reference: str, meeting_id: UUID) -> HttpResponseBase:
    """Write down what came of a meeting."""
    form = take(request, OutcomeForm)
    response = sent(
        form,
        lambda: actions.record_outcome(
            request.actor,
            reference,
            meeting_id,
            form.cleaned_data["outcome"],
            marks=form.marks(),
            relevant=form.cleaned_data["bears"] != "no",
            shared_space=form.cleaned_data["shared_space"],
            version=form.shown_version(),
            once=form.once,
        ),
        lambda came: _came(request, reference, meeting_id, form, came),
        lambda: go("already-done", "cases:meeting", reference, meeting_id),
    )
    return response or _one(request, reference, meeting_id, form)


def _came(
    request: SignedIn, reference: str, meeting_id: UUID, form: OutcomeForm, came: object
) -> HttpResponseBase:
    if isinstance(came, actions.NotRecorded):
        return _one(request, reference, meeting_id, form, _told(came))
    if isinstance(came, actions.MeetingTheirs):
        form.now_at(came.now.version, came.now.marks)
        return _one(request, reference, meeting_id, form, {"theirs": came.now})
    return go("saved", *_after(form, reference, meeting_id))


def _after(
    form: OutcomeForm | ChangeMeetingForm, reference: str, meeting_id: UUID
) -> tuple[str, str] | tuple[str, str, UUID]:
    """To the meeting; to the case once the meeting stays closed until somebody says why they need it."""
    if form.marks().sensitivity == queries.CLOSED:
        return "desk:case", reference
    return "cases:meeting", reference, meeting_id


@asks("may_see", roles=CASE_ROLES)
def change(request: SignedIn, reference: str, meeting_id: UUID) -> HttpResponseBase:
    """Move or change a meeting."""
    found = queries.meeting_desk(request.actor, reference)
    if isinstance(found, queries.NeedsReason):
        return ask_why(found)
    desk = allowed(found)
    options: dict[str, Any] = {"people": desk.people, "today": desk.today}
    if request.method != "POST":
        return _change_page(request, desk, meeting_id, None, options)
    form = take(request, ChangeMeetingForm, **options)
    context: dict[str, Any] = {}
    response = sent(
        form,
        lambda: actions.change_meeting(
            request.actor, reference, meeting_id, form.details(), version=form.shown_version(), once=form.once
        ),
        lambda came: _changed(desk, meeting_id, form, came, context),
        lambda: go("already-done", "cases:meeting", reference, meeting_id),
    )
    if response is not None and not context:
        return response
    return _change_page(request, desk, meeting_id, form, options, context)


def _changed(
    desk: queries.MeetingDesk,
    meeting_id: UUID,
    form: ChangeMeetingForm,
    came: object,
    context: dict[str, Any],
) -> HttpResponseBase:
    """Somebody else's change is shown beside what was typed; sending again then replaces it knowingly."""
    if isinstance(came, actions.MeetingTheirs):
        form.now_at(came.now.version, came.now.marks)
        context["theirs"] = came.now
        return HttpResponse()
    assert isinstance(came, actions.MeetingSaved)
    notice = "meeting-past" if came.past else "meeting-changed"
    return go(notice, *_after(form, desk.head.reference, meeting_id))


def _change_page(
    request: SignedIn,
    desk: queries.MeetingDesk,
    meeting_id: UUID,
    form: ChangeMeetingForm | None,
    options: dict[str, Any],
    context: Mapping[str, Any] | None = None,
) -> HttpResponseBase:
    found = queries.meeting(request.actor, desk.head.reference, meeting_id)
    if isinstance(found, queries.NeedsReason):
        return ask_why(found)
    meeting = allowed(found)
    shown = form or take(
        request, ChangeMeetingForm, initial=meeting_as_typed(meeting.typed, desk.today), **options
    )
    cancel = Link("Back to the meeting", reverse("cases:meeting", args=[desk.head.reference, meeting_id]))
    more = {"form": shown, "cancel": cancel} | dict(context or {})
    return _page(request, "cases/meeting_change.html", meeting.head, more)


@require_safe
@asks("may_see", roles=CASE_ROLES)
def calendar(request: SignedIn, reference: str, meeting_id: UUID) -> HttpResponseBase:
    """The entry for a calendar: time, place and reference, and nothing else."""
    found = queries.calendar(request.actor, reference, meeting_id)
    if isinstance(found, queries.NeedsReason):
        return ask_why(found)
    response = HttpResponse(allowed(found), content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="meeting.ics"'
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "no-store"
    return response


def _page(
    request: SignedIn, template: str, head: queries.CaseHead, context: Mapping[str, Any]
) -> HttpResponseBase:
    back = Link("Back to the case", reverse("desk:case", args=[head.reference]))
    return render(
        request, template, {"identity": head.identity, "case": head, "cancel": back} | dict(context)
    )
