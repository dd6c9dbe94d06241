"""The tray of enquiries, and one enquiry."""

from uuid import UUID

from django.http import Http404
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse

from inconfidence.cases import actions, queries
from inconfidence.cases.facts import CASE_ROLES, DESK_ROLES
from inconfidence.cases.forms import EndEnquiryForm
from inconfidence.cases.sending import sent
from inconfidence.cases.views.referrals import referral_steps
from inconfidence.team.access import asks
from inconfidence.team.request import SignedIn
from inconfidence.web.forms import take
from inconfidence.web.notices import go
from inconfidence.web.parts import Cell, Row, Table
from inconfidence.web.wording import plain_date

KEPT_BACK = "Shown once we may get in touch"


@asks("may_see", roles=DESK_ROLES)
def enquiry_list(request: SignedIn) -> HttpResponseBase:
    """Calls and messages: those that wait for somebody first."""
    rows = queries.enquiries(request.actor)
    waiting = _table(
        "Waiting for a decision", [row for row in rows if row.state == "open"], "Nobody is waiting."
    )
    done = _table("Answered", [row for row in rows if row.state != "open"], "Nothing here yet.")
    return render(request, "cases/enquiries.html", {"waiting": waiting, "done": done})


def _table(caption: str, rows: list[queries.EnquiryRow], empty: str) -> Table:
    lines = [
        (
            Cell(_who(row), href=reverse("cases:enquiry", args=[row.id]), small=row.reference),
            ", ".join(row.issues),
            row.taken_by,
            row.happened_on,
        )
        for row in rows
    ]
    return Table(caption, ("Caller", "Matter", "Taken by", "When"), lines, empty=empty)


def _who(row: queries.EnquiryRow) -> str:
    return row.name or ("A referral, declined" if row.declined else "No name given")


@asks("may_see", roles=DESK_ROLES, then=("may_contact",))
def enquiry(request: SignedIn, enquiry_id: UUID) -> HttpResponseBase:
    """One enquiry; sending its form says that nothing more is to be done."""
    form = take(request, EndEnquiryForm)
    here = ("cases:enquiries",)
    response = sent(
        form,
        lambda: actions.end_enquiry(request.actor, enquiry_id, once=form.once),
        lambda _: go("saved", *here),
        lambda: go("already-done", *here),
    )
    return response or _show(request, enquiry_id, form)


def _show(request: SignedIn, enquiry_id: UUID, form: EndEnquiryForm) -> HttpResponseBase:
    found = queries.enquiry(request.actor, enquiry_id)
    if found is None:
        raise Http404
    waits = found.named and found.state == "open"
    may_ring = found.referral is None or found.referral.open_to_us
    context = {
        "form": form,
        "enquiry": found,
        "rows": _rows(found),
        "referred": _referred(found.referral) if found.referral else (),
        "step_actions": referral_steps(found.id),
        "may_open": waits and may_ring and request.actor.role in CASE_ROLES,
        "may_end": waits and may_ring,
        "may_join": waits and found.referral is None,
    }
    return render(request, "cases/enquiry.html", context)


def _referred(found: queries.ReferralView) -> list[Row]:
    """Who put them forward, and what shows that the family agreed."""
    rows = (
        ("Put forward by", found.referrer),
        ("Who they are", ", ".join(each for each in (found.role, found.organisation) if each)),
        ("How to reach the referrer", found.reach),
        ("How it reached us", found.origin),
        ("Details passed on", plain_date(found.passed_on)),
        ("What shows that they agreed", found.form),
        ("To whom they said so", found.to_whom),
        ("They agreed on", plain_date(found.agreed_on) if found.agreed_on else ""),
        ("Why it is exceptional", found.exceptional),
        ("Who of us agreed", found.agreed_by),
        ("Closed as declined", plain_date(found.declined_on) if found.declined_on else ""),
        ("Why it went no further", found.declined_because),
    )
    return [Row(key, value) for key, value in rows if value]


def _rows(found: queries.EnquiryView) -> list[Row]:
    kept_back = found.referral is not None and not found.referral.open_to_us
    named = (
        ("Name", found.name),
        ("Phone", KEPT_BACK if kept_back and found.phone else found.phone),
        ("E-mail", KEPT_BACK if kept_back and found.email else found.email),
        ("Who they are to the child", found.caller),
        ("Parental responsibility", found.responsibility),
        ("Court order", found.order),
        ("The child's name", found.child_name),
        ("Safe contact", found.safe_sentence),
        ("Confidentiality explained", "Yes" if found.statement_given else "Not yet"),
    )
    known = (
        ("Matter", ", ".join(found.issues)),
        ("How", found.method),
        ("Minutes", found.minutes),
        ("The child's age", found.age_band),
        ("Where the child learns", found.phase),
        ("Next step", found.next_step),
        ("Reminder", ", ".join(map(plain_date, found.remind_on))),
        ("Marks", " · ".join(found.marks)),
        ("When", plain_date(found.happened_on)),
        ("Taken by", found.taken_by),
        ("Given to", found.given_to),
    )
    return [Row(key, value) for key, value in ((*named, *known) if found.named else known) if value]
