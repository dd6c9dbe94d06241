"""First contact: the answer, what it still needs, and one form for all of it."""

from urllib.parse import quote

from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse

from inconfidence.cases import actions, queries
from inconfidence.cases.facts import CASE_ROLES
from inconfidence.cases.forms.begin import FirstContactForm, first_contact_as_typed
from inconfidence.cases.queries.begin_page import begin_page
from inconfidence.cases.sending import allowed, ask_why, sent
from inconfidence.team.access import asks
from inconfidence.team.request import SignedIn
from inconfidence.web.forms import take
from inconfidence.web.notices import go
from inconfidence.web.parts import Link

# Where each step is done: a field of the page of first contact, or a page of the case that comes back to it.
HERE = {
    "give_statement": ("Tick when done", "id_statement"),
    "give_pack": ("Tick when done", "id_notice"),
    "confirm_with_person": ("Tick when done", "id_confirmed"),
    "record_absence_reason": ("Write it down", "id_absence_reason"),
    "explain_limits": ("Tick when done", "id_limits"),
    "show_responsibility": ("Record it", "id_responsibility"),
}
ELSEWHERE = {
    "chase_form": ("The form is back", "/cases/{reference}/form/new/"),
    "ask_consent_question": ("Record the answer", "/cases/{reference}/consent/new/"),
}


def first_contact_steps(reference: str, *, on_the_page: bool = False) -> dict[str, Link]:
    """For each kind of step the button that leads to where it is done."""
    page = reverse("cases:begin", args=[reference])
    here = "" if on_the_page else page
    found = {kind: Link(words, f"{here}#{place}") for kind, (words, place) in HERE.items()}
    return found | {
        kind: Link(words, f"{path.format(reference=reference)}?next={quote(page)}")
        for kind, (words, path) in ELSEWHERE.items()
    }


def asking_steps(reference: str, here: str) -> dict[str, Link]:
    """The same for asking somebody for records, asked on the page at `here`."""
    back = f"?next={quote(here)}"
    consent = f"/cases/{reference}/consent/new/{back}&kind=obtain"
    return first_contact_steps(reference) | {
        "obtain_consent": Link("Record the answer", consent),
        "record_consent": Link("Record the answer", consent),
        "get_form_signed": Link("Record the signed form", consent),
        "chase_form": Link("The form is back", f"/cases/{reference}/form/new/{back}"),
        "state_need": Link("Write it down", f"/cases/{reference}/records/new/"),
    }


@asks("may_begin_casework", roles=CASE_ROLES)
def begin(request: SignedIn, reference: str) -> HttpResponseBase:
    """What was told and given, and whether we may go on."""
    if request.method != "POST":
        return _shown(request, reference)
    form = take(request, FirstContactForm)
    response = sent(
        form,
        lambda: actions.record_first_contact(
            request.actor, reference, form.details(), version=form.shown_version(), once=form.once
        ),
        lambda came: _came_of(request, reference, form, came),
        lambda: go("already-done", "cases:begin", reference),
    )
    return response or _shown(request, reference, form)


def _came_of(request: SignedIn, reference: str, form: FirstContactForm, came: object) -> HttpResponseBase:
    if isinstance(came, actions.FirstContactMoved):
        return _shown(request, reference, form, moved=True)
    assert isinstance(came, actions.FirstContactSaved)
    notice = "level-waits" if came.level_waits else "first-contact-saved"
    return go(notice, "cases:begin" if came.answer.outcome != "permit" else "desk:case", reference)


def _shown(
    request: SignedIn, reference: str, form: FirstContactForm | None = None, *, moved: bool = False
) -> HttpResponseBase:
    found = begin_page(request.actor, reference)
    if isinstance(found, queries.NeedsReason):
        return ask_why(found)
    page = allowed(found)
    initial = first_contact_as_typed(page.begun, page.level, page.version)
    form = form or take(request, FirstContactForm, initial=initial)
    moved = moved or (form.given_back and form.older_than(page.version))
    context = {
        "page": page,
        "identity": page.identity,
        "form": form,
        "moved": moved,
        "statement": queries.statement(request.actor),
        "differing": form.beside(initial, page.version) if moved else (),
        "step_actions": first_contact_steps(page.reference, on_the_page=True),
        "cancel": Link("Back to the case", f"/cases/{page.reference}/"),
    }
    return render(request, "cases/begin.html", context)
