"""The tray of enquiries, and one enquiry."""

from datetime import date
from uuid import UUID

from django.http import Http404
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse

from inconfidence.cases import actions, queries
from inconfidence.cases.actions.ending import ANSWERED
from inconfidence.cases.facts import CASE_ROLES, DESK_ROLES
from inconfidence.cases.forms import EndEnquiryForm
from inconfidence.cases.queries.happened import entered
from inconfidence.cases.sending import sent
from inconfidence.cases.views.referrals import referral_steps
from inconfidence.policy.explain import Answer
from inconfidence.team.access import asks
from inconfidence.team.request import SignedIn
from inconfidence.web.forms import take
from inconfidence.web.notices import go
from inconfidence.web.parts import Cell, Row, Table
from inconfidence.web.wording import plain_date, plain_day

KEPT_BACK = "Shown once we may get in touch"


@asks("may_see", roles=DESK_ROLES)
def enquiry_list(request: SignedIn) -> HttpResponseBase:
    """Calls and messages: those that wait for somebody first."""
    rows = queries.enquiries(request.actor)
    context = {
        "waiting": _waiting([row for row in rows if row.state == "open"], request.actor.today()),
        "done": _answered([row for row in rows if row.state != "open"]),
        "may_give": request.actor.is_lead,
    }
    return render(request, "cases/enquiries.html", context)


def _waiting(rows: list[queries.EnquiryRow], today: date) -> Table:
    lines = [
        (
            _first(row),
            ", ".join(row.issues),
            row.given_to or "Nobody yet",
            row.happened_on,
            (today - row.happened_on).days,
            row.deadline_on or "",
        )
        for row in rows
    ]
    heads = ("Caller", "Matter", "With", "Since", "Days", "Cannot wait beyond")
    return Table("Waiting for a decision", heads, lines, empty="Nobody is waiting.", numbers=frozenset({4}))


def _answered(rows: list[queries.EnquiryRow]) -> Table:
    lines = [(_first(row), ", ".join(row.issues), row.taken_by, row.happened_on) for row in rows]
    return Table("Answered", ("Caller", "Matter", "Taken by", "When"), lines, empty="Nothing here yet.")


def _first(row: queries.EnquiryRow) -> Cell:
    return Cell(_who(row), href=reverse("cases:enquiry", args=[row.id]), small=row.reference)


def _who(row: queries.EnquiryRow) -> str:
    return row.name or ("A referral, declined" if row.declined else "No name given")


@asks("may_see", roles=DESK_ROLES, then=("may_contact",))
def enquiry(request: SignedIn, enquiry_id: UUID) -> HttpResponseBase:
    """One enquiry; sending its form says that nothing more is to be done."""
    form = take(request, EndEnquiryForm)
    here = ("cases:enquiries",)
    response = sent(
        form,
        lambda: actions.end_enquiry(
            request.actor, enquiry_id, form.cleaned_data["why"] or ANSWERED, once=form.once
        ),
        lambda came: _ended(request, enquiry_id, form, came),
        lambda: go("already-done", *here),
    )
    return response or _show(request, enquiry_id, form)


def _ended(request: SignedIn, enquiry_id: UUID, form: EndEnquiryForm, came: object) -> HttpResponseBase:
    if isinstance(came, actions.NotEnded):
        return _show(request, enquiry_id, form, came.answer)
    return go("saved", "cases:enquiries")


def _show(
    request: SignedIn, enquiry_id: UUID, form: EndEnquiryForm, not_ended: Answer | None = None
) -> HttpResponseBase:
    found = queries.enquiry(request.actor, enquiry_id)
    if found is None:
        raise Http404
    waits = found.named and found.state == "open"
    may_ring = found.referral is None or found.referral.open_to_us
    context = {
        "form": form,
        "enquiry": found,
        "not_ended": not_ended,
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
        ("When", plain_day(found.happened_on, found.happened_at)),
        ("Entered", entered(found.happened_on, found.taken_at)),
        ("Cannot wait beyond", plain_date(found.deadline_on) if found.deadline_on else ""),
        ("Taken by", found.taken_by),
        ("Given to", found.given_to),
        ("How it ended", found.ended),
    )
    return [Row(key, value) for key, value in ((*named, *known) if found.named else known) if value]
