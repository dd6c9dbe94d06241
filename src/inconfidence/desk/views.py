"""My day, the quick call, who is on the line, and the case page."""

from uuid import UUID

from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from inconfidence.cases.actions import (
    MayShow,
    NotRecorded,
    file_message,
    leave_message,
    say_who_rang,
    take_call,
)
from inconfidence.cases.facts import CASE_ROLES, DESK_ROLES
from inconfidence.cases.forms import CallForm, FilesHereForm
from inconfidence.cases.queries import NeedsReason, asked_for, people_named, statement
from inconfidence.cases.sending import allowed, ask_why, sent
from inconfidence.cases.views.begin import first_contact_steps
from inconfidence.cases.views.letters import printed
from inconfidence.cases.views.sheets import sheets_page
from inconfidence.desk import actions, queries
from inconfidence.desk.forms import KnownForm, MessageForm, MoveForm, NameForm
from inconfidence.letters.typeset import CannotPrint
from inconfidence.people.words import How
from inconfidence.policy.replies import UNTIL_WE_KNOW
from inconfidence.team.access import asks
from inconfidence.team.request import SignedIn
from inconfidence.team.words import LEADS, STATES
from inconfidence.web.forms import take
from inconfidence.web.notices import go
from inconfidence.web.parts import Cell, Link, Table

WHAT = {
    "all": "Everything",
    "notes": "Calls and notes",
    "documents": "Documents",
    "meetings": "Meetings",
    "agreed": "What was agreed",
    "shared": "What was shared",
}


@require_safe
@asks("may_see")
def day(request: SignedIn) -> HttpResponse:
    """What is due for me, and for a lead what waits."""
    return _day_page(request, MoveForm())


def _day_page(request: SignedIn, form: MoveForm) -> HttpResponse:
    whole = request.GET.getlist("all")
    return render(
        request, "desk/day.html", {"day": actions.begin_day(request.actor, whole=whole), "form": form}
    )


@asks(None, why="one's own list; each line was read through its case's door")
def duties_move(request: SignedIn) -> HttpResponseBase:
    """Put several of one's own reminders off to another day."""
    form = take(request, MoveForm)
    response = sent(
        form,
        lambda: actions.put_off(
            request.actor, form.cleaned_data["duty"], form.day(request.actor.today()), once=form.once
        ),
        lambda moved: go("duties-moved" if moved else "already-done", "desk:day"),
        lambda: go("already-done", "desk:day"),
    )
    return response or _day_page(request, form)


@require_POST
@asks(None, why="one's own list; the duty was read through the case's door")
def duty_done(request: SignedIn, duty_id: UUID) -> HttpResponseBase:
    """Tick one's own duty off."""
    done = actions.tick_off(request.actor, duty_id)
    return go("duty-done" if done else "already-done", "desk:day")


@require_http_methods(["GET", "HEAD", "POST"])
@asks("may_see", roles=DESK_ROLES, then=("may_record",))
def call(request: SignedIn) -> HttpResponseBase:
    """A new call from any page; anonymous is where it starts."""
    message = request.GET.get("message", "")[:36]
    form = take(request, CallForm, initial={"message": message, "method": "voicemail"} if message else None)
    response = sent(
        form,
        lambda: take_call(request.actor, form.details(request.actor.today()), once=form.once),
        lambda answer: _call_taken(request, form, answer),
        lambda: go("already-done", "cases:enquiries"),
    )
    return response or render(
        request, "desk/call.html", {"form": form, "statement": statement(request.actor)}
    )


def _call_taken(request: SignedIn, form: CallForm, answer: object) -> HttpResponseBase:
    """To the enquiry; or, where it may show who rang, the note again under the answer, the question or a reminder."""
    if not isinstance(answer, MayShow):
        return go("call-saved", "cases:enquiry", answer)
    request.for_today = form.may_show_somebody(answer.signs, asks=answer.asks)
    links = {
        "leave_out_identifying": Link("Take it out", "#id_note"),
        "keep_general": Link("Take it out", "#id_note" if answer.in_the_words else "#id_child_name"),
    }
    shown = {
        "form": form,
        "may_show": answer,
        "told": answer.told,
        "step_actions": links,
        "statement": statement(request.actor),
    }
    return render(request, "desk/call.html", shown)


@asks("may_see", roles=DESK_ROLES)
def who_rings(request: SignedIn) -> HttpResponseBase:
    """Somebody rings, writes or comes about a case: what to say meanwhile, and whose card it is.

    A name that only one card has leads to it; where several have it, somebody chooses.
    """
    form = take(request, NameForm)
    found = people_named(request.actor, form.cleaned_data["name"]) if form.is_valid() else None
    if found and len(found) == 1:
        return redirect("desk:on_the_line", found[0].card_id)
    return render(request, "desk/who_rings.html", {"form": form, "meanwhile": UNTIL_WE_KNOW, "found": found})


@asks("may_see", roles=DESK_ROLES, then=("may_disclose",))
def on_the_line(request: SignedIn, card_id: UUID) -> HttpResponseBase:
    """Make sure who is on the line, and say how they were known."""
    if request.method != "POST":
        return _line_page(request, card_id, KnownForm(), take(request, MessageForm))
    form = take(request, KnownForm)
    here = ("desk:on_the_line", card_id)
    response = sent(
        form,
        lambda: say_who_rang(request.actor, card_id, form.way(), once=form.once),
        lambda _: go("caller-not-known" if form.way() is How.NOT_KNOWN else "caller-known", *here),
        lambda: go("already-done", *here),
    )
    return response or _line_page(request, card_id, form, MessageForm())


@asks("may_see", roles=DESK_ROLES)
def message(request: SignedIn, card_id: UUID) -> HttpResponseBase:
    """Leave a message for those who work with somebody."""
    form = take(request, MessageForm)
    here = ("desk:on_the_line", card_id)
    response = sent(
        form,
        lambda: leave_message(request.actor, card_id, form.cleaned_data["words"], once=form.once),
        lambda _: go("message-left", *here),
        lambda: go("already-done", *here),
    )
    return response or _line_page(request, card_id, KnownForm(), form)


def _line_page(request: SignedIn, card_id: UUID, known: KnownForm, left: MessageForm) -> HttpResponseBase:
    """The card, with both of its forms; what is wrong is said of the one that was sent."""
    found = allowed(queries.line(request.actor, card_id))
    shown = {"form": known if known.is_bound else left, "known": known, "left": left, "line": found}
    return render(request, "desk/on_the_line.html", shown)


@require_POST
@asks("may_see", roles=CASE_ROLES, then=("may_record",))
def message_filed(request: SignedIn, reference: str, said: UUID) -> HttpResponseBase:
    """Put a message on its case as a note."""
    came = file_message(request.actor, reference, said)
    if isinstance(came, NeedsReason):
        return ask_why(came)
    if isinstance(allowed(came), NotRecorded):
        return go("message-not-filed", "desk:day")
    return go("message-filed" if came else "already-done", "desk:day")


@require_safe
@asks("may_see")
def case(request: SignedIn, reference: str) -> HttpResponseBase:
    """The page of one case."""
    what, typed = request.GET.get("show", "all"), request.GET.get("page", "")
    found = queries.case_page(request.actor, reference, what=what, page=asked_for(typed))
    if isinstance(found, NeedsReason):
        return ask_why(found)
    page = allowed(found)
    if reference != page.case.reference:
        return redirect("desk:case", page.case.reference)
    context = {
        "page": page,
        "which": [Link(said, f"?show={name}", name == page.shown.what) for name, said in WHAT.items()],
        "case": page.case,
        "identity": page.case.identity,
        "beginning": page.beginning,
        "step_actions": first_contact_steps(page.case.reference),
        "files_form": take(request, FilesHereForm),
    }
    return render(request, "desk/case.html", context)


@require_safe
@asks("where_to_raise", roles=DESK_ROLES)
def bad_day(request: SignedIn) -> HttpResponseBase:
    """Paper to be kept in the office for when the system is down. `size=large` gives large print."""
    try:
        found = queries.bad_day_paper(request.actor, large=request.GET.get("size") == "large")
    except CannotPrint as wrong:
        return sheets_page(request, (f"Paper for a bad day: {wrong}.",))
    return printed(found, "bad-day")


@require_safe
@asks(None, why="the service's own registers; nothing about a family", roles=LEADS)
def registers(request: SignedIn) -> HttpResponse:
    """Every register of our policy, with its clauses and where it stands."""
    rows = [
        (
            Cell(line.title, href=line.href, small=f"{line.sentence}."),
            STATES[line.state],
            ", ".join(line.clauses),
        )
        for line in queries.all_registers(request.actor)
    ]
    table = Table("Registers of our policy", ("Register", "Where it stands", "Clauses"), rows)
    return render(request, "desk/registers.html", {"table": table})
