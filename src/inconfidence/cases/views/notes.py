"""Notes: writing one, changing one, and everything one ever said."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from inconfidence.cases import actions, queries
from inconfidence.cases.facts import CASE_ROLES
from inconfidence.cases.forms import (
    ChangeNoteForm,
    NeedForm,
    NewNoteForm,
    NoteForm,
    note_as_typed,
    picked_minutes,
)
from inconfidence.cases.sending import allowed, ask_why, sent
from inconfidence.team.access import asks
from inconfidence.team.request import SignedIn
from inconfidence.web.forms import take
from inconfidence.web.notices import go
from inconfidence.web.parts import Link


@asks("may_see", roles=CASE_ROLES, then=("may_record",))
def new(request: SignedIn, reference: str) -> HttpResponseBase:
    """Write a note, on this case and on the same person's others."""
    if request.method != "POST":
        return _new_page(request, reference, None)
    form = take(request, NewNoteForm)
    response = sent(
        form,
        lambda: actions.add_note(
            request.actor, reference, form.with_others(request.actor.today(), _duty(request)), once=form.once
        ),
        lambda answer: _added(request, reference, form, answer),
        lambda: go("already-done", "desk:case", reference),
    )
    return response or _new_page(request, reference, form)


def _added(request: SignedIn, reference: str, form: NewNoteForm, answer: object) -> HttpResponseBase:
    if isinstance(answer, actions.NotRecorded):
        return _new_page(request, reference, form, answer)
    return go("note-added", *_after(request, reference))


def _duty(request: SignedIn) -> UUID | None:
    """What was due when somebody pressed Log on their day."""
    try:
        return UUID(request.GET.get("due", ""))
    except ValueError:
        return None


def _after(request: SignedIn, reference: str) -> tuple[str, ...]:
    """To a fresh note when that was asked for; to the day when it was logged from there; else to the case."""
    if request.POST.get("press") == "new":
        return ("cases:note_new", reference)
    return ("desk:day",) if "due" in request.GET else ("desk:case", reference)


def _new_page(
    request: SignedIn,
    reference: str,
    sent_form: NewNoteForm | None,
    told: actions.NotRecorded | None = None,
) -> HttpResponseBase:
    found = queries.note_desk(request.actor, reference, _duty(request))
    if isinstance(found, queries.NeedsReason):
        return ask_why(found)
    desk = allowed(found)
    usual = {"method": desk.usual_method, "with_whom": desk.usual_with} | picked_minutes(desk.usual_minutes)
    if "due" in request.GET:
        usual["direction"] = "out"
    form = sent_form or take(request, NewNoteForm, initial=usual)
    form.about(desk.matters)
    form.offer([(row.reference, _other(row)) for row in desk.siblings], desk.due, desk.open_too)
    return _page(request, "cases/note_new.html", desk.head, form, _told(form, told))


def _told(form: NoteForm, told: actions.NotRecorded | None) -> dict[str, Any]:
    """Why a note is not written down, above the form that keeps it, with the ways on."""
    if told is None:
        return {}
    form.reminded = told.reminds
    links = {
        "state_relevance": Link("Say what it bears on", "#id_bears_on_0"),
        "leave_out_irrelevant": Link("Leave it out", "#id_text"),
    }
    return {"told": told.answer, "step_actions": links}


def _other(row: queries.CaseRow) -> str:
    about = ", ".join(part for part in (row.child, row.issue) if part)
    return f"{row.reference}: {about}" if about else row.reference


@asks("may_see", roles=CASE_ROLES, then=("may_record",))
def change(request: SignedIn, reference: str, note_id: UUID) -> HttpResponseBase:
    """Change what a note says."""
    if request.method != "POST":
        return _change_page(request, reference, note_id, None)
    form = take(request, ChangeNoteForm)
    response = sent(
        form,
        lambda: actions.change_note(
            request.actor, reference, note_id, form.details(), version=form.shown_version(), once=form.once
        ),
        lambda answer: _changed(request, reference, note_id, form, answer),
        lambda: go("already-done", "cases:note", reference, note_id),
    )
    return response or _change_page(request, reference, note_id, form)


def _changed(
    request: SignedIn,
    reference: str,
    note_id: UUID,
    form: ChangeNoteForm,
    answer: object,
) -> HttpResponseBase:
    """Somebody else's change is shown beside what was typed; sending again then replaces it knowingly."""
    if isinstance(answer, actions.NotRecorded):
        return _change_page(request, reference, note_id, form, _told(form, answer))
    if isinstance(answer, actions.ClosedMeanwhile):
        return _closed_page(request, reference, note_id, form)
    if not isinstance(answer, actions.Theirs):
        return go("note-changed", "cases:note", reference, note_id)
    return _change_page(request, reference, note_id, form, moved=True)


def _change_page(
    request: SignedIn,
    reference: str,
    note_id: UUID,
    sent_form: ChangeNoteForm | None,
    context: Mapping[str, Any] | None = None,
    *,
    moved: bool = False,
) -> HttpResponseBase:
    found = queries.note_history(request.actor, reference, note_id)
    if isinstance(found, queries.NeedsReason):
        return ask_why(found)
    if found is None and (typed := sent_form or _kept(request)):
        return _closed_page(request, reference, note_id, typed)
    note = allowed(found)
    form = sent_form or take(request, ChangeNoteForm, initial=note_as_typed(note.typed))
    form.about(note.matters)
    if moved or (form.given_back and form.older_than(note.versions[0].version)):
        context = _side_by_side(form, note)
    cancel = Link("Back to the note", reverse("cases:note", args=[note.head.reference, note_id]))
    return _page(request, "cases/note_change.html", note.head, form, {"cancel": cancel} | dict(context or {}))


def _kept(request: SignedIn) -> ChangeNoteForm | None:
    """What was being typed here before, if anything was."""
    form = take(request, ChangeNoteForm)
    return form if form.given_back else None


def _closed_page(request: SignedIn, reference: str, note_id: UUID, form: ChangeNoteForm) -> HttpResponseBase:
    """What was typed about a note that somebody has closed meanwhile; no word of the note itself."""
    asked = queries.need_asked(request.actor, reference, note_id)
    if isinstance(asked, queries.NeedsReason):
        return ask_why(asked)
    allowed(asked)
    found = queries.case_head(request.actor, reference)
    if isinstance(found, queries.NeedsReason):
        return ask_why(found)
    return _page(request, "cases/note_change.html", allowed(found), form, {"closed": note_id})


def _side_by_side(form: ChangeNoteForm, note: queries.NoteHistory) -> dict[str, Any]:
    """Both texts, where both were changed, and every other answer in which the two differ."""
    theirs, mine = note.versions[0], str(form["text"].value() or "")
    differing = form.beside(note_as_typed(note.typed), theirs.version)
    stands = str(form["text"].value() or "") == mine
    return {"theirs": theirs, "mine": mine if stands else "", "differing": differing}


@require_safe
@asks("may_see", roles=CASE_ROLES)
def history(request: SignedIn, reference: str, note_id: UUID) -> HttpResponseBase:
    """What a note says, and what it said before."""
    found = queries.note_history(request.actor, reference, note_id)
    if isinstance(found, queries.NeedsReason):
        return ask_why(found)
    note = allowed(found)
    context = {"identity": note.head.identity, "case": note.head, "note": note}
    return render(request, "cases/note.html", context)


@asks("may_see", roles=CASE_ROLES)
def need(request: SignedIn, reference: str, marked_id: UUID) -> HttpResponseBase:
    """Say why one marked note or document is needed."""
    form = take(request, NeedForm)
    response = sent(
        form,
        lambda: actions.give_need(
            request.actor, reference, marked_id, form.cleaned_data["words"], once=form.once
        ),
        lambda _: go("reason-given", "desk:case", reference),
        lambda: go("already-done", "desk:case", reference),
    )
    if response:
        return response
    asked = queries.need_asked(request.actor, reference, marked_id)
    if isinstance(asked, queries.NeedsReason):
        return ask_why(asked)
    allowed(asked)
    return render(request, "cases/need.html", {"form": form, "reference": reference.upper()})


def _page(
    request: SignedIn,
    template: str,
    head: queries.CaseHead,
    form: NewNoteForm | ChangeNoteForm,
    context: Mapping[str, Any] | None = None,
) -> HttpResponseBase:
    back = Link("Back to the case", reverse("desk:case", args=[head.reference]))
    shown = {"form": form, "identity": head.identity, "case": head, "cancel": back}
    return render(request, template, shown | dict(context or {}))
