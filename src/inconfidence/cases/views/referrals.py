"""A family put forward by a professional: taking it down, adding what was shown, closing it as declined."""

from uuid import UUID

from django.http import Http404
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse

from inconfidence.cases import actions, queries
from inconfidence.cases.facts import DESK_ROLES
from inconfidence.cases.forms.referrals import DeclineForm, ReferralForm, ShownForm, shown_as_typed
from inconfidence.cases.sending import sent
from inconfidence.team.access import asks
from inconfidence.team.request import SignedIn
from inconfidence.web.forms import ServiceForm, take
from inconfidence.web.notices import go
from inconfidence.web.parts import Link

# Where each step that would change the answer is done: a field of the page of what was shown.
HERE = {
    "show_agreement": ("Record it", "id_form_0"),
    "record_exception": ("Write it down", "id_exceptional"),
    "name_who_agreed": ("Choose who", "id_agreed_by"),
}


def referral_steps(enquiry_id: UUID) -> dict[str, Link]:
    """For each kind of step the button that leads to where it is done."""
    page = reverse("cases:referral", args=[enquiry_id])
    return {kind: Link(words, f"{page}#{place}") for kind, (words, place) in HERE.items()}


@asks("may_contact", roles=DESK_ROLES)
def new(request: SignedIn) -> HttpResponseBase:
    """Take down a professional's referral, whatever may come of it."""
    form = take(request, ReferralForm, people=queries.eligible(request.actor))
    response = sent(
        form,
        lambda: actions.take_referral(request.actor, form.details(), once=form.once),
        lambda enquiry_id: go("referral-saved", "cases:enquiry", enquiry_id),
        lambda: go("already-done", "cases:enquiries"),
    )
    return response or render(request, "cases/referral_new.html", {"form": form})


@asks("may_contact", roles=DESK_ROLES)
def shown(request: SignedIn, referral_id: UUID) -> HttpResponseBase:
    """Add what a referrer has shown since, and ask again whether we may get in touch."""
    people = queries.eligible(request.actor)
    initial = {} if request.method == "POST" else shown_as_typed(_referral(request, referral_id))
    form = take(request, ShownForm, people=people, initial=initial)
    response = sent(
        form,
        lambda: actions.show_agreement(
            request.actor, referral_id, form.shown(), version=form.shown_version(), once=form.once
        ),
        lambda _: go("referral-saved", "cases:enquiry", referral_id),
        lambda: go("already-done", "cases:enquiry", referral_id),
    )
    return response or _page(request, "cases/referral.html", referral_id, form)


@asks("may_contact", roles=DESK_ROLES)
def decline(request: SignedIn, referral_id: UUID) -> HttpResponseBase:
    """Close a referral as declined, and take out the family."""
    form = take(request, DeclineForm)
    response = sent(
        form,
        lambda: actions.decline_referral(
            request.actor, referral_id, form.cleaned_data["because"], once=form.once
        ),
        lambda done: go("referral-declined" if done else "referral-saved", "cases:enquiry", referral_id),
        lambda: go("already-done", "cases:enquiry", referral_id),
    )
    return response or _page(request, "cases/referral_decline.html", referral_id, form)


def _page(request: SignedIn, template: str, referral_id: UUID, form: ServiceForm) -> HttpResponseBase:
    return render(request, template, {"form": form, "enquiry": _referral(request, referral_id)})


def _referral(request: SignedIn, referral_id: UUID) -> queries.EnquiryView:
    """An open referral; the page everybody gets where there is none for this person."""
    found = queries.enquiry(request.actor, referral_id)
    if found is None or found.referral is None or found.state != "open":
        raise Http404
    return found
