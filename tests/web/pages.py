"""Pages made of the shell's parts alone: what the areas above will put into it, in plain values."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime

from django.http import Http404, HttpRequest, HttpResponse
from django.template import engines
from django.urls import include, path

from inconfidence.web.forms import (
    Checkboxes,
    CodeField,
    DateField,
    Email,
    FileUpload,
    Hidden,
    Password,
    Phone,
    Radios,
    Select,
    ServiceForm,
    Text,
    TextArea,
    Tick,
    take,
)
from inconfidence.web.notices import go
from inconfidence.web.parts import Cell, Entry, IdentityBar, Link, MayTalk, Row, Table

REFERENCE = "7KQM-4XH2"


@dataclass(frozen=True)
class Seat:
    """Somebody signed in, as far as the shell looks."""

    name: str
    role: str
    is_lead: bool


@dataclass(frozen=True)
class House:
    """A service, as far as the shell looks."""

    name: str
    accent: str
    words: dict[str, str]


class SeatByCookie:
    """Sets the actor from a cookie that names a role, and always a service."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        role = request.COOKIES.get("seat", "")
        seated = Seat("Jo Okafor", role, role == "head_of_service") if role else None
        house = House("Harbour SENDIASS", request.COOKIES.get("accent", "heather"), {"consent": "permission"})
        vars(request).update(actor=seated, service_view=house)
        return self.get_response(request)


class EveryField(ServiceForm):
    """One of each kind of question."""

    reveals = {"named": {"yes": ("name", "phone")}}
    needed = {"name": "Enter the name they gave"}
    note = TextArea(label="What did they say?", limit=2000, missing="Enter what the call was about")
    named = Radios(label="Did they give a name?", choices=[("no", "No"), ("yes", "Yes")], inline=True)
    name = Text(label="Name", required=False, width=30)
    phone = Phone(required=False)
    email = Email(required=False)
    method = Radios(
        label="How", choices=[("phone", "Phone"), ("mail", "Email")], inline=True, small=True, required=False
    )
    about = Checkboxes(
        label="About",
        choices=[("plan", "Plan"), ("bus", "Transport")],
        hints={"plan": "Draft, final or review"},
        required=False,
    )
    happened_on = DateField(label="When was it?", latest=date(2026, 11, 20), required=False)
    setting = Select(label="Kind of school", choices=[("", "Choose"), ("m", "Mainstream")], required=False)
    code = CodeField(required=False)
    password = Password(required=False)
    letter = FileUpload(label="The signed form", accept=".pdf", required=False)
    told = Tick(label="I said the confidentiality statement", required=False)
    carried = Hidden(required=False)


@dataclass(frozen=True)
class Said:
    """A clause, step or duty of an answer."""

    says: str
    kind: str = ""
    id: str = ""
    ref: str = ""


@dataclass(frozen=True)
class Answered:
    """An answer, as far as the card looks."""

    state: str
    word: str
    heading: str
    steps: tuple[Said, ...] = ()
    duties: tuple[Said, ...] = ()
    reasons: tuple[str, ...] = ()
    default_used: bool = False
    outcome: str = ""
    service_line: str = "Harbour · policy of Aug 2022"
    clauses: tuple[Said, ...] = (Said("we talk to others with permission.", id="HA-7", ref="sharing, 1"),)
    undecided: tuple[str, ...] = ()

    @property
    def rests_on_default(self) -> bool:
        """As said above."""
        return self.default_used

    @property
    def further(self) -> tuple[str, ...]:
        """No reason of these answers is said by its heading."""
        return self.reasons

    @property
    def deciding(self) -> tuple[str, ...]:
        """Every clause, but for those that were only looked at."""
        return tuple(clause.id for clause in self.clauses if clause.id not in self.undecided)


ANSWERS = {
    "yes": Answered(
        "yes", "Yes", "You may tell the school this.", duties=(Said("Send the family a copy.", "copy"),)
    ),
    "no": Answered(
        "no",
        "No",
        "The council may not be told this.",
        steps=(
            Said("Ask her, and record her answer", "obtain_consent"),
            Said("Wait for her to ring", "wait"),
        ),
    ),
    "not-yet": Answered(
        "not-yet", "Not yet", "Speak to the family first.", reasons=("Nobody has.",), default_used=True
    ),
    "ask": Answered(
        "ask", "Ask the Service Lead", "A lead decides.", steps=(Said("Ask the Service Lead", "ask_lead"),)
    ),
}
IDENTITY = IdentityBar(
    REFERENCE,
    "Sam and Alex",
    "Ring mobile only, 10–2 on weekdays. No voicemail.",
    (MayTalk(True, "the school, about the review."), MayTalk(False, "everybody else.")),
    ("Ring back today.",),
    "Open",
    ("Large print",),
    "With Jo",
)
ENTRIES = [
    Entry(
        "Call from the mother",
        datetime(2026, 11, 20, 9, 5, tzinfo=UTC),
        "Jo Okafor",
        "First line.\n\n<b>Second</b>",
        "note",
        links=(Link("Can I share this?", "/share/"),),
        anchor="n1",
    ),
    Entry("Letter", date(2026, 11, 12), recorded=date(2026, 11, 18), href="/letter/"),
]
TABLE = Table(
    "Today",
    ("Case", "What", "By"),
    ((Cell(REFERENCE, "/c/", small="Text first."), "Ring back", Cell("2pm", number=True)),),
)
CASE_PAGE = """{% extends "web/page_case.html" %}
{% block main %}{% card answer %}{% include "web/timeline.html" %}{% endblock main %}
{% block aside %}<div class="card">{% include "web/summary.html" %}</div>
{% include "web/table.html" %}{% include "web/tag.html" with tag="New" tag_tone="careful" %}{% endblock aside %}"""
FORM_PAGE = """{% extends "web/base.html" %}{% block title %}New call{% endblock title %}
{% block heading %}New call{% endblock heading %}
{% block main %}{% include "web/form.html" with button="Save the call" %}{% endblock main %}"""
SHEET_PAGE = """{% extends "web/sheet.html" %}{% block title %}Your codes{% endblock title %}
{% block heading %}Your codes{% endblock heading %}
{% block main %}{% include "web/code_sheet.html" %}{% include "web/slip.html" %}{% endblock main %}"""


def drawn(request: HttpRequest, text: str, **words: object) -> HttpResponse:
    """A page from the text of its template."""
    return HttpResponse(engines["django"].from_string(text).render(words, request))


def case_page(request: HttpRequest, reference: str) -> HttpResponse:
    """A case with everything on it."""
    return drawn(
        request,
        CASE_PAGE,
        identity=IDENTITY,
        answer=ANSWERS[request.GET.get("answer", "no")],
        entries=ENTRIES,
        rows=[Row("Mother", "Alex\n01632 960 001", (Link("Change", "/change/"),))],
        table=TABLE,
        step_actions={
            "obtain_consent": Link("Record consent", "/consent/"),
            "ask_lead": Link("Ask now", "/ask/", post=True),
        },
    )


def form_page(request: HttpRequest) -> HttpResponse:
    """A form with one of each field."""
    if request.method == "GET" and "kept" in request.GET:
        vars(request).update(kept={"note": ["Half a sen"], "named": "yes", "happened_on_day": ["1"]})
    form = take(request, EveryField)
    return go("call-saved", "/form/") if form.is_valid() else drawn(request, FORM_PAGE, form=form)


def sheet_page(request: HttpRequest) -> HttpResponse:
    """Codes and a slip, to print."""
    words = {"slip_for": "Priya Nair", "slip_code": "ABCD-EFGH", "slip_until": date(2026, 11, 27)}
    return drawn(request, SHEET_PAGE, codes=[(1, "K7QM 4XH2")], slip_address="localhost:8000", **words)


def breaks(request: HttpRequest) -> HttpResponse:
    """Fails with a family's words in the message, in a local variable and in what was sent."""
    family = "canary-local-9f31"
    raise ValueError(f"canary-message-5d20 {family} {request.POST.get('note', '')}")


def missing(request: HttpRequest) -> HttpResponse:
    """Nothing here."""
    raise Http404("canary-message-404")


def nothing(request: HttpRequest, **ids: str) -> HttpResponse:
    """A page that only has to be there."""
    return HttpResponse(status=204)


there = ["", "cases/", "concern/", "concerns/", "policy/", "team/", "park/", "still-here/"]
urlpatterns = [
    path("", include("inconfidence.web.urls")),
    path("form/", form_page),
    path("sheet/", sheet_page),
    path("reopen/", sheet_page),
    path("breaks/", breaks),
    path("missing/", missing),
    path("cases/<str:reference>/", case_page),
    path("cases/<str:reference>/consent/", nothing),
    path("cases/<str:reference>/share/", nothing),
    *(path(route, nothing) for route in there),
]
handler400 = "inconfidence.web.errors.bad_request"
handler403 = "inconfidence.web.errors.forbidden"
handler404 = "inconfidence.web.errors.not_found"
handler500 = "inconfidence.web.errors.our_fault"
