"""Adding to a case: people, safe contact. Each is one page with one form."""

from collections.abc import Mapping
from typing import Any

from django.http.response import HttpResponseBase
from django.shortcuts import render

from inconfidence.cases import actions, queries
from inconfidence.cases.facts import CASE_ROLES
from inconfidence.cases.forms import CheckedForm, ContactForm, PersonForm, as_typed
from inconfidence.cases.sending import allowed, ask_why, sent
from inconfidence.people.queries import CardView
from inconfidence.team.access import asks
from inconfidence.team.request import SignedIn
from inconfidence.web.forms import ServiceForm, take
from inconfidence.web.notices import go
from inconfidence.web.parts import Link


@asks("may_see", roles=CASE_ROLES)
def person_new(request: SignedIn, reference: str) -> HttpResponseBase:
    """Put somebody on the case."""
    form = take(request, PersonForm)
    response = sent(
        form,
        lambda: actions.add_involved(request.actor, reference, form.details(), once=form.once),
        lambda _: go("person-added", "cases:people", reference),
        lambda: go("already-done", "cases:people", reference),
    )
    return response or page(request, reference, "cases/person_new.html", form)


@asks("may_see", roles=CASE_ROLES)
def contact(request: SignedIn, reference: str) -> HttpResponseBase:
    """Change how the person of a case is reached."""
    if request.method != "POST":
        return _contact_form(request, reference)
    form = take(request, ContactForm)

    response = sent(
        form,
        lambda: actions.change_contact(
            request.actor, reference, form.details(), version=form.shown_version(), once=form.once
        ),
        lambda answer: _contact_answer(request, reference, form, answer),
        lambda: go("already-done", "desk:case", reference),
    )
    return response or page(request, reference, "cases/contact.html", form)


def _contact_form(request: SignedIn, reference: str) -> HttpResponseBase:
    head = queries.case_head(request.actor, reference)
    if isinstance(head, queries.NeedsReason):
        return ask_why(head)
    card = allowed(head).card
    form = take(request, ContactForm, initial=as_typed(card))
    context = _side_by_side(form, card) if form.given_back and form.older_than(card.version) else {}
    shown = {"form": form, "identity": allowed(head).identity}
    return render(request, "cases/contact.html", shown | context)


def _side_by_side(form: ContactForm, card: CardView) -> dict[str, object]:
    """What somebody else wrote meanwhile, and where what was typed differs from it."""
    return {"theirs": card, "differing": form.beside(as_typed(card), card.version)}


def _contact_answer(
    request: SignedIn, reference: str, form: ContactForm, answer: actions.Contact
) -> HttpResponseBase:
    """Somebody else's change is shown beside what was typed; sending again then replaces it knowingly."""
    if answer.theirs is None:
        return go("saved", "desk:case", reference)
    return page(request, reference, "cases/contact.html", form, _side_by_side(form, answer.theirs))


@asks("may_see", roles=CASE_ROLES)
def checked(request: SignedIn, reference: str) -> HttpResponseBase:
    """Say how a new number or address was checked, so that it is used."""
    form = take(request, CheckedForm)
    here = ("cases:contact_checked", reference)
    response = sent(
        form,
        lambda: actions.check_contact(
            request.actor, reference, form.way(), version=form.shown_version(), once=form.once
        ),
        lambda done: go("change-checked", "desk:case", reference) if done else go("out-of-date", *here),
        lambda: go("already-done", "desk:case", reference),
    )
    return response or page(request, reference, "cases/checked.html", form)


def page(
    request: SignedIn,
    reference: str,
    template: str,
    form: ServiceForm,
    context: Mapping[str, Any] | None = None,
) -> HttpResponseBase:
    """A case's page with a form, under the head of the case."""
    head = queries.case_head(request.actor, reference)
    if isinstance(head, queries.NeedsReason):
        return ask_why(head)
    case = allowed(head)
    back = Link("Back to the case", f"/cases/{case.reference}/")
    shown = {"form": form, "identity": case.identity, "case": case, "cancel": back}
    return render(request, template, shown | dict(context or {}))
