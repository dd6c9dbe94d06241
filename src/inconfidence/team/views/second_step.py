"""The second step at the door, and setting one up before the first morning."""

from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from inconfidence.team import totp
from inconfidence.team.access import door, open_door
from inconfidence.team.actions import second_step as steps
from inconfidence.team.actions import signing
from inconfidence.team.actions.second_step import CodeAnswer
from inconfidence.team.actions.signing import Result
from inconfidence.team.actions.sittings import Found
from inconfidence.team.drawing import square_code
from inconfidence.team.forms import CodeForm
from inconfidence.team.queries import second_step
from inconfidence.team.request import TeamRequest
from inconfidence.team.views.doors import onward, wait_words
from inconfidence.team.words import SittingState
from inconfidence.web.forms import take

SAID = {
    Result.WRONG: "That is not the right code. Check it and type it again",
    Result.REPLAYED: "That code has been used already. Wait for the next one, then type it",
}
ENROLMENT = "somebody whose password was right and who has no second step yet"


def half(request: TeamRequest) -> Found | None:
    """The sitting whose second step is still owed."""
    found = request.found
    return found if found is not None and found.state == SittingState.HALF else None


def enrolling(request: TeamRequest) -> Found | None:
    """The sitting of somebody who has no second step yet and must set one up."""
    found = half(request)
    return found if found is not None and not second_step(found.person.id).any else None


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@open_door("the second step of signing in")
def code(request: TeamRequest) -> HttpResponseBase:
    """Type the code of the phone, or the next code of the printed sheet."""
    found = half(request)
    if found is None:
        return redirect("/") if request.actor else door(request, "/")
    how = second_step(found.person.id)
    if not how.any:
        return redirect("team:choose")
    sheet = not how.phone or (how.sheet and request.GET.get("by") == "sheet")
    form = take(request, CodeForm)
    if form.is_valid():
        answer = signing.give_code(
            found, form.cleaned_data["code"], request.browser, request.now, sheet=sheet
        )
        if answer.issued:
            return onward(answer)
        if answer.result == Result.GONE:
            return redirect("team:sign_in")
        form.add_error("code", SAID.get(answer.result) or wait_words(answer.minutes))
    return render(
        request, "team/code.html", {"form": form, "how": second_step(found.person.id), "sheet": sheet}
    )


@never_cache
@require_safe
@open_door(ENROLMENT)
def choose(request: TeamRequest) -> HttpResponseBase:
    """A phone or computer, or a printed sheet."""
    if enrolling(request) is None:
        return redirect("team:second_step")
    return render(request, "team/choose.html")


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@open_door(ENROLMENT)
def phone(request: TeamRequest) -> HttpResponseBase:
    """The square code to scan, the secret to type, and the first code as proof."""
    found = enrolling(request)
    if found is None:
        return redirect("team:second_step")
    form = take(request, CodeForm)
    if form.is_valid():
        typed = form.cleaned_data["code"]
        if steps.confirm_phone(found.person.id, typed, request.now) == CodeAnswer.RIGHT:
            return onward(signing.open_fully(found, request.browser, request.now))
        form.add_error("code", SAID[Result.WRONG])
    secret = totp.as_text(steps.begin_phone(found.person.id))
    return render(request, "team/phone.html", {"form": form, "secret": grouped(secret), "own": False})


def grouped(secret: str) -> str:
    """A secret in groups of four, as people can type it."""
    return " ".join(secret[start : start + 4] for start in range(0, len(secret), 4))


@never_cache
@require_safe
@open_door("draws the square code for the person who is setting up their phone, and nobody else")
def square(request: TeamRequest) -> HttpResponse:
    """The square code as a drawing of our own: the secret goes to no other service."""
    found = enrolling(request) or (request.found if request.actor else None)
    if found is None:
        return HttpResponse(status=404)
    secret = steps.begin_phone(found.person.id)
    address = totp.as_address(secret, found.person.username, found.row.service.name)
    return HttpResponse(square_code(address), content_type="image/svg+xml")


@never_cache
@require_POST
@open_door(ENROLMENT)
def sheet(request: TeamRequest) -> HttpResponseBase:
    """Print the first sheet; the next page asks for one of its codes."""
    found = enrolling(request)
    if found is None:
        return redirect("team:second_step")
    printed = steps.print_sheet(found.person.id, found.person.id, request.now)
    context = {"codes": numbered(printed), "name": found.person.name, "onward": True}
    return render(request, "team/sheet.html", context)


def numbered(printed: steps.PrintedSheet) -> list[tuple[int, str]]:
    """The codes of a sheet with their numbers, in two groups of three."""
    return [(number, f"{code[:3]} {code[3:]}") for number, code in enumerate(printed.codes, 1)]
