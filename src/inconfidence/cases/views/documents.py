"""Documents: putting several on a case at once, reading one page by page, taking the file itself."""

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.views.decorators.http import require_safe

from inconfidence.cases import actions, queries
from inconfidence.cases.actions import KEPT_BEFORE, Came, Fate
from inconfidence.cases.facts import CASE_ROLES
from inconfidence.cases.forms import ChangeDocumentForm, DocumentsForm, FileAskedForm, LookAgainForm
from inconfidence.cases.sending import allowed, ask_why, sent
from inconfidence.cases.views.adding import page
from inconfidence.cases.views.mail import to_put_right
from inconfidence.team.access import asks
from inconfidence.team.request import SignedIn
from inconfidence.web.forms import take
from inconfidence.web.notices import go
from inconfidence.web.parts import Link

LINE = "cases/_came_file.html"
CHANGING = "cases/document_change.html"
SEALED_OFF = {
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "sandbox; default-src 'none'",
    "Cache-Control": "no-store",
    "Cross-Origin-Resource-Policy": "same-origin",
}


@asks("may_see", roles=CASE_ROLES, then=("may_obtain",))
def new(request: SignedIn, reference: str) -> HttpResponseBase:
    """Put files on a case, several at once, or paste a message. A script that sends one by one is answered in JSON."""
    form = take(request, DocumentsForm)
    if request.method == "POST" and request.POST.get("quietly"):
        return _quietly(request, reference, form)
    response = sent(
        form,
        lambda: actions.add_documents(
            request.actor, reference, form.incoming(), form.details(), once=form.once
        ),
        lambda came: _after(request, reference, form, came),
        lambda: go("already-done", "desk:case", reference),
    )
    return response or _new_page(request, reference, form)


def _new_page(
    request: SignedIn, reference: str, form: DocumentsForm, context: Mapping[str, Any] | None = None
) -> HttpResponseBase:
    """The form, with what the policy asks before we have what others hold."""
    asked = {"asked": queries.asked_of_obtaining(request.actor, reference)}
    return page(request, reference, "cases/document_new.html", form, asked | dict(context or {}))


def _quietly(request: SignedIn, reference: str, form: DocumentsForm) -> HttpResponseBase:
    """What became of the files, as lines of the page; anything else a script gets means that nothing was kept.

    The script says of how many this is one, so that the case's page can say what there is to say when all are there.
    """

    def told(came: Sequence[Came]) -> HttpResponseBase:
        lines = [
            {
                "fate": one.fate,
                "plain": one.plain,
                "line": render_to_string(LINE, {"one": one, "case": case}),
            }
            for one in came
        ]
        response = JsonResponse({"files": lines})
        word = _said(came) if request.POST["quietly"] == "1" and came[0].plain else "documents-added"
        response.cookies = go(word, "desk:case", reference).cookies
        return response

    case = {"reference": reference.upper()}
    response = sent(
        form,
        lambda: actions.add_documents(
            request.actor, reference, form.incoming(), form.details(), once=form.once
        ),
        told,
        lambda: told([Came(one.name, Fate.BEFORE, KEPT_BEFORE) for one in form.incoming()]),
    )
    return response or JsonResponse({"says": " ".join(line.message for line in form.wrong())}, status=422)


def _after(request: SignedIn, reference: str, form: DocumentsForm, came: Sequence[Came]) -> HttpResponseBase:
    """To the case when all went well; else what became of each, with the form for the rest."""
    lost = any(one.fate in {Fate.REFUSED, Fate.BEFORE} for one in came)
    told = any(one.not_agreed or (one.says and one.fate is Fate.FILED) for one in came)
    if lost or told or (len(came) > 1 and not all(one.plain for one in came)):
        request.nothing_typed = form.nothing_typed
        fresh = DocumentsForm(initial=form.typed())
        return _new_page(request, reference, fresh, _not_agreed(reference, came) | {"came": came})
    if form.cleaned_data["pasted"]:
        return to_put_right(request, reference, form.typed(), came)
    return go(_said(came), "desk:case", reference)


def _not_agreed(reference: str, came: Sequence[Came]) -> dict[str, Any]:
    """The answer to records of others that nobody agreed to, with where to go from there."""
    found = next((one.not_agreed for one in came if one.not_agreed), None)
    return {"not_agreed": found, "step_actions": ways_on(reference, reverse("desk:case", args=[reference]))}


def ways_on(reference: str, back: str) -> Mapping[str, Link]:
    """Where the steps of an answer about records are done; `back` is where they lead afterwards."""
    here = urlencode({"next": back})
    answer = reverse("consent:new", args=[reference])
    returned = reverse("consent:form_new", args=[reference])
    return {
        "obtain_consent": Link("Record the answer", f"{answer}?{here}&kind=obtain"),
        "record_consent": Link("Record the answer", f"{answer}?{here}&kind=obtain"),
        "get_form_signed": Link("Record the signed form", f"{answer}?{here}&kind=obtain"),
        "chase_form": Link("The form is back", f"{returned}?{here}"),
    }


def _said(came: Sequence[Came]) -> str:
    """What there is to say about what was kept: the gravest thing of one file; of several, all are plain."""
    if len(came) > 1:
        return "documents-added"
    if came[0].secrets:
        return "document-secret"
    if came[0].fate is Fate.HELD or came[0].held:
        return "document-held"
    if came[0].unread:
        return "document-unread"
    if came[0].fate is not Fate.FILED:
        return "document-added"
    return "mail-filed-whole" if came[0].documents else "mail-filed"


@require_safe
@asks("may_see", roles=CASE_ROLES)
def document(request: SignedIn, reference: str, item_id: UUID) -> HttpResponseBase:
    """Read a document, page by page."""
    found = queries.document_page(request.actor, reference, item_id, _number(request))
    if isinstance(found, queries.NeedsReason):
        return ask_why(found)
    head, shown = allowed(found)
    context = {"document": shown, "again_form": LookAgainForm()}
    context |= {"step_actions": ways_on(head.reference, request.path)}
    return render(request, "cases/document.html", context | {"identity": head.identity, "case": head})


def _number(request: SignedIn) -> int:
    asked = request.GET.get("page", "1")
    return int(asked) if asked.isdecimal() and 0 < len(asked) < 6 else 1


@require_safe
@asks("may_see", roles=CASE_ROLES)
def picture(request: SignedIn, reference: str, item_id: UUID, number: int) -> HttpResponseBase:
    """One page of a document, drawn afresh."""
    found = queries.document_picture(request.actor, reference, item_id, number)
    if isinstance(found, queries.NeedsReason):
        return ask_why(found)
    return HttpResponse(allowed(found), content_type="image/png", headers=SEALED_OFF)


@asks("may_see", roles=CASE_ROLES)
def file(request: SignedIn, reference: str, item_id: UUID) -> HttpResponseBase:
    """Take the file itself, after a word about what that means. Never shown inside a page."""
    form = take(request, FileAskedForm)
    response = sent(
        form,
        lambda: queries.document(request.actor, reference, item_id),
        _handed_out,
        lambda: go("already-done", "cases:document", reference, item_id),
    )
    return response or _about(request, reference, item_id, "cases/document_file.html", {"form": form})


def _handed_out(found: queries.DocumentFile) -> HttpResponseBase:
    kept = {"Content-Disposition": f'attachment; filename="{found.filename}"'}
    return HttpResponse(found.data, content_type=found.content_type, headers=SEALED_OFF | kept)


@asks("may_see", roles=CASE_ROLES)
def again(request: SignedIn, reference: str, item_id: UUID) -> HttpResponseBase:
    """Look through a held document once more."""
    form = take(request, LookAgainForm)
    response = sent(
        form,
        lambda: actions.look_again(request.actor, reference, item_id, once=form.once),
        lambda _: go("document-opened", "cases:document", reference, item_id),
        lambda: go("already-done", "cases:document", reference, item_id),
    )
    return response or _about(request, reference, item_id, "cases/document_again.html", {"form": form})


@asks("may_see", roles=CASE_ROLES)
def change(request: SignedIn, reference: str, item_id: UUID) -> HttpResponseBase:
    """Say something else about a document: title, kind, from whom, marks."""
    if request.method != "POST":
        return _change_page(request, reference, item_id, None)
    form = take(request, ChangeDocumentForm)
    response = sent(
        form,
        lambda: actions.change_document(
            request.actor, reference, item_id, form.details(), version=form.shown_version(), once=form.once
        ),
        lambda answer: _changed(request, reference, item_id, form, answer),
        lambda: go("already-done", "cases:document", reference, item_id),
    )
    return response or _change_page(request, reference, item_id, form)


def _change_page(
    request: SignedIn, reference: str, item_id: UUID, sent_form: ChangeDocumentForm | None
) -> HttpResponseBase:
    """The form; what was typed about a document that somebody has closed meanwhile stands all the same."""
    typed = sent_form or _kept(request)
    if typed and queries.need_asked(request.actor, reference, item_id) is True:
        return _closed_page(request, reference, item_id, typed)
    return _about(request, reference, item_id, CHANGING, {"form": sent_form})


def _kept(request: SignedIn) -> ChangeDocumentForm | None:
    """What was being typed here before, if anything was."""
    form = take(request, ChangeDocumentForm)
    return form if form.given_back else None


def _closed_page(
    request: SignedIn, reference: str, item_id: UUID, form: ChangeDocumentForm
) -> HttpResponseBase:
    """What was typed about a closed document; no word of the document itself."""
    found = queries.case_head(request.actor, reference)
    if isinstance(found, queries.NeedsReason):
        return ask_why(found)
    head = allowed(found)
    cancel = Link("Back to the case", reverse("desk:case", args=[head.reference]))
    context = {"form": form, "identity": head.identity, "case": head, "cancel": cancel, "closed": item_id}
    return render(request, CHANGING, context)


def _changed(
    request: SignedIn, reference: str, item_id: UUID, form: ChangeDocumentForm, answer: object
) -> HttpResponseBase:
    """Somebody else's change is shown beside what was typed; sending again then replaces it knowingly."""
    if isinstance(answer, actions.ClosedMeanwhile):
        return _closed_page(request, reference, item_id, form)
    if not isinstance(answer, actions.FasterThanYou):
        return go("saved", "cases:document", reference, item_id)
    again, differ = form.beside(answer.then, answer.now)
    context = {"form": again, "theirs": True, "differ": differ}
    return _about(request, reference, item_id, CHANGING, context)


def _about(
    request: SignedIn, reference: str, item_id: UUID, template: str, context: Mapping[str, Any]
) -> HttpResponseBase:
    """A page about one document, under the head of its case."""
    found = queries.document_about(request.actor, reference, item_id)
    if isinstance(found, queries.NeedsReason):
        return ask_why(found)
    head, shown = allowed(found)
    here = reverse("cases:document", args=[head.reference, item_id])
    form = context["form"] or take(request, ChangeDocumentForm, initial=shown.typed)
    cancel = Link("Back to the document", here)
    known = {"document": shown, "identity": head.identity, "case": head, "cancel": cancel}
    return render(request, template, dict(context) | known | {"form": form})
