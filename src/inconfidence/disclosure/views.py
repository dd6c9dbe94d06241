"""Can I share this?, what was shared, what a lead decides, and the reply to a caller."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote
from uuid import UUID

from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from inconfidence.audit.record import AlreadyDone
from inconfidence.cases.actions import NotAccepted
from inconfidence.cases.queries import NeedsReason
from inconfidence.cases.sending import allowed
from inconfidence.disclosure import actions, queries
from inconfidence.disclosure.facts import Sharing
from inconfidence.disclosure.forms import (
    DecideForm,
    DoneForm,
    ReplyForm,
    ShareForm,
    as_typed,
    question_id,
    words_known,
)
from inconfidence.disclosure.queries import SharePage
from inconfidence.policy.replies import NEITHER_CONFIRM_NOR_DENY
from inconfidence.team.access import asks
from inconfidence.team.request import SignedIn
from inconfidence.web.forms import take
from inconfidence.web.notices import go
from inconfidence.web.parts import Link

PAGE = ["GET", "HEAD", "POST"]

# Each step leads to where it is done: a page of the case that comes back to this question, or a place in the form.
ELSEWHERE = {
    "obtain_consent": ("Record the answer", "consent:new"),
    "record_consent": ("Record the answer", "consent:new"),
    "confirm_consent": ("Record the answer", "consent:new"),
    "name_recipients": ("Record the answer", "consent:new"),
    "get_form_signed": ("Record the signed form", "consent:new"),
    "chase_form": ("The form is back", "consent:form_new"),
    "end_secret": ("How to reach them", "cases:contact"),
}
BELOW = {
    "choose_items": ("Choose below", "id_what_0"),
    "leave_secret_out": ("Choose below", "id_what_0"),
    "leave_out_irrelevant": ("Choose below", "id_what_0"),
    "state_need": ("Say why below", "id_need"),
    "de_identify": ("Change below", "id_identifies_0"),
    "sign_checklist": ("Sign below", "id_checked"),
    "record_belief": ("Write it below", "id_danger_1"),
    "speak_first": ("Record it below", "id_danger_1"),
    "consult_lead": ("Record it below", "id_danger_1"),
    "tell_safeguarding": ("Choose below", "id_who_0"),
    "keep_within_terms": ("Change below", "id_behind_1"),
}


@require_http_methods(PAGE)
@asks("may_disclose")
def share(request: SignedIn, reference: str) -> HttpResponseBase:
    """Ask, read the answer on the same page, and share or do not."""
    asked = request.GET.get("asked", "")
    person, reading = request.GET.get("person", ""), request.method != "POST"
    found = queries.share_page(
        request.actor, reference, question_id(asked), person=person if reading else "", look=reading
    )
    if isinstance(found, NeedsReason):
        return _ask_why(request, found)
    page = allowed(found)
    form = take(
        request,
        ShareForm,
        involved=page.involved,
        items=page.items,
        passed=page.passed,
        initial=_initial(request, page),
    )
    if request.method != "POST":
        return _drawn(request, page, form)
    return _sent(request, page, form)


def _ask_why(request: SignedIn, found: NeedsReason) -> HttpResponseBase:
    """To the page that asks for one line of reason, and from there back to here."""
    here = quote(request.get_full_path())
    return redirect(f"{reverse('cases:reason', args=[found.reference])}?next={here}")


def _initial(request: SignedIn, page: SharePage) -> dict[str, Any]:
    """The question as it was asked; else what the address and the case's own record of danger say."""
    if page.asked:
        return as_typed(page.asked.sharing, page.involved)
    known = Sharing.from_json({key: value for key, value in page.danger.items() if key != "form"})
    # A danger on record is filled in but not chosen: not every sharing of this case is on its account.
    typed = as_typed(known, page.involved) | {
        "kind": "",
        "who": "",
        "danger": "no",
        "purpose": page.purpose,
    }
    if person := request.GET.get("person"):
        typed["who"] = f"person:{person}"
    if item := _preselected(page, request.GET.get("item", "")):
        typed["items"] = [{"item": item, "need": ""}]
    return typed


def _preselected(page: SharePage, item: str) -> str:
    """The note or document somebody came from, unless it is marked: that is chosen by hand or not at all."""
    marked = {str(each.id) for each in page.items if each.never_chosen}
    return "" if item in marked else item


def _sent(request: SignedIn, page: SharePage, form: ShareForm) -> HttpResponseBase:
    if not form.is_valid():
        return _drawn(request, page, form)
    try:
        match request.POST.get("press", "ask"):
            case "share" if page.asked:
                return _share(request, page, form)
            case "ask_lead":
                return _came_of(
                    request,
                    page,
                    _ask_lead(request, page, form),
                )
            case _:
                return _came_of(
                    request, page, actions.ask(request.actor, page.reference, form.sharing(), once=form.once)
                )
    except AlreadyDone:
        return go("already-done", "disclosure:ledger", page.reference)


def _ask_lead(request: SignedIn, page: SharePage, form: ShareForm) -> object:
    asked = page.asked.id if page.asked else None
    return actions.ask_lead(request.actor, page.reference, form.sharing(), asked=asked, once=form.once)


def _share(request: SignedIn, page: SharePage, form: ShareForm) -> HttpResponseBase:
    done = _done_form(request, page, sent=True)
    if not done.is_valid():
        return _drawn(request, page, form, done)
    try:
        came = actions.share(
            request.actor,
            page.reference,
            form.sharing(),
            done.doing(),
            shown=request.POST.get("shown", ""),
            asked=page.asked.id if page.asked else None,
            once=form.once,
        )
    except NotAccepted as wrong:
        done.add_error(wrong.field if wrong.field in done.fields else None, wrong.says)
        return _drawn(request, page, form, done)
    return _came_of(request, page, came)


def _came_of(request: SignedIn, page: SharePage, came: object) -> HttpResponseBase:
    """Where each outcome of an action leads."""
    match came:
        case NeedsReason():
            return _ask_why(request, came)
        case actions.Shared():
            return go("shared", "disclosure:ledger", page.reference)
        case actions.Changed(question_id=asked):
            return go("answer-changed", _asked_at(page.reference, asked))
        case actions.AlreadyShared(question_id=asked):
            return go("already-done", _asked_at(page.reference, asked))
        case actions.LeadAsked(question_id=asked):
            return go("lead-asked", _asked_at(page.reference, asked))
        case actions.Asked(question_id=asked):
            return redirect(f"{_asked_at(page.reference, asked)}#answer-word")
        case _:
            raise Http404


def step_links(reference: str, back: str) -> dict[str, Link]:
    """For each kind of step the button that leads to it; `back` is the address of this question."""
    pages = {
        kind: Link(words, f"{reverse(name, args=[reference])}?next={quote(back)}")
        for kind, (words, name) in ELSEWHERE.items()
    }
    return pages | {kind: Link(words, f"#{place}") for kind, (words, place) in BELOW.items()}


def _asked_at(reference: str, asked: UUID) -> str:
    return f"{reverse('disclosure:share', args=[reference])}?asked={asked}"


def _done_form(request: SignedIn, page: SharePage, *, sent: bool) -> DoneForm:
    assert page.asked is not None
    options: dict[str, Any] = {
        "duties": actions.in_words(page.asked.answer.duties),
        "known": words_known(page.asked.sharing),
        "to_look": [item.heading for item in page.asked.to_look],
        "today": request.actor.today(),
        "how": page.asked.usual_way,
    }
    return DoneForm(request.POST, **options) if sent else DoneForm(**options)


def _drawn(request: SignedIn, page: SharePage, form: ShareForm, done: DoneForm | None = None) -> HttpResponse:
    context: dict[str, Any] = {"page": page, "identity": page.identity, "form": form, "asked": page.asked}
    if page.first:
        context["step_actions"] = step_links(page.reference, request.get_full_path())
    if page.asked:
        back = _asked_at(page.reference, page.asked.id)
        context["step_actions"] = step_links(page.reference, back)
        context["duties_in_form"] = page.asked.answer.outcome == "permit"
        context["done"] = done or _done_form(request, page, sent=False)
    return render(request, "disclosure/share.html", context)


@require_safe
@asks("may_disclose")
def ledger(request: SignedIn, reference: str) -> HttpResponseBase:
    """What was shared about this case, and for leads what was not."""
    found = queries.ledger(request.actor, reference)
    if isinstance(found, NeedsReason):
        return _ask_why(request, found)
    book = allowed(found)
    return render(request, "disclosure/ledger.html", {"ledger": book, "identity": book.identity})


@require_safe
@asks("may_disclose")
def replay(request: SignedIn, reference: str, decision_id: UUID) -> HttpResponseBase:
    """Ask a decision again under the version of the policy of its day, and under today's."""
    found = queries.replay(request.actor, reference, decision_id)
    if isinstance(found, NeedsReason):
        return _ask_why(request, found)
    page = allowed(found)
    context: dict[str, Any] = {"again": page, "identity": page.identity, "can_raise": False}
    if page.version:
        context["clauses_at"] = reverse("team:policy_version", args=[page.version])
    return render(request, "disclosure/replay.html", context)


@require_http_methods(PAGE)
@asks("may_disclose")
def decide(request: SignedIn, reference: str, question_id: UUID) -> HttpResponseBase:
    """A lead reads the question with its answer, and decides."""
    found = queries.share_page(request.actor, reference, question_id, look=request.method != "POST")
    if isinstance(found, NeedsReason) and actions.open_to_decide(request.actor, reference, question_id):
        found = queries.share_page(request.actor, reference, question_id, look=request.method != "POST")
    if isinstance(found, NeedsReason):
        return _ask_why(request, found)
    page = allowed(found)
    form = take(request, DecideForm)
    if request.method == "POST" and form.is_valid():
        return _decided(request, page, question_id, form)
    if page.asked is None or not page.asked.can_decide:
        return redirect(_asked_at(page.reference, question_id))
    context: Mapping[str, Any] = {"page": page, "identity": page.identity, "asked": page.asked, "form": form}
    return render(request, "disclosure/decide.html", context)


def _decided(request: SignedIn, page: SharePage, asked: UUID, form: DecideForm) -> HttpResponseBase:
    said = form.cleaned_data
    try:
        came = actions.decide_as_lead(
            request.actor,
            page.reference,
            asked,
            agreed=said["decision"] == "yes",
            reason=said["reason"],
            once=form.once,
        )
    except AlreadyDone:
        return go("already-done", "desk:day")
    if isinstance(came, NeedsReason):
        return _ask_why(request, came)
    return go("lead-decided" if allowed(came) else "already-done", "desk:day")


@require_http_methods(PAGE)
@asks("may_disclose")
def reply(request: SignedIn) -> HttpResponseBase:
    """Somebody asks whether a family is known: what to say, without looking anything up."""
    form = take(request, ReplyForm)
    context: dict[str, Any] = {"form": form, "sentence": NEITHER_CONFIRM_NOR_DENY}
    if request.method == "POST" and form.is_valid():
        try:
            context["reply"] = actions.reply(request.actor, form.cleaned_data["caller"], once=form.once)
        except AlreadyDone:
            return go("already-done", "disclosure:reply")
    return render(request, "disclosure/reply.html", context)
